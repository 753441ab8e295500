// Apollo Client 4: normalised cache with pages, interfaces and errors, and automatic persisted queries.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CombinedGraphQLErrors, gql } from '@apollo/client';
import { client, readSchema } from '../apollo/client.js';
import { members, recorded, served } from '../support/recorded.js';

const MEMBERS = gql(members('', ''));

describe('Apollo Client', () => {
  const server = served(readSchema);

  test('the interfaces and their types come from introspection', () => {
    assert.ok(server.schema.possibleTypes.Record.includes('Municipality'));
    assert.deepEqual(server.schema.possibleTypes.Record.toSorted(), server.schema.possibleTypes.Node.filter((name) => name !== 'Record').toSorted());
    assert.ok(server.schema.typePolicies.Region.fields.municipalities);
  });

  test('pages are merged, and read from the cache', async () => {
    const { fetch, requests } = recorded();
    const apollo = client(server.url, server.schema, { fetch });
    const query = apollo.watchQuery({ query: MEMBERS, variables: { code: '07', first: 4 } });
    const page = async () => (await apollo.query({ query: MEMBERS, variables: { code: '07', first: 4 } })).data.region.municipalities;
    const { data } = await query.refetch();
    assert.equal(data.region.municipalities.edges.length, 4);
    await query.fetchMore({ variables: { after: (await page()).pageInfo.endCursor } });
    assert.equal((await page()).edges.length, 8);
    await query.fetchMore({ variables: { after: (await page()).pageInfo.endCursor } });
    const all = await page();
    assert.equal(all.edges.length, 10);
    assert.equal(all.pageInfo.hasNextPage, false);
    assert.equal(new Set(all.edges.map(({ node }) => node.code)).size, 10);
    assert.equal(requests.length, 3, 'the rest came from the cache');
  });

  test('a record is one in the cache, however it was reached', async () => {
    const { fetch, requests } = recorded();
    const apollo = client(server.url, server.schema, { fetch });
    const { data } = await apollo.query({
      query: gql`{ search(text: "Lahti", first: 1) { edges { node { record { ...Named ... on Municipality { code } } } } } }
        fragment Named on Record { id name }`,
    });
    const [{ node }] = data.search.edges;
    const id = apollo.cache.identify(node.record);
    assert.match(id, /^Municipality:\S+$/);
    assert.deepEqual(apollo.cache.readFragment({ id, fragment: gql`fragment M on Municipality { code name }` }), {
      __typename: 'Municipality',
      code: '398',
      name: 'Lahti',
    });
    assert.equal(requests.length, 1);
  });

  test('a cache is good for one day: what was read for another is taken for this one', async () => {
    const query = gql`
      query Names($day: Date!) {
        municipality(code: "398", asOf: $day) { id regions(family: MAAKUNTA) { edges { node { id municipalities(first: 100) { edges { node { id } } } } } } }
      }
    `;
    const sizes = async (apollo, ...days) => {
      for (const day of days) await apollo.query({ query, variables: { day } });
      const { data } = await apollo.query({ query, variables: { day: days[0] }, fetchPolicy: 'cache-only' });
      return data.municipality.regions.edges[0].node.municipalities.edges.length;
    };
    const [then, now] = ['2008-06-01', '2021-06-01'];
    assert.equal(await sizes(client(server.url, server.schema), then), 12);
    assert.equal(await sizes(client(server.url, server.schema), now), 10);
    assert.notEqual(await sizes(client(server.url, server.schema), then, now), 12, 'one cache for two days is wrong');
  });

  test('errors come with their codes', async () => {
    const apollo = client(server.url, server.schema);
    const refused = async (query, code) => {
      const error = await apollo.query({ query }).then(() => undefined, (error) => error);
      assert.ok(CombinedGraphQLErrors.is(error), String(error));
      assert.equal(error.errors[0].extensions.code, code);
      assert.ok(error.errors[0].extensions.requestId);
    };
    await refused(gql`{ nothing }`, 'GRAPHQL_VALIDATION_FAILED');
    await refused(gql`{ municipalities(after: "x") { totalCount } }`, 'BAD_CURSOR');
    await refused(gql`{ municipalities(first: 501) { totalCount } }`, 'PAGE_TOO_LARGE');
  });

  test('automatic persisted queries: the text once by POST, then the hash by GET with 304', async () => {
    const query = gql`query Persisted($code: String!) { municipality(code: $code) { id name } }`;
    const variables = { code: '398' };
    const first = recorded();
    const { data } = await client(server.url, server.schema, { persisted: true, fetch: first.fetch }).query({ query, variables });
    assert.equal(data.municipality.name, 'Lahti');
    const [miss, sent] = first.requests;
    assert.equal(first.requests.length, 2);
    assert.equal(miss.method, 'GET');
    assert.equal(JSON.parse(miss.body).errors[0].extensions.code, 'PERSISTED_QUERY_NOT_FOUND');
    assert.equal(miss.headers.get('cache-control'), 'no-store');
    assert.equal(miss.headers.get('etag'), null);
    assert.match(sent.init.body ?? sent.url, /municipality/, 'the text goes with the hash');

    const second = recorded();
    await client(server.url, server.schema, { persisted: true, fetch: second.fetch }).query({ query, variables });
    assert.equal(second.requests.length, 1);
    const [hit] = second.requests;
    assert.equal(hit.method, 'GET');
    assert.doesNotMatch(hit.url, /municipality/, 'the hash is enough');
    const etag = hit.headers.get('etag');
    assert.match(etag, /^"[\w-]+"$/);
    const again = await fetch(hit.url, { headers: { ...hit.init.headers, 'if-none-match': etag } });
    assert.equal(again.status, 304);
  });
});
