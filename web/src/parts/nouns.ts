// What each kind of record leads to.

import type { Noun } from '../gql/graphql';
import { to } from '../route';

const LISTS: Record<Noun, string> = {
  COLLABORATION_NETWORK: 'collaborationNetworks',
  COMMITTEE: 'committees',
  CONTRACT: 'contracts',
  INDICATOR: 'indicators',
  INITIATIVE: 'initiatives',
  MUNICIPALITY: 'municipalities',
  MUNICIPALITY_CHANGE: 'municipalityChanges',
  ORGANIZATION: 'organizations',
  PERSON: 'persons',
  REGION: 'regions',
  SCENARIO: 'scenarios',
  SCORECARD: 'scorecards',
  SERVICE: 'services',
  SERVICE_AREA: 'serviceAreas',
  SERVICE_POINT: 'servicePoints',
  SERVICE_PRODUCT: 'serviceProducts',
  SOURCE_DOCUMENT: 'sourceDocuments',
  STATEMENT: 'statements',
  STRATEGY: 'strategies',
};

/** The list of a noun in the explorer. */
export function listOf(noun: Noun): string {
  const query = `{
  ${LISTS[noun]}(first: 20) {
    totalCount
    nodes {
      id
      name
      validity { from to }
      identifiers { scheme value }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`;
  return to('explorer', null, { query });
}

/** A record: the page of a municipality, of any other all that records have in common. */
export function recordOf(record: { id: string; code?: string }): string {
  if (record.code) return to('municipality', record.code);
  const query = `{
  node(id: "${record.id}") {
    ... on Record {
      noun
      name
      validity { from to }
      identifiers { scheme value }
      citations { inherited locator document { name publisher } }
      mentions { document { name } }
    }
  }
}
`;
  return to('explorer', null, { query });
}
