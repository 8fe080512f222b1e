// What every page owes its reader, whatever it says: a way past its head, no trap, room in a narrow window, rest, the
// place where they were, and a word while an answer takes long or does not come.
import assert from 'node:assert/strict';
import { test, run } from '../support/harness.mjs';
import { startServer } from '../support/server.mjs';
import { fontsReady, launch, openCanvas, openHtml, reachSkin, settled, sharedPage, withPage } from '../support/browser.mjs';
import { domBoxes, ourBoxes, parted } from '../support/boxes.mjs';
import { languages, product, sampled, samplePages, sheet } from '../support/cases.mjs';
import { collisions } from '../support/collisions.mjs';
import { request } from '../support/http.mjs';
import { source } from '../support/messages.mjs';

const server = await startServer();
const browser = await launch();
const pages = await samplePages(server);
const url = (page, language) => server.url + page.addressIn(language);
// Each page in one language, each language with every fourth page.
const inTurn = pages.map((page, index) => [page, languages[index % languages.length]]);

const ways = {
  'with the canvas': { look: sharedPage(browser), open: openCanvas },
  'without script': { look: sharedPage(browser, { context: { javaScriptEnabled: false } }), open: (tab, address) => tab.goto(address) },
};

// Where the focus is.
const stop = (tab) => tab.evaluate(() => {
  const element = document.activeElement;
  const { x, y, width, height } = element.getBoundingClientRect();
  return {
    n: element.dataset.n ?? '', href: element.getAttribute('href') ?? '', isInMain: Boolean(element.closest('main')),
    isBody: element === document.body, isSeen: width >= 24 && height >= 24 && x >= 0 && y >= 0 && x < innerWidth && y < innerHeight,
  };
});

// What Tab must reach, in its order; of radios of one name only one.
const tabStops = (tab) => tab.evaluate(() => {
  const groups = new Set();
  return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), textarea, select, summary, [tabindex="0"]')]
    .filter((element) => element.type !== 'radio' || !(groups.has(element.name) || !groups.add(element.name)))
    .map((element) => element.dataset.n);
});

for (const [name, { look, open }] of Object.entries(ways)) {
  for (const [page, language] of inTurn) {
    test(`${page.name} in ${language}, ${name}: the skip link comes first and leads past the head, and Tab goes through and out`, async () => {
      await look({ width: 390, height: 700 }, async (tab) => {
        await open(tab, url(page, language));
        assert.equal((await stop(tab)).isBody, true, 'a page that is loaded leaves the focus where it was: nowhere');
        await tab.keyboard.press('Tab');
        const first = await stop(tab);
        assert.deepEqual([first.href, first.isSeen], ['#main', true]);
        const expected = await tabStops(tab);
        const seen = [first.n];
        for (let count = 1; count < expected.length; ++count) {
          await tab.keyboard.press('Tab');
          seen.push((await stop(tab)).n);
        }
        assert.deepEqual(seen, expected);
        await tab.keyboard.press('Tab');
        const last = await stop(tab);  // A browser without a frame of its own may begin again at once.
        assert.ok(last.isBody || last.n === first.n, 'the focus is trapped');
        await open(tab, url(page, language));
        await tab.keyboard.press('Tab');
        await tab.keyboard.press('Enter');
        assert.equal(await tab.evaluate(() => document.activeElement.id), 'main');
        await tab.keyboard.press('Tab');
        const next = await stop(tab);
        const isEmpty = await tab.evaluate(() => !document.querySelector('main').querySelector('a[href], button, input:not([type=hidden])'));
        assert.ok(next.isInMain || isEmpty, `after the skip link Tab goes to ${next.href}`);
      });
    });
  }
}

