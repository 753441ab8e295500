// Clients that take their time, by raw sockets: each is ended in bounded time, and the next one is served.

import assert from 'node:assert/strict';
import net from 'node:net';
import { after, before, describe, test } from 'node:test';
import { start } from '../support/server.js';

const HEAD = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';

describe('slow clients', () => {
  let server;
  before(async () => {
    server = await start('--empty', '--read-timeout', '1.5');
  });
  after(() => server?.stop());

  /** Writes text at once, then a byte each 200 ms, until the server ends it; what came back and how long it took. */
  function drip(text, byte) {
    const started = performance.now();
    return new Promise((resolve, reject) => {
      const socket = net.connect(Number(new URL(server.url).port), '127.0.0.1');
      let answer = '';
      const dripping = setInterval(() => byte && socket.write(byte), 200);
      const late = setTimeout(() => reject(new Error('the server still waits')), 15_000);
      socket.on('data', (part) => (answer += part));
      socket.on('error', () => {});
      socket.on('close', () => {
        clearInterval(dripping);
        clearTimeout(late);
        resolve({ answer, ms: performance.now() - started });
      });
      if (text) socket.write(text);
    });
  }

  /** The next request is answered, on a connection of its own: idle ones are closed while a client takes them up again. */
  async function served() {
    const body = '{"query":"{__typename}"}';
    const { answer } = await drip(`${HEAD}connection: close\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
    assert.match(answer, /^HTTP\/1\.1 200 /);
    assert.match(answer, /"__typename":"Query"/);
  }

  test('a body that drips is answered 408', async () => {
    const { answer, ms } = await drip(`${HEAD}content-length: 1000\r\n\r\n{`, ' ');
    assert.match(answer, /^HTTP\/1\.1 408 /);
    assert.match(answer, /"code":"REQUEST_TIMEOUT"/);
    assert.match(answer, /connection: close/i);
    assert.ok(ms > 1_000 && ms < 10_000, `${ms} ms`);
    await served();
  });

  test('a chunked body that stops is answered 408', async () => {
    const { answer } = await drip(`${HEAD}transfer-encoding: chunked\r\n\r\n1\r\n{\r\n`);
    assert.match(answer, /^HTTP\/1\.1 408 /);
    await served();
  });

  for (const [name, status, line] of [
    ['a broken token', 401, 'authorization: Bearer broken\r\n'],
    ['another media type', 415, 'content-type: text/plain\r\n'],
    ['no form of answer that suits', 406, 'accept: image/png\r\n'],
    ['another method', 405, ''],
  ]) {
    test(`who is refused for ${name} may finish a large body and reads the answer`, async () => {
      const half = 'x'.repeat(400_000);
      const verb = status === 405 ? 'PUT' : 'POST';
      const type = status === 415 ? '' : 'content-type: application/json\r\n';
      const head = `${verb} /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${type}${line}content-length: ${2 * half.length}\r\n\r\n`;
      const socket = net.connect(Number(new URL(server.url).port), '127.0.0.1');
      const broken = new Promise((_, reject) => socket.on('error', reject));
      socket.write(head + half);
      await Promise.race([broken, new Promise((resolve) => setTimeout(resolve, 500))]);
      socket.write(half);
      let answer = '';
      for await (const part of socket) answer += part;
      assert.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `));
      await served();
    });
  }

  for (const [name, text, byte] of [
    ['a head that drips', HEAD, 'x'],
    ['a connection that says nothing', ''],
    ['half a request line', 'PO'],
    ['the start of HTTP/2', 'PRI * HTTP/2.0\r\n'],
  ]) {
    test(`${name} is disconnected`, async () => {
      const { answer, ms } = await drip(text, byte);
      assert.match(answer, /^$|^HTTP\/1\.1 400 /);
      assert.ok(ms < 10_000, `${ms} ms`);
      await served();
    });
  }

  test('a connection is kept for the next request, and not for ever', async () => {
    const body = '{"query":"{__typename}"}';
    const request = `${HEAD}content-length: ${body.length}\r\n\r\n${body}`;
    const { answer, ms } = await drip(request + request);
    assert.equal(answer.match(/HTTP\/1\.1 200 /g).length, 2);
    assert.ok(ms > 1_000 && ms < 10_000, `${ms} ms`);
  });

  test('a hundred slow clients do not keep others waiting', async () => {
    const slow = Array.from({ length: 100 }, () => drip(HEAD, 'x'));
    await served();
    await Promise.all(slow);
    await served();
  });
});
