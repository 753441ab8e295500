// What README.md and docs/OPERATIONS.md tell people to type or to copy: each block runs as it stands, in a folder of its own.
// Only the places are others: /var/lib/seutu, /var/backups and the home folder, and the port.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';
import { BINARY, ROOT, post, start } from '../support/server.js';

const BY_MAKE = ['make run', 'make test'];

/** The blocks of a page in a language, each without its fence. */
function blocks(file, language) {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, block]) => block.trim());
}

/** The one block of a page in a language that holds some words. */
function block(file, language, words) {
  const found = blocks(file, language).filter((text) => text.includes(words));
  assert.equal(found.length, 1, `one block of ${file} with ${words}`);
  return found[0];
}

/** Runs what serves until it has printed its address; gives the address and a way to end it. */
async function serve(command, args, options) {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const address = new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => resolve(line.match(/http:\/\/[\d.]+:\d+\/graphql/)?.[0]));
    ended.then((code) => reject(new Error(`it ended with ${code}`)));
  });
  const url = await address;
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      assert.equal(await ended, 0);
    },
  };
}

describe('commands of the documentation', () => {
  let folder;
  let placed;
  let env;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'seutu-commands-'));
    for (const name of ['lib', 'backups', 'home/.local/share/bash-completion/completions']) mkdirSync(path.join(folder, name), { recursive: true });
    placed = (text) =>
      text
        .replaceAll('/var/lib/seutu/', `${folder}/lib/`)
        .replaceAll('/var/backups/', `${folder}/backups/`)
        .replaceAll('/usr/local/bin/seutu', BINARY)
        .replaceAll('127.0.0.1:8080', '127.0.0.1:0');
    env = { ...process.env, HOME: path.join(folder, 'home'), PATH: `${path.dirname(BINARY)}:${process.env.PATH}`, SEUTU_LOG: 'warn' };
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('every block is tried here', () => {
    const tried = ['sqlite:///', 'completions bash', '.backup', ...BY_MAKE, 'curl -s'];
    for (const file of ['README.md', 'docs/OPERATIONS.md']) {
      for (const text of blocks(file, 'sh')) assert(tried.some((words) => text.includes(words)), `${file}: ${text}`);
    }
    assert.equal(blocks('docs/OPERATIONS.md', 'ini').length, 1);
    assert.equal(blocks('docs/OPERATIONS.md', 'yaml').length, 1);
  });

  test('start, backup while it runs, and a server on the backup', async (context) => {
    const command = placed(block('docs/OPERATIONS.md', 'sh', 'sqlite:///'));
    const server = await serve('/bin/sh', ['-c', `exec ${command}`], { env });
    const count = { query: '{ municipalities { totalCount } server { dataVersion } }' };
    const seen = await post(server.url, count);
    assert.equal(seen.json.errors, undefined, seen.text);
    try {
      execFileSync('sqlite3', ['--version']);
    } catch {
      assert(!process.env.CI, 'sqlite3 is needed for the backup');
      await server.stop();
      context.skip('sqlite3 is not installed');
      return;
    }
    execFileSync('/bin/sh', ['-c', placed(block('docs/OPERATIONS.md', 'sh', '.backup'))], { env });
    await server.stop();
    const copy = await start('--database', `sqlite://${folder}/backups/seutu.sqlite`);
    try {
      assert.deepEqual((await post(copy.url, count)).json, seen.json);
    } finally {
      await copy.stop();
    }
  });

  test('the service of systemd', async () => {
    const unit = placed(block('docs/OPERATIONS.md', 'ini', '[Service]'));
    const values = (name) => unit.split('\n').filter((line) => line.startsWith(`${name}=`)).map((line) => line.slice(name.length + 1));
    const variables = Object.fromEntries(values('Environment').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
    const [command] = values('ExecStart');
    const server = await serve(command, [], { env: { PATH: env.PATH, ...variables } });
    assert.equal((await post(server.url, { query: '{ __typename }' })).json.data.__typename, 'Query');
    await server.stop();
    // The folder that systemd makes is the one that the database is in.
    assert(existsSync(path.join(folder, 'lib', 'seutu.sqlite')));
    assert(block('docs/OPERATIONS.md', 'ini', '[Service]').includes(`sqlite:///var/lib/${values('StateDirectory')[0]}/`));
  });

  test('figures are where Prometheus is told to look', async () => {
    const [, target] = block('docs/OPERATIONS.md', 'yaml', 'scrape_configs').match(/targets: \["(.+)"\]/);
    const usual = execFileSync(BINARY, ['--help'], { encoding: 'utf8' }).match(/--listen[\s\S]*?\[default: (\S+)\]/)[1];
    assert.equal(target, usual);
    const server = await start();
    try {
      // Without a path Prometheus asks for /metrics.
      const answer = await fetch(new URL('/metrics', server.url));
      assert.equal(answer.status, 200);
      assert.match(await answer.text(), /^seutu_build_info\{/m);
    } finally {
      await server.stop();
    }
  });

  test('completions are where bash looks for them', () => {
    execFileSync('/bin/sh', ['-c', block('docs/OPERATIONS.md', 'sh', 'completions bash')], { env });
    const file = path.join(folder, 'home/.local/share/bash-completion/completions/seutu');
    execFileSync('bash', ['-c', `source ${file} && complete -p seutu`]);
  });

  test('the query of README.md by curl has the answer that stands there', async () => {
    const server = await start();
    try {
      const command = block('README.md', 'sh', 'curl -s').replace('http://127.0.0.1:8080/graphql', server.url);
      const answer = JSON.parse(execFileSync('/bin/sh', ['-c', command], { encoding: 'utf8' }));
      const [shown] = blocks('README.md', 'json').map((text) => JSON.parse(text));
      assert.deepEqual(answer.data.municipality, shown.data.municipality);
    } finally {
      await server.stop();
    }
  });

  test('every option is in the table, and the table has no other', () => {
    const help = execFileSync(BINARY, ['--help'], { encoding: 'utf8' });
    const table = readFileSync(path.join(ROOT, 'docs/OPERATIONS.md'), 'utf8');
    const names = (text, form) => new Set([...text.matchAll(form)].map(([, name]) => name));
    const options = names(help, /^\s+(?:-\w, )?(--[\w-]+)/gm);
    for (const common of ['--help', '--version']) options.delete(common);
    assert.deepEqual([...names(table, /^\| `(--[\w-]+)[ `]/gm)].sort(), [...options].sort());
    const variables = names(help, /\[env: (\w+)/g);
    assert(options.size > 5 && variables.size > 5, help);
    for (const variable of variables) assert(table.includes(`\`${variable}\``), variable);
  });
});
