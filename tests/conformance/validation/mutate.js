// Documents that are almost right: others with a part dropped, doubled or exchanged for a part of the same kind. Always the
// same ones for the same seed.

import { parse, print } from 'graphql';

const VALUES = ['IntValue', 'FloatValue', 'StringValue', 'BooleanValue', 'NullValue', 'EnumValue', 'ListValue', 'ObjectValue', 'Variable'];
const KINDS = [VALUES, ['Field', 'FragmentSpread', 'InlineFragment'], ['NamedType', 'ListType', 'NonNullType']];

/** `count` texts made from `texts`. */
export function mutated(texts, count, seed) {
  const documents = texts.map((text) => parse(text, { noLocation: true }));
  const pool = {};
  const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31);
  const pick = (list) => list[(next() >> 8) % list.length];
  const copy = (node) => JSON.parse(JSON.stringify(node));
  const walk = (node, seen) => {
    for (const key of Object.keys(node)) {
      const children = Array.isArray(node[key]) ? node[key] : [node[key]];
      children.forEach((child, at) => {
        if (!child?.kind) return;
        seen(child, Array.isArray(node[key]) ? [node[key], at] : [node, key]);
        walk(child, seen);
      });
    }
  };
  for (const document of documents) walk(document, (node) => (pool[node.kind] ??= []).push(node));
  const other = ({ kind }) => {
    const kinds = (KINDS.find((group) => group.includes(kind)) ?? [kind]).filter((kind) => pool[kind]);
    return copy(pick(pool[pick(kinds)]));
  };
  const change = (document) => {
    const places = [];
    walk(document, (node, place) => places.push(place));
    const [holder, key] = pick(places);
    const list = Array.isArray(holder);
    const way = pick(list ? ['drop', 'add', 'double', 'exchange'] : ['exchange']);
    if (way === 'drop') holder.splice(key, 1);
    else if (way === 'add') holder.push(other(holder[key]));
    else if (way === 'double') holder.push(copy(holder[key]));
    else holder[key] = other(holder[key]);
    return document;
  };
  return Array.from({ length: count }, () => {
    const once = change(copy(pick(documents)));
    return print(pick([true, false]) && once.definitions.length ? change(once) : once);
  });
}
