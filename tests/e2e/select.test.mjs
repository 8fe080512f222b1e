// What a reader finds, selects and copies is what was written.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { test, run } from '../support/harness.mjs';
import { startServer } from '../support/server.mjs';
import { launch, openCanvas, withPage } from '../support/browser.mjs';
import { languages, sheet } from '../support/cases.mjs';
import { request } from '../support/http.mjs';
import { sendRating } from '../support/rating.mjs';
import { crop, ink } from '../support/picture.mjs';
import { shot } from '../support/screens.mjs';
import { settled } from '../support/browser.mjs';

const server = await startServer();
const browser = await launch();

const controls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

// Phrases of two words whose words stand in two lines, as the eye sees them.
const brokenPhrases = (tab) => tab.evaluate(() => {
  const phrases = [];
  for (const block of document.querySelectorAll('main p[data-n], main h1, main h2, main label, main a[data-n]')) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const words = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const match of node.data.matchAll(/[^\s]+/g)) {
        const range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        words.push({ text: match[0], top: range.getBoundingClientRect().top });
      }
    }
    for (let at = 1; at < words.length; ++at) {
      const [a, b] = [words[at - 1], words[at]];
      if (b.top - a.top > 8 && block.textContent.includes(`${a.text} ${b.text}`)) {
        phrases.push({ phrase: `${a.text} ${b.text}`, block: block.dataset.n });
      }
    }
  }
  return phrases;
});

for (const language of languages) {
  test(`${language}: phrases over two lines are found by the browser's find`, async () => {
    await withPage(browser, { width: 360 }, async (tab) => {
      await openCanvas(tab, server.url + sheet(language));
      const phrases = await brokenPhrases(tab);
      assert.ok(phrases.length >= 5, `only ${phrases.length} lines are broken`);
      for (const { phrase } of phrases.slice(0, 20)) {
        const found = await tab.evaluate((text) => {
          getSelection().removeAllRanges();
          return globalThis.find(text, false, false, true) && getSelection().toString();
        }, phrase);
        assert.equal(found, phrase);
      }
      assert.equal(await tab.evaluate(() => globalThis.find('قطعا ليس هنا xyzzy', false, false, true)), false);
    });
  });

  test(`${language}: a paragraph that is copied equals the source, without line ends or controls of direction`, async () => {
    const source = JSON.parse((await request(server.url, '/api/v1/districts/rabat/services/casier-judiciaire')).text);
    const texts = [source.summary, ...source.papers.map(({ text }) => text), ...source.steps.map(({ detail }) => detail.text)]
      .map((text) => text[language]).filter(Boolean);
    assert.ok(texts.length >= 3);
    await withPage(browser, { width: 360, context: { permissions: ['clipboard-read', 'clipboard-write'] } }, async (tab) => {
      await openCanvas(tab, server.url + sheet(language));
      for (const text of texts) {
        const selected = await tab.evaluate((words) => {
          const block = [...document.querySelectorAll('main [data-n]')].find((element) => element.textContent === words && !element.querySelector('p'));
          if (!block) return undefined;
          getSelection().selectAllChildren(block);
          return getSelection().toString();
        }, text);
        assert.equal(selected, text);
        await tab.keyboard.press('Control+C');
        // Browsers put a plain space into the clipboard where the page has one that does not break.
        assert.equal(await tab.evaluate(() => navigator.clipboard.readText()), text.replaceAll('\u00a0', ' '), 'the clipboard');
      }
      const everything = await tab.evaluate(() => { getSelection().selectAllChildren(document.querySelector('main')); return getSelection().toString(); });
      const given = JSON.stringify(source);
      assert.deepEqual((everything.match(controls) ?? []).filter((control) => !given.includes(control)), [], 'controls that nobody wrote');
    });
  });
}

test('a long text of a person is copied from the receipt as it was written', async () => {
  const words = Array.from({ length: 60 }, () => ['انتظرت', 'الشباك', `${randomInt(1e5)}`, 'guichet', 'ⵜⴰⵎⵙⵙⵓⵎⴰⵏⵜ', '(رقم 12-ب)', 'l’après-midi'][randomInt(7)]);
  const text = words.join(' ');
  const { code } = await sendRating(server.url, { text });
  await withPage(browser, { width: 360 }, async (tab) => {
    await openCanvas(tab, `${server.url}/ar/receipt/${code}`);
    const copied = await tab.evaluate(() => { getSelection().selectAllChildren(document.querySelector('.user-text')); return getSelection().toString(); });
    assert.equal(copied, text);
    assert.ok((await brokenPhrases(tab)).length > 3);
  });
});

test('a selection made with the mouse is shown, and covers the words it holds', async () => {
  await withPage(browser, { width: 768 }, async (tab) => {
    await openCanvas(tab, server.url + sheet('fr'));
    const box = await tab.locator('p.lead').boundingBox();
    const rect = { x: Math.floor(box.x), y: Math.floor(box.y), width: Math.floor(box.width), height: Math.floor(box.height) };
    const before = crop(await shot(tab), rect);
    await tab.mouse.move(box.x + 2, box.y + 12);
    await tab.mouse.down();
    await tab.mouse.move(box.x + box.width / 2, box.y + 14, { steps: 5 });
    await tab.mouse.up();
    await settled(tab);
    const text = await tab.evaluate(() => getSelection().toString());
    assert.ok(text.length > 10, `selected "${text}"`);
    const after = crop(await shot(tab), rect);
    const ground = ink(before).ground;
    assert.ok(ink(after, { ground, tolerance: 4 }).pixels > ink(before, { ground, tolerance: 4 }).pixels + 200, 'the selection is not shown');
    const lead = JSON.parse((await request(server.url, '/api/v1/districts/rabat/services/casier-judiciaire')).text).summary.fr;
    assert.ok(lead.includes(text));
  });
});

await run();
