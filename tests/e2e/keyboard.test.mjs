// The whole journey by keyboard alone, with a focus that is seen at every stop and a tree that tells it.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { test, run } from '../support/harness.mjs';
import { startServer } from '../support/server.mjs';
import { addStyle, launch, openCanvas, openHtml, settled, sharedPage, withPage } from '../support/browser.mjs';
import { axTree, axeViolations, unnamed } from '../support/accessibility.mjs';
import { languages, product, sheet } from '../support/cases.mjs';
import { countDifferent, crop } from '../support/picture.mjs';
import { decode } from '../support/png.mjs';
import { request } from '../support/http.mjs';
import { source } from '../support/messages.mjs';
import { visibleText } from '../support/html.mjs';

const server = await startServer();
const browser = await launch();
const skins = { html: openHtml, canvas: openCanvas };

const focus = (tab) => tab.evaluate(() => {
  const element = document.activeElement;
  const rect = (element.closest('label') ?? element).getBoundingClientRect();
  return {
    id: element.id, name: element.name ?? '', value: element.value ?? '', what: `${element.localName}.${element.getAttribute('class') ?? ''}`,
    n: element.dataset.n ?? '', href: element.getAttribute('href') ?? '',
    rect: { x: rect.x, y: rect.y, width: rect.width, height: rect.height },
  };
});

// Presses Tab until `test` holds of the focused element.
async function tabTo(tab, test, what) {
  for (let press = 0; press < 60; ++press) {
    await tab.keyboard.press('Tab');
    const at = await focus(tab);
    if (test(at)) return at;
  }
  throw new Error(`60 times Tab does not reach ${what}`);
}

async function picture(tab, session) {
  await settled(tab);
  return decode(Buffer.from((await session.send('Page.captureScreenshot', { format: 'png' })).data, 'base64'));
}

const around = ({ x, y, width, height }, page, margin = 8) => {
  const [x0, y0] = [Math.max(0, Math.floor(x - margin)), Math.max(0, Math.floor(y - margin))];
  return { x: x0, y: y0, width: Math.min(page.width, Math.ceil(x + width + margin)) - x0, height: Math.min(page.height, Math.ceil(y + height + margin)) - y0 };
};

for (const [language, skin] of product(['ar', 'fr'], Object.keys(skins))) {
  test(`${language}, ${skin} skin: every stop of Tab is seen, in the order of the document`, async () => {
    await withPage(browser, { width: 768 }, async (tab) => {
      await skins[skin](tab, server.url + sheet(language));
      await addStyle(tab, '* { caret-color: transparent !important; }');
      const session = await tab.context().newCDPSession(tab);
      const expected = await tab.evaluate(() => {
        const groups = new Set();
        return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), textarea, select, [tabindex="0"]')]
          .filter((element) => element.type !== 'radio' || !(groups.has(element.name) || !groups.add(element.name)))
          .map((element) => element.dataset.n);
      });
      const seen = [];
      let blurred;  // The window while nothing has the focus; it serves until the page is scrolled.
      let blurredAt = NaN;
      for (let stop = 0; stop < expected.length; ++stop) {
        await tab.keyboard.press('Tab');
        const at = await focus(tab);
        seen.push(at.n);
        const focused = await picture(tab, session);
        const y = await tab.evaluate(() => scrollY);
        if (y !== blurredAt) {
          await tab.evaluate(() => document.activeElement.blur());
          [blurred, blurredAt] = [await picture(tab, session), y];
        }
        const rect = around(at.rect, focused);
        assert.ok(rect.width > 0 && rect.height > 0, `${at.what} is focused out of sight`);
        const changed = countDifferent(crop(focused, rect), crop(blurred, rect), 24);
        // WCAG 2.4.13: at least as large as a line of 2 px around the smallest target.
        assert.ok(changed >= 2 * (24 + 24), `${at.what} ${at.href || at.name}: ${changed} pixels show the focus`);
      }
      assert.deepEqual(seen, expected);
    });
  });
}

