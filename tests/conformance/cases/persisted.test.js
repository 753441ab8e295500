// Automatic persisted queries against a real process, as Apollo Client and its servers speak them.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { codes, post, send, start } from '../support/server.js';

const QUERY = 'query Version { server { version } }';
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const extensions = (hash) => ({ persistedQuery: { version: 1, sha256Hash: hash } });
const STRICT = { accept: 'application/graphql-response+json' };

describe('automatic persisted queries', () => {
  let server;
  before(async () => {
    server = await start('--empty');
  });
  after(() => server?.stop());

  const get = (params, headers) => send(`${server.url}?${new URLSearchParams(params)}`, { headers });

  test('a miss, the text, then the hash alone', async () => {
    const hash = sha256(QUERY);
    const miss = await post(server.url, { extensions: extensions(hash) });
    assert.equal(miss.status, 200);
    assert.equal(miss.json.errors[0].message, 'PersistedQueryNotFound');
    assert.deepEqual(codes(miss), ['PERSISTED_QUERY_NOT_FOUND']);
    assert.equal(miss.headers.get('cache-control'), 'no-store');
    assert.equal((await post(server.url, { extensions: extensions(hash) }, STRICT)).status, 400);
    const sent = await post(server.url, { query: QUERY, extensions: extensions(hash) });
    assert.ok(sent.json.data.server.version, sent.text);
    assert.deepEqual((await post(server.url, { extensions: extensions(hash) })).json, sent.json);
  });

  test('by GET with a validator', async () => {
    const query = `${QUERY} # by GET`;
    const params = { operationName: 'Version', extensions: JSON.stringify(extensions(sha256(query))) };
    const miss = await get(params);
    assert.deepEqual(codes(miss), ['PERSISTED_QUERY_NOT_FOUND']);
    assert.equal(miss.headers.get('cache-control'), 'no-store');
    assert.equal(miss.headers.get('etag'), null);
    assert.equal((await get({ ...params, query })).status, 200);
    const hit = await get(params);
    assert.ok(hit.json.data.server.version);
    const etag = hit.headers.get('etag');
    assert.equal((await get(params, { 'if-none-match': etag })).status, 304);
    assert.equal((await get(params, { 'if-none-match': '"another"' })).status, 200);
  });

  test('a hash of another text, and another version', async () => {
    const mismatch = await post(server.url, { query: QUERY, extensions: extensions(sha256('another')) });
    assert.deepEqual(codes(mismatch), ['PERSISTED_QUERY_MISMATCH']);
    assert.deepEqual(codes(await post(server.url, { extensions: extensions(sha256('another')) })), ['PERSISTED_QUERY_NOT_FOUND']);
    const version = await post(server.url, { extensions: { persistedQuery: { version: 2, sha256Hash: sha256(QUERY) } } });
    assert.equal(version.status, 400);
    assert.deepEqual(codes(version), ['BAD_REQUEST']);
  });
});
