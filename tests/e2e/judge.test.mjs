// Our engine is the judge of text: the browser may refuse to measure, and everything is where it was.
import assert from 'node:assert/strict';
import { test, run, note } from '../support/harness.mjs';
import { startServer } from '../support/server.mjs';
import { launch, openCanvas, reachSkin, settled, sharedPage, withPage } from '../support/browser.mjs';
import { ourBoxes, parted } from '../support/boxes.mjs';
import { forbidMeasuring } from '../support/probes.mjs';
import { languages, product, sampled, samplePages, sheet, widths } from '../support/cases.mjs';
import { isFull } from '../support/places.mjs';

const server = await startServer();
const browser = await launch();
const pages = await samplePages(server);
const free = sharedPage(browser);
const forbidden = sharedPage(browser, { probes: [forbidMeasuring] });

for (const [page, language] of sampled(product(pages, languages), 3)) {
  test(`${page.name} in ${language}: while the browser refuses to measure, the canvas takes over with the same boxes`, async () => {
    const address = server.url + page.addressIn(language);
    for (const width of isFull ? widths : [widths[languages.indexOf(language) % 3]]) {
      const boxes = await free({ width }, async (tab) => {
        await openCanvas(tab, address);
        return ourBoxes(tab);
      });
      await forbidden({ width }, async (tab) => {
        await openCanvas(tab, address);
        assert.deepEqual(await tab.evaluate(() => globalThis.__asked), [], 'what was asked of the browser');
        assert.deepEqual(parted(await ourBoxes(tab), boxes, 0), [], `at ${width} px`);
        assert.deepEqual(tab.problems, []);
      });
    }
  });
}

test('the probe itself works: a page that measures is found out', async () => {
  await withPage(browser, { probes: [forbidMeasuring] }, async (tab) => {
    await tab.goto(server.url + sheet('en') + '?skin=html');
    const thrown = await tab.evaluate(() => [
      () => document.body.getBoundingClientRect(), () => document.body.offsetWidth, () => document.body.clientWidth,
      () => document.createRange().getClientRects(), () => document.createElement('canvas').getContext('2d').measureText('a'),
    ].map((ask) => { try { ask(); return false; } catch { return true; } }));
    assert.deepEqual(thrown, [true, true, true, true, true]);
    assert.ok(await tab.evaluate(() => document.documentElement.clientWidth) > 0);
  });
});

test('a change of language after the takeover asks for JSON and fonts only, and keeps the canvas', async () => {
  await withPage(browser, { width: 768, probes: [forbidMeasuring] }, async (tab) => {
    await openCanvas(tab, server.url + sheet('ar'));
    for (const language of ['zgh', 'fr', 'en', 'ar']) {
      const before = tab.requests.length;
      await tab.evaluate((code) => document.querySelector(`nav a[hreflang=${code}]`).click(), language);
      await tab.waitForFunction((code) => document.documentElement.lang === code, language);
      await settled(tab);
      // Browsers look after the icon of a page by themselves whenever its address changes.
      const asked = tab.requests.slice(before).filter(({ path }) => path !== '/icon.svg');
      note(`to ${language}: ${asked.map(({ path }) => path).join(' ') || 'nothing asked'}`);
      assert.deepEqual(asked.filter(({ path, type }) => !path.startsWith('/api/v1/') && type !== 'font' && !/\/assets\/.*\.ttf$/.test(path)), []);
      assert.equal(new URL(tab.url()).pathname, sheet(language));
      assert.equal(await tab.evaluate(() => document.documentElement.classList.contains('skin-canvas')), true);
    }
    assert.deepEqual(tab.problems, []);
  });
});

test('after a change of language the boxes are those of a fresh page', async () => {
  for (const language of languages) {
    const fresh = await withPage(browser, { width: 1280 }, async (tab) => {
      await openCanvas(tab, server.url + sheet(language));
      return ourBoxes(tab);
    });
    await withPage(browser, { width: 1280 }, async (tab) => {
      await openCanvas(tab, server.url + sheet(language === 'ar' ? 'fr' : 'ar'));
      await tab.evaluate((code) => document.querySelector(`nav a[hreflang=${code}]`).click(), language);
      await tab.waitForFunction((code) => document.documentElement.lang === code, language);
      await reachSkin(tab, 'skin-canvas');
      await settled(tab);
      assert.deepEqual(parted(await ourBoxes(tab), fresh, 0.01).slice(0, 5), [], language);
    });
  }
});

await run();
