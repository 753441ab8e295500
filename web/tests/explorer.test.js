// The explorer: ready examples, shareable links, the schema's own documentation.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { site } from './support/browser.js';

const seutu = site();

/** Text of the answer, without the editor's layout. */
async function answer(page, expected) {
  await page.waitForFunction(
    (text) =>
      document
        .querySelector('.result-window')
        ?.textContent?.replace(/\u00a0/g, ' ')
        .includes(text),
    expected,
    { timeout: 30_000 },
  );
}

async function write(page, text) {
  await page.locator('.graphiql-query-editor .view-lines').click();
  await page.keyboard.insertText(text);
  await page.waitForFunction(() =>
    document.querySelector('.graphiql-query-editor .view-lines')?.textContent?.includes('{'),
  );
}

const written = (page) =>
  page.locator('.graphiql-query-editor .view-lines').evaluate((lines) => lines.textContent.replace(/\u00a0/g, ' '));

test('an example is opened and run by a click, and its link can be shared', async () => {
  const page = await seutu.open('#/explorer');
  await page.getByRole('link', { name: 'Mergers of municipalities since 2016' }).click();
  await answer(page, '"Mäntyharju"');
  await page.waitForURL(/#\/explorer\/municipality-mergers$/);
  const other = await seutu.open('#/explorer/municipality-mergers', { locale: 'fi-FI' });
  await answer(other, '"Mäntyharju"');
});

test('a query in the address is run, and what the server refuses is shown with its code', async () => {
  const page = await seutu.open(`#/explorer?query=${encodeURIComponent('{ municipality { name } }')}`, {
    expect: [/400/],
  });
  await answer(page, 'BAD_USER_INPUT');
});

test('a query of one’s own is shared by its address', async () => {
  const page = await seutu.open('#/explorer');
  await write(page, 'query Own($code: String) { municipality(code: $code) { name } }');
  await page.getByRole('button', { name: 'Copy a link to this query' }).click();
  await page.waitForURL(/\?query=query/);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await seutu.open(new URL(link).hash);
  await other.waitForFunction(() => document.querySelector('.graphiql-query-editor')?.textContent?.includes('Own'));
});

test('what was written is not lost to an example', async () => {
  const page = await seutu.open('#/explorer');
  await write(page, '{ server { version } }');
  await page.getByRole('link', { name: 'Population of the municipalities of a region' }).click();
  await answer(page, '"Asikkala"');
  await page.getByRole('tab').first().click();
  await page.waitForFunction(() => document.querySelector('.graphiql-query-editor')?.textContent?.includes('server'));
  assert.match(await written(page), /version/);
});

test('the schema is documented beside the editor, and the editor follows light and dark', async () => {
  const page = await seutu.open('#/explorer', { colorScheme: 'dark' });
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page.getByText('A GraphQL schema provides a root type').waitFor();
  await page.getByRole('link', { name: 'Query', exact: true }).click();
  await page.getByText('One municipality (kunta)').first().waitFor();
  await page.waitForFunction(() => document.body.classList.contains('graphiql-dark'));
});
