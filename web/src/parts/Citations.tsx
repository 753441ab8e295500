import { graphql } from '../gql';
import type { CitedFragment } from '../gql/graphql';
import { type Catalogue, useText } from '../text';
import './Citations.css';

/** What `Citations` shows of each: pages ask for it as `citations { ...Cited }`. */
export const CITED = graphql(`
  fragment Cited on Citation {
    field
    certainty
    locator
    note {
      value
    }
    inherited
    document {
      id
      name
      publisher
      licence
      url
    }
  }
`);

export type Cited = CitedFragment;
export type Certainty = Cited['certainty'];

/** A place in a document for people: `s17` is a slide, `s15-s17` several; any other stays as it is. */
export function place(locator: string, t: Catalogue): string {
  const [, from, to] = locator.match(/^s(\d+)(?:-s(\d+))?$/) ?? [];
  return from ? t.sources.slides(from, to) : locator;
}

/** How certain a fact is, where it is anything but stated. */
export function Sure({ certainty }: { certainty: Certainty }) {
  const { t } = useText();
  return <span className={`sure sure-${certainty.toLowerCase()}`}>{t.sources.certainty[certainty]}</span>;
}

/** Where the facts of a record come from, and how certain they are. */
export function Citations({ of }: { of: Cited[] }) {
  const { t } = useText();
  return (
    <ul className="plain citations">
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
            {each.locator && `, ${place(each.locator, t)}`}
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
