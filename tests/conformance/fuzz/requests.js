// One request for each number: what is sent, and with which token.

import { createHash, createHmac } from 'node:crypto';
import { damaged, large, spoilt } from './damage.js';
import { operation } from './documents.js';
import { source } from './random.js';
import { TEXTS } from './values.js';

/** How often each kind is sent. */
export const KINDS = { valid: 34, wild: 14, example: 8, damaged: 18, large: 4, body: 8, http: 10, raw: 4 };
const TOKENS = { none: 60, good: 25, bad: 15 };

const JSON_TYPE = { 'content-type': 'application/json' };
const ACCEPTS = ['application/graphql-response+json', 'application/json', '*/*', 'application/json;q=0, */*;q=0.1', 'text/html', 'a', ',', 'application/graphql-response+json;charset=utf-8', 'image/png', '*/json;q=2'];
const LANGUAGES = ['fi', 'sv-FI, en;q=0.5', 'en;q=NaN', '*', ',,,', 'x'.repeat(3_000), 'fi;q=0.0001, sv;q=9', '\u00e5', `${'fi-FI-u-co-phonebk, '.repeat(100)}sv`];
const CONTENT_TYPES = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json; charset=latin1', 'application/json; charset=utf-16', 'application/graphql', '', 'application/json, text/plain', 'APPLICATION/JSON', 'application/json;'];
const METHODS = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'QUERY'];
const PATHS = ['/', '/health/live', '/health/ready', '/schema.graphql', '/metrics', '/graphql/', '/graphql?', '/assets/', '/assets/..%2f..%2fetc%2fpasswd', '/assets/../../Cargo.toml', '/.env', '/%00', '/%ff', `/${'a'.repeat(6_000)}`];

