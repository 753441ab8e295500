// Contracts with what hangs on them, and the products of those who provide, in one query; the tree is made of parents.
// `contractTree` begins at one contract and counts its size for each: here the whole forest is one list.

import { graphql } from '../../gql';
import type { ContractsPageQuery } from '../../gql/graphql';

export const CONTRACTS = graphql(`
  query ContractsPage {
    contracts(first: 200, orderBy: [{ field: NAME }]) {
      totalCount
      nodes {
        id
        name
        tier
        template
        parent {
          id
        }
        precondition {
          value
        }
        content {
          value
        }
        price {
          minorUnits
          currency
        }
        parties {
          role
          label {
            value
          }
          party {
            id
            name
          }
        }
        sections {
          kind
          position
          title {
            value
          }
          datedOn
        }
        covers {
          subject {
            id
            noun
            name
          }
          note {
            value
          }
        }
        scorecard {
          items {
            perspective
            position
            measure {
              value
            }
            successFactor {
              value
            }
            target {
              min
              asWritten
            }
          }
        }
        citations {
          ...Cited
        }
      }
    }
    serviceProducts(first: 200) {
      nodes {
        id
        name
        hasCard
        price {
          minorUnits
          currency
        }
        organization {
          id
        }
        citations {
          ...Cited
        }
      }
    }
  }
`);

export type Contract = ContractsPageQuery['contracts']['nodes'][number];
export type Product = ContractsPageQuery['serviceProducts']['nodes'][number];
