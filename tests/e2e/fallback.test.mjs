// Whatever fails or is switched off, the page stays readable and its form works.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, run, note } from '../support/harness.mjs';
import { startServer } from '../support/server.mjs';
import { hideCanvas, hideDom, launch, openCanvas, openHtml, reachSkin, settled, takeoverLimit, withPage } from '../support/browser.mjs';
import { languages, sheet, some } from '../support/cases.mjs';
import { ink, ssim } from '../support/picture.mjs';
import { shot, wholePage } from '../support/screens.mjs';
import { forbidWebgl, keepContext } from '../support/probes.mjs';
import { fieldBoxes } from '../support/boxes.mjs';
import { request } from '../support/http.mjs';
import { source } from '../support/messages.mjs';
import { visibleText } from '../support/html.mjs';
import { manifest } from '../support/first_load.mjs';
import { siteFolder } from '../support/places.mjs';

const server = await startServer();
const browser = await launch();

const wasm = readFileSync(join(siteFolder, manifest()['rihab.wasm']));

const skinOf = (tab) => tab.evaluate(() => document.documentElement.className);

// The page shows its words by itself: the DOM alone is as full of ink as the HTML skin.
async function assertReadable(tab, language, { media = {} } = {}) {
  const look = { width: tab.viewportSize().width, context: media };
  const html = await withPage(browser, look, async (other) => {
    await openHtml(other, server.url + sheet(language));
    return wholePage(other);
  });
  const seen = await wholePage(tab);
  assert.equal(seen.height, html.height, 'height of the page');
  const { whole } = ssim(html, seen, { without: await fieldBoxes(tab) });
  assert.ok(whole > 0.99, `SSIM with the HTML skin ${whole.toFixed(4)}`);
}

// Fills in the form and sends it with the mouse; the receipt must show it.
async function assertUsable(tab, language) {
  const text = `⵿ سجل ${randomInt(1e9)}`.slice(1);
  await tab.locator('label:has(#level-2)').click();
  await tab.locator('label:has(#reason-cost)').click();
  await tab.locator('#text').fill(text);
  await tab.locator('#send').click();
  await tab.waitForURL(/\/receipt\/[\d-]+$/);
  await tab.locator('.user-text').filter({ hasText: text }).waitFor();
  const shown = visibleText((await request(server.url, new URL(tab.url()).pathname)).text);
  assert.ok(shown.includes(text) && shown.includes(source(language, 'level_2')) && shown.includes(source(language, 'reason_cost')));
}

// Time enough for a takeover that must not come.
const wait = (tab) => tab.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), takeoverLimit);

const hindrances = {
  'no WebGL context is given': { options: { probes: [forbidWebgl] } },
  'the wasm is blocked': { prepare: (tab) => tab.route(/\.wasm(\?|$)/, (route) => route.abort()), noisy: true },
  'the wasm is garbage': { prepare: (tab) => tab.route(/\.wasm(\?|$)/, (route) => route.fulfill({ contentType: 'application/wasm', body: 'garbage' })), noisy: true },
  'the wasm is cut off': { prepare: (tab) => tab.route(/\.wasm(\?|$)/, (route) => route.fulfill({
    contentType: 'application/wasm', body: wasm.subarray(0, wasm.length >> 1),
  })), noisy: true },
  'the wasm is not found': { prepare: (tab) => tab.route(/\.wasm(\?|$)/, (route) => route.fulfill({ status: 404, body: '' })), noisy: true },
  'the Unicode data are missing': { prepare: (tab) => tab.route(/\.dat(\?|$)/, (route) => route.abort()), noisy: true },
  'a script does not arrive': { prepare: (tab) => tab.route(/\.js(\?|$)/, (route) => route.abort()), noisy: true },
  'the browser has no WebAssembly': { options: { probes: [() => { delete globalThis.WebAssembly; }] } },
};

for (const [what, { options = {}, prepare = () => {}, noisy = false }] of Object.entries(hindrances)) {
  test(`when ${what}, the page stays HTML, readable, and its form works`, async () => {
    for (const language of some(languages, 4)) {
      await withPage(browser, { width: 360, ...options }, async (tab) => {
        await prepare(tab);
        await tab.goto(server.url + sheet(language));
        await wait(tab);
        assert.match(await skinOf(tab), /skin-html/);
        const { violations } = await tab.evaluate(() => globalThis.__seen);
        assert.deepEqual(violations, []);
        assert.deepEqual(tab.problems.filter((problem) => problem.startsWith('uncaught')), []);
        if (!noisy) assert.deepEqual(tab.problems, []);
        await assertReadable(tab, language);
        await assertUsable(tab, language);
      });
    }
  });
}

