// The three pictures and the page of a municipality.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, site } from './support/browser.js';

const seutu = site();

const count = (page, text) => page.locator('.map-count', { hasText: text }).waitFor();

test('the slider changes the number of municipalities, by keyboard', async () => {
  const page = await seutu.open('#/map?day=2005-01-01');
  await count(page, '432 municipalities');
  const slider = page.getByRole('slider');
  await slider.focus();
  assert.match(await slider.getAttribute('aria-valuetext'), /2005: 432 municipalities/);
  for (let year = 2005; year < 2025; year += 1) await page.keyboard.press('PageUp');
  await count(page, '308 municipalities');
  assert.match(page.url(), /day=2025-01-01/);
  await page.keyboard.press('Home');
  await count(page, '432 municipalities');
  await page.getByRole('button', { name: 'Later change' }).click();
  await page.waitForURL(/day=2006-01-01/);
});

test('each municipality is drawn once, by its boundary, its centre or beside its successor', async () => {
  for (const day of ['2005-01-01', '2014-06-01', '2018-06-01']) {
    const { municipalities } = await ask(
      seutu.url,
      `{ municipalities(asOf: "${day}", first: 500) { totalCount nodes { code boundary center { lon } } } }`,
    );
    const page = await seutu.open(`#/map?day=${day}`);
    await count(page, `${municipalities.totalCount} municipalities`);
    await page.locator('.map-picture').waitFor();
    const codes = (how) =>
      page.locator(`.map-picture a.how-${how}`).evaluateAll((all) => all.map((each) => each.dataset.code));
    const expected = (test) => municipalities.nodes.filter(test).map((each) => each.code);
    const bySets = async (how, test) =>
      assert.deepEqual((await codes(how)).sort(), expected(test).sort(), `${day} ${how}`);
    await bySets('boundary', (each) => each.boundary);
    await bySets('center', (each) => !each.boundary && each.center);
    const hollow = await codes('successor');
    const without = expected((each) => !each.boundary && !each.center);
    assert.ok(hollow.every((code) => without.includes(code)));
    assert.ok(without.length - hollow.length <= 1, 'at most one has no place at all');
    await page.locator('.map-table summary').click();
    assert.equal(await page.locator('.map-table tbody tr').count(), municipalities.totalCount);
  }
});

test('the legend has the classes of the API and the sources', async () => {
  const { indicator } = await ask(
    seutu.url,
    '{ indicator(code: "population") { classBreaks(period: "2022-12-31") { lower upper count } } }',
  );
  const page = await seutu.open('#/map?day=2025-01-01');
  await count(page, '308 municipalities');
  const shown = await page.locator('.map-legend ul').first().locator('li').allInnerTexts();
  const digits = (text) => text.replace(/\D+/g, ' ').trim();
  for (const [index, { lower, upper, count: number }] of indicator.classBreaks.entries()) {
    assert.equal(digits(shown[index].replaceAll(',', '')), `${lower} ${upper} ${number}`);
  }
  await page.getByText('National Land Survey of Finland').waitFor();
});

