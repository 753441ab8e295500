import { useEffect, useId, useState } from 'react';
import { useQuery } from '../api';
import { graphql } from '../gql';
import { useText } from '../text';
import { recordOf } from './nouns';
import { State } from './State';

const SEARCH = graphql(`
  query Search($text: String!) {
    search(text: $text, first: 12) {
      totalCount
      nodes {
        record {
          id
          noun
          name
          ... on Municipality {
            code
          }
        }
      }
    }
  }
`);

/** How long to wait for the next letter. */
const PAUSE_MS = 200;

/** A name to look for, and what has it. */
export function Search() {
  const { t, number } = useText();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const label = useId();

  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  const found = useQuery(SEARCH, asked === '' ? null : { text: asked });
  const hits = found.answer?.search;
  return (
    <search className="search">
      <label htmlFor={label}>{t.start.search}</label>
      <input
        id={label}
        type="search"
        maxLength={200}
        autoComplete="off"
        placeholder={t.start.searchHint}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="note" role="status">
        {hits && t.start.found(hits.totalCount, number(hits.totalCount))}
      </p>
      {found.error && <State asked={found} />}
      {hits && (
        <ul className="plain card">
          {hits.nodes.map(({ record }) => (
            <li key={record.id}>
              <a className="row-link" href={recordOf(record)}>
                <span>{record.name ?? record.id}</span> <small>{t.nouns[record.noun].one}</small>
              </a>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}
