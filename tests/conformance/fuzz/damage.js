// Ways to spoil a document, and the bytes of a body.

import { NUMBERS, TEXTS } from './values.js';

const TOKEN = /"""[\s\S]*?"""|"(?:\\.|[^"\\])*"|\.\.\.|[A-Za-z_]\w*|-?\d[\w.+-]*|[^\s,]/g;
const WORDS = ['null', 'true', 'query', 'mutation', 'subscription', 'fragment', 'on', '__typename', '__schema', '__type', '$v', '@skip(if: true)', '{', '}', '(', ')', '[', ']', '...', '!', ':', '='];
const tokens = (text) => text.replace(/^#.*$/gm, '').match(TOKEN) ?? [];
const escaped = (text) => JSON.stringify(text).replaceAll('\u007f', '\\u007f');

/** A document with one to four of its tokens swapped, dropped, doubled, or exchanged for something else. */
export function damaged(random, text, other) {
  const list = tokens(text);
  for (let left = random.int(1, 4); left > 0 && list.length; left -= 1) {
    const at = random.int(0, list.length - 1);
    switch (random.pick(['swap', 'drop', 'double', 'other', 'word', 'value', 'cut'])) {
      case 'swap': {
        const to = random.int(0, list.length - 1);
        [list[at], list[to]] = [list[to], list[at]];
        break;
      }
      case 'drop':
        list.splice(at, random.pick([1, 1, 1, 5]));
        break;
      case 'double':
        list.splice(at, 0, ...list.slice(at, at + random.pick([1, 1, 3, 20])));
        break;
      case 'other': {
        const from = tokens(other);
        list[at] = random.pick(from) ?? '';
        break;
      }
      case 'word':
        list.splice(at, random.int(0, 1), random.pick(WORDS));
        break;
      case 'value': {
        const places = list.flatMap((token, place) => (/^["\d-]/.test(token) ? [place] : []));
        const place = places.length ? random.pick(places) : at;
        list[place] = random.chance(0.5) ? random.pick(NUMBERS) : escaped(random.pick(TEXTS));
        break;
      }
      default:
        if (random.chance(0.2)) list.length = at;
    }
  }
  return list.join(' ');
}

const many = (count, make) => Array.from({ length: count }, (_, i) => make(i)).join(' ');

/** Documents that are large in one direction: near the limits, and far beyond. */
export function large(random, text) {
  const count = random.pick([2, 20, 59, 61, 99, 101, 499, 501, 3_000]);
  const depth = random.pick([3, 10, 19, 21, 50, 300, 5_000]);
  const inner = text.match(/\{[\s\S]*\}/)?.[0] ?? '{ __typename }';
  const filters = (name) => Array.from({ length: depth }).reduce((held) => `{${name}: ${name === 'not' ? held : `[${held}]`}}`, '{}');
  return random.pick([
    () => `{ ${many(count, (i) => `a${i}: __typename`)} }`,
    () => `{ ${many(count, (i) => `a${i}: municipality(code: "398") { name }`)} }`,
    () => `{ __typename ${many(count, () => random.pick(['@skip(if: false)', '@include(if: true)', '@a']))} }`,
    () => `{ municipalities(first: 1) { nodes ${'{ regions(first: 1) { nodes { municipalities(first: 1) { nodes '.repeat(Math.min(depth, 400))}{ id }${' } } } }'.repeat(Math.min(depth, 400))} } }`,
    () => `{ municipalities(first: 1, filter: ${filters(random.pick(['and', 'or', 'not']))}) { totalCount } }`,
    () => `{ municipalities(filter: {code: {in: [${many(count, (i) => `"${i}"`)}]}}) { totalCount } }`,
    () => `{ ...F0 } ${many(Math.min(count, 101), (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F${Math.min(count, 101)} on Query { __typename }`,
    () => `{ ...F } fragment F on Query ${inner.startsWith('{') ? inner : '{ __typename }'}`,
    () => `query Q(${many(count, (i) => `$v${i}: Int`)}) { __typename }`,
    () => `${many(Math.min(count, 99), (i) => `query Q${i} { __typename }`)}`,
    () => '{'.repeat(depth),
    () => `{ __type(name: "Municipality") ${'{ fields { type '.repeat(Math.min(depth, 300))}{ name }${' } }'.repeat(Math.min(depth, 300))} }`,
    () => `{ nodes(ids: [${many(count, () => '"x"')}]) { id } }`,
  ])();
}

/** Bytes that are almost those of a body: cut off, with bytes exchanged, put in or doubled, or in another encoding. */
export function spoilt(random, bytes) {
  const copy = Buffer.from(bytes);
  const at = random.int(0, Math.max(0, copy.length - 1));
  return random.pick([
    () => copy.subarray(0, at),
    () => {
      for (let left = random.int(1, 8); left > 0 && copy.length; left -= 1) copy[random.int(0, copy.length - 1)] = random.int(0, 255);
      return copy;
    },
    () => Buffer.concat([copy.subarray(0, at), random.bytes(random.int(1, 40)), copy.subarray(at)]),
    () => Buffer.concat([copy, copy]),
    () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), copy]),
    () => Buffer.from(copy.toString('utf8'), 'utf16le'),
    () => Buffer.from(random.bytes(random.pick([0, 1, 10, 1_000, 30_000]))),
  ])();
}
