// What holds for every answer, whatever was asked. Each function gives what is wrong, or nothing.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/server.js';

/** The codes of docs/API.md. */
export const CODES = new Set([...readFileSync(path.join(ROOT, 'docs/API.md'), 'utf8').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code));

// SQL and its engines, our crates, places of files, words of a panic. Looked for in what the server says of itself, not in data.
const INSIDE = /\.rs\b|\bsqlx?\b|sqlite|postgres|sea_orm|async_graphql|apollo|tokio|panicked|unwrap|SELECT |\bFROM |\/(?:root|home|work|usr|tmp|etc)\//;
const LONG_HEAD = 60_000;
const NOT_RUN = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED'];

/** `answer`: status, headers, text; or, of raw bytes, the text of all that came back. */
export function complaint(request, answer) {
  if (request.raw) return ofRaw(answer);
  if (answer.failed) return `no answer: ${answer.failed}`;
  const { status, headers, text } = answer;
  const graphql = /^\/graphql(\?|$)/.test(request.path);
  answer.json = parsed(text);
  answer.codes = [...new Set((answer.json?.errors ?? []).map((error) => error.extensions?.code))];
  if (status >= 500 && !(status === 503 && answer.codes.includes('OVERLOADED'))) return `status ${status}`;
  // Where the head is longer than HTTP is read here, nobody has looked for GraphQL in it.
  if ([414, 431].includes(status) && request.path.length + JSON.stringify(request.headers).length > LONG_HEAD && !text) return undefined;
  if (!graphql || request.method === 'HEAD' || request.method === 'OPTIONS' || status === 304) {
    return graphql && status === 304 && text ? '304 with a body' : undefined;
  }
  if (!/^application\/(graphql-response\+)?json/.test(headers['content-type'] ?? '')) return `the type of the answer is ${headers['content-type']}`;
  return ofGraphql(request, answer) ?? ofToken(request, answer);
}

function ofGraphql(request, { status, headers, json, codes }) {
  if (!json || typeof json !== 'object' || Array.isArray(json)) return 'the answer is no JSON object';
  const strange = Object.keys(json).filter((key) => !['data', 'errors'].includes(key));
  if (strange.length) return `the answer has ${strange}`;
  if (!('data' in json) && !json.errors?.length) return 'neither data nor errors';
  if ('errors' in json && !(Array.isArray(json.errors) && json.errors.length)) return 'errors is no list, or empty';
  if ('data' in json && status !== 200) return `data with ${status}`;
  for (const { message, extensions, locations, path: place, ...rest } of json.errors ?? []) {
    if (typeof message !== 'string' || !message) return 'an error without message';
    if (!CODES.has(extensions?.code)) return `the code ${extensions?.code} is not in docs/API.md`;
    if (extensions.requestId !== headers['x-request-id']) return 'the request id is not that of the header';
    if (Object.keys(rest).length) return `an error has ${Object.keys(rest)}`;
    if (locations && !locations.every(({ line, column }) => line > 0 && column > 0)) return 'a location that is none';
    if (place && !Array.isArray(place)) return 'a path that is none';
    if (extensions.code === 'INTERNAL') return 'INTERNAL';
    if (request.kind === 'valid' && INSIDE.test(message)) return `the inside shows: ${message}`;
    if (request.kind !== 'valid' && /panicked|sea_orm|async_graphql|\bsqlx\b|\.rs:\d/.test(message)) return `the inside shows: ${message}`;
  }
  if (request.kind === 'valid' && codes.some((code) => NOT_RUN.includes(code))) return `a valid document is refused: ${json.errors[0].message}`;
}

function ofToken({ token }, { json, status }) {
  if (token === 'bad' && 'data' in json) return 'a broken token is taken';
  if (token === 'bad' && status < 400) return `a broken token gets ${status}`;
  if (token !== 'bad' && status === 401) return 'a good token is refused';
}

function ofRaw(text) {
  const status = Number(text.match(/^HTTP\/1\.[01] (\d{3})/)?.[1] ?? 0);
  if (text && !status) return 'the answer is no HTTP/1';
  if (status >= 500 && status !== 505) return `status ${status}`;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
