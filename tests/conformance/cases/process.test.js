// The life of the process: port 0, GET with validators, and an end that loses nothing.

import assert from 'node:assert/strict';
import net from 'node:net';
import { describe, test } from 'node:test';
import { post, send, start } from '../support/server.js';

describe('the server process', () => {
  test('port 0 picks a port and prints it', async () => {
    const server = await start('--empty');
    assert.match(server.printed, /http:\/\/127\.0\.0\.1:[1-9]\d*\/graphql/);
    const origin = new URL('/', server.url);
    for (const path of ['/', '/health/live', '/health/ready', '/schema.graphql']) {
      assert.equal((await send(new URL(path, origin))).status, 200, path);
    }
    assert.equal((await send(new URL('/nothing', origin))).status, 404);
    await server.stop();
  });

  test('GET has a validator, and 304 when nothing changed', async () => {
    const server = await start('--empty');
    const url = `${server.url}?${new URLSearchParams({ query: '{ server { dataVersion } }' })}`;
    const first = await send(url);
    assert.equal(first.status, 200, first.text);
    const etag = first.headers.get('etag');
    assert.match(etag, /^"[\w-]+"$/);
    assert.equal(first.headers.get('cache-control'), 'public, no-cache');
    const again = await send(url, { headers: { 'if-none-match': etag } });
    assert.equal(again.status, 304);
    assert.equal(again.text, '');
    assert.equal((await send(url, { headers: { 'if-none-match': etag, 'accept-language': 'sv' } })).status, 200);
    const failed = await send(`${server.url}?query={nothing}`);
    assert.equal(failed.headers.get('etag'), null);
    assert.equal(failed.headers.get('cache-control'), 'no-store');
    await server.stop();
  });

  test('SIGTERM ends it with 0, and what was being asked is answered', async () => {
    const server = await start('--empty');
    const { hostname, port } = new URL(server.url);
    const body = JSON.stringify({ query: '{ __typename }' });
    const head = `POST /graphql HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
    const socket = net.connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (part) => (answer += part));
    const closed = new Promise((resolve) => socket.on('close', resolve));
    // The server has the head and half of the body when it is told to stop.
    await new Promise((resolve) => socket.write(head + body.slice(0, 5), resolve));
    await new Promise((resolve) => setTimeout(resolve, 200));
    server.child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 200));
    socket.write(body.slice(5));
    await closed;
    assert.match(answer, /^HTTP\/1\.1 200 /);
    assert.match(answer, /"__typename":"Query"/);
    assert.deepEqual(await server.exited, { code: 0, signal: null });
    await assert.rejects(post(server.url, { query: '{ __typename }' }), 'nobody listens any more');
  });

  test('a client that never ends its request does not keep it', async () => {
    const server = await start('--empty', '--timeout', '1');
    const socket = net.connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.on('error', () => {});
    const half = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"q';
    await new Promise((resolve) => socket.write(half, resolve));
    await new Promise((resolve) => setTimeout(resolve, 200));
    server.child.kill('SIGTERM');
    const late = new Promise((resolve) => setTimeout(() => resolve('still running'), 10_000).unref());
    assert.deepEqual(await Promise.race([server.exited, late]), { code: 0, signal: null });
    socket.destroy();
  });

  test('SIGINT ends it with 0, though a client keeps its connection', async () => {
    const server = await start('--empty');
    await post(server.url, { query: '{ __typename }' });
    const idle = net.connect(Number(new URL(server.url).port), '127.0.0.1');
    idle.on('error', () => {});
    await new Promise((resolve) => setTimeout(resolve, 100));
    server.child.kill('SIGINT');
    const late = new Promise((resolve) => setTimeout(() => resolve('still running'), 10_000).unref());
    assert.deepEqual(await Promise.race([server.exited, late]), { code: 0, signal: null });
    idle.destroy();
  });
});