test('on a machine without a GPU the page stays HTML and its form works', async () => {
  const poor = await launch({ gpu: false });
  await withPage(poor, { width: 360 }, async (tab) => {
    await tab.goto(server.url + sheet('zgh'));
    await wait(tab);
    assert.match(await skinOf(tab), /skin-html/);
    await assertUsable(tab, 'zgh');
    assert.deepEqual(tab.problems.filter((problem) => !/WebGL/i.test(problem)), []);
  });
});

for (const language of languages) {
  test(`${language}: without script the page is whole and the journey works`, async () => {
    await withPage(browser, { width: 360, context: { javaScriptEnabled: false } }, async (tab) => {
      await tab.goto(server.url + sheet(language));
      const text = `نص ${randomInt(1e9)} écrit`;
      await tab.locator('#send').click();
      await tab.locator('#errors').waitFor();
      assert.ok((await tab.title()).startsWith(source(language, 'error_page_title').split('{')[0].trim()));
      await tab.locator('label:has(#level-5)').click();
      await tab.locator('#text').fill(text);
      await tab.locator('#send').click();
      await tab.waitForURL(new RegExp(`/${language}/receipt/[\\d-]+$`));
      assert.equal(await tab.locator('.user-text').textContent(), text);
      assert.ok((await tab.locator('main').innerText()).includes(source(language, 'level_5')));
    });
  });
}

test('a font that does not arrive keeps the page HTML and readable', async () => {
  await withPage(browser, { width: 360 }, async (tab) => {
    await tab.route(/\.ttf(\?|$)/, (route) => route.abort());
    await tab.goto(server.url + sheet('ar'));
    await wait(tab);
    assert.match(await skinOf(tab), /skin-html/);
    await assertUsable(tab, 'ar');
  });
});

test('a GPU that is lost brings the HTML skin at once, and one that comes back the canvas', async () => {
  for (const language of ['ar', 'en']) {
    await withPage(browser, { width: 768, probes: [keepContext] }, async (tab) => {
      await openCanvas(tab, server.url + sheet(language));
      await tab.locator('#text').fill('gardé');
      const waited = await tab.evaluate(() => new Promise((resolve) => {
        globalThis.__loss = globalThis.__context.getExtension('WEBGL_lose_context');
        const start = performance.now();
        document.querySelector('canvas').addEventListener('webglcontextlost', () => {
          setTimeout(() => resolve({ skin: document.documentElement.className, time: performance.now() - start }), 0);
        });
        globalThis.__loss.loseContext();
      }));
      assert.match(waited.skin, /skin-html/, 'in the same task as the loss');
      await settled(tab);
      await assertReadable(tab, language);
      assert.equal(await tab.locator('#text').inputValue(), 'gardé');
      await tab.evaluate(() => globalThis.__loss.restoreContext());
      await reachSkin(tab, 'skin-canvas');
      await settled(tab);
      const fields = await fieldBoxes(tab);
      await hideDom(tab);
      const canvas = await wholePage(tab);
      const html = await withPage(browser, { width: 768 }, async (other) => {
        await openHtml(other, server.url + sheet(language));
        return wholePage(other);
      });
      const { whole } = ssim(html, canvas, { without: fields });
      assert.ok(whole >= 0.95, `SSIM after the return ${whole.toFixed(4)}`);
      note(`${language}: HTML ${waited.time.toFixed(1)} ms after the loss, SSIM ${whole.toFixed(4)} after the return`);
    });
  }
});

test('a GPU that is lost ten times, also in the middle of typing, never leaves an empty page', async () => {
  await withPage(browser, { width: 360, probes: [keepContext] }, async (tab) => {
    await openCanvas(tab, server.url + sheet('fr'));
    for (let time = 0; time < 10; ++time) {
      await tab.locator('#text').pressSequentially('é');
      await tab.evaluate(() => {
        globalThis.__loss ??= globalThis.__context.getExtension('WEBGL_lose_context');
        globalThis.__loss.loseContext();
      });
      await reachSkin(tab, 'skin-html');
      await tab.evaluate(() => globalThis.__loss.restoreContext());
      await reachSkin(tab, 'skin-canvas');
    }
    assert.equal(await tab.locator('#text').inputValue(), 'é'.repeat(10));
    await assertUsable(tab, 'fr');
  });
});

