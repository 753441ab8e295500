// What is wrong with the configuration is said in one line that names the option and what to do.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { BINARY, post, start } from '../support/server.js';

const SECRET = 'a secret of the conformance suite';

/** Runs the program to its end. */
function run(args, env = {}) {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, ...env }, timeout: 60_000 };
    execFile(BINARY, args, options, (error, stdout, stderr) => resolve({ code: error ? error.code : 0, stdout, stderr }));
  });
}

describe('the configuration', () => {
  let folder;
  let busy;
  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'seutu-'));
    writeFileSync(path.join(folder, 'text.txt'), 'This is no database, and no keys either. '.repeat(100));
    writeFileSync(path.join(folder, 'none.json'), '{"keys": []}');
    writeFileSync(path.join(folder, 'secret.json'), JSON.stringify({ keys: [{ kty: 'oct', k: 'c2VjcmV0', alg: 'HS256' }] }));
    mkdirSync(path.join(folder, 'folder'));
    busy = net.createServer();
    await new Promise((resolve) => busy.listen(0, '127.0.0.1', resolve));
  });
  after(() => {
    busy?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const at = (name) => path.join(folder, name);
  const memory = ['--database', 'sqlite::memory:', '--empty', '--listen', '127.0.0.1:0'];

  // What is run, the exit code, and what the line must say.
  const wrong = {
    'an address that is none': () => [['--listen', 'nonsense'], 1, /--listen \(SEUTU_LISTEN\).*HOST:PORT/],
    'a port beyond all ports': () => [['--listen', '127.0.0.1:99999'], 1, /--listen \(SEUTU_LISTEN\).*HOST:PORT/],
    'an address of another machine': () => [['--listen', '192.0.2.1:8080'], 1, /--listen.*no such address.*0\.0\.0\.0/],
    'a port in use': () => [['--listen', `127.0.0.1:${busy.address().port}`], 1, /--listen.*in use.*another port/],
    'a folder that is not there': () => [['--database', `sqlite://${at('missing/a.db')}`], 1, /--database \(DATABASE_URL\).*no such folder/],
    'a folder for a file': () => [['--database', `sqlite://${at('folder')}`], 1, /--database.*this is a folder/],
    'a file that is no database': () => [['--database', `sqlite://${at('text.txt')}`], 1, /--database.*no SQLite database/],
    'a file that cannot be written': () => [['--database', 'sqlite:///proc/seutu.db'], 1, /--database.*cannot be written to/],
    'no file': () => [['--database', 'sqlite://'], 1, /--database.*no file is named/],
    'an unknown database': () => [['--database', 'mysql://someone:geheim@localhost/seutu'], 1, /--database.*"mysql".*postgres:\/\//],
    'a path for a URL': () => [['--database', at('a.db')], 1, /--database.*no URL.*sqlite:\/\/FILE/],
    'PostgreSQL that does not answer': () => [
      ['--database', 'postgres://someone:geheim@127.0.0.1:1/seutu'],
      1,
      /--database.*PostgreSQL at 127\.0\.0\.1:1 does not answer.*start it/,
    ],
    'keys that are not there': () => [['--jwks', at('missing.json'), ...memory], 1, /--jwks \(SEUTU_JWKS\).*missing\.json/],
    'keys that are none': () => [['--jwks', at('text.txt'), ...memory], 1, /--jwks.*not a JSON Web Key Set/],
    'an empty set of keys': () => [['--jwks', at('none.json'), ...memory], 1, /--jwks.*no public key.*add one/],
    'a secret in the set of keys': () => [['--jwks', at('secret.json'), ...memory], 1, /--jwks.*no public key/],
    'a short secret': () => [['--jwt-secret', 'geheim', ...memory], 1, /--jwt-secret \(SEUTU_JWT_SECRET\).*6 bytes.*32 or more.*openssl/],
    'a short secret for a token': () => [['token', '--jwt-secret', 'geheim'], 1, /--jwt-secret.*32 or more/],
    'no secret for a token': () => [['token'], 1, /--jwt-secret or SEUTU_JWT_SECRET/],
    'a timeout of none': () => [['--timeout', '0'], 2, /--timeout.*more than 0 and at most 3600/],
    'a timeout in words': () => [['--read-timeout', 'long'], 2, /--read-timeout.*more than 0/],
    'an option that is not there': () => [['--nothing'], 2, /--nothing/],
    'a command that is not there': () => [['nothing'], 2, /nothing/],
    'a shell that is not there': () => [['completions', 'dos'], 2, /dos.*\n?.*bash/],
  };

  for (const [name, make] of Object.entries(wrong)) {
    test(name, async () => {
      const [args, code, says] = make();
      const { code: ended, stdout, stderr } = await run(args);
      assert.equal(ended, code, stderr);
      assert.match(stderr, says);
      assert.equal(stdout, '');
      assert.doesNotMatch(stderr, /geheim|panicked|backtrace|Error\(|\.rs:/);
      if (code === 1) assert.match(stderr, /^seutu: [^\n]+\n$/, 'one line');
    });
  }

  test('the environment is read alike', async () => {
    const { code, stderr } = await run(memory, { SEUTU_JWT_SECRET: 'kurz' });
    assert.equal(code, 1);
    assert.match(stderr, /SEUTU_JWT_SECRET/);
    assert.equal((await run(['schema'], { SEUTU_LOG: 'api=nonsense' })).code, 1);
    assert.match((await run(['schema'], { SEUTU_LOG: 'api=nonsense' })).stderr, /^seutu: SEUTU_LOG: [^\n]+\n$/);
    assert.equal((await run(memory, { SEUTU_TIMEOUT: '-1' })).code, 2);
  });

  for (const shell of ['bash', 'zsh', 'fish', 'elvish', 'powershell']) {
    test(`completions for ${shell}`, async () => {
      const { code, stdout, stderr } = await run(['completions', shell]);
      assert.equal(code, 0, stderr);
      for (const word of ['serve', 'import', 'completions', 'read-timeout']) assert.ok(stdout.includes(word), word);
    });
  }

  test('the help fits a terminal of 80 columns', async () => {
    for (const args of [['--help'], ['-h'], ['serve', '--help'], ['import', '--help'], ['token', '--help']]) {
      const { code, stdout } = await run(args, { COLUMNS: '80' });
      assert.equal(code, 0);
      for (const line of stdout.split('\n')) assert.ok(line.length <= 80, line);
    }
  });

  test('each request is one line of JSON in the log, whatever it says', async () => {
    const server = await start({ SEUTU_LOG: 'info' }, '--empty', '--jwt-secret', SECRET);
    const hostile = 'x"}\n{"level":"ERROR"}\u001b[2J';
    await post(server.url, { query: 'query Counted { municipalities(first: 3) { nodes { name } } }' });
    await post(server.url, { query: '{ __typename }', operationName: hostile });
    await post(server.url, { query: '{ nothing }', operationName: 'y'.repeat(100_000) });
    const costly = '{ municipalities(first: 500) { nodes { regions(first: 500) { totalCount } } } }';
    const refused = await post(server.url, { query: `query Costly ${costly}` });
    await post(server.url, { query: '{ __typename }' }, { authorization: 'Bearer x' });
    await server.stop();
    const lines = server.log.trim().split('\n').map((line) => JSON.parse(line));
    const told = lines.filter((line) => line.fields.message === 'graphql').map((line) => line.fields);
    assert.equal(told.length, 5, server.log);
    const [counted, named, long, cost, token] = told;
    assert.equal(counted.operation, 'Counted');
    assert.equal(counted.outcome, 'ok');
    assert.ok(counted.cost >= 3 && counted.statements >= 1 && counted.micros > 0, JSON.stringify(counted));
    assert.match(named.operation, /^[\w?.]{1,67}$/);
    assert.equal(named.code, 'BAD_REQUEST');
    assert.ok(long.operation.length < 70);
    assert.deepEqual([cost.operation, cost.code, cost.outcome, cost.status], ['Costly', 'COST_LIMIT', 'refused', 200]);
    assert.ok(cost.cost > 20_000);
    assert.equal(cost.request_id, refused.headers.get('x-request-id'));
    assert.deepEqual([token.code, token.status], ['UNAUTHENTICATED', 401]);
  });
});
