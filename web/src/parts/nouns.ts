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

/** Those that have ties to others. */
const NETWORKED: Noun[] = ['ORGANIZATION', 'COMMITTEE', 'PERSON', 'COLLABORATION_NETWORK', 'INITIATIVE', 'STRATEGY'];

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

/** A record: the page of a municipality or a region, of a contract or what stands in networks; of any other its fields. */
export function recordOf(record: { id: string; noun: Noun; code?: string }): string {
  if (record.code) return to('municipality', record.code);
  if (record.noun === 'REGION') return to('region', record.id);
  if (record.noun === 'CONTRACT') return to('contracts', record.id);
  if (NETWORKED.includes(record.noun)) return to('network', record.id);
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
