// What the map asks the API: facts that hold for all days once, and one query a day.

import { useEffect, useState } from 'react';
import { ApiError, type Asked, ask } from '../../api';
import { graphql } from '../../gql';
import type { MapDayQuery, MapFactsQuery } from '../../gql/graphql';
import { useLanguage } from '../../preference';

/** Municipal centres of the newest lists, how municipalities became others, and the indicators with the periods they have. */
export const FACTS = graphql(`
  query MapFacts($late: Date!) {
    late: municipalities(asOf: $late, first: 500) {
      nodes {
        code
        center {
          lon
          lat
        }
      }
    }
    municipalityChanges(first: 500) {
      nodes {
        kind
        effectiveOn
        parts {
          from {
            code
            center {
              lon
              lat
            }
          }
          to {
            code
            name
            center {
              lon
              lat
            }
          }
        }
      }
    }
    outline: regions(asOf: "2023-06-01", filter: { family: { eq: MAAKUNTA } }, first: 30) {
      nodes {
        boundary
      }
    }
    samples: municipalities(filter: { code: { in: ["091", "398", "564", "853"] } }, first: 4) {
      nodes {
        observations(first: 200, orderBy: [{ field: PERIOD_FROM }]) {
          nodes {
            periodFrom
            periodTo
            indicator {
              code
              name
            }
          }
        }
      }
    }
  }
`);

const DAY = graphql(`
  query MapDay($day: Date!, $indicator: String!, $codes: [String!]!, $period: Date!) {
    municipalities(asOf: $day, first: 500, orderBy: [{ field: NAME }]) {
      totalCount
      nodes {
        code
        name
        center {
          lon
          lat
        }
        boundary
        observations(first: 1, filter: { indicatorCodes: $codes, periodFrom: { eq: $period } }) {
          nodes {
            value
            quantity {
              asWritten
            }
          }
        }
      }
    }
    indicator(code: $indicator) {
      name
      unit {
        value
      }
      decimals
      classBreaks(period: $period, classes: 5) {
        lower
        upper
        count
        stated
      }
      citations {
        document {
          name
          publisher
          licence
          attribution
          url
        }
      }
    }
    servicePoints(asOf: $day, first: 500) {
      totalCount
      nodes {
        id
        name
        location {
          lon
          lat
        }
      }
    }
    boundaries: record(scheme: "SEUTU-SOURCE", value: "hallinnollisetrajat") {
      ... on SourceDocument {
        name
        attribution
        url
      }
    }
  }
`);

export type Facts = MapFactsQuery;
export type DayData = MapDayQuery;
export type Place = { lon: number; lat: number };
export type Indicator = { code: string; name: string; periods: { from: string; to: string }[] };

/** The indicators that large municipalities have values of, each with its periods, oldest first. */
export function indicators(facts: Facts): Indicator[] {
  const found = new Map<string, Indicator>();
  for (const node of facts.samples.nodes.flatMap((each) => each.observations.nodes)) {
    if (!node.indicator) continue;
    const { code, name } = node.indicator;
    const known = found.get(code) ?? { code, name: name ?? code, periods: [] };
    if (!known.periods.some((period) => period.from === node.periodFrom)) {
      known.periods.push({ from: node.periodFrom, to: node.periodTo });
    }
    found.set(code, known);
  }
  const all = [...found.values()];
  for (const each of all) each.periods.sort((a, b) => (a.from < b.from ? -1 : 1));
  return all;
}

/** The newest period that has begun by the day, else the oldest. */
export function periodOn(indicator: Indicator, day: string): string | null {
  return (indicator.periods.findLast((period) => period.from <= day) ?? indicator.periods[0])?.from ?? null;
}

export type Successor = { code: string; name: string; at: Place };

/** By code, where what became of a municipality lies: the first successor with a known centre, over several steps. */
export function successors(facts: Facts): Map<string, Successor> {
  const next = new Map<string, { code: string; name: string }[]>();
  const centers = new Map<string, Place>();
  for (const node of facts.late.nodes) if (node.center) centers.set(node.code, node.center);
  for (const change of facts.municipalityChanges.nodes) {
    for (const { from, to } of change.parts) {
      if (to?.center) centers.set(to.code, to.center);
      if (from && to && from.code !== to.code && change.kind !== 'TRANSFER') {
        next.set(from.code, [...(next.get(from.code) ?? []), { code: to.code, name: to.name ?? to.code }]);
      }
    }
  }
  const found = new Map<string, Successor>();
  for (const start of next.keys()) {
    const queue = [...(next.get(start) ?? [])];
    const seen = new Set([start]);
    for (let one = queue.shift(); one; one = queue.shift()) {
      const at = centers.get(one.code);
      if (at) {
        found.set(start, { ...one, at });
        break;
      }
      if (!seen.has(one.code)) queue.push(...(next.get(one.code) ?? []));
      seen.add(one.code);
    }
  }
  return found;
}

const cache = new Map<string, DayData>();
const WAIT = 140;

export type Wanted = { day: string; indicator: string; period: string };

/** The map of a day, asked once the slider rests, and remembered. The answer before stays until the next is there. */
export function useDay(wanted: Wanted | null): Asked<DayData> & { of: string | null } {
  const [lang] = useLanguage();
  const [state, setState] = useState<{ of: string | null; answer: DayData | null; error: ApiError | null }>({
    of: null,
    answer: null,
    error: null,
  });
  const [turn, setTurn] = useState(0);
  const key = wanted && `${lang} ${wanted.indicator} ${wanted.period} ${wanted.day}`;
  useEffect(() => {
    if (!wanted || !key) return;
    const known = cache.get(key);
    if (known) {
      // eslint-disable-next-line react-hooks/set-state-in-effect -- what is remembered is shown at once
      setState({ of: wanted.day, answer: known, error: null });
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      ask(DAY, { ...wanted, codes: [wanted.indicator] }, abort.signal).then(
        (answer) => {
          cache.set(key, answer);
          setState({ of: wanted.day, answer, error: null });
        },
        (cause: unknown) => {
          if (abort.signal.aborted) return;
          const error = cause instanceof ApiError ? cause : new ApiError(String(cause), 'NETWORK', null);
          setState({ of: null, answer: null, error });
        },
      );
    }, WAIT);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key holds all that is wanted
  }, [key, turn]);
  return { ...state, loading: state.of !== wanted?.day && !state.error, again: () => setTurn((before) => before + 1) };
}
