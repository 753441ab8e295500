// What the tests of the caching clients share: a server, the schema as the client reads it, and a fetch that remembers.

import { after, before } from 'node:test';
import { start } from '../../conformance/support/server.js';

/** A list of one region's members, page by page, with what `node` asks of each. */
export const members = (region, node) => `
  query Members($code: String!, $first: Int!, $after: String) {
    region(family: MAAKUNTA, code: $code) {
      id
      name
      ${region}
      municipalities(first: $first, after: $after, orderBy: [{ field: CODE }]) {
        edges { cursor node { id code name ${node} } }
        pageInfo { hasNextPage endCursor hasPreviousPage startCursor }
      }
    }
  }
`;

/** Starts a server for the tests of a suite: `served.url`, and `served.schema` as `readSchema` gives it. */
export function served(readSchema) {
  const self = { url: '', schema: undefined };
  let server;
  before(async () => {
    server = await start();
    self.url = server.url;
    self.schema = await readSchema(server.url);
  });
  after(() => server?.stop());
  return self;
}

/** A fetch that remembers what it was asked and what came. */
export function recorded() {
  const requests = [];
  const fetch = async (url, init) => {
    const response = await globalThis.fetch(url, init);
    const body = await response.clone().text();
    requests.push({ method: init.method, url: String(url), init, status: response.status, headers: response.headers, body });
    return response;
  };
  return { fetch, requests };
}
