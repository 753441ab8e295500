// What the page of a region asks the API.

import { graphql } from '../../gql';

export const REGION = graphql(`
  query RegionPage($id: ID!, $day: Date!) {
    region(id: $id, asOf: $day) {
      id
      family
      code
      name
      coverage {
        from
        to
      }
      municipalities(first: 500, orderBy: [{ field: NAME }]) {
        totalCount
        nodes {
          code
          name
          successors {
            code
            name
          }
          observations(
            first: 1
            filter: { indicatorCodes: ["population"], periodFrom: { lte: $day } }
            orderBy: [{ field: PERIOD_FROM, direction: DESC }]
          ) {
            nodes {
              periodFrom
              value
            }
          }
        }
      }
      citations {
        ...Cited
      }
    }
    indicator(code: "population") {
      citations {
        ...Cited
      }
    }
    municipalityChanges(first: 500) {
      nodes {
        effectiveOn
      }
    }
  }
`);
