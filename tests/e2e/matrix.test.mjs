// Every page in every language, skin, theme and width: sound HTML, no error, no barrier, and boxes that agree.
import assert from 'node:assert/strict';
import { test, run, note } from '../support/harness.mjs';
import { startServer } from '../support/server.mjs';
import { launch, openCanvas, openHtml, sharedPage, withPage } from '../support/browser.mjs';
import { domBoxes, forgotten, ourBoxes, parted, widest } from '../support/boxes.mjs';
import { axeViolations, unnamed } from '../support/accessibility.mjs';
import { directions, languages, product, samplePages, themes, widths } from '../support/cases.mjs';
import { isFull } from '../support/places.mjs';
import { request } from '../support/http.mjs';

const server = await startServer();
const browser = await launch();
const pages = await samplePages(server);
// One tab for axe, which must step over the policy, one with the policy in force.
const withAxe = sharedPage(browser, { context: { bypassCSP: true } });
const withPolicy = sharedPage(browser);
const url = (page, language) => server.url + page.addressIn(language);

const skins = { html: openHtml, canvas: openCanvas };

// The text of axe's rule on contrast cannot be judged where the DOM's text is transparent on purpose: the same
// colours are judged in the HTML skin, and in tests of the style table.
const rulesOf = { html: {}, canvas: { 'color-contrast': { enabled: false } } };

const head = (page) => page.evaluate(() => ({
  title: document.title,
  lang: document.documentElement.lang,
  dir: document.documentElement.dir,
  h1: document.querySelectorAll('h1').length,
  main: document.querySelectorAll('main').length,
  words: document.querySelector('main')?.innerText.trim().length ?? 0,
  canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href'),
  alternates: Object.fromEntries([...document.querySelectorAll('link[rel=alternate][hreflang]')].map((link) => [link.hreflang, link.getAttribute('href')])),
  violations: globalThis.__seen.violations,
}));

function checkHead(seen, page, language) {
  assert.equal(seen.lang, language, 'lang of <html>');
  assert.equal(seen.dir, directions[language], 'dir of <html>');
  assert.equal(seen.h1, 1, 'the number of h1');
  assert.equal(seen.main, 1, 'the number of main');
  assert.ok(seen.title.trim().length > 3, 'the title is empty');
  assert.ok(seen.words > 100, 'main holds hardly a word');
  for (const other of languages) {
    assert.ok(seen.alternates[other]?.endsWith(page.addressIn(other)), `hreflang ${other} leads to ${seen.alternates[other]}`);
  }
  assert.ok(seen.canonical?.endsWith(page.addressIn(language)), `canonical is ${seen.canonical}`);
  assert.deepEqual(seen.violations, [], 'reports of the content security policy');
}

for (const [page, language] of product(pages, languages)) {
  test(`${page.name} in ${language} is whole without a browser`, async () => {
    const answer = await request(server.url, page.addressIn(language));
    assert.equal(answer.status, 200);
    assert.match(answer.headers['content-type'], /^text\/html; ?charset=utf-8$/i);
    assert.match(answer.text, /^<!doctype html>/i);
    assert.equal(answer.text.match(/<h1[ >]/g)?.length, 1);
    assert.equal(answer.headers['content-language'] ?? language, language);
  });
}

// What both skins of one look must be: sound, silent, open to everybody.
async function judge(tab, answer, page, language, skin) {
  assert.equal(answer.status(), 200);
  checkHead(await head(tab), page, language);
  assert.deepEqual(await axeViolations(tab, { rules: rulesOf[skin] }), [], `axe, ${skin}`);
  assert.deepEqual(await unnamed(tab), [], `accessibility tree, ${skin}`);
  assert.deepEqual(tab.problems, [], `problems, ${skin}`);
}

// Every page × language; its themes and widths in turn, so that each theme meets each width. `full` takes them all.
const allLooks = [...product(themes, widths)];
const cases = [...product(pages, languages)].flatMap(([page, language], index) =>
  (isFull ? allLooks : [allLooks[(index * 2) % allLooks.length]]).map(([theme, width]) => ({ page, language, theme, width })));

for (const { page, language, theme, width } of cases) {
  test(`${page.name} in ${language}, ${theme}, ${width} px: both skins are sound, and their boxes agree within 1 px`, async () => {
    const html = await withAxe({ theme, width }, async (tab) => {
      await judge(tab, await openHtml(tab, url(page, language)), page, language, 'html');
      return domBoxes(tab);
    });
    await withAxe({ theme, width }, async (tab) => {
      await judge(tab, await openCanvas(tab, url(page, language)), page, language, 'canvas');
      compareBoxes(html, await domBoxes(tab), await ourBoxes(tab));
    });
  });
}

