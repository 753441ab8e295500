// Requests that would hurt a naive server. Each is answered at once, with a code, and the next request is served.

import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { codes, post, send, start } from '../support/server.js';

// Slow machines and unoptimised builds included; what is not refused early takes far longer.
const QUICK_MS = 2_000;
const STRICT = { accept: 'application/graphql-response+json' };

/** Three levels of sixty spreads each: 216 000 fields in 1.5 KB. */
function fragmentBomb() {
  const spreads = (name) => `...${name} `.repeat(60);
  return `{ ${spreads('A')} } fragment A on Query { ${spreads('B')} } fragment B on Query { ${spreads('C')} } fragment C on Query { __typename }`;
}

/** Each of 22 fragments spreads the next twice: four million fields. */
function doublingBomb() {
  const levels = Array.from({ length: 22 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`);
  return `{ ...F0 } ${levels.join(' ')} fragment F22 on Query { __typename }`;
}

const many = (count, write) => Array.from({ length: count }, (_, i) => write(i)).join(' ');
const FILTERED = 'query ($f: MunicipalityFilter) { municipalities(filter: $f) { nodes { id } } }';
const list = (args) => ({ query: `{ municipalities(${args}) { nodes { id } } }` });

// What is asked, the status and code of the answer.
const REFUSED = {
  'fragment bomb of three levels': [{ query: fragmentBomb() }, 400, 'GRAPHQL_VALIDATION_FAILED'],
  'fragment bomb that doubles 22 times': [{ query: doublingBomb() }, 400, 'GRAPHQL_VALIDATION_FAILED'],
  'fragments that spread each other': [
    { query: '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }' },
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  '30 000 aliases': [{ query: `{ ${many(30_000, (i) => `a${i}: __typename`)} }` }, 400, 'GRAPHQL_VALIDATION_FAILED'],
  '5 000 aliases': [{ query: `{ ${many(5_000, (i) => `a${i}: __typename`)} }` }, 400, 'GRAPHQL_VALIDATION_FAILED'],
  '10 000 directives': [{ query: `{ __typename ${'@a '.repeat(10_000)} }` }, 400, 'GRAPHQL_VALIDATION_FAILED'],
  '10 000 known directives': [
    { query: `{ __typename ${'@skip(if:false)'.repeat(10_000)} }` },
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  '50 000 brackets': [{ query: '{'.repeat(50_000) }, 400, 'GRAPHQL_VALIDATION_FAILED'],
  '50 000 brackets in an argument': [
    { query: `{ municipality(code: ${'['.repeat(50_000)}) { id } }` },
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  'a filter nested 500 deep in a variable': [
    { query: FILTERED, variables: { f: Array.from({ length: 500 }).reduce((inner) => ({ not: inner }), {}) } },
    400,
    'BAD_REQUEST',
  ],
  'a filter of 4 000 conditions in a variable': [
    { query: FILTERED, variables: { f: { or: Array(10).fill({ or: Array(400).fill({ name: { contains: 'a' } }) }) } } },
    400,
    'BAD_USER_INPUT',
  ],
  'a large filter used many times': [
    {
      query: `query ($f: MunicipalityFilter) { ${many(100, (i) => `a${i}: municipalities(first: 1, filter: $f) { nodes { id } }`)} }`,
      variables: { f: { or: Array(100).fill({ name: { contains: 'a' } }) } },
    },
    400,
    'COST_LIMIT',
  ],
  'relations nested four deep in a filter': [
    list('filter: {regions: {some: {municipalities: {some: {regions: {some: {municipalities: {some: {}}}}}}}}}'),
    200,
    'BAD_USER_INPUT',
  ],
  'large pages inside large pages': [
    { query: '{ municipalities(first: 500) { nodes { regions(first: 500) { nodes { id } } } } }' },
    400,
    'COST_LIMIT',
  ],
  'first: 1000': [list('first: 1000'), 200, 'PAGE_TOO_LARGE'],
  'first: -1': [list('first: -1'), 200, 'BAD_USER_INPUT'],
  'first with last': [list('first: 1, last: 1'), 200, 'BAD_USER_INPUT'],
  'a nonsense cursor': [list('after: "nonsense"'), 200, 'BAD_CURSOR'],
  'an out-of-range Int': [list('first: 3000000000'), 400, 'GRAPHQL_VALIDATION_FAILED'],
  'an out-of-range Int in a variable': [
    { query: 'query ($n: Int) { municipalities(first: $n) { nodes { id } } }', variables: { n: 3e9 } },
    400,
    'BAD_USER_INPUT',
  ],
  'a variable that may be null where nothing may': [
    { query: 'query ($id: ID) { node(id: $id) { id } }', variables: {} },
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  'a day that does not exist': [list('asOf: "2007-02-31"'), 200, 'BAD_USER_INPUT'],
  'a malformed id': [{ query: '{ node(id: "x") { id } }' }, 200, 'BAD_USER_INPUT'],
  'neither id nor code': [{ query: '{ municipality { id } }' }, 200, 'BAD_USER_INPUT'],
  'both id and code': [{ query: '{ municipality(id: "x", code: "398") { id } }' }, 200, 'BAD_USER_INPUT'],
  'a field that does not exist': [{ query: '{ nothing }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
  'no GraphQL at all': [{ query: '{ municipalities(' }, 400, 'GRAPHQL_PARSE_FAILED'],
  'an operation that is not in the document': [{ query: 'query A { __typename }', operationName: 'B' }, 400, 'BAD_REQUEST'],
  'two operations and no name': [{ query: 'query A { __typename } query B { __typename }' }, 400, 'BAD_REQUEST'],
  'broken JSON': ['{"query": ', 400, 'BAD_REQUEST'],
  'JSON nested 100 000 deep': ['['.repeat(100_000), 400, 'BAD_REQUEST'],
  'a batch': [[{ query: '{ __typename }' }, { query: '{ __typename }' }], 400, 'BAD_REQUEST'],
  'no query': [{}, 400, 'BAD_REQUEST'],
  'a body of 6 MB': [{ query: `{ __typename } #${'x'.repeat(6_000_000)}` }, 413, 'PAYLOAD_TOO_LARGE'],
};

describe('hostile requests', () => {
  let server;
  before(async () => {
    server = await start('--empty', '--jwt-secret', 'a secret of the conformance suite');
  });
  after(() => server?.stop());

  afterEach(async () => {
    const next = await post(server.url, { query: '{ __typename }' });
    assert.deepEqual(next.json, { data: { __typename: 'Query' } }, 'the next request is served');
    assert.ok(next.ms < QUICK_MS, `the next request took ${next.ms} ms`);
  });

  function refused(answer, status, code) {
    if (status) assert.equal(answer.status, status, answer.text);
    assert.deepEqual([...new Set(codes(answer))], [code], answer.text);
    for (const error of answer.json.errors) assert.ok(error.extensions.requestId, 'each error has its request id');
    assert.ok(answer.ms < QUICK_MS, `it took ${answer.ms} ms`);
  }

  for (const [name, [request, status, code]] of Object.entries(REFUSED)) {
    test(name, async () => refused(await post(server.url, request, STRICT), status, code));
  }

  test('the bombs are small', () => {
    assert.ok(fragmentBomb().length < 1_600);
    assert.ok(doublingBomb().length < 1_600);
  });

  test('a cursor of another order', async () => {
    const made = await post(server.url, list('first: 1, orderBy: {field: CODE}').query.replace('nodes', 'pageInfo { endCursor } nodes'));
    const cursor = made.json.data?.municipalities.pageInfo.endCursor ?? Buffer.from('[1,1,[]]').toString('base64url');
    refused(await post(server.url, list(`after: "${cursor}", orderBy: {field: NAME}`), STRICT), 200, 'BAD_CURSOR');
  });

  test('a mutation by GET', async () => {
    const query = new URLSearchParams({ query: 'mutation { __typename }' });
    const answer = await send(`${server.url}?${query}`, { headers: STRICT });
    assert.ok([400, 405].includes(answer.status), answer.text);
    assert.ok(['METHOD_NOT_ALLOWED', 'GRAPHQL_VALIDATION_FAILED'].includes(codes(answer)[0]), answer.text);
  });

  test('a URL of 70 000 bytes', async () => {
    const answer = await send(`${server.url}?query=%7B__typename%7D&extensions=${'a'.repeat(70_000)}`, { headers: STRICT });
    assert.ok([414, 431].includes(answer.status), `${answer.status}`);
    assert.equal(answer.text, '');
  });

  test('text/plain', async () => {
    const headers = { ...STRICT, 'content-type': 'text/plain' };
    refused(await post(server.url, { query: '{ __typename }' }, headers), 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  test('a form', async () => {
    const headers = { ...STRICT, 'content-type': 'application/x-www-form-urlencoded' };
    refused(await post(server.url, 'query={__typename}', headers), 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  for (const token of ['Bearer broken', 'Bearer ', 'Basic YTpi', `Bearer ${'a.'.repeat(3_000)}`]) {
    test(`a broken token: ${token.slice(0, 20)}`, async () => {
      refused(await post(server.url, { query: '{ __typename }' }, { ...STRICT, authorization: token }), 401, 'UNAUTHENTICATED');
    });
  }

  test('an unsigned token', async () => {
    const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${part({ alg: 'none' })}.${part({ sub: 'x', exp: 4e9, scope: 'admin' })}.`;
    const headers = { ...STRICT, authorization: `Bearer ${token}` };
    refused(await post(server.url, { query: '{ __typename }' }, headers), 401, 'UNAUTHENTICATED');
  });

  for (const method of ['PUT', 'DELETE', 'PATCH']) {
    test(method, async () => {
      refused(await send(server.url, { method, headers: STRICT }), 405, 'METHOD_NOT_ALLOWED');
    });
  }

  test('what is not there is null without an error', async () => {
    const answer = await post(server.url, {
      query: '{ municipality(code: "999") { id } record(scheme: "FI-KUNTA", value: "") { id } search(text: "%") { totalCount } }',
    });
    assert.equal(answer.status, 200);
    assert.equal(answer.json.errors, undefined, answer.text);
    assert.equal(answer.json.data.municipality, null);
    assert.equal(answer.json.data.record, null);
  });

  test('what is within the limits is served', async () => {
    const nested = Array.from({ length: 50 }).reduce((inner) => ({ not: inner }), { code: { eq: '398' } });
    const codes = Array.from({ length: 500 }, (_, i) => String(i).padStart(3, '0'));
    for (const f of [nested, { code: { in: codes } }, { or: codes.map((code) => ({ code: { eq: code } })) }]) {
      const answer = await post(server.url, { query: FILTERED, variables: { f } });
      assert.deepEqual(answer.json, { data: { municipalities: { nodes: [] } } });
      assert.ok(answer.ms < QUICK_MS, `it took ${answer.ms} ms`);
    }
  });

  test('plain JSON clients get 200 for what could not run', async () => {
    const answer = await post(server.url, { query: '{ nothing }' }, { accept: 'application/json' });
    refused(answer, 200, 'GRAPHQL_VALIDATION_FAILED');
    assert.equal('data' in answer.json, false);
  });

  test('nothing of the inside leaks', async () => {
    for (const request of [{ query: '{ nothing }' }, list('after: "nonsense"'), '{"query": ']) {
      const answer = await post(server.url, request, STRICT);
      assert.doesNotMatch(answer.text, /\.rs|sqlx|sea_orm|async_graphql|apollo|panicked|select /i);
    }
  });
});