test('a click opens the municipality, the arrow keys move between neighbours', async () => {
  const page = await seutu.open('#/map?day=2014-06-01');
  await count(page, '320 municipalities');
  await page.locator('[data-code="398"]').focus();
  await page.locator('.map-tip', { hasText: 'Lahti' }).waitFor();
  await page.keyboard.press('ArrowRight');
  await page.locator('.map-tip', { hasText: 'Nastola' }).waitFor();
  await page.getByRole('button', { name: 'Enlarge' }).click();
  await page.locator('[data-code="905"]').click();
  await page.waitForURL(/#\/municipality\/905\?day=2014-06-01/);
  await page.getByRole('heading', { name: /Vaasa/ }).waitFor();
});

test('the page of a municipality that ended says what became of it', async () => {
  const page = await seutu.open('#/municipality/532?day=2014-06-01', { locale: 'fi-FI' });
  await page.getByRole('heading', { name: 'Nastola 532' }).waitFor();
  const successor = page.locator('.municipality li').getByRole('link', { name: 'Lahti', exact: true });
  await successor.waitFor();
  await page.locator('.municipality .facts', { hasText: 'Päijät-Häme' }).waitFor();
  await page.getByText('Maanmittauslaitos').first().waitFor();
  await successor.click();
  await page.getByRole('heading', { name: 'Lahti 398' }).waitFor();
  assert.equal(await page.locator('.series circle').count(), 23);
  const none = await seutu.open('#/municipality/000');
  await none.getByText('No municipality bore the code 000.').waitFor();
});

test('from a municipality to its region, and by the slider to the members of another year with their population', async () => {
  const { region } = await ask(
    seutu.url,
    `{ region(family: MAAKUNTA, code: "07", asOf: "2008-01-01") { municipalities(first: 50) { nodes {
         name observations(filter: { indicatorCodes: ["population"], periodFrom: { eq: "2007-12-31" } }) { nodes { value } }
       } } } }`,
  );
  const page = await seutu.open('#/municipality/398?day=2009-06-01');
  await page.locator('.municipality .facts').getByRole('link', { name: 'Päijät-Häme', exact: true }).first().click();
  await page.getByRole('heading', { name: /Päijät-Häme/ }).waitFor();
  await page.getByRole('slider').focus();
  await page.keyboard.press('PageDown');
  await page.waitForURL(/day=2008-06-01/);
  await count(page, '12 municipalities');
  const shown = await page
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
  const digits = (text) => text.replace(/\D/g, '');
  assert.deepEqual(
    shown.map(([name, value]) => [name.replace(/ \d+$/, ''), digits(value)]).sort(),
    region.municipalities.nodes.map(({ name, observations }) => [name, observations.nodes[0]?.value ?? '']).sort(),
  );
  const nastola = shown.find(([name]) => name.startsWith('Nastola'));
  assert.match(nastola[2], /counted into Lahti/);
});

test('the tree of contracts has three tiers and is walked by keyboard', async () => {
  const page = await seutu.open('#/contracts', { locale: 'fi-FI' });
  const items = page.getByRole('treeitem');
  await items.first().waitFor();
  const tiers = await page.locator('.tree .tier').allInnerTexts();
  assert.deepEqual(
    tiers.slice(0, 3).map((text) => text[0]),
    ['1', '2', '3'],
  );
  await items.first().focus();
  const here = () => page.evaluate(() => document.activeElement.textContent);
  const first = await here();
  await page.keyboard.press('ArrowRight');
  assert.match(await here(), /Valtuusto hyväksyy/);
  await page.keyboard.press('ArrowLeft');
  assert.equal(await here(), first);
  await page.keyboard.press('ArrowLeft');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-expanded')), 'false');
  await page.keyboard.press('End');
  assert.match(await here(), /Tampereen/);
  await page.keyboard.press('r');
  assert.match(await here(), /Rovaniemen/);
  await page.keyboard.press('Enter');
  await page
    .locator('.tree', { hasText: 'Palveluluettelo' })
    .or(page.locator('.tree', { hasText: 'Kohdat' }))
    .first()
    .waitFor();
  assert.equal(await page.locator('.tree [tabindex="0"]').count(), 1);
});

test('the tree says who signs, and on which slide that stands', async () => {
  const { contracts } = await ask(
    seutu.url,
    '{ contracts(filter: { tier: { eq: OPERATIONAL_PRODUCTION } }, first: 1) { nodes { id citations(inherited: false) { field locator } } } }',
  );
  const [{ id, citations }] = contracts.nodes;
  const slides = citations.filter(({ field, locator }) => !field && locator).map(({ locator }) => locator.slice(1));
  const page = await seutu.open('#/contracts', { locale: 'fi-FI' });
  const source = page.locator(`[data-id="${id}/source"]`);
  await source.waitFor();
  assert.deepEqual(
    [...(await source.innerText()).matchAll(/dia (\d+)/g)].map(([, slide]) => slide),
    slides,
  );
  await page
    .locator(`[data-id="${id}/SIGNS_FOR_PURCHASER"]`)
    .or(page.locator(`[data-id^="${id}/SIGNS_FOR_PURCHASER/"]`))
    .first()
    .waitFor();
  assert.match(
    await page.locator(`[data-id^="${id}/parties/doubt"], [data-id^="${id}/doubt"]`).last().innerText(),
    /dia/,
  );
});

test('what is missing or ambiguous is marked, a masked price too', async () => {
  const page = await seutu.open('#/contracts', { locale: 'fi-FI' });
  await page.getByRole('button', { name: 'Avaa kaikki' }).click();
  await page.locator('.tree .sure-ambiguous').first().waitFor();
  const masked = page.getByRole('treeitem').filter({ hasText: 'Hinta on peitetty kortissa' });
  assert.ok((await masked.count()) > 0);
  assert.ok((await masked.last().locator('.sure-missing').count()) > 0);
});

test('a click in the network makes another record the centre, and the list says the same', async () => {
  const page = await seutu.open('#/network', { locale: 'fi-FI' });
  await page.getByRole('heading', { name: 'Turun kaupunki' }).waitFor();
  await page.locator('.network-picture a').first().waitFor();
  const drawn = await page.locator('.network-picture a').count();
  assert.equal(await page.locator('.network-list li').count(), drawn - 1);
  const before = await page
    .locator('.network-picture a g')
    .evaluateAll((all) => all.map((each) => each.getAttribute('transform')));
  await page.reload();
  await page
    .locator('.network-picture a')
    .nth(drawn - 1)
    .waitFor();
  const after = await page
    .locator('.network-picture a g')
    .evaluateAll((all) => all.map((each) => each.getAttribute('transform')));
  assert.deepEqual(after, before, 'the same network gives the same picture');
  await page.locator('.network-picture a').filter({ hasText: 'Turun kaupunginhallitus' }).locator('path').click();
  await page.getByRole('heading', { name: 'Turun kaupunginhallitus' }).waitFor();
  await page.getByRole('button', { name: '1', exact: true }).click();
  await page.getByText(/etäisyys enintään 1/).waitFor();
  await page.getByRole('searchbox').fill('Suupohja');
  await page.locator('.network-search li a').first().click();
  await page.locator('.network-centre', { hasText: 'uupohja' }).waitFor();
});

test('no name in the network lies over another or over a form, on a phone too, and ties are said below names', async () => {
  for (const width of [1280, 390]) {
    const page = await seutu.open('#/network', { locale: 'fi-FI', width, height: 844 });
    await page.locator('.network-picture a').first().waitFor();
    const over = () =>
      page.evaluate(() => {
        const groups = [...document.querySelectorAll('.network-picture g')];
        const boxes = groups.flatMap((group, index) =>
          [...group.querySelectorAll('path, text:not(.tie)')].map((each) => ({
            index: group.getAttribute('transform'),
            of: each.textContent || index,
            box: each.getBoundingClientRect(),
          })),
        );
        const covers = (a, b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
        return boxes.flatMap((one, at) =>
          boxes
            .slice(at + 1)
            .filter((other) => other.index !== one.index && covers(one.box, other.box))
            .map((other) => `${one.of} / ${other.of}`),
        );
      });
    assert.deepEqual(await over(), [], `${width} pixels`);
    assert.equal(await page.locator('.network-picture .tie').count(), 0);
    await page.locator('.network-picture a.centre path').hover();
    await page.locator('.network-picture .tie', { hasText: 'yksikkö' }).first().waitFor();
    assert.deepEqual(await over(), [], `${width} pixels, looked at`);
  }
});
