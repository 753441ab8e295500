// Apollo Client as it is set up for this API.

import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';

const PAGING = ['first', 'after', 'last', 'before'];
/** A list that is read page by page; any other argument makes it another list. */
const list = relayStylePagination((args) => Object.keys(args ?? {}).filter((name) => !PAGING.includes(name)));

const INTROSPECTION = `{
  __schema { types { kind name possibleTypes { name } fields { name type { name ofType { name } } } } }
}`;

/** Reads from the schema which types stand behind the interfaces, and which fields are connections. */
export async function readSchema(url) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: INTROSPECTION }),
  });
  const { types } = (await response.json()).data.__schema;
  const possibleTypes = {};
  const typePolicies = {};
  for (const { kind, name, possibleTypes: possible, fields } of types) {
    if (kind === 'INTERFACE') possibleTypes[name] = possible.map((type) => type.name);
    const connections = (fields ?? []).filter(({ type }) => (type.name ?? type.ofType?.name)?.endsWith('Connection'));
    if (connections.length) typePolicies[name] = { fields: Object.fromEntries(connections.map((field) => [field.name, list])) };
  }
  return { possibleTypes, typePolicies };
}

/** A client for one day and plan: the cache knows records by id, whatever the day they were asked for. */
export function client(url, { possibleTypes, typePolicies }, { persisted = false, fetch = globalThis.fetch } = {}) {
  const sha256 = async (text) => {
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return Buffer.from(bytes).toString('hex');
  };
  const http = new HttpLink({ uri: url, fetch });
  const link = persisted ? ApolloLink.from([new PersistedQueryLink({ sha256, useGETForHashedQueries: true }), http]) : http;
  return new ApolloClient({ link, cache: new InMemoryCache({ possibleTypes, typePolicies }) });
}
