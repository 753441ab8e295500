// A real server process on a free port, and the few ways to ask it something.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const TARGET = process.env.CARGO_TARGET_DIR ?? path.join(ROOT, 'target');
export const BINARY = process.env.SEUTU_BINARY ?? path.join(TARGET, 'debug', 'seutu');
const START_MS = 120_000;

/** Starts a server and waits until it has printed its address. Environment first, if any, then options. */
export async function start(...options) {
  const env = typeof options[0] === 'object' ? options.shift() : {};
  if (!existsSync(BINARY)) throw new Error(`there is no ${BINARY}: run \`cargo build\` first`);
  const database = options.includes('--database') ? [] : ['--database', 'sqlite::memory:'];
  const child = spawn(BINARY, ['serve', ...database, '--listen', '127.0.0.1:0', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, SEUTU_LOG: 'warn', ...env },
  });
  const server = { child, printed: '', log: '', url: '' };
  child.stderr.on('data', (part) => (server.log += part));
  const exited = once(child, 'exit').then(([code, signal]) => ({ code, signal }));
  server.exited = exited;
  const address = new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      server.printed += `${line}\n`;
      const found = line.match(/http:\/\/[\d.]+:\d+\/graphql/);
      if (found) resolve(found[0]);
    });
    exited.then(() => reject(new Error(`the server ended without an address\n${server.log}`)));
  });
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`no address after ${START_MS} ms\n${server.log}`)), START_MS).unref();
  });
  try {
    server.url = await Promise.race([address, late]);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  server.stop = async () => {
    child.kill('SIGTERM');
    return exited;
  };
  return server;
}

/** Posts a GraphQL request; gives the status, the JSON answer and how long it took. */
export async function post(url, request, headers = {}) {
  const body = typeof request === 'string' || request instanceof Uint8Array ? request : JSON.stringify(request);
  return send(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
}

/** Sends any request; gives the status, the JSON answer if it is one, and how long it took. */
export async function send(url, init = {}) {
  const started = performance.now();
  const response = await fetch(url, init);
  const text = await response.text();
  const ms = performance.now() - started;
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status: response.status, headers: response.headers, text, json, ms };
}

/** Codes of the errors of an answer. */
export function codes(answer) {
  return (answer.json?.errors ?? []).map((error) => error.extensions?.code);
}
