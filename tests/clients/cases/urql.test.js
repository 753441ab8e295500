// urql with graphcache, aware of the schema: pages, answers in part from the cache, no warnings.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gql } from '@urql/core';
import { members, recorded, served } from '../support/recorded.js';
import { client, readSchema } from '../urql/client.js';

const MEMBERS = gql(
  members('validity { from to }', 'validity { from fromPrecision } center { lat lon } citations { certainty document { id name } }'),
);

describe('urql with graphcache', () => {
  const server = served(readSchema);

  /** A client that remembers its requests and gathers what the cache complains about. */
  function watched() {
    const said = [];
    const { fetch, requests } = recorded();
    const logger = (severity, message) => severity !== 'debug' && said.push(`${severity}: ${message}`);
    return { said, requests, urql: client(server.url, server.schema, { fetch, logger }) };
  }

  test('pages are joined, and the cache has nothing to complain about', async () => {
    const { said, requests, urql } = watched();
    const ask = async (variables, policy) => {
      const { data, error } = await urql.query(MEMBERS, { code: '07', first: 4, ...variables }, { requestPolicy: policy }).toPromise();
      assert.equal(error, undefined, String(error));
      return data.region.municipalities;
    };
    const first = await ask({});
    assert.equal(first.edges.length, 4);
    const second = await ask({ after: first.pageInfo.endCursor });
    assert.equal(second.edges.length, 8);
    const third = await ask({ after: second.pageInfo.endCursor });
    assert.equal(third.edges.length, 10);
    assert.equal(third.pageInfo.hasNextPage, false);
    assert.equal(requests.length, 3);
    await ask({}, 'cache-only');
    assert.equal(requests.length, 3);
    assert.deepEqual(said, []);
  });

  test('a field that may be null does not keep the rest from coming out of the cache', async () => {
    const { said, requests, urql } = watched();
    await urql.query(MEMBERS, { code: '07', first: 10 }).toPromise();
    assert.equal(requests.length, 1);
    // All of it is there.
    const known = await urql.query(gql`query ($code: String!) { region(family: MAAKUNTA, code: $code) { id name } }`, { code: '07' }).toPromise();
    assert.equal(known.data.region.name, 'Päijät-Häme');
    assert.equal(requests.length, 1);
    // `identifiers` is not, and may not be null: the server is asked.
    const asked = await urql.query(gql`query ($code: String!) { region(family: MAAKUNTA, code: $code) { id identifiers { scheme } } }`, { code: '07' }).toPromise();
    assert.ok(asked.data.region.identifiers.length);
    assert.equal(requests.length, 2);
    // The Swedish name is not, but may be null: the rest is answered at once.
    const part = gql`query ($code: String!) { region(family: MAAKUNTA, code: $code) { id name swedish: name(lang: ["sv"]) } }`;
    const stale = urql.readQuery(part, { code: '07' });
    assert.equal(stale.data.region.name, 'Päijät-Häme');
    assert.equal(stale.data.region.swedish, null);
    const whole = await urql.query(part, { code: '07' }).toPromise();
    assert.equal(whole.data.region.swedish, 'Päijänne-Tavastland');
    assert.deepEqual(said, []);
  });

  test('search results of any noun are records of the same cache', async () => {
    const { said, requests, urql } = watched();
    const { data, error } = await urql
      .query(gql`{ search(text: "Lahti", first: 3) { edges { cursor node { matched record { id name ... on Municipality { code } } } } pageInfo { hasNextPage endCursor } } }`, {})
      .toPromise();
    assert.equal(error, undefined, String(error));
    assert.equal(data.search.edges[0].node.record.code, '398');
    assert.deepEqual(said, []);
  });

  test('errors come with their codes', async () => {
    const { urql } = watched();
    const { error } = await urql.query(gql`{ municipalities(first: 501) { totalCount } }`, {}).toPromise();
    assert.equal(error.graphQLErrors[0].extensions.code, 'PAGE_TOO_LARGE');
  });
});
