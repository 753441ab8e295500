import { useText } from '../text';

export default function MapPage() {
  const { t } = useText();
  return <h1>{t.map.title}</h1>;
}
