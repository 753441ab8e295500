// Relay: the compiler reads schema.graphql, and what it makes runs in relay-runtime against a server, as usePaginationFragment
// and useRefetchableFragment run it.

import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, beforeEach, describe, test } from 'node:test';
import relay from 'relay-runtime';
import { post, start } from '../../conformance/support/server.js';
import { HERE, run } from '../support/run.js';

const { Environment, Network, RecordSource, Store, createOperationDescriptor, fetchQuery, getPaginationVariables, getRefetchMetadata, getSelector } = relay;

/** A fragment of an answer, and the next page of its connection. */
class Paginated {
  constructor(environment, fragment, ref, parents) {
    Object.assign(this, { environment, fragment, ref, parents });
    this.metadata = fragment.metadata.refetch;
  }
  get selector() {
    return getSelector(this.fragment, this.ref);
  }
  get data() {
    return this.environment.lookup(this.selector).data;
  }
  get connection() {
    return this.metadata.connection.path.reduce((value, key) => value[key], this.data);
  }
  codes() {
    return this.connection.edges.map(({ node }) => node.code);
  }
  async next(count) {
    const { refetchableRequest, identifierInfo } = getRefetchMetadata(this.fragment, 'next');
    const own = identifierInfo ? { [identifierInfo.identifierQueryVariableName]: this.data[identifierInfo.identifierField] } : {};
    const variables = getPaginationVariables(
      'forward',
      count,
      this.connection.pageInfo.endCursor,
      { ...this.parents, ...this.selector.variables },
      own,
      this.metadata.connection,
    );
    await fetchQuery(this.environment, refetchableRequest, variables).toPromise();
  }
}

describe('Relay', () => {
  let server;
  let environment;
  let artifact;
  let sent;
  before(async () => {
    rmSync(`${HERE}relay/__generated__`, { recursive: true, force: true });
    mkdirSync(`${HERE}relay/__generated__`);
    const compiled = await run('relay-compiler', ['relay/relay.config.json']);
    assert.equal(compiled.code, 0, compiled.text);
    const require = createRequire(import.meta.url);
    artifact = (name) => require(`../relay/__generated__/${name}.graphql`);
    server = await start();
  });
  after(() => server?.stop());

  // A store holds records by id, so it is good for one day and plan.
  beforeEach(() => {
    sent = [];
    const network = Network.create(async ({ name, text }, variables) => {
      sent.push(name);
      const { json } = await post(server.url, { query: text, variables });
      assert.equal(json.errors, undefined, JSON.stringify(json.errors));
      return json;
    });
    environment = new Environment({ network, store: new Store(new RecordSource()) });
  });

  async function load(name, variables) {
    const query = artifact(name);
    const data = await fetchQuery(environment, query, variables).toPromise();
    const operation = createOperationDescriptor(query, variables);
    environment.retain(operation);
    return { data, root: environment.lookup(operation.fragment).data };
  }

  test('a connection on a record goes on twice, by node', async () => {
    const { root } = await load('membersQuery', { code: '07' });
    const page = new Paginated(environment, artifact('membersOfRegion'), root.region, { code: '07' });
    assert.equal(page.codes().length, 4);
    assert.equal(page.connection.pageInfo.hasNextPage, true);
    await page.next(3);
    assert.equal(page.codes().length, 7);
    await page.next(3);
    assert.equal(page.codes().length, 10);
    assert.equal(new Set(page.codes()).size, 10);
    assert.equal(page.connection.pageInfo.hasNextPage, false);
    assert.deepEqual(sent, ['membersQuery', 'membersOfRegionNextQuery', 'membersOfRegionNextQuery']);
  });

  test('a connection at the root goes on twice, under its day', async () => {
    const variables = { code: '07', day: '2008-06-01' };
    const { root } = await load('membersThenQuery', variables);
    const page = new Paginated(environment, artifact('membersThen'), root, variables);
    await page.next(4);
    await page.next(4);
    assert.equal(page.connection.pageInfo.hasNextPage, false);
    assert.ok(page.codes().includes('532'), 'Nastola was there then');
    assert.deepEqual(page.codes(), page.codes().toSorted());
    assert.equal(new Set(page.codes()).size, page.codes().length);
  });

  test('a record is refetched by node, and is the same record in the store', async () => {
    const { root } = await load('membersQuery', { code: '07' });
    const { id } = root.region;
    const { data } = await load('membersOfRegionNextQuery', { id, count: 1 });
    assert.equal(data.node.__id, id);
    assert.equal(environment.getStore().getSource().get(id).name, 'Päijät-Häme');
  });
});
