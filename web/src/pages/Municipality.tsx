import { useRoute } from '../route';
import { useText } from '../text';

export default function Municipality() {
  const { t } = useText();
  const { argument: code } = useRoute();
  return (
    <h1>
      {t.municipality.title} {code}
    </h1>
  );
}
