import { useText } from '../text';

export default function Network() {
  const { t } = useText();
  return <h1>{t.network.title}</h1>;
}
