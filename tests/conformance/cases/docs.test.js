// The examples of README.md and docs/: every ```graphql block runs against a real server without errors, unless its
// first line is `# error: CODE`. A ```json block behind `<!-- answer -->` is the answer to the block before it.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ROOT, codes, post, start } from '../support/server.js';

const files = ['README.md', ...readdirSync(path.join(ROOT, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];

/** The examples of a page: text, line, and the answer if the page shows it. */
function examples(file) {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const blocks = /^```graphql\n([\s\S]*?)^```\n(?:\s*<!-- answer -->\s*```json\n([\s\S]*?)^```)?/gm;
  return [...text.matchAll(blocks)].map(({ 1: query, 2: answer, index }) => ({
    query,
    answer: answer && JSON.parse(answer),
    line: text.slice(0, index).split('\n').length,
  }));
}

describe('examples of the documentation', () => {
  let server;
  before(async () => {
    server = await start();
  });
  after(() => server?.stop());

  for (const file of files) {
    for (const { query, answer, line } of examples(file)) {
      test(`${file}:${line}`, async () => {
        const given = await post(server.url, { query });
        const expected = query.match(/^# error: (\w+)/)?.[1];
        if (expected) assert.equal(codes(given)[0], expected, given.text);
        else assert.equal(given.json?.errors, undefined, given.text);
        if (answer) assert.deepEqual(given.json, answer);
      });
    }
  }
});
