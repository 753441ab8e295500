// What components that use usePaginationFragment hold: a query, and a fragment that can be refetched page by page.

const { graphql } = require('relay-runtime');

// On a record: Relay refetches by `node(id:)`, so under today.
graphql`
  query membersQuery($code: String!) {
    region(family: MAAKUNTA, code: $code) {
      id
      ...membersOfRegion
    }
  }
`;

graphql`
  fragment membersOfRegion on Region
  @refetchable(queryName: "membersOfRegionNextQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 4 }, cursor: { type: "String" }) {
    name
    municipalities(first: $count, after: $cursor) @connection(key: "members_municipalities") {
      edges {
        node {
          code
          name
        }
      }
    }
  }
`;

// On the root: Relay refetches the root field with all of its arguments, so under any day, filter and plan.
graphql`
  query membersThenQuery($code: String!, $day: Date!) {
    ...membersThen
  }
`;

graphql`
  fragment membersThen on Query
  @refetchable(queryName: "membersThenNextQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 4 }, cursor: { type: "String" }) {
    region(family: MAAKUNTA, code: $code, asOf: $day) {
      municipalities(first: $count, after: $cursor, orderBy: [{ field: CODE }]) @connection(key: "then_municipalities") {
        edges {
          node {
            code
          }
        }
      }
    }
  }
`;
