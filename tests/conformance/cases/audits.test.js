// GraphQL over HTTP, by the public audit suite of the package graphql-http: every audit must be ok, warnings count.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serverAudits } from 'graphql-http';
import { start } from '../support/server.js';

const AUDITS = 61;

describe('graphql-http audits', () => {
  let server;
  // The suite wants its audits before the server has an address.
  const audits = serverAudits({ url: () => server.url });

  before(async () => {
    server = await start('--empty');
  });
  after(() => server?.stop());

  test('none is missing', () => assert.equal(audits.length, AUDITS));
  for (const audit of audits) {
    test(`${audit.id} ${audit.name}`, async () => {
      const result = await audit.fn();
      assert.equal(result.status, 'ok', `${result.status}: ${result.reason}`);
    });
  }
});
