// A headless Chromium over a real server. Each page that a test opens is watched: a request to another host, an error on
// the console or a violation of the content security policy fails the test.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, afterEach, before } from 'node:test';
import { chromium } from 'playwright-core';
import { start } from '../../../tests/conformance/support/server.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The last is Päijät-Häme, by its id, which is the same in every installation. */
export const PAGES = [
  '#/',
  '#/explorer',
  '#/map',
  '#/contracts',
  '#/network',
  '#/municipality/398',
  '#/region/AhUcVD4Pu1TDpqjUSO0KLJY?day=2008-06-01',
];

/** Starts server and browser for the tests of a file; `site.open(..)` opens a page. */
export function site() {
  const self = { url: '', open, axe };
  let server;
  let browser;
  let opened = [];

  before(async () => {
    // SEUTU_PAGE: a page that is served already, such as that of `npm run dev`.
    if (!process.env.SEUTU_PAGE) server = await start();
    self.url = process.env.SEUTU_PAGE ?? server.url.replace(/graphql$/, '');
    const executablePath = process.env.CHROMIUM || '/usr/bin/chromium';
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  afterEach(async () => {
    const watched = opened;
    opened = [];
    for (const { context } of watched) await context.close();
    for (const { complaints } of watched) assert.deepEqual(complaints, []);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function open(
    hash = '#/',
    { width = 1280, height = 800, locale = 'en-GB', colorScheme = 'light', expect = [] } = {},
  ) {
    const context = await browser.newContext({
      viewport: { width, height },
      locale,
      colorScheme,
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    const complaints = [];
    const complain = (text) => expect.some((known) => known.test(text)) || complaints.push(text);
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (!/^(data|blob):$/.test(protocol) && `${origin}/` !== self.url) complain(`request to ${request.url()}`);
    });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complain(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complain(`uncaught: ${error.message}`));
    opened.push({ context, complaints });
    await page.goto(self.url + hash);
    await page.locator('main h1').waitFor({ state: 'attached' });
    return page;
  }

  /** Serious violations that axe finds, as text. */
  async function axe(page, exclude = []) {
    // Evaluated from outside of the page, so the content security policy stays in force.
    await page.evaluate(AXE);
    const found = await page.evaluate(
      (without) => globalThis.axe.run({ exclude: without.map((each) => [each]) }, { resultTypes: ['violations'] }),
      exclude,
    );
    return found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
  }

  return self;
}

/** Asks the API itself, in English. */
export async function ask(url, query) {
  const response = await fetch(`${url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()).data;
}
