// examples/python: a real task with the Python client gql, in an environment of its own. Skipped where there is no Python
// with venv, but not in CI.

import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ROOT, start } from '../../conformance/support/server.js';
import { HERE, run } from '../support/run.js';

const EXAMPLE = path.join(ROOT, 'examples/python');
const VENV = `${HERE}.venv`;
const PYTHON = `${VENV}/bin/python`;

async function ready() {
  if ((await run('python3', ['-c', 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))'])).code !== 0) return false;
  if (!existsSync(PYTHON)) {
    const made = await run('python3', ['-m', 'venv', VENV]);
    assert.equal(made.code, 0, made.text);
  }
  const installed = await run(PYTHON, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', `${EXAMPLE}/requirements.txt`]);
  assert.equal(installed.code, 0, installed.text);
  return true;
}

const able = await ready();
if (!able && process.env.CI) throw new Error('Python 3.10 with venv is needed');

describe('the Python example', { skip: able ? false : 'needs Python 3.10 with venv' }, () => {
  let server;
  let kept;
  before(async () => {
    kept = mkdtempSync(path.join(os.tmpdir(), 'seutu-python-'));
    server = await start();
  });
  after(async () => {
    rmSync(kept, { recursive: true, force: true });
    await server?.stop();
  });

  const ask = (day) => run(PYTHON, [`${EXAMPLE}/municipalities.py`, '--server', server.url, '--day', day, '--keep', kept]);

  test('all municipalities of a day with their successors, and nothing is sent twice', async () => {
    const first = await ask('2008-12-31');
    assert.equal(first.code, 0, first.text);
    const [header, ...rows] = first.stdout.trim().split('\r\n');
    assert.equal(header, 'code,name,from,to,region_code,region,successor_codes,successors');
    assert.equal(rows.length, 415);
    assert.match(rows.find((row) => row.startsWith('532,')), /^532,Nastola,[\d-]*,2016-01-01,07,Päijät-Häme,398,Lahti$/);
    assert.match(first.stderr, /^5 pages asked for, 0 not modified/);
    const again = await ask('2008-12-31');
    assert.equal(again.stdout, first.stdout);
    assert.match(again.stderr, /^5 pages asked for, 5 not modified/);
  });

  test('a refusal is told with its code', async () => {
    const refused = await ask('2007-02-31');
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /^BAD_USER_INPUT: /);
  });
});
