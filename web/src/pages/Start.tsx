import './Start.css';
import { useQuery } from '../api';
import { graphql } from '../gql';
import type { StartQuery } from '../gql/graphql';
import { listOf } from '../parts/nouns';
import { Search } from '../parts/Search';
import { State } from '../parts/State';
import { to } from '../route';
import { useText } from '../text';

// Data sets and registers, which licences ask to name, and all documents that are no part of another.
const START = graphql(`
  query Start {
    server {
      version
      dataVersion
      changedAt
      counts {
        noun
        count
      }
    }
    observations(first: 0) {
      totalCount
    }
    sourceDocuments(
      first: 100
      filter: { or: [{ kind: { in: [DATASET, REGISTER] } }, { parent: { none: {} } }] }
      orderBy: [{ field: NAME }]
    ) {
      totalCount
      nodes {
        id
        name
        kind
        publisher
        licence
        attribution
        url
      }
    }
  }
`);

const DOORS = ['map', 'contracts', 'network', 'explorer'] as const;

export default function Start() {
  const { t } = useText();
  const asked = useQuery(START, {});
  return (
    <>
      <h1>{t.start.heading}</h1>
      <p className="lead">{t.start.lead}</p>
      <Search />
      <nav aria-label={t.start.doors} className="doors">
        {DOORS.map((door) => (
          <a key={door} className="card" href={to(door)}>
            <strong>{t[door].title}</strong> <span>{t.start.doorTexts[door]}</span>
          </a>
        ))}
      </nav>
      <State asked={asked} />
      {asked.answer && (
        <>
          <Counts server={asked.answer.server} figures={asked.answer.observations.totalCount} />
          <Sources sources={asked.answer.sourceDocuments} />
        </>
      )}
    </>
  );
}

function Counts({ server, figures }: { server: StartQuery['server']; figures: number }) {
  const { t, number, moment } = useText();
  return (
    <section aria-labelledby="counts">
      <h2 id="counts">{t.start.counts}</h2>
      <ul className="plain counts">
        {server.counts.map(({ noun, count }) => (
          <li key={noun}>
            <a href={listOf(noun)}>
              <b>{number(count)}</b> {count === 1 ? t.nouns[noun].one : t.nouns[noun].many}
            </a>
          </li>
        ))}
        <li>
          <a href={to('map')}>
            <b>{number(figures)}</b> {t.start.figures}
          </a>
        </li>
      </ul>
      <dl className="facts">
        <div>
          <dt>{t.start.dataVersion}</dt>
          <dd>{server.dataVersion}</dd>
        </div>
        {server.changedAt && (
          <div>
            <dt>{t.start.changedAt}</dt>
            <dd>
              <time dateTime={server.changedAt}>{moment(server.changedAt)}</time>
            </dd>
          </div>
        )}
        <div>
          <dt>{t.start.version}</dt>
          <dd>{server.version}</dd>
        </div>
        <div>
          <dt>{t.start.api}</dt>
          <dd>
            <code>{new URL('graphql', location.href.split('#')[0]).href}</code> ·{' '}
            <a href="schema.graphql">schema.graphql</a>
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Sources({ sources }: { sources: StartQuery['sourceDocuments'] }) {
  const { t, number } = useText();
  const more = sources.totalCount - sources.nodes.length;
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{t.start.sources}</h2>
      <p className="note">{t.start.sourcesNote}</p>
      <ul className="plain sources">
        {sources.nodes.map((source) => (
          <li key={source.id}>
            <h3>{source.url ? <a href={source.url}>{source.name}</a> : source.name}</h3>
            <p>
              {t.start.kinds[source.kind]}
              {' · '}
              {source.publisher ?? t.start.noPublisher}
              {' · '}
              {source.licence ?? t.start.noLicence}
            </p>
            {source.attribution && <p className="note">{source.attribution}</p>}
          </li>
        ))}
      </ul>
      <p>
        <a href={listOf('SOURCE_DOCUMENT')}>{more > 0 ? t.start.moreSources(number(more)) : t.start.allSources}</a>
      </p>
    </section>
  );
}
