// What the page of a municipality asks the API.

import { graphql } from '../../gql';
import type { MunicipalityPageQuery } from '../../gql/graphql';

export const MUNICIPALITY = graphql(`
  query MunicipalityPage($code: String!, $day: Date!) {
    municipality(code: $code, asOf: $day) {
      id
      code
      name
      names {
        lang
        value
      }
      validity {
        from
        fromPrecision
        to
        toPrecision
      }
      center {
        lon
        lat
      }
      predecessors {
        code
        name
        validity {
          to
        }
      }
      successors {
        code
        name
      }
      changes {
        id
        kind
        effectiveOn
        name
      }
      regions(first: 40) {
        nodes {
          id
          family
          code
          name
        }
      }
      organization {
        id
        name
      }
      committees(first: 50) {
        nodes {
          id
          name
        }
      }
      contracts(first: 50) {
        nodes {
          id
          name
        }
      }
      networks(first: 50) {
        nodes {
          id
          name
        }
      }
      initiatives(first: 50) {
        nodes {
          id
          name
        }
      }
      servicePoints(first: 20) {
        totalCount
        nodes {
          id
          name
        }
      }
      observations(first: 200, filter: { indicatorCodes: ["population"] }, orderBy: [{ field: PERIOD_FROM }]) {
        nodes {
          periodFrom
          value
          status
          divisionYear
        }
      }
      citations {
        ...Cited
      }
    }
  }
`);

export const NAMES = graphql(`
  query MunicipalityNames($id: ID!, $first: Date!, $second: Date!, $third: Date!) {
    first: municipality(id: $id, asOf: $first) {
      names {
        lang
        value
      }
    }
    second: municipality(id: $id, asOf: $second) {
      names {
        lang
        value
      }
    }
    third: municipality(id: $id, asOf: $third) {
      names {
        lang
        value
      }
    }
  }
`);

export type MunicipalityData = NonNullable<MunicipalityPageQuery['municipality']>;
