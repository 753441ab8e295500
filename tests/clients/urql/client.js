// urql with its normalised cache, as it is set up for this API.

import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { getIntrospectionQuery } from 'graphql';

const named = (type) => (type.ofType ? named(type.ofType) : type.name);

/** Reads the schema, which makes the cache aware of interfaces, nulls and misspelt fields. */
export async function readSchema(url) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: getIntrospectionQuery({ descriptions: false }) }),
  });
  return (await response.json()).data;
}

/** A client for one day and plan: the cache knows records by id, whatever the day they were asked for. */
export function client(url, schema, { fetch = globalThis.fetch, logger } = {}) {
  const keys = {};
  const resolvers = {};
  for (const { kind, name, interfaces, fields } of schema.__schema.types) {
    if (kind !== 'OBJECT' || name.startsWith('__')) continue;
    // What is no record is a value: it has no key and belongs to where it was found.
    if (!interfaces.some((parent) => parent.name === 'Node')) keys[name] = () => null;
    const connections = fields.filter((field) => named(field.type).endsWith('Connection'));
    if (connections.length) resolvers[name] = Object.fromEntries(connections.map((field) => [field.name, relayPagination()]));
  }
  delete keys[schema.__schema.queryType.name];
  return new Client({ url, fetch, preferGetMethod: false, exchanges: [cacheExchange({ schema, keys, resolvers, logger }), fetchExchange] });
}
