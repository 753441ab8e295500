// No change of the schema breaks clients unawares: see contract/gate.js.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { bare, compare, declaration, repository } from '../contract/gate.js';
import { SCHEMA_FILE } from '../support/schema.js';

const SDL = bare(readFileSync(SCHEMA_FILE, 'utf8'));
const without = (text) => {
  assert.ok(SDL.includes(text), text);
  return SDL.replace(text, '');
};

describe('the published contract', () => {
  test('every break is declared, every declaration breaks', async (t) => {
    const { breaking, others, undeclared, stale } = await repository();
    t.diagnostic(`${breaking.length} declared breaks, ${others} other changes since the schema was published`);
    assert.deepEqual(undeclared.map(declaration), []);
    assert.deepEqual(stale, []);
  });

  test('additions pass', async () => {
    const more = SDL.replace('type Server {', 'type Server {\n  motto: String');
    const { undeclared, others } = await compare(SDL, more, []);
    assert.deepEqual(undeclared, []);
    assert.equal(others, 1);
  });

  const BREAKS = {
    'a field that goes': [without('  dataVersion: Int!\n'), 'FIELD_REMOVED', 'Server.dataVersion'],
    'a type that changes': [SDL.replace('dataVersion: Int!', 'dataVersion: String!'), 'FIELD_TYPE_CHANGED', 'Server.dataVersion'],
    'an enum value that goes': [without('  KELA_PALVELUALUE\n'), 'ENUM_VALUE_REMOVED', 'RegionFamily.KELA_PALVELUALUE'],
    'an argument that becomes required': [
      SDL.replace('nodes(ids: [ID!]!, asOf: Date,', 'nodes(ids: [ID!]!, asOf: Date!,'),
      'FIELD_ARGUMENT_TYPE_CHANGED',
      'Query.nodes.asOf',
    ],
    'a condition that goes': [without('  endKnown: Boolean\n'), 'INPUT_FIELD_REMOVED', 'ValidityFilter.endKnown'],
  };
  for (const [name, [changed, type, path]] of Object.entries(BREAKS)) {
    test(`${name} is refused, and passes when declared`, async () => {
      const refused = await compare(SDL, changed, []);
      assert.deepEqual(refused.undeclared.map((change) => [change.type, change.path]), [[type, path]]);
      const passed = await compare(SDL, changed, [{ type, path, reason: 'a test' }]);
      assert.deepEqual([passed.undeclared, passed.stale], [[], []]);
    });
  }

  test('a declaration without need or reason is refused', async () => {
    const declared = { type: 'FIELD_REMOVED', path: 'Server.dataVersion', reason: 'gone' };
    assert.deepEqual((await compare(SDL, SDL, [declared])).stale, [declared]);
    const bareOne = { ...declared, reason: '' };
    assert.deepEqual((await compare(SDL, BREAKS['a field that goes'][0], [bareOne])).stale, [bareOne]);
  });
});
