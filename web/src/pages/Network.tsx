// The network around an organization or another record: a picture, and the same as a list.

import { useEffect, useMemo, useState } from 'react';
import { useQuery } from '../api';
import { State } from '../parts/State';
import { setParams, to, useRoute } from '../route';
import { useText } from '../text';
import { DEFAULT, type Graph, type Line, lines, NETWORK, type Noun, SEARCH } from './network/data';
import './network/Network.css';
import { Form, Picture } from './network/Picture';

const DISTANCES = [1, 2, 3];
/** What the page opens with where the instance holds it: the City of Turku, whose bodies the contract document describes. */
const TURKU = { scheme: 'SEUTU', value: 'org/kunta-853' };
const NOUNS: Noun[] = [
  'ORGANIZATION',
  'COMMITTEE',
  'CONTRACT',
  'COLLABORATION_NETWORK',
  'INITIATIVE',
  'STRATEGY',
  'MUNICIPALITY',
  'PERSON',
];
const WAIT = 250;

export default function Network() {
  const { t } = useText();
  const { argument, params } = useRoute();
  const opening = useQuery(DEFAULT, argument ? null : TURKU);
  const id = argument ?? opening.answer?.record?.id ?? opening.answer?.organizations.nodes[0]?.id ?? null;
  const distance = DISTANCES.find((each) => String(each) === params.get('distance')) ?? 2;
  const asked = useQuery(NETWORK, id ? { id, distance } : null);
  const graph = asked.answer?.networkAround ?? null;
  const all = useMemo(() => (graph ? lines(graph) : []), [graph]);
  const [shown, setShown] = useState<string | null>(null);
  const centre = graph?.nodes[0];
  const code = centre && 'code' in centre.record ? centre.record.code : null;
  return (
    <>
      <h1>{t.network.title}</h1>
      <p className="lead">{t.network.lead}</p>
      <div className="network-controls">
        <Search distance={distance} />
        <fieldset className="network-distance">
          <legend>{t.network.distance}</legend>
          {DISTANCES.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === distance}
              onClick={() => setParams({ distance: String(each) })}
            >
              {each}
            </button>
          ))}
        </fieldset>
      </div>
      <State asked={opening.error ? opening : asked} />
      {asked.answer && !graph && <p>{t.network.none}</p>}
      {opening.answer && !id && <p>{t.network.empty}</p>}
      {graph && centre && (
        <>
          <h2 className="network-centre">
            {centre.record.name} <span className="note">{t.kinds[centre.record.noun]}</span>
          </h2>
          <p role="status">
            {t.network.counted(graph.nodes.length - 1, all.length, distance)} {graph.truncated && t.network.truncated}{' '}
            {code && <a href={to('municipality', code)}>{t.network.municipalityPage}</a>}
          </p>
          <div className="network-body">
            <div>
              <Picture graph={graph} lines={all} distance={distance} shown={shown} show={setShown} />
              <Kinds graph={graph} />
            </div>
            <Neighbours graph={graph} lines={all} distance={distance} show={setShown} />
          </div>
        </>
      )}
    </>
  );
}

function Kinds({ graph }: { graph: Graph }) {
  const { t } = useText();
  const counts = new Map<Noun, number>();
  for (const { record } of graph.nodes) counts.set(record.noun, (counts.get(record.noun) ?? 0) + 1);
  return (
    <ul className="plain network-kinds">
      {[...counts].map(([noun, count]) => (
        <li key={noun}>
          <svg viewBox="-13 -13 26 26" width="20" height="20" aria-hidden="true">
            <Form noun={noun} />
          </svg>
          {t.kinds[noun]} <span className="note">{count}</span>
        </li>
      ))}
    </ul>
  );
}

type NeighboursProps = { graph: Graph; lines: Line[]; distance: number; show: (id: string | null) => void };

function Neighbours({ graph, lines, distance, show }: NeighboursProps) {
  const { t } = useText();
  const names = new Map(graph.nodes.map(({ record }) => [record.id, record.name]));
  const steps = [...new Set(graph.nodes.map((node) => node.distance))].filter((step) => step > 0);
  const before = new Map(graph.nodes.map((node) => [node.record.id, node.distance]));
  /** The ties by which a record was reached: to records one step nearer. */
  const ties = (id: string, step: number) =>
    lines
      .filter((line) => line.from === id || line.to === id)
      .map((line) => ({ line, other: line.from === id ? line.to : line.from }))
      .filter(({ other }) => before.get(other) === step - 1);
  return (
    <section className="network-list" aria-label={t.network.list}>
      {steps.map((step) => (
        <div key={step}>
          <h3>{t.network.step(step)}</h3>
          <ul className="plain">
            {graph.nodes
              .filter((node) => node.distance === step)
              .map(({ record }) => (
                <li key={record.id}>
                  <a
                    href={to('network', record.id, { distance: String(distance) })}
                    onFocus={() => show(record.id)}
                    onBlur={() => show(null)}
                    onPointerEnter={() => show(record.id)}
                    onPointerLeave={() => show(null)}
                  >
                    {record.name}
                  </a>{' '}
                  <span className="note">{t.kinds[record.noun]}</span>
                  {ties(record.id, step).map(({ line, other }) => (
                    <span key={other} className="via">
                      {[...new Set(line.ties.map((tie) => t.network.tie(tie.kind, tie.role ?? null)))].join(', ')}
                      {step > 1 && ` – ${names.get(other)}`}
                    </span>
                  ))}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Search({ distance }: { distance: number }) {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), WAIT);
    return () => clearTimeout(timer);
  }, [typed]);
  const asked = useQuery(SEARCH, text.length > 1 ? { text, nouns: NOUNS } : null);
  const hits = text.length > 1 ? asked.answer?.search.nodes : undefined;
  return (
    <search className="network-search">
      <label>
        <span>{t.network.search}</span>
        <input type="search" value={typed} maxLength={100} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <State asked={{ ...asked, loading: false }} />
      <p className="unseen" role="status">
        {hits && t.network.hits(hits.length)}
      </p>
      {hits && (
        <ul className="plain card">
          {hits.map(({ record }) => (
            <li key={record.id}>
              <a href={to('network', record.id, { distance: String(distance) })} onClick={() => setTyped('')}>
                {record.name}
              </a>{' '}
              <span className="note">{t.kinds[record.noun]}</span>
            </li>
          ))}
          {hits.length === 0 && <li className="note">{t.network.noHits}</li>}
        </ul>
      )}
    </search>
  );
}