test('under forced colours the reader’s colours show the page, before and after a takeover', async () => {
  for (const late of [false, true]) {
    const forced = { forcedColors: 'active', colorScheme: 'dark' };
    await withPage(browser, { width: 768, context: late ? {} : forced }, async (tab) => {
      if (late) {
        await openCanvas(tab, server.url + sheet('ar'));
        await tab.emulateMedia(forced);
      } else {
        await tab.goto(server.url + sheet('ar'));
        await wait(tab);
        assert.match(await skinOf(tab), /skin-html/);
      }
      await settled(tab);
      const both = await shot(tab);
      await hideCanvas(tab);
      const dom = await shot(tab);
      assert.ok(both.rgba.equals(dom.rgba), 'the canvas shows under forced colours');
      assert.ok(ink(dom).pixels > 5000, 'the DOM shows hardly anything');
      const radio = await tab.evaluate(() => getComputedStyle(document.querySelector('#completed-yes')).appearance);
      assert.notEqual(radio, 'none', 'radios are native');
      await assertUsable(tab, 'ar');
    });
  }
});

test('on paper the page is HTML, from either skin', async () => {
  const printed = {};
  for (const [skin, open] of Object.entries({ html: openHtml, canvas: openCanvas })) {
    await withPage(browser, { width: 768 }, async (tab) => {
      await open(tab, server.url + sheet('ar'));
      const pdf = await tab.pdf({ format: 'A4' });
      await tab.emulateMedia({ media: 'print' });
      await settled(tab);
      printed[skin] = { picture: await wholePage(tab), pdf: pdf.length, pages: pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length };
      await tab.emulateMedia({ media: 'screen' });
      await settled(tab);
      assert.match(await skinOf(tab), new RegExp(`skin-${skin}`), 'back on the screen');
    });
  }
  assert.ok(ink(printed.html.picture).pixels > 5000);
  assert.equal(printed.canvas.picture.height, printed.html.picture.height);
  const { whole } = ssim(printed.html.picture, printed.canvas.picture);
  assert.ok(whole > 0.995, `SSIM ${whole.toFixed(4)}`);
  assert.equal(printed.canvas.pages, printed.html.pages);
  assert.ok(Math.abs(printed.canvas.pdf / printed.html.pdf - 1) < 0.1, `${printed.canvas.pdf} and ${printed.html.pdf} bytes`);
  note(`PDF of ${printed.html.pages} pages, ${printed.html.pdf} bytes as HTML and ${printed.canvas.pdf} from the canvas skin`);
});

test('?skin=html keeps the first skin, and no wasm is asked for', async () => {
  await withPage(browser, {}, async (tab) => {
    await openHtml(tab, server.url + sheet('en'));
    await wait(tab);
    assert.match(await skinOf(tab), /skin-html/);
    assert.deepEqual(tab.requests.filter(({ path }) => path.endsWith('.wasm')), []);
    await assertUsable(tab, 'en');
  });
});

test('when the server is gone, nothing typed is lost and the page says so', async () => {
  const own = await startServer();
  for (const language of languages) {
    await withPage(browser, { width: 360 }, async (tab) => {
      await openCanvas(tab, own.url + sheet(language));
      await tab.locator('label:has(#level-4)').click();
      await tab.locator('#text').fill('انقطع الخط');
      await own.kill();
      await tab.locator('#send').click();
      await tab.locator('#errors').waitFor();
      assert.ok((await tab.locator('#errors').innerText()).includes(source(language, 'problem_offline')));
      assert.equal(await tab.locator('#text').inputValue(), 'انقطع الخط');
      assert.equal(await tab.locator('#level-4').isChecked(), true);
      await own.start();
      await tab.locator('#send').click();
      await tab.waitForURL(/\/receipt\/[\d-]+$/);
      await tab.locator('.user-text').filter({ hasText: 'انقطع الخط' }).waitFor();
    });
  }
});

await run();
