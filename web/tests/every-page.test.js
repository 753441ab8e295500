// What holds on every page: a phone's width is enough, and axe finds no serious violation, in light and dark.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PAGES, site } from './support/browser.js';

const seutu = site();

/** Violations inside of packages that we take as they are, by page. */
const EXCLUDED = { '#/explorer': ['.graphiql-container'] };

async function settled(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    () => !document.querySelector('main [role=status].note:not(:empty)')?.textContent?.endsWith('…'),
  );
}

for (const hash of PAGES) {
  test(`${hash} fits a phone in every language`, async () => {
    for (const [locale, width] of [
      ['fi-FI', 320],
      ['fi-FI', 390],
      ['sv-FI', 390],
      ['en-GB', 390],
    ]) {
      const page = await seutu.open(hash, { width, height: 844, locale });
      await settled(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${locale}: ${wide} of ${width} pixels`);
      const doors = await page.locator('.head nav li').evaluateAll((all) => all.map((each) => each.offsetTop));
      if (width >= 390) assert.equal(new Set(doors).size, 1, `${locale}: the doors stand in one row`);
    }
  });

  for (const colorScheme of ['light', 'dark']) {
    test(`${hash} has no serious violation that axe finds, ${colorScheme}`, async () => {
      const page = await seutu.open(hash, { colorScheme, locale: 'fi-FI' });
      await settled(page);
      assert.deepEqual(await seutu.axe(page, EXCLUDED[hash]), []);
      assert.equal(await page.locator('main h1').count(), 1);
    });
  }
}
