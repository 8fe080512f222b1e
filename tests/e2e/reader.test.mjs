// The page follows its reader: own spacing, own font sizes, a translation, words typed early.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { test, run } from '../support/harness.mjs';
import { startServer } from '../support/server.mjs';
import { addStyle, launch, openCanvas, reachSkin, settled, takeoverLimit, withPage } from '../support/browser.mjs';
import { collisions } from '../support/collisions.mjs';
import { languages, product, sheet, some } from '../support/cases.mjs';
import { ink } from '../support/picture.mjs';
import { shot } from '../support/screens.mjs';

const server = await startServer();
const browser = await launch();

// WCAG 1.4.12.
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

// The canvas shows nothing any more: with and without it the window looks the same.
async function assertHtmlAlone(tab) {
  const both = await shot(tab);
  await addStyle(tab, 'body > canvas { visibility: hidden !important; }');
  const dom = await shot(tab);
  assert.ok(both.rgba.equals(dom.rgba), 'the canvas still shows');
  assert.ok(ink(dom).pixels > 3000, 'the DOM shows hardly anything');
}

const asked = (tab) => tab.evaluate(() => document.documentElement.className);
const wait = (tab) => tab.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), takeoverLimit);

for (const [language, width] of some(product(languages, [360, 1280]), 3)) {
  test(`${language}, ${width} px: a reader’s own spacing brings the HTML skin, and nothing overlaps`, async () => {
    await withPage(browser, { width }, async (tab) => {
      await openCanvas(tab, server.url + sheet(language));
      await addStyle(tab, spacing);
      await reachSkin(tab, 'skin-html', 2000);
      await settled(tab);
      assert.deepEqual((await collisions(tab)).slice(0, 5), []);
      await assertHtmlAlone(tab);
    });
  });

  test(`${language}, ${width} px: spacing that is there before the takeover keeps the page HTML`, async () => {
    await withPage(browser, { width, probes: [`document.adoptedStyleSheets = [Object.assign(new CSSStyleSheet())]; document.adoptedStyleSheets[0].replaceSync(${JSON.stringify(spacing)});`] }, async (tab) => {
      await tab.goto(server.url + sheet(language));
      await wait(tab);
      assert.match(await asked(tab), /skin-html/);
      assert.deepEqual((await collisions(tab)).slice(0, 5), []);
    });
  });
}

for (const size of [18, 24]) {
  test(`a minimum font size of ${size} px keeps the page HTML, and nothing overlaps`, async () => {
    const large = await launch({ args: [`--blink-settings=minimumFontSize=${size}`] });
    for (const language of languages) {
      await withPage(large, { width: 360 }, async (tab) => {
        await tab.goto(server.url + sheet(language));
        await wait(tab);
        const smallest = await tab.evaluate(() => {
          const probe = document.createElement('span');
          const range = document.createRange();
          range.selectNodeContents(document.querySelector('.mark, .meta, .hint'));
          return range.getBoundingClientRect().height;
        });
        assert.ok(smallest >= size, `the setting does not hold: a line of ${smallest} px`);
        assert.match(await asked(tab), /skin-html/, language);
        assert.deepEqual((await collisions(tab)).slice(0, 5), []);
        await assertHtmlAlone(tab);
      });
    }
  });
}

// Ways in which translators change a page under its owner. Numbers stay what they are.
const translations = {
  'texts are replaced': () => {
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (/\p{L}/u.test(node.data)) node.data = `${node.data} übersetzt und ein wenig länger`;
    }
  },
  'texts are wrapped, as a browser’s translator does': () => {
    document.documentElement.classList.add('translated-ltr');
    document.documentElement.lang = 'de';
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    const nodes = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (/\p{L}/u.test(node.data)) nodes.push(node);
    for (const node of nodes) {
      const outer = document.createElement('font');
      const inner = outer.appendChild(document.createElement('font'));
      inner.textContent = node.data.replace(/\p{L}+/gu, 'Übersetzt').slice(0, node.data.length * 1.3);  // A third longer at most.
      node.replaceWith(outer);
    }
  },
  'one word is replaced': () => {
    const text = document.querySelector('main .lead').firstChild;
    text.data = `${text.data.slice(0, 5)} ersetzt ${text.data.slice(5)}`;
  },
};
for (const [what, translate] of Object.entries(translations)) {
  test(`when ${what} in place, the page goes back to HTML, keeps the words, and nothing overlaps`, async () => {
    for (const [language, width] of [['ar', 360], ['fr', 768]]) {
      await withPage(browser, { width }, async (tab) => {
        await openCanvas(tab, server.url + sheet(language));
        await tab.locator('#text').fill('gardé');
        await tab.evaluate(translate);
        await reachSkin(tab, 'skin-html', 2000);
        await settled(tab);
        assert.match(await tab.locator('main').innerText(), /Übersetzt|übersetzt|ersetzt/, 'the translation is undone');
        assert.deepEqual((await collisions(tab)).slice(0, 5), []);
        await assertHtmlAlone(tab);
        assert.equal(await tab.locator('#text').inputValue(), 'gardé');
        assert.deepEqual(tab.problems, []);
      });
    }
  });
}

for (const language of languages) {
  test(`${language}: what is typed and chosen before the takeover is there after it, and so is the focus`, async () => {
    await withPage(browser, { width: 360 }, async (tab) => {
      let release;
      const held = new Promise((resolve) => { release = resolve; });
      await tab.route(/\.wasm(\?|$)/, async (route) => {
        await held;
        await route.continue();
      });
      await tab.goto(server.url + sheet(language), { waitUntil: 'domcontentloaded' });
      const text = `بكّرت في الكتابة ${randomInt(1e9)}\nⵜⵉⵔⵔⴰ\nsecond line`;
      await tab.locator('label:has(#level-5)').click();
      await tab.locator('label:has(#reason-access)').click();
      await tab.locator('#text').fill(text);
      await tab.evaluate(() => { const field = document.querySelector('#text'); field.focus(); field.setSelectionRange(3, 7); });
      assert.match(await asked(tab), /skin-html/, 'the takeover came before the typing');
      release();
      await reachSkin(tab, 'skin-canvas');
      await settled(tab);
      const kept = await tab.evaluate(() => {
        const field = document.querySelector('#text');
        return { text: field.value, focus: document.activeElement.id, from: field.selectionStart, to: field.selectionEnd,
          level: document.querySelector('#level-5').checked, reason: document.querySelector('#reason-access').checked };
      });
      assert.deepEqual(kept, { text, focus: 'text', from: 3, to: 7, level: true, reason: true });
      await tab.locator('#send').click();
      await tab.waitForURL(/\/receipt\//);
      assert.equal(await tab.locator('.user-text').textContent(), text);
    });
  });
}

await run();
