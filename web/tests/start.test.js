// The start page and the frame of all pages.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, site } from './support/browser.js';

const seutu = site();

test('the start page says what is in this instance', async () => {
  const page = await seutu.open();
  const { server, observations, sourceDocuments, whole } = await ask(
    seutu.url,
    `{ server { version dataVersion counts { noun count } }
       observations(first: 0) { totalCount }
       sourceDocuments(filter: { kind: { in: [DATASET, REGISTER] } }, first: 100) { nodes { name licence attribution } }
       whole: sourceDocuments(filter: { parent: { none: {} } }, first: 100) { nodes { name licence attribution } } }`,
  );
  const digits = (text) => text.replace(/\D/g, '');
  await page.locator('.counts li').first().waitFor();
  const shown = (await page.locator('.counts b').allTextContents()).map(digits);
  assert.deepEqual(shown, [...server.counts.map(({ count }) => count), observations.totalCount].map(String));
  const facts = await page.locator('.facts').innerText();
  assert.ok(facts.includes(server.version) && digits(facts).includes(String(server.dataVersion)));
  const sources = await page.locator('.sources').innerText();
  for (const { name, licence, attribution } of [...sourceDocuments.nodes, ...whole.nodes]) {
    for (const text of [name, licence, attribution]) assert.ok(!text || sources.includes(text), text);
  }
  assert.equal(await page.locator('.doors a').count(), 4);
});

test('the language is the browser’s, can be switched, and is remembered', async () => {
  const page = await seutu.open('#/', { locale: 'sv-FI' });
  const lang = () => page.locator('html').getAttribute('lang');
  assert.equal(await lang(), 'sv');
  await page.getByRole('heading', { name: 'Regionala servicestrukturer i Finland' }).waitFor();
  await page.getByRole('button', { name: 'Suomi' }).click();
  assert.equal(await lang(), 'fi');
  await page.getByRole('heading', { name: 'Suomen alueelliset palvelurakenteet' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Lähteet ja lisenssit' }).waitFor();
  assert.equal(await lang(), 'fi');
});

test('records are named in the language of the page', async () => {
  const page = await seutu.open();
  await page.getByRole('searchbox').fill('helsin');
  await page.locator('.search li', { hasText: 'Helsinki' }).first().waitFor();
  await page.getByRole('button', { name: 'Svenska' }).click();
  await page.locator('.search li', { hasText: 'Helsingfors' }).first().waitFor();
});

test('light and dark follow the system until one is chosen, and that is remembered', async () => {
  const page = await seutu.open('#/', { colorScheme: 'dark' });
  const becomes = (shade) =>
    page.waitForFunction((dark) => {
      const [red] = getComputedStyle(document.documentElement).backgroundColor.match(/\d+/);
      return dark ? red < 60 : red > 200;
    }, shade === 'dark');
  await becomes('dark');
  await page.getByRole('combobox').selectOption('light');
  await becomes('light');
  await page.reload();
  await becomes('light');
});

test('all of it is reached by keyboard', async () => {
  const page = await seutu.open();
  const press = async (key) => {
    await page.keyboard.press(key);
    return page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  };
  assert.equal(await press('Tab'), 'Skip to content');
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.equal(outline, 'solid');
  await press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'MAIN');
  await press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('type')), 'search');
  await page.keyboard.type('Lahti');
  await page.locator('.search li').first().waitFor();
  assert.match(await press('Tab'), /^Lahti\s+municipality$/);
  await press('Enter');
  await page.waitForURL(/#\/municipality\/398$/);
  // A new page takes the focus with it, so reading goes on there.
  await page.waitForFunction(() => document.activeElement?.tagName === 'MAIN');
  for (let step = 0; step < 40 && (await press('Shift+Tab')) !== 'Contracts'; step += 1);
  await press('Enter');
  await page.waitForURL(/#\/contracts$/);
});

test('what cannot be answered is said with code and request id, and can be tried again', async () => {
  const page = await seutu.open('#/explorer', { expect: [/500/] });
  await page.route('**/graphql', (route) =>
    route.fulfill({
      status: 500,
      json: { errors: [{ message: 'no', extensions: { code: 'INTERNAL', requestId: '0a1b' } }] },
    }),
  );
  await page.goto(`${seutu.url}#/`);
  const alert = page.locator('.error[role=alert]');
  await alert.waitFor();
  assert.match(await alert.innerText(), /INTERNAL[\s\S]*0a1b/);
  await page.unroute('**/graphql');
  await alert.getByRole('button').click();
  await page.locator('.counts li').first().waitFor();
});

test('an address that is none is said to be none', async () => {
  const page = await seutu.open('#/nothing/here');
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
});

test('the first page is small', async () => {
  const page = await seutu.open('#/nothing');
  const sizes = [];
  page.on('response', (response) => sizes.push([response.url(), Number(response.headers()['content-length'] ?? 0)]));
  await page.goto('about:blank');
  await page.goto(`${seutu.url}#/`);
  await page.locator('.counts li').first().waitFor();
  const files = sizes.filter(([url]) => !url.endsWith('/graphql'));
  const total = files.reduce((sum, [, size]) => sum + size, 0);
  assert.ok(files.length >= 3 && total > 0, JSON.stringify(sizes));
  assert.ok(total < 100_000, `${total} bytes: ${JSON.stringify(files)}`);
});
