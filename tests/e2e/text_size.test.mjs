// A reader who needs larger letters: chosen once, kept for all pages, in both skins, with nothing lost on a phone.
import assert from 'node:assert/strict';
import { axeViolations } from '../support/accessibility.mjs';
import { domBoxes, ourBoxes, parted } from '../support/boxes.mjs';
import { launch, openCanvas, reachSkin, settled, withPage } from '../support/browser.mjs';
import { languages, sheet } from '../support/cases.mjs';
import { note, run, test } from '../support/harness.mjs';
import { say } from '../support/messages.mjs';
import { startServer } from '../support/server.mjs';

const server = await startServer();
const browser = await launch();

const textSize = (tab) => tab.evaluate(() => parseFloat(getComputedStyle(document.querySelector('.footer-text')).fontSize));
const button = (tab, language, percent) =>
  tab.getByRole('form', { name: say(language, 'text_size_label') }).getByRole('button', { name: new RegExp(`^\\D*${percent}\\D*$`) });

// The narrowest phone, where twice the size leaves least room.
async function fits(tab, name) {
  const { scroll, client } = await tab.evaluate(() => ({
    scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth,
  }));
  assert.ok(scroll <= client, `${name}: ${scroll} px wide in a window of ${client}`);
}

for (const language of languages) {
  test(`${language}: 200 % is chosen on one page and holds on the next ones, in the canvas skin and without script`, async () => {
    await withPage(browser, { width: 360, context: { bypassCSP: true } }, async (tab) => {
      await openCanvas(tab, server.url + sheet(language));
      const normal = await textSize(tab);
      for (const percent of [150, 200]) {
        await button(tab, language, percent).click();
        await tab.waitForFunction((size) => document.documentElement.dataset.text === size, String(percent));
        await reachSkin(tab, 'skin-canvas');
        await settled(tab);
        assert.equal(await textSize(tab), normal * percent / 100);
      }
      assert.equal(new URL(tab.url()).pathname, sheet(language), 'the reader is somewhere else');
      await fits(tab, 'the sheet');
      assert.deepEqual(parted(await ourBoxes(tab), await domBoxes(tab)), []);

      for (const address of [`/${language}`, `/${language}/d/rabat`, `/${language}/d/rabat/courts/cour-appel`, `/${language}/map`]) {
        await openCanvas(tab, server.url + address);
        await settled(tab);
        await fits(tab, address);
        assert.deepEqual(parted(await ourBoxes(tab), await domBoxes(tab)), [], address);
        await tab.goto(`${server.url}${address}?skin=html`);
        assert.equal(await textSize(tab), normal * 2);
        await fits(tab, `${address} as HTML`);
        assert.deepEqual(await axeViolations(tab), [], address);
      }
      await button(tab, language, 100).click();
      await tab.waitForFunction(() => !document.documentElement.dataset.text);
      assert.equal(await textSize(tab), normal);
      note(`${language}: ${normal} px, ${normal * 2} px`);
    });
  });
}

test('a choice of the size leaves the theme that was chosen before, and the other way round', async () => {
  await withPage(browser, { width: 768 }, async (tab) => {
    await tab.goto(`${server.url}/fr?skin=html`);
    await tab.getByRole('button', { name: say('fr', 'theme_dark') }).click();
    await tab.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
    await button(tab, 'fr', 125).click();
    await tab.waitForFunction(() => document.documentElement.dataset.text === '125');
    assert.equal(await tab.evaluate(() => document.documentElement.dataset.theme), 'dark');
    await tab.getByRole('button', { name: say('fr', 'theme_light') }).click();
    await tab.waitForFunction(() => document.documentElement.dataset.theme === 'light');
    assert.equal(await tab.evaluate(() => document.documentElement.dataset.text), '125');
  });
});

await run();
