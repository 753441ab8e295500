// Many requests against a server process: right ones, almost right ones, and anything at all. Always the same for the same seed.

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { buildSchema } from 'graphql';
import { BINARY, ROOT, post } from '../support/server.js';
import { complaint } from './answers.js';
import { request } from './requests.js';

/** The server has it to sign and check tokens. */
export const SECRET = 'a secret of the fuzzer, long enough for HS256';
const CONNECTIONS = 8;
const PATIENCE_MS = 30_000;
// A raw connection of which the server waits for more ends by us.
const RAW_MS = 1_000;

/** Connections that the server may end while we still write: it has answered a request that it did not read to its end. */
class Agent extends http.Agent {
  createConnection(options, ready) {
    return super.createConnection(options, ready).on('error', () => {});
  }
}

/** All that requests are made from. The server runs with `SECRET` and holds the built-in dataset. */
export async function world(url) {
  const examples = ['examples/queries', 'tests'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true })
      .filter((name) => name.endsWith('.graphql') && !/node_modules|clients|\.venv/.test(name))
      .sort()
      .map((name) => readFileSync(path.join(ROOT, folder, name), 'utf8')),
  );
  const schema = buildSchema(await (await fetch(new URL('/schema.graphql', url))).text());
  const lists = Object.values(schema.getQueryType().getFields()).filter(({ args, name }) => args.some((arg) => arg.name === 'orderBy') && name !== 'observations');
  const wanted = lists.flatMap(({ name }) => [2010, 2020].map((year) => `${name}${year}: ${name}(first: 4, asOf: "${year}-06-01") { nodes { id } }`));
  const { json } = await post(url, { query: `{ ${wanted.join(' ')} }` });
  const ids = [...new Set(Object.values(json.data).flatMap(({ nodes }) => nodes.map(({ id }) => id)))].sort();
  const mint = (...scopes) => execFileSync(BINARY, ['token', '--jwt-secret', SECRET, '--hours', '48', ...scopes.flatMap((scope) => ['--scope', scope])], { encoding: 'utf8' }).trim();
  const tokens = [mint(), mint('read:restricted'), mint('admin'), mint('write', 'read:restricted')];
  return { schema, examples, ids, tokens, secret: SECRET, host: new URL(url).host, now: Math.floor(Date.now() / 1_000) };
}

/** Connections that have carried a request. */
const used = new WeakSet();

/** Sends what `request` made; gives status, headers and text, or why there is no answer. */
function send(asked, url, agent) {
  return new Promise((resolve) => {
    const { path: where, method, headers, body } = asked;
    const { hostname, port } = new URL(url);
    // A server may end a connection after an answer (it does when it has not read the whole body), and a client that has kept it asks
    // once more on another.
    const failed = (error) => {
      if (kept && ['EPIPE', 'ECONNRESET'].includes(error.code)) send(asked, url, new Agent()).then(resolve);
      else resolve({ failed: error.code ?? error.message });
    };
    const sent = http.request({ hostname, port, path: where, method, headers, agent, timeout: PATIENCE_MS }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(parts).toString() }));
      response.on('error', (error) => resolve({ failed: error.code ?? error.message }));
    });
    // Node's own `reusedSocket` does not know of a connection that was handed on to a request in line.
    let kept = false;
    sent.on('socket', (socket) => {
      kept = used.has(socket);
      used.add(socket);
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer in ${PATIENCE_MS} ms`)));
    sent.on('error', failed);
    sent.end(body);
  });
}

/** Sends bytes; gives the text of what came back until the connection ended, by us after a while. */
function sendRaw(bytes, url) {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = net.connect(Number(port), hostname);
    let text = '';
    const end = () => {
      socket.destroy();
      resolve(text);
    };
    socket.setTimeout(RAW_MS, end);
    socket.on('data', (part) => (text += part.toString('latin1')));
    socket.on('error', end).on('close', end);
    socket.write(bytes);
  });
}

/** Kilobytes of memory that a process holds. */
export const rss = (pid) => Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/^VmRSS:\s+(\d+)/m)[1]);

/**
 * Sends requests `from` to `to` of a seed, a few at once, and looks at every answer. Gives what was counted; `failures` name
 * the number of the request. Ends early after ten failures or when the process has ended.
 */
export async function fuzz(server, { seed, from = 0, to, samples = 50, tell = () => {} }) {
  const made = await world(server.url);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const found = { kinds: {}, statuses: {}, codes: {}, tokens: {}, withData: 0, memory: [], failures: [], slowest: { ms: 0 } };
  const count = (counted, key) => (counted[key] = (counted[key] ?? 0) + 1);
  let dead = false;
  server.exited.then(() => (dead = true));
  let next = from;

  const one = async (number) => {
    const asked = request(made, seed, number);
    const started = performance.now();
    const answer = asked.raw ? await sendRaw(asked.raw, server.url) : await send(asked, server.url, agent);
    const ms = performance.now() - started;
    const wrong = complaint(asked, answer);
    count(found.kinds, asked.kind);
    count(found.statuses, asked.raw ? `raw ${answer.match(/^HTTP\/1\.\d (\d+)/)?.[1] ?? 'closed'}` : (answer.status ?? 'none'));
    if (!asked.raw) count(found.tokens, asked.token);
    for (const code of answer.codes ?? []) count(found.codes, code);
    if (answer.json?.data) found.withData += 1;
    if (!asked.raw && ms > found.slowest.ms) found.slowest = { ms: Math.round(ms), number };
    if (wrong) {
      const failure = { number, kind: asked.kind, wrong, asked: shown(asked), answer: asked.raw ? answer.slice(0, 1_000) : `${answer.status} ${answer.text?.slice(0, 1_000)}` };
      found.failures.push(failure);
      tell(failure);
    }
  };

  const every = Math.max(1, Math.floor((to - from) / samples));
  const worker = async () => {
    while (next < to && !dead && found.failures.length < 10) {
      const number = next;
      next += 1;
      if ((number - from) % every === 0) found.memory.push(rss(server.child.pid));
      await one(number);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  agent.destroy();
  if (dead) found.failures.push({ number: next, wrong: 'the process has ended', answer: server.log.slice(-2_000) });
  else {
    const after = await post(server.url, { query: '{ __typename }' });
    if (after.json?.data?.__typename !== 'Query') found.failures.push({ number: next, wrong: 'the server answers no more', answer: after.text });
  }
  if (/panicked|"level":"ERROR"|\bERROR\b/.test(server.log)) found.failures.push({ wrong: 'an error in the log', answer: server.log.slice(0, 3_000) });
  return found;
}

/** A request as a person reads it. */
export function shown({ raw, method, path: where, headers, body }) {
  if (raw) return raw.toString('latin1').slice(0, 2_000);
  return `${method} ${where.slice(0, 2_000)}\n${JSON.stringify(headers)}\n${(body ?? '').toString().slice(0, 4_000)}`;
}
