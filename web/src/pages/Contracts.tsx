import { useText } from '../text';

export default function Contracts() {
  const { t } = useText();
  return <h1>{t.contracts.title}</h1>;
}
