// The three tiers of contract steering as a tree.

import { useMemo } from 'react';
import { useQuery } from '../api';
import { Sure } from '../parts/Citations';
import { listOf } from '../parts/nouns';
import { State } from '../parts/State';
import { useRoute } from '../route';
import { useText } from '../text';
import { branches } from './contracts/branches';
import './contracts/Contracts.css';
import { CONTRACTS } from './contracts/data';
import { Tree } from './contracts/Tree';

export default function Contracts() {
  const words = useText();
  const { t } = words;
  const { argument } = useRoute();
  const asked = useQuery(CONTRACTS, {});
  const contracts = asked.answer?.contracts.nodes ?? [];
  const tree = useMemo(
    () => (asked.answer ? branches(asked.answer.contracts.nodes, asked.answer.serviceProducts.nodes, words) : []),
    [asked.answer, words],
  );
  const sources = new Map(
    contracts.flatMap(({ citations }) =>
      citations.flatMap(({ document }) => (document ? [[document.id, document] as const] : [])),
    ),
  );
  const more = (asked.answer?.contracts.totalCount ?? 0) - contracts.length;
  return (
    <>
      <h1>{t.contracts.title}</h1>
      <p className="lead">{t.contracts.lead}</p>
      <ol className="plain steps">
        <li>{t.contracts.council}</li>
        <li className="tier-strategic_service">{t.contracts.tiers.STRATEGIC_SERVICE}</li>
        <li className="tier-strategic_production">{t.contracts.tiers.STRATEGIC_PRODUCTION}</li>
        <li className="tier-operational_production">{t.contracts.tiers.OPERATIONAL_PRODUCTION}</li>
      </ol>
      <p className="note">
        {t.contracts.doubts} <Sure certainty="AMBIGUOUS" /> <Sure certainty="MISSING" /> <Sure certainty="DERIVED" />
      </p>
      <State asked={asked} />
      {asked.answer && tree.length === 0 && <p>{t.contracts.none}</p>}
      {tree.length > 0 && <Tree key={words.lang} label={t.contracts.title} branches={tree} start={argument} />}
      {more > 0 && (
        <p>
          <a href={listOf('CONTRACT')}>{t.contracts.more(more)}</a>
        </p>
      )}
      {sources.size > 0 && (
        <>
          <h2>{t.map.sources}</h2>
          <ul className="note">
            {[...sources.values()].map((document) => (
              <li key={document.id}>
                {document.name}
                {document.publisher && ` · ${document.publisher}`}
                {document.licence && ` · ${document.licence}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