function compareBoxes(html, under, ours) {
  assert.ok(Object.keys(ours).length > 30, `our layout tells ${Object.keys(ours).length} boxes`);
  assert.deepEqual(parted(ours, html).slice(0, 5), [], 'our layout and the HTML skin');
  assert.deepEqual(parted(under, html).slice(0, 5), [], 'the DOM under the canvas and the HTML skin');
  assert.deepEqual(forgotten(ours, html), [], 'boxes that our layout does not know');
}

for (const [language, width] of product(languages, widths)) {
  test(`the sheet in ${language} at ${width} px: boxes agree within 1 px, with the policy in force`, async () => {
    const sheet = pages.find(({ name }) => name === 'sheet');
    const html = await withPolicy({ width }, async (tab) => {
      await openHtml(tab, url(sheet, language));
      return domBoxes(tab);
    });
    await withPolicy({ width }, async (tab) => {
      await openCanvas(tab, url(sheet, language));
      assert.deepEqual(tab.problems, [], 'problems with the policy in force');
      assert.deepEqual((await head(tab)).violations, [], 'reports of the content security policy');
      const [under, ours] = [await domBoxes(tab), await ourBoxes(tab)];
      compareBoxes(html, under, ours);
      if (language === 'ar') note(`sheet ${width} px: ${Object.keys(ours).length} boxes, at most ${widest(ours, html).toFixed(2)} px apart`);
    });
  });
}

test('a scroll bar that takes room of its own moves no box apart', async () => {
  const withBars = await launch({ ignoreDefaultArgs: ['--hide-scrollbars'] });
  for (const width of [360, 768, 1280]) {
    const html = await withPage(withBars, { width }, async (tab) => {
      await openHtml(tab, url(pages[0], 'ar'));
      return { boxes: await domBoxes(tab), width: await tab.evaluate(() => document.documentElement.clientWidth) };
    });
    assert.ok(html.width < width, 'there is no scroll bar');
    await withPage(withBars, { width }, async (tab) => {
      await openCanvas(tab, url(pages[0], 'ar'));
      assert.deepEqual(parted(await ourBoxes(tab), html.boxes).slice(0, 5), [], `at ${width} px`);
    });
  }
});

test('boxes follow a window that changes its width', async () => {
  await withPage(browser, { width: 1280 }, async (tab) => {
    await openCanvas(tab, url(pages[0], 'fr'));
    for (const width of [900, 759, 760, 430, 1280]) {
      const before = await tab.evaluate(() => globalThis.rihab.stats().frames);
      await tab.setViewportSize({ width, height: 800 });
      await tab.waitForFunction((frames) => globalThis.rihab.stats().frames > frames, before);
      assert.deepEqual(parted(await ourBoxes(tab), await domBoxes(tab)).slice(0, 5), [], `at ${width} px`);
    }
    assert.equal(await tab.evaluate(() => document.documentElement.className.includes('skin-canvas')), true);
  });
});

// A judge that never says no proves nothing: a name taken away must be told by both.
const mutations = {
  'the label of the text field': (doc) => { for (const label of doc.querySelectorAll('label[for=text]')) label.remove(); },
  'the words of a radio': (doc) => { doc.querySelector('label .face-text').remove(); doc.querySelector('.face-text')?.parentElement.removeAttribute('aria-label'); },
  'the words of the button that sends': (doc) => { doc.querySelector('#send').textContent = ''; },
  'the words of a language': (doc) => { doc.querySelector('nav a[hreflang]').textContent = ''; },
};
for (const [what, mutate] of Object.entries(mutations)) {
  for (const skin of Object.keys(skins)) {
    test(`without ${what}, both judges of the ${skin} skin say so`, async () => {
      await withAxe({}, async (tab) => {
        await skins[skin](tab, url(pages.find(({ name }) => name === 'sheet'), 'fr'));
        assert.deepEqual(await unnamed(tab), []);
        await tab.evaluate(`(${mutate})(document)`);
        assert.notDeepEqual(await unnamed(tab), [], 'the tree is still judged sound');
        assert.notDeepEqual(await axeViolations(tab), [], 'axe still finds nothing');
      });
    });
  }
}

test('the page that is not there says so in four languages', async () => {
  for (const language of languages) {
    const path = `/${language}/d/rabat/services/no-such-service`;
    const answer = await request(server.url, path);
    assert.equal(answer.status, 404);
    await withAxe({}, async (tab) => {
      await tab.goto(`${server.url}${path}?skin=html`);
      const seen = await head(tab);
      assert.equal(seen.lang, language);
      assert.equal(seen.h1, 1);
      assert.deepEqual(await axeViolations(tab), []);
    });
  }
});

await run();
