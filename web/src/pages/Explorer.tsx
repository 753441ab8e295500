import { useText } from '../text';

export default function Explorer() {
  const { t } = useText();
  return <h1>{t.explorer.title}</h1>;
}
