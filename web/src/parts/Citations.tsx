import { useText } from '../text';
import './Citations.css';

export type Certainty = 'STATED' | 'DERIVED' | 'AMBIGUOUS' | 'MISSING' | 'EXTERNAL';

export type Cited = {
  field?: string | null;
  certainty: Certainty;
  locator?: string | null;
  note?: { value?: string | null } | null;
  inherited: boolean;
  document?: {
    id: string;
    name?: string | null;
    publisher?: string | null;
    licence?: string | null;
    url?: string | null;
  } | null;
};

/** How certain a fact is, where it is anything but stated. */
export function Sure({ certainty }: { certainty: Certainty }) {
  const { t } = useText();
  return <span className={`sure sure-${certainty.toLowerCase()}`}>{t.sources.certainty[certainty]}</span>;
}

/** Where the facts of a record come from, and how certain they are. */
export function Citations({ of }: { of: Cited[] }) {
  const { t } = useText();
  return (
    <ul className="citations">
      {of.map((each) => (
        <li key={JSON.stringify(each)}>
          <Sure certainty={each.certainty} />
          <span>
            {each.field && <code>{each.field}</code>}{' '}
            {each.document &&
              (each.document.url?.startsWith('https://') ? (
                <a href={each.document.url} rel="noreferrer">
                  {each.document.name}
                </a>
              ) : (
                each.document.name
              ))}
            {each.locator && `, ${each.locator}`}
            {each.document?.publisher && ` · ${each.document.publisher}`}
            {each.document?.licence && ` · ${each.document.licence}`}
            {each.inherited && <span className="note"> · {t.sources.inherited}</span>}
            {each.note?.value && <span className="citation-note"> {each.note.value}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