test('without script the language links of every page lead to the same page, which begins with its skip link', async () => {
  const { look, open } = ways['without script'];
  await look({ width: 390, height: 700 }, async (tab) => {
    for (const [page, language] of inTurn) {
      await open(tab, url(page, language));
      const other = languages[(languages.indexOf(language) + 1) % languages.length];
      await tab.locator(`nav a[hreflang=${other}]`).click();
      await tab.waitForURL((now) => now.pathname === page.addressIn(other));
      assert.equal(await tab.evaluate(() => document.documentElement.lang), other);
      assert.equal(await tab.locator('main h1').count(), 1, page.name);
      await tab.keyboard.press('Tab');
      assert.equal((await stop(tab)).href, '#main', page.name);
    }
  });
});

// WCAG 1.4.10: 320 CSS px, which is 1280 px at 400 %.
const narrow = { width: 320, height: 256 };
const narrowTabs = [1, 4].map((deviceScaleFactor) => sharedPage(browser, { context: { deviceScaleFactor } }));
for (const [index, [page, language]] of sampled(product(pages, languages), 3).entries()) {
  test(`${page.name} in ${language}: at 320 px and at 400 % nothing leaves the window, and the boxes agree`, async () => {
    for (const look of index % 3 === 0 ? narrowTabs : narrowTabs.slice(0, 1)) {
      await look(narrow, async (tab) => {
        await openCanvas(tab, url(page, language));
        assert.deepEqual((await collisions(tab, { fewest: 5 })).slice(0, 5), []);
        assert.deepEqual(parted(await ourBoxes(tab), await domBoxes(tab)).slice(0, 5), []);
        await openHtml(tab, url(page, language));
        assert.deepEqual((await collisions(tab, { fewest: 5 })).slice(0, 5), []);
      });
    }
  });
}

// What moves, or would as soon as its reader touches it: { lasting in s: names }.
const motion = (tab) => tab.evaluate(() => {
  const longest = (times) => Math.max(...times.split(',').map((time) => parseFloat(time) / (time.trim().endsWith('ms') ? 1000 : 1)));
  const styles = [...document.querySelectorAll('*')].map((element) => [element, getComputedStyle(element)]);
  return {
    running: document.getAnimations().length,
    longest: Math.max(...styles.map(([, style]) => Math.max(longest(style.transitionDuration), style.animationName === 'none' ? 0 : longest(style.animationDuration)))),
    smooth: styles.filter(([, style]) => style.scrollBehavior === 'smooth').length,
  };
});

test('no page moves for longer than 200 ms, and none moves at all for a reader who wants none', async () => {
  const calm = sharedPage(browser, { context: { reducedMotion: 'reduce' } });
  const usual = sharedPage(browser);
  for (const [index, [page, language]] of inTurn.entries()) {
    const open = index % 2 === 0 ? openCanvas : openHtml;
    const { running, longest } = await usual({}, async (tab) => (await open(tab, url(page, language)), motion(tab)));
    assert.ok(running === 0 && longest <= 0.2, `${page.name}: ${running} animations, up to ${longest} s`);
    assert.deepEqual(await calm({}, async (tab) => (await open(tab, url(page, language)), motion(tab))), { running: 0, longest: 0, smooth: 0 }, page.name);
  }
});

const place = (tab) => tab.evaluate(() => ({
  path: location.pathname, y: Math.round(scrollY), href: document.activeElement.getAttribute('href') ?? document.activeElement.localName,
}));

// Follows the last link to a page, scrolled to where a thumb is; tells where it stood.
async function leaveBy(tab, address) {
  const link = tab.locator(`a[href="${address}"]`).last();
  await link.evaluate((element) => scrollTo({ top: element.getBoundingClientRect().top + scrollY - 300, behavior: 'instant' }));
  await link.focus();
  await settled(tab);
  const left = await place(tab);
  await tab.keyboard.press('Enter');
  await tab.waitForFunction((path) => location.pathname === path && document.activeElement.localName === 'h1', address);
  await settled(tab);
  return left;
}

