// @graphql-eslint over schema.graphql: no finding that eslint.config.js does not except.

import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { ESLint } from 'eslint';

const HERE = fileURLToPath(new URL('..', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

test('schema.graphql keeps the rules of @graphql-eslint', async () => {
  const eslint = new ESLint({ cwd: ROOT, overrideConfigFile: `${HERE}eslint.config.js` });
  const [result] = await eslint.lintFiles(['schema.graphql']);
  assert.deepEqual(result.messages.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`), []);
});
