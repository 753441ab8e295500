import type { Asked } from '../api';
import { useText } from '../text';

/** What there is to say while there is no answer: that it is on its way, or what the API refused, with code and request id. */
export function State({ asked }: { asked: Asked<unknown> }) {
  const { t } = useText();
  if (asked.error) {
    return (
      <div className="error" role="alert">
        <p>{t.frame.failed}</p>
        <p>
          {asked.error.message} <code>{asked.error.code}</code>
          {asked.error.requestId && (
            <>
              {' '}
              {t.frame.requestId} <code>{asked.error.requestId}</code>
            </>
          )}
        </p>
        <button type="button" onClick={asked.again}>
          {t.frame.again}
        </button>
      </div>
    );
  }
  return asked.loading && !asked.answer ? (
    <p className="note" role="status">
      {t.frame.loading}
    </p>
  ) : null;
}