for (const [language, skin] of product(languages, Object.keys(skins))) {
  test(`${language}, ${skin} skin: a rating from the first Tab to the receipt`, async () => {
    await withPage(browser, { width: 360, context: { bypassCSP: true } }, async (tab) => {
      await skins[skin](tab, server.url + sheet(language));
      const words = `كتب بلوحة المفاتيح ${randomInt(1e9)}`;
      await tabTo(tab, ({ name }) => name === 'level', 'the five answers');
      await tab.keyboard.press('Space');
      for (let press = 0; press < 3; ++press) await tab.keyboard.press('ArrowDown');
      assert.equal((await focus(tab)).value, '4', 'arrows move among the answers');
      await tabTo(tab, ({ name }) => name === 'completed', 'the second question');
      await tab.keyboard.press('Space');
      await tab.keyboard.press('ArrowDown');
      await tabTo(tab, ({ name, value }) => name === 'reason' && value === 'information', 'a reason');
      await tab.keyboard.press('Space');
      await tabTo(tab, ({ id }) => id === 'text', 'the text');
      await tab.keyboard.insertText(words);
      const chosen = (await axTree(tab)).filter(({ role, states }) => ['radio', 'checkbox'].includes(role) && states.checked === 'true').length;
      assert.equal(chosen, 3, 'the tree tells what is chosen');
      assert.deepEqual(await axeViolations(tab, { rules: { 'color-contrast': { enabled: skin === 'html' } } }), []);
      await tabTo(tab, ({ id }) => id === 'send', 'the button');
      await tab.keyboard.press('Enter');
      await tab.waitForURL(/\/receipt\/[\d-]+/);
      await tab.locator('.user-text').filter({ hasText: words }).waitFor();
      const shown = visibleText((await request(server.url, new URL(tab.url()).pathname)).text);
      for (const text of [words, source(language, 'level_4'), source(language, 'completed_partly'), source(language, 'reason_information')]) {
        assert.ok(shown.includes(text), `the receipt does not show "${text}"`);
      }
      if (skin === 'canvas') {
        assert.equal((await focus(tab)).what.startsWith('h1'), true, 'after a change of page the focus is on its h1');
      }
      assert.deepEqual(await unnamed(tab), []);
      assert.deepEqual(await axeViolations(tab, { rules: { 'color-contrast': { enabled: skin === 'html' } } }), []);
      await tabTo(tab, ({ href }) => href.includes('/services/'), 'the way back');
      await tab.keyboard.press('Enter');
      await tab.waitForURL((url) => url.pathname === sheet(language));
    });
  });

  test(`${language}, ${skin} skin: the error of an empty form is reached, told, and leads to its field`, async () => {
    await withPage(browser, { width: 360, context: { bypassCSP: true } }, async (tab) => {
      await skins[skin](tab, server.url + sheet(language));
      await tabTo(tab, ({ id }) => id === 'send', 'the button');
      await tab.keyboard.press('Enter');
      await tab.locator('#errors').waitFor();
      await settled(tab);
      const tree = await axTree(tab);
      assert.ok(tree.some(({ role, states }) => role === 'radio' && states.invalid === 'true'), 'no radio tells that it is wrong');
      assert.ok(tree.some(({ role, name }) => role === 'heading' && name === source(language, 'error_summary_title')));
      assert.deepEqual(await unnamed(tab), []);
      assert.deepEqual(await axeViolations(tab, { rules: { 'color-contrast': { enabled: skin === 'html' } } }), []);
      await tabTo(tab, ({ href }) => href === '#level-1', 'the line of the summary');
      await tab.keyboard.press('Enter');
      await settled(tab);
      if (skin === 'canvas') assert.equal((await focus(tab)).id, 'level-1');
    });
  });
}

test('the skip link is seen when it has the focus, and leads to the content', async () => {
  for (const skin of Object.keys(skins)) {
    await withPage(browser, { width: 360 }, async (tab) => {
      await skins[skin](tab, server.url + sheet('ar'));
      await tab.keyboard.press('Tab');
      const at = await focus(tab);
      assert.equal(at.href, '#main');
      assert.ok(at.rect.width >= 24 && at.rect.height >= 24 && at.rect.y >= 0 && at.rect.x >= 0, JSON.stringify(at.rect));
      await tab.keyboard.press('Enter');
      await tab.keyboard.press('Tab');
      assert.equal(await tab.evaluate(() => Boolean(document.activeElement.closest('main'))), true);
    });
  }
});

test('every target is 24 px or larger, links that are part of a sentence aside', async () => {
  const atDesk = sharedPage(browser);
  for (const [language, width] of product(languages, [360, 1280])) {
    await atDesk({ width }, async (tab) => {
      await openCanvas(tab, server.url + sheet(language));
      const small = await tab.evaluate(() => {
        const isInSentence = ({ localName, parentElement }) => localName === 'a' &&
          [...parentElement.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
        return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), textarea, select')]
          .filter((element) => !isInSentence(element) && !element.matches('.skip'))
          .map((element) => ({ element, rect: (element.closest('label') ?? element).getBoundingClientRect() }))
          .filter(({ rect }) => rect.width < 24 || rect.height < 24)
          .map(({ element, rect }) => `${element.textContent.slice(0, 30)} ${rect.width}×${rect.height}`);
      });
      assert.deepEqual(small, []);
    });
  }
});

await run();
