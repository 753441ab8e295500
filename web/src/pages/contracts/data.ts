// All contracts with what hangs on them, in one query; the tree is made of their parents.

import { graphql } from '../../gql';
import type { ContractsPageQuery } from '../../gql/graphql';

export const CONTRACTS = graphql(`
  query ContractsPage {
    contracts(first: 20) {
      totalCount
      nodes {
        id
        name
        tier
        template
        year
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
          net
        }
        parties {
          role
          label {
            value
          }
          party {
            id
            noun
            name
            ... on Organization {
              products(first: 10) {
                nodes {
                  id
                  name
                  hasCard
                  price {
                    minorUnits
                    currency
                    net
                  }
                  citations {
                    field
                    certainty
                    note {
                      value
                    }
                  }
                }
              }
            }
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
          id
          name
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
              max
              asWritten
            }
          }
        }
        citations {
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
      }
    }
  }
`);

export type Contract = ContractsPageQuery['contracts']['nodes'][number];