// Until the page is that one and its reader at that place.
async function isAt(tab, { path, y, href }) {
  await tab.waitForFunction((wanted) => location.pathname === wanted.path && Math.abs(scrollY - wanted.y) <= 2 &&
    (document.activeElement.getAttribute('href') ?? document.activeElement.localName) === wanted.href, { path, y, href }, { timeout: 5000 })
    .catch(async () => assert.fail(`${JSON.stringify(await place(tab))} instead of ${JSON.stringify({ path, y, href })}`));
}

const kinds = { services: 'sheet', news: 'article', activities: 'activity', programmes: 'programme', courts: 'court' };
for (const [index, [section, entry]] of Object.entries(kinds).entries()) {
  const language = languages[index % languages.length];
  test(`${section} in ${language}: back and forward between district, list and entry find scroll and focus again`, async () => {
    await ways['with the canvas'].look({ width: 390, height: 480 }, async (tab) => {
      const address = pages.find(({ name }) => name === entry).addressIn(language);
      const above = address.slice(0, address.lastIndexOf('/'));
      const front = above.slice(0, above.lastIndexOf('/'));
      await openCanvas(tab, server.url + front);
      const inFront = await leaveBy(tab, above);
      const inList = await leaveBy(tab, address);
      assert.ok(inList.y > 0, 'the link stands above the first window');
      await tab.evaluate(() => scrollTo({ top: 200, behavior: 'instant' }));
      const inEntry = await place(tab);
      for (const [move, before] of [['back', inList], ['back', inFront], ['forward', inList], ['forward', inEntry]]) {
        await tab.evaluate((where) => history[where](), move);
        await isAt(tab, before);
      }
      assert.deepEqual(tab.problems, []);
    });
  });
}

for (const language of ['ar', 'fr']) {
  test(`${language}: an address with a fragment opens at its place, in either skin, and keeps it`, async () => {
    await withPage(browser, { width: 390, height: 700 }, async (tab) => {
      const shown = () => tab.evaluate(() => {
        const { top, bottom } = document.getElementById('rate-title').getBoundingClientRect();
        return { isSeen: top >= -1 && bottom <= innerHeight + 1, y: Math.round(scrollY), hash: location.hash };
      });
      await tab.goto(`${server.url}${sheet(language)}?skin=html#rate-title`);
      await fontsReady(tab);
      const html = await shown();
      assert.ok(html.isSeen && html.y > 300, JSON.stringify(html));
      await openCanvas(tab, `${server.url}${sheet(language)}#rate-title`);
      const canvas = await shown();
      assert.deepEqual(canvas, html);
      await tab.reload({ waitUntil: 'domcontentloaded' });
      await reachSkin(tab, 'skin-canvas');
      assert.deepEqual(await shown(), html);
      // On and back: the place is found again, and a fragment typed by hand moves within the page.
      await tab.evaluate(() => document.querySelector('header a').click());
      await tab.waitForFunction(() => location.hash === '');
      await tab.evaluate(() => history.back());
      await tab.waitForFunction((y) => location.hash === '#rate-title' && Math.abs(scrollY - y) <= 2, html.y);
      await tab.evaluate(() => { location.hash = '#main'; });
      await tab.waitForFunction(() => scrollY < 300);
      assert.deepEqual(tab.problems, []);
    });
  });
}

// Answers of the JSON interface that wait until they are let go.
async function hold(tab, pattern) {
  const waiting = [];
  let open = false;
  await tab.route(pattern, async (route) => {
    if (!open) await new Promise((resolve) => waiting.push(resolve));
    await route.continue().catch(() => {});  // Of a page that was left.
  });
  return () => {
    open = true;
    for (const resolve of waiting) resolve();
  };
}

