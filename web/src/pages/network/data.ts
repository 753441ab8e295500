// What the network page asks the API, and the ties as it shows them.

import { graphql } from '../../gql';
import type { NetworkPageQuery } from '../../gql/graphql';

export const DEFAULT = graphql(`
  query NetworkDefault($scheme: String!, $value: String!) {
    record(scheme: $scheme, value: $value) {
      id
    }
    organizations(first: 1, orderBy: [{ field: NAME }]) {
      nodes {
        id
      }
    }
  }
`);

export const NETWORK = graphql(`
  query NetworkPage($id: ID!, $distance: Int!) {
    networkAround(id: $id, distance: $distance) {
      truncated
      nodes {
        distance
        record {
          id
          noun
          name
          ... on Municipality {
            code
          }
        }
      }
      ties {
        from
        to
        kind
        role
      }
    }
  }
`);

export const SEARCH = graphql(`
  query NetworkSearch($text: String!, $nouns: [Noun!]!) {
    search(text: $text, nouns: $nouns, first: 8) {
      nodes {
        record {
          id
          noun
          name
        }
      }
    }
  }
`);

export type Graph = NonNullable<NetworkPageQuery['networkAround']>;
export type Noun = Graph['nodes'][number]['record']['noun'];
export type Tie = Graph['ties'][number];

/** Ties between the same two records as one line. */
export type Line = { from: string; to: string; ties: Tie[] };

export function lines(graph: Graph): Line[] {
  const found = new Map<string, Line>();
  for (const tie of graph.ties) {
    const key = [tie.from, tie.to].sort().join(' ');
    const line = found.get(key) ?? { from: tie.from, to: tie.to, ties: [] };
    line.ties.push(tie);
    found.set(key, line);
  }
  return [...found.values()];
}
