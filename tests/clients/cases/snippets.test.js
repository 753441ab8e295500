// The settings in docs/API.md are those that the tests here use: each block stands in the file that it names.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../conformance/support/server.js';

const page = readFileSync(path.join(ROOT, 'docs/API.md'), 'utf8');
const blocks = [...page.matchAll(/<!-- from (\S+) -->\n```\w+\n([\s\S]*?)\n```/g)];
/** Without indentation, which a part of a function loses in the page. */
const flat = (text) => text.replace(/^[ \t]+/gm, '').trim();

test('there are some', () => assert.ok(blocks.length >= 6));
for (const [, file, block] of blocks) {
  test(`${file}: ${block.split('\n')[0]}`, () => {
    assert.ok(flat(readFileSync(path.join(ROOT, file), 'utf8')).includes(flat(block)), block);
  });
}