const heading = (tab, words) => tab.getByRole('heading', { level: 1, name: words, exact: true });
const said = (tab, words) => tab.waitForFunction((text) => document.querySelector('[role=status]').textContent.includes(text), words);
const follow = (tab, address) => tab.locator(`a[href="${address}"]`).first().evaluate((link) => link.click());
const list = (language) => `/${language}/d/rabat/services`;
const { title: sheetTitle } = JSON.parse((await request(server.url, '/api/v1/districts/rabat/services/casier-judiciaire')).text);
const sheetAnswer = '**/api/v1/**/services/casier-judiciaire';

for (const language of languages) {
  test(`${language}: an answer that takes long leaves the old page, then says that it loads, then shows the new one`, async () => {
    await withPage(browser, { width: 390, height: 700 }, async (tab) => {
      await openCanvas(tab, server.url + list(language));
      const release = await hold(tab, sheetAnswer);
      await follow(tab, sheet(language));
      await settled(tab);
      assert.equal(await tab.locator('h1').innerText(), source(language, 'services'), 'the old page goes at once');
      await heading(tab, source(language, 'loading')).waitFor();
      assert.equal((await place(tab)).href, 'h1');
      assert.equal(await tab.title(), `${source(language, 'loading')} · ${source(language, 'site_name')}`);
      assert.match(await tab.evaluate(() => document.documentElement.className), /skin-canvas/);
      assert.equal(new URL(tab.url()).pathname, sheet(language));
      await said(tab, source(language, 'loading'));
      release();
      await heading(tab, sheetTitle[language]).waitFor();
      await said(tab, sheetTitle[language]);
      assert.equal((await place(tab)).href, 'h1');
      assert.deepEqual(tab.problems, []);
    });
  });
}

test('a reader who turns back while an answer takes long stays where they went', async () => {
  await withPage(browser, { width: 390, height: 700 }, async (tab) => {
    await openCanvas(tab, server.url + list('fr'));
    const release = await hold(tab, sheetAnswer);
    await follow(tab, sheet('fr'));
    await heading(tab, source('fr', 'loading')).waitFor();
    await tab.evaluate(() => history.back());
    await heading(tab, source('fr', 'services')).waitFor();
    await follow(tab, '/fr/d/rabat/courts');
    await heading(tab, source('fr', 'courts')).waitFor();
    const answered = tab.waitForResponse(sheetAnswer);
    release();
    await (await answered).finished();
    await settled(tab);
    assert.equal(await tab.locator('h1').innerText(), source('fr', 'courts'));
    assert.equal(new URL(tab.url()).pathname, '/fr/d/rabat/courts');
    await follow(tab, list('fr'));
    await follow(tab, sheet('fr'));
    await heading(tab, sheetTitle.fr).waitFor();
    assert.deepEqual(tab.problems, []);
  });
});

for (const language of languages) {
  test(`${language}: without a network the page says so, and comes once the network is back`, async () => {
    await withPage(browser, { width: 390, height: 700 }, async (tab) => {
      const isNamed = async () => {
        await heading(tab, source(language, 'error_title')).waitFor();
        await tab.getByRole('main').getByText(source(language, 'offline_notice'), { exact: true }).waitFor();
        assert.equal(new URL(tab.url()).pathname, sheet(language));
      };
      await openCanvas(tab, server.url + list(language));
      await tab.context().setOffline(true);
      await follow(tab, sheet(language));
      await isNamed();
      await tab.getByRole('main').getByRole('link', { name: source(language, 'retry') }).click();
      await settled(tab);
      await isNamed();
      // What is known already needs no network.
      await tab.evaluate(() => history.back());
      await heading(tab, source(language, 'services')).waitFor();
      await tab.evaluate(() => history.forward());
      await isNamed();
      await tab.context().setOffline(false);
      await heading(tab, sheetTitle[language]).waitFor();
      assert.equal(new URL(tab.url()).pathname, sheet(language));
      assert.deepEqual(tab.problems.filter((problem) => !/ERR_INTERNET_DISCONNECTED/.test(problem)), []);
    });
  });
}

await run();
