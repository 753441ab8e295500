// graphql-codegen: a typed client made from schema.graphql, checked by the strict compiler, and run.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { start } from '../../conformance/support/server.js';
import { HERE, run } from '../support/run.js';

const DOCS = readFileSync(`${HERE}../../docs/API.md`, 'utf8');

describe('graphql-codegen', () => {
  let server;
  let client;
  let compiled;
  before(async () => {
    rmSync(`${HERE}codegen/generated`, { recursive: true, force: true });
    const generated = await run('graphql-codegen', ['--config', 'codegen/codegen.ts', '--silent']);
    assert.equal(generated.code, 0, generated.text);
    compiled = await run('tsc', ['-p', 'codegen', '--pretty', 'false']);
    client = await import('../codegen/generated/out/client.js');
    server = await start();
  });
  after(() => server?.stop());

  test('the client compiles; each mistake in wrong.ts does not', () => {
    const errors = [...compiled.text.matchAll(/^codegen\/(\S+)\((\d+),/gm)].map(([, file, line]) => `${file}:${line}`);
    const lines = readFileSync(`${HERE}codegen/wrong.ts`, 'utf8').split('\n');
    const wanted = lines.flatMap((line, at) => (line.includes('// error') ? [`wrong.ts:${at + 1}`] : []));
    assert.equal(wanted.length, 6);
    assert.deepEqual(errors, wanted, compiled.text);
  });

  test('a running server gives the same types, with the packages that the page on clients names', async () => {
    const [, packages] = DOCS.match(/^npm install --save-dev (.+)\n/m);
    const { devDependencies } = JSON.parse(readFileSync(`${HERE}package.json`, 'utf8'));
    for (const name of packages.split(' ')) assert.ok(devDependencies[name], name);
    const settings = readFileSync(`${HERE}codegen/codegen.ts`, 'utf8');
    const folder = 'codegen/generated/server';
    mkdirSync(HERE + folder, { recursive: true });
    const moved = settings.replace('../../schema.graphql', server.url).replace("'codegen/generated/'", `'${folder}/'`);
    writeFileSync(`${HERE}${folder}/codegen.ts`, moved);
    const generated = await run('graphql-codegen', ['--config', `${folder}/codegen.ts`, '--silent']);
    assert.equal(generated.code, 0, generated.text);
    const types = (of) => readFileSync(`${HERE}${of}/graphql.ts`, 'utf8');
    assert.equal(types(folder), types('codegen/generated'));
  });

  test('scalars and enums have types of their own', () => {
    const types = readFileSync(`${HERE}codegen/generated/graphql.ts`, 'utf8');
    for (const name of ['Date', 'DateTime', 'Decimal', 'Language']) {
      assert.match(types, new RegExp(`^  ${name}: \\{ input: string; output: string; \\}`, 'm'));
    }
    assert.match(types, /export type RegionFamily =\n(?:\s+\/\*\*[^\n]+\n|\s+\| '\w+';?\n)+/);
    assert.doesNotMatch(types, /: any\b/);
  });

  test('members of a region with their population', async () => {
    const members = await client.members(server.url, 'MAAKUNTA', '07', '2021-01-01');
    assert.ok(members.length >= 10, JSON.stringify(members));
    const lahti = members.find(({ code }) => code === '398');
    assert.equal(lahti.name, 'Lahti');
    assert.ok(lahti.population > 100_000, JSON.stringify(lahti));
    assert.equal(await client.members(server.url, 'MAAKUNTA', '99', '2020-01-01'), undefined);
  });

  test('what a search finds, by type', async () => {
    const found = await client.found(server.url, 'Lahti');
    assert.ok(found.includes('Lahti (398) at 61.0'), JSON.stringify(found));
  });

  test('a refusal has its code', async () => {
    await assert.rejects(client.count(server.url, '2007-02-31'), { code: 'BAD_USER_INPUT' });
    assert.equal(await client.count(server.url, '2005-06-01'), 432);
  });
});
