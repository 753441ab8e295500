// A short run of the fuzzer (`make fuzz` is the long one), and the fuzzer itself: it must send what it says, and see what is wrong.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { buildSchema, parse, validate } from 'graphql';
import { complaint } from '../fuzz/answers.js';
import { operation } from '../fuzz/documents.js';
import { SECRET, fuzz, world } from '../fuzz/fuzz.js';
import { source } from '../fuzz/random.js';
import { KINDS, request } from '../fuzz/requests.js';
import { start } from '../support/server.js';

const REQUESTS = 1_500;

describe('the fuzzer', () => {
  let server;
  before(async () => {
    server = await start({ SEUTU_JWT_SECRET: SECRET }, '--timeout', '60');
  });
  after(() => server?.stop());

  test(`${REQUESTS} requests`, async (t) => {
    const found = await fuzz(server, { seed: 1, to: REQUESTS });
    assert.deepEqual(found.failures, []);
    assert.deepEqual(Object.keys(found.kinds).sort(), Object.keys(KINDS).sort());
    assert.ok(found.withData > REQUESTS / 4, `${found.withData} had data`);
    for (const code of ['BAD_USER_INPUT', 'BAD_CURSOR', 'COST_LIMIT', 'GRAPHQL_PARSE_FAILED', 'UNAUTHENTICATED', 'PAYLOAD_TOO_LARGE']) {
      assert.ok(found.codes[code], `${code} was met`);
    }
    t.diagnostic(`statuses ${JSON.stringify(found.statuses)}, slowest ${found.slowest.ms} ms`);
  });

  test('a request is the same for the same seed and number', async () => {
    const made = await world(server.url);
    for (let number = 0; number < 200; number += 1) {
      assert.deepEqual(request(made, 3, number), request(made, 3, number));
    }
    assert.notDeepEqual(request(made, 3, 0), request(made, 4, 0));
  });
});

describe('what the fuzzer finds wrong', () => {
  const id = 'abc';
  const headers = { 'content-type': 'application/json', 'x-request-id': id };
  const asked = { path: '/graphql', method: 'POST', kind: 'valid', token: 'none' };
  const error = (code, message = 'no', more = {}) => ({ message, extensions: { code, requestId: id }, ...more });
  const judged = (status, body, more = {}) => complaint({ ...asked, ...more }, { status, headers, text: typeof body === 'string' ? body : JSON.stringify(body) });

  const WRONG = {
    'a 500': [500, { errors: [error('INTERNAL')] }],
    'a 504': [504, { errors: [error('TIMEOUT')] }],
    'a 503 of another code': [503, { errors: [error('INTERNAL')] }],
    'INTERNAL beside data': [200, { data: null, errors: [error('INTERNAL')] }],
    'no JSON': [200, '{"data": '],
    'a list': [200, []],
    nothing: [200, {}],
    'no errors': [200, { data: {}, errors: [] }],
    'another key': [200, { data: {}, debug: 1 }],
    'a code of nobody': [200, { errors: [error('OOPS')] }],
    'another request id': [200, { errors: [{ message: 'no', extensions: { code: 'BAD_REQUEST', requestId: 'x' } }] }],
    'data with 400': [400, { data: {} }],
    SQL: [200, { data: null, errors: [error('BAD_USER_INPUT', 'near SELECT id FROM record')] }],
    'a place in the code': [200, { data: null, errors: [error('BAD_USER_INPUT', 'panicked at api/src/main.rs:1:1')] }],
    'a refusal of what is valid': [200, { errors: [error('GRAPHQL_VALIDATION_FAILED')] }],
    'a broken token that is taken': [200, { data: {} }, { token: 'bad' }],
    'a good token that is refused': [401, { errors: [error('UNAUTHENTICATED')] }, { token: 'good' }],
  };
  for (const [name, [status, body, more]] of Object.entries(WRONG)) test(name, () => assert.ok(judged(status, body, more)));

  const RIGHT = {
    data: [200, { data: { __typename: 'Query' } }],
    'a refused value': [200, { data: null, errors: [error('BAD_USER_INPUT', 'no', { path: ['a', 0], locations: [{ line: 1, column: 1 }] })] }],
    overload: [503, { errors: [error('OVERLOADED')] }],
    'a refused token': [401, { errors: [error('UNAUTHENTICATED')] }, { token: 'bad' }],
  };
  for (const [name, [status, body, more]] of Object.entries(RIGHT)) test(name, () => assert.equal(judged(status, body, more), undefined));

  test('documents that it takes for valid are', () => {
    const schema = buildSchema('type Query { a(id: ID, name: String, first: Int): [A!]! n: N } interface N { b: Int } type A implements N { b: Int c(x: I): A e: E } enum E { X Y } input I { f: Int! g: [I!] }');
    for (let number = 0; number < 500; number += 1) {
      const { query } = operation(source(1, number), schema, ['x']);
      assert.deepEqual(validate(schema, parse(query)), [], query);
    }
  });
});
