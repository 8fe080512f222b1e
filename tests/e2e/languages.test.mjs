// Four languages at equal rank: Amazigh in Tifinagh, and a switch that loses neither words nor place.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { test, run, note } from '../support/harness.mjs';
import { startServer } from '../support/server.mjs';
import { launch, openCanvas, settled, sharedPage, withPage } from '../support/browser.mjs';
import { directions, languages, samplePages, sheet } from '../support/cases.mjs';
import { request } from '../support/http.mjs';
import { keys, source } from '../support/messages.mjs';

const server = await startServer();
const browser = await launch();
const pages = await samplePages(server);
const atDesk = sharedPage(browser);

const letters = (text) => [...text.matchAll(/\p{L}/gu)].map(([letter]) => letter);
const isTifinagh = (letter) => /\p{Script=Tifinagh}/u.test(letter) || letter === '\u02B7' || letter === 'ⵯ';
const names = new Set(['name_ar', 'name_zgh', 'name_fr', 'name_en']);

// A message without its arguments and without the words of plural rules.
const written = (text) => text.replace(/\{\w+(, *(number|date)[^{}]*)?\}/g, '').replace(/\{\w+, *(plural|select)\s*,|\b(zero|one|two|few|many|other|=\d+)\s*\{/g, '').replace(/[{}#]/g, '');

test('at least 95 % of the letters of the Amazigh messages are Tifinagh, and none equals the French', () => {
  let [tifinagh, all] = [0, 0];
  for (const key of keys().filter((each) => !names.has(each))) {
    const found = letters(written(source('zgh', key)));
    all += found.length;
    tifinagh += found.filter(isTifinagh).length;
    if (letters(written(source('fr', key))).length > 0) assert.notEqual(source('zgh', key), source('fr', key), key);
  }
  note(`${((100 * tifinagh) / all).toFixed(2)} % of ${all} letters`);
  assert.ok(all > 1000 && tifinagh / all >= 0.95);
});

for (const page of pages) {
  test(`${page.name}: what the Amazigh page says in Amazigh is Tifinagh, and the rest is marked with its language`, async () => {
    await atDesk({}, async (tab) => {
      await tab.goto(`${server.url}${page.addressIn('zgh')}?skin=html`);
      const texts = await tab.evaluate(() => {
        const found = [];
        const walker = document.createTreeWalker(document.body.children[1], NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (node.parentElement.closest('[dir=auto], bdi')) continue;  // A person's own words, values put into a sentence.
          if (node.data.trim()) found.push({ text: node.data, lang: node.parentElement.closest('[lang]').lang });
        }
        return found;
      });
      const own = letters(texts.filter(({ lang }) => lang === 'zgh').map(({ text }) => text).join(''));
      const share = own.filter(isTifinagh).length / own.length;
      note(`${page.name}: ${(share * 100).toFixed(2)} % of ${own.length} letters`);
      assert.ok(own.length > 200 && share >= 0.95);
    });
  });

  test(`${page.name}: no text of a page stands in the script of another language without being marked`, async () => {
    const script = { ar: /\p{Script=Arabic}/u, zgh: /\p{Script=Tifinagh}/u, fr: /\p{Script=Latin}/u, en: /\p{Script=Latin}/u };
    for (const language of languages) {
      await atDesk({}, async (tab) => {
        await tab.goto(`${server.url}${page.addressIn(language)}?skin=html`);
        const strange = await tab.evaluate(() => [...document.querySelectorAll('[data-n]')].filter((element) => !element.closest('[dir=auto]'))
          .flatMap((element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
            .map((node) => ({ text: node.data, lang: element.closest('[lang]').lang, dir: element.closest('[dir]').dir }))));
        for (const { text, lang, dir } of strange) {
          const found = letters(text);
          if (found.length < 4 || /^[\w-]+(\.[\w-]+)+$/.test(text)) continue;  // A name of the network is in no language.
          assert.ok(found.some((letter) => script[lang].test(letter)), `"${text}" is marked ${lang}`);
          assert.equal(dir, directions[lang], `"${text}" in ${lang}`);
        }
      });
    }
  });
}

const filled = () => `سطر أول ${randomInt(1e6)}\n  deuxième <b>ligne</b> & "fin"\nⵜⴰⵎⵙⵙⵓⵎⴰⵏⵜ 12`;
const state = (tab) => tab.evaluate(() => ({
  lang: document.documentElement.lang, text: document.querySelector('#text').value,
  level: document.querySelector('[name=level]:checked')?.value, completed: document.querySelector('[name=completed]:checked')?.value,
  reasons: [...document.querySelectorAll('[name=reason]:checked')].map(({ value }) => value),
}));

async function fill(tab, text) {
  for (const id of ['level-2', 'completed-no', 'reason-cost', 'reason-other']) await tab.locator(`label:has(#${id})`).click();
  await tab.locator('#text').fill(text);
}

test('without script the language buttons of the form keep everything, through all languages and back', async () => {
  await withPage(browser, { width: 360, context: { javaScriptEnabled: false } }, async (tab) => {
    await tab.goto(server.url + sheet('ar'));
    const text = filled();
    await fill(tab, text);
    for (const language of ['zgh', 'fr', 'en', 'ar']) {
      const [answer] = await Promise.all([tab.waitForResponse((each) => each.request().isNavigationRequest()),
        tab.locator(`form button[formaction="${sheet(language)}"]`).click()]);
      assert.equal(answer.status(), 200);
      await tab.locator(`html[lang=${language}]`).waitFor({ state: 'attached' });
      assert.equal(new URL(tab.url()).pathname, sheet(language));
      assert.equal(await tab.locator('#text').inputValue(), text, language);
      for (const id of ['level-2', 'completed-no', 'reason-cost', 'reason-other']) assert.ok(await tab.locator(`#${id}`).isChecked(), id);
      assert.equal(await tab.locator('[name=level]:checked, [name=completed]:checked, [name=reason]:checked').count(), 4);
      assert.equal(await tab.locator('#errors').count(), 0, 'a switch is no error');
    }
    await tab.locator('#send').click();
    await tab.waitForURL(/\/ar\/receipt\//);
    assert.equal(await tab.locator('.user-text').textContent(), text);
  });
});

test('with the canvas the language buttons keep words, choices and the place on the screen', async () => {
  await withPage(browser, { width: 360 }, async (tab) => {
    await openCanvas(tab, server.url + sheet('ar'));
    const text = filled();
    await fill(tab, text);
    for (const language of ['fr', 'zgh', 'en', 'ar']) {
      const button = tab.locator(`form button[formaction="${sheet(language)}"]`);
      await button.scrollIntoViewIfNeeded();
      const before = await tab.evaluate(() => ({ top: document.querySelector('#send').getBoundingClientRect().top, y: scrollY }));
      await button.click();
      await tab.waitForFunction((code) => document.documentElement.lang === code, language);
      await settled(tab);
      assert.deepEqual(await state(tab), { lang: language, text, level: '2', completed: 'no', reasons: ['cost', 'other'] });
      assert.match(await tab.evaluate(() => document.documentElement.className), /skin-canvas/);
      const after = await tab.evaluate(() => ({ top: document.querySelector('#send').getBoundingClientRect().top, y: scrollY, inside: document.activeElement !== document.body }));
      assert.ok(after.y > 0 && after.top > -200 && after.top < 1000, `#send was at ${before.top} and is at ${after.top}`);
      assert.ok(after.inside, 'the focus is lost');
    }
    assert.deepEqual(tab.problems, []);
  });
});

test('with the canvas the languages of the header keep words and choices, and back and forward lead through them', async () => {
  await withPage(browser, { width: 768 }, async (tab) => {
    await openCanvas(tab, server.url + sheet('fr'));
    const text = filled();
    await fill(tab, text);
    const to = async (language) => {
      await tab.waitForFunction((code) => document.documentElement.lang === code, language);
      await settled(tab);
      assert.equal(await tab.evaluate(() => document.documentElement.dir), directions[language]);
      assert.deepEqual(await state(tab), { lang: language, text, level: '2', completed: 'no', reasons: ['cost', 'other'] });
    };
    for (const language of ['ar', 'en']) {
      await tab.locator(`nav a[hreflang=${language}]`).click();
      await to(language);
      assert.equal(new URL(tab.url()).pathname, sheet(language));
    }
    await tab.evaluate(() => history.back());
    await to('ar');
    await tab.evaluate(() => history.back());
    await to('fr');
    await tab.evaluate(() => history.forward());
    await to('ar');
    await tab.reload();
    assert.equal(await tab.evaluate(() => document.documentElement.lang), 'ar');
  });
});

test('a link that is opened with Ctrl or the middle button stays the browser’s own', async () => {
  await withPage(browser, {}, async (tab) => {
    await openCanvas(tab, server.url + sheet('fr'));
    const [other] = await Promise.all([tab.context().waitForEvent('page'), tab.locator('nav a[hreflang=zgh]').click({ modifiers: ['Control'] })]);
    await other.waitForLoadState('domcontentloaded');
    assert.equal(new URL(other.url()).pathname, sheet('zgh'));
    assert.equal(new URL(tab.url()).pathname, sheet('fr'));
  });
});


await run();