const b64 = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token of HS256. */
export function signed(secret, claims, header = { alg: 'HS256', typ: 'JWT' }) {
  const head = `${b64(header)}.${b64(claims)}`;
  return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`;
}

/** What a run is made from: schema, texts of examples, ids that exist, the secret, and tokens that the server's own command made. */
export function request(world, seed, number) {
  const random = source(seed, number);
  const kind = random.weighted(KINDS);
  const token = random.weighted(TOKENS);
  const headers = {};
  if (random.chance(0.4)) headers.accept = random.pick(ACCEPTS.slice(0, 3));
  if (random.chance(0.2)) headers['accept-language'] = random.pick(LANGUAGES.slice(0, 3));
  if (token === 'good') headers.authorization = `Bearer ${random.pick(world.tokens)}`;
  if (token === 'bad') headers.authorization = bad(random, world);
  const made = { number, kind, token, path: '/graphql', ...MAKE[kind](random, world) };
  made.headers = { ...headers, ...made.headers };
  return made;
}

function bad(random, { secret, tokens, now }) {
  const claims = { sub: 'fuzz', exp: now + 86_400, scope: 'admin read:restricted' };
  const good = random.pick(tokens);
  return random.pick([
    () => `Bearer ${signed(secret, { ...claims, exp: now - 3_600 })}`,
    () => `Bearer ${signed(secret, { ...claims, nbf: now + 3_600 })}`,
    () => `Bearer ${signed(secret, { sub: 'fuzz' })}`,
    () => `Bearer ${signed('another secret that is long enough for it', claims)}`,
    () => `Bearer ${signed(secret, claims, { alg: 'none' })}`,
    () => `Bearer ${b64({ alg: 'none' })}.${b64(claims)}.`,
    () => `Bearer ${signed(secret, claims, { alg: 'RS256', kid: '../../key' })}`,
    () => `Bearer ${signed(secret, { ...claims, exp: 'soon' })}`,
    () => `Bearer ${signed(secret, { ...claims, exp: 1e300 * 1e10 })}`,
    () => `Bearer ${good.slice(0, random.int(0, good.length - 1))}`,
    () => `Bearer ${good}A`,
    () => `Bearer ${'a.'.repeat(random.int(0, 1_000))}`,
    () => `Basic ${good}`,
    () => good,
    () => 'Bearer \u00e5\u00e4\u00f6',
  ])();
}

const posted = (body, headers) => ({ method: 'POST', headers: { ...JSON_TYPE, ...headers }, body: Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)) });
const asked = (params) => ({ method: 'GET', path: `/graphql?${new URLSearchParams(params)}` });
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** By POST or by GET, as text or by its hash. */
function way(random, { query, variables }) {
  const hash = { persistedQuery: { version: 1, sha256Hash: sha256(query) } };
  const short = query.length < 6_000;
  return random.weighted({ post: 80, get: short ? 15 : 0, hashed: 5 }) === 'get'
    ? asked({ query, ...(variables && { variables: JSON.stringify(variables) }), ...(random.chance(0.2) && { extensions: JSON.stringify(hash) }) })
    : posted({ query, variables, ...(random.chance(0.05) && { extensions: hash }) });
}

const MAKE = {
  valid: (random, { schema, ids }) => way(random, operation(random, schema, ids)),
  wild: (random, { schema, ids }) => way(random, operation(random, schema, ids, true)),
  example: (random, { examples }) => way(random, { query: random.pick(examples), variables: random.chance(0.3) ? { code: '398', first: 3 } : undefined }),
  damaged: (random, world) => {
    const text = () => (random.chance(0.6) ? random.pick(world.examples) : operation(random, world.schema, world.ids).query);
    return way(random, { query: damaged(random, text(), text()) });
  },
  large: (random, { examples }) => posted({ query: large(random, random.pick(examples)) }),
  body: (random, { schema, ids }) => {
    const right = operation(random, schema, ids);
    const text = random.pick(TEXTS);
    return random.pick([
      () => posted(spoilt(random, Buffer.from(JSON.stringify(right)))),
      () => posted(spoilt(random, Buffer.from(JSON.stringify(right)))),
      () => posted(`${random.pick(['[', '{"query":', '{"variables":{"a":', '"'])}`.repeat(random.pick([1, 100, 50_000]))),
      () => posted({ ...right, variables: random.pick([[], 'a', 1, null, { v0: text }, { v0: { v0: [text] } }, Object.fromEntries(random.times(0, 200, (i) => [`v${i}`, text]))]) }),
      () => posted({ ...right, operationName: random.pick([text, 1, null, [], 'Q']) }),
      () => posted({ ...right, extensions: random.pick([text, 1, null, [], { persistedQuery: text }, { persistedQuery: { version: random.pick([0, 1, 2, '1', 1.5]), sha256Hash: random.pick([text, sha256(text), 1]) } }]) }),
      () => posted({ query: random.pick([text, 1, null, [right.query], { query: right.query }]) }),
      () => posted(`{"query": ${JSON.stringify(right.query)}, "query": "{ __typename }"}`),
      () => posted(random.pick(['null', '1', '[]', '{}', '"{ __typename }"', '', ' ', '{}{}', `[${JSON.stringify(right)}]`])),
      () => posted({ query: `${right.query} #${'x'.repeat(random.pick([90_000, 110_000, 1_040_000, 1_100_000]))}` }),
      () => asked({ query: random.pick([text, right.query]), variables: random.pick(['', '{', '[]', '1', 'null', '{"v0": "a"}', text]), operationName: text }),
      () => asked({ extensions: random.pick(['{', JSON.stringify({ persistedQuery: { version: 1, sha256Hash: sha256(text) } }), text]) }),
    ])();
  },
  http: (random, { schema, ids }) => {
    const right = operation(random, schema, ids);
    return random.pick([
      () => posted(right, { accept: random.pick(ACCEPTS) }),
      () => posted(right, { 'content-type': random.pick(CONTENT_TYPES) }),
      () => posted(right, { 'accept-language': latin1(random.pick(LANGUAGES)) }),
      () => posted(right, { 'content-encoding': random.pick(['gzip', 'br', 'identity', 'x']) }),
      () => posted(right, { 'accept-encoding': random.pick(['gzip', 'br;q=1, gzip;q=0', '*', 'identity;q=0', ',']) }),
      () => posted(right, Object.fromEntries(random.times(1, 60, (i) => [`x-${i}`, 'a'.repeat(random.pick([1, 100]))]))),
      () => ({ method: random.pick(METHODS), headers: { origin: 'https://example.org', 'access-control-request-method': 'POST' } }),
      () => ({ ...asked({ query: right.query.slice(0, 4_000) }), headers: { 'if-none-match': random.pick(['*', '"x"', 'W/"x"', '"', '"a", "b"', 'x'.repeat(2_000)]) } }),
      () => ({ method: random.pick(['GET', 'HEAD', 'POST']), path: random.pick(PATHS) }),
      () => ({ method: 'GET', path: `/graphql?${random.pick(['query=%7B__typename%7D&query=%7Ba%7D', 'query=%ff%fe', 'query', '&&&==', 'query=%', 'variables=%7B%7D', `query=${'%20'.repeat(3_000)}`])}` }),
    ])();
  },
  // Bytes of a connection as they are; what is no HTTP is answered with 4xx, or the connection ends.
  raw: (random, { host }) => {
    const body = '{"query": "{ __typename }"}';
    const head = (lines) => `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nContent-Type: application/json\r\n${lines}\r\n`;
    const bytes = random.pick([
      () => random.bytes(random.pick([1, 50, 5_000])),
      () => `${head(`Content-Length: ${random.pick(['-1', '0', '5', 'x', '99999999999999999999', '27, 27', '+27', '0x1b'])}\r\n`)}${body}`,
      () => `${head(`Content-Length: 27\r\nContent-Length: ${random.pick(['27', '5'])}\r\n`)}${body}`,
      () => `${head(`Content-Length: 27\r\nTransfer-Encoding: ${random.pick(['chunked', 'gzip, chunked', 'x'])}\r\n`)}1b\r\n${body}\r\n0\r\n\r\n`,
      () => `${head('Transfer-Encoding: chunked\r\n')}${random.pick(['1b', 'ffffffffffffffffff', '-1', '1b;x=y', 'zz', ''])}\r\n${body}\r\n0\r\n\r\n`,
      () => `${head(`X-${random.pick(['a b', 'a\0b', '\u00e5', '', 'a:b'])}: c\r\nContent-Length: 27\r\n`)}${body}`,
      () => `${head(`X: ${random.pick(['\0', '\r', '\u0001', 'a\r\n b', '\u00ff'.repeat(100)])}\r\nContent-Length: 27\r\n`)}${body}`,
      () => `${head(`X: ${'a'.repeat(random.pick([10_000, 500_000]))}\r\nContent-Length: 27\r\n`)}${body}`,
      () => head(Array.from({ length: random.pick([50, 200]) }, (_, i) => `X${i}: a\r\n`).join('')),
      () => `${random.pick(['GET', 'get', 'G\u00c9T', '', 'POST '.repeat(9)])} ${random.pick(['/graphql', '*', 'graphql', 'http://example.org/graphql', '/\u00e5', '//', 'a:443'])} ${random.pick(['HTTP/1.1', 'HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/9.9', ''])}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
      () => `GET /graphql?query=%7B__typename%7D HTTP/1.1\r\n${random.pick(['', 'Host:\r\n', `Host: ${host}\r\nHost: b\r\n`, 'Host: \u00e5 b\r\n'])}Connection: close\r\n\r\n`,
      () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0',
      () => head('Content-Length: 27\r\n') + body.slice(0, random.int(0, 26)),
    ])();
    return { raw: Buffer.from(bytes, 'latin1') };
  },
};

const latin1 = (text) => Buffer.from(text, 'utf8').toString('latin1');
