// What is typed into the form that everybody may send stays on the device until it is sent, thrown away or a week old:
// over a reload, a tab that dies, another language and a sign-in, on both skins.
import assert from 'node:assert/strict';
import { ourBoxes, domBoxes, parted } from '../support/boxes.mjs';
import { Person, password } from '../support/accounts.mjs';
import { launch, openCanvas, openHtml, reachSkin, settled, withPage } from '../support/browser.mjs';
import { languages } from '../support/cases.mjs';
import { run, test } from '../support/harness.mjs';
import { source } from '../support/messages.mjs';
import { startServer } from '../support/server.mjs';

const server = await startServer();
const browser = await launch();

const form = (language) => `${server.url}/${language}/d/rabat/participate`;
const texts = {
  ar: 'أضيفوا كرسيا أمام القاعة 2\nوشكرا', zgh: 'ⵔⵏⵓⵜ ⵢⴰⵏ ⵓⵙⴳⴰⵡⵔ', fr: 'Un banc de plus\ndevant la salle 2 & 3', en: 'One more bench = less waiting 100 %',
};
const widths = { ar: 360, zgh: 1280, fr: 768, en: 360 };

async function write(tab, text) {
  await tab.locator('label:has([name=kind][value=suggestion])').click();
  await tab.locator('#text').fill(text);
  await settled(tab);
}

const noticeOf = (tab, language) => tab.locator('form p', { hasText: source(language, 'voice_draft_kept') });
const dropOf = (tab, language) => tab.getByRole('button', { name: source(language, 'voice_draft_drop'), exact: true });
const kept = (tab) => tab.evaluate(() => Object.entries(localStorage).filter(([name]) => name.startsWith('rihab-draft ')));

// The DOM holds it, and the canvas has it where the DOM has it.
async function holds(tab, language, text) {
  await reachSkin(tab, 'skin-canvas');
  await noticeOf(tab, language).waitFor();
  await settled(tab);
  await reachSkin(tab, 'skin-canvas');
  assert.equal(await tab.locator('#text').inputValue(), text);
  assert.equal(await tab.locator('[name=kind]:checked').getAttribute('value'), 'suggestion');
  const ours = await ourBoxes(tab);
  assert.deepEqual(parted(ours, await domBoxes(tab)).slice(0, 3), [], 'the canvas and the DOM');
  const button = await dropOf(tab, language).getAttribute('data-n');
  assert.ok(ours[button]?.width > 0, 'the button is not on the canvas');
}

async function isEmpty(tab, language) {
  await reachSkin(tab, 'skin-canvas');
  await settled(tab);
  assert.equal(await tab.locator('#text').inputValue(), '');
  assert.equal(await tab.locator('[name=kind]:checked').count(), 0);
  assert.equal(await noticeOf(tab, language).count(), 0);
}

for (const language of languages) {
  test(`${language}: what is typed stays over a reload, and over a tab that dies`, () =>
    withPage(browser, { width: widths[language] }, async (tab) => {
      await openCanvas(tab, form(language));
      await isEmpty(tab, language);
      await write(tab, texts[language]);
      await tab.reload({ waitUntil: 'domcontentloaded' });
      await holds(tab, language, texts[language]);
      await tab.locator('#text').fill(`${texts[language]}!`);
      await settled(tab);
      const devtools = await tab.context().newCDPSession(tab);
      const died = tab.waitForEvent('crash');
      devtools.send('Page.crash').catch(() => {});  // Nobody is left to answer.
      await died;
      assert.deepEqual(tab.problems, []);
      const other = await tab.context().newPage();
      await openCanvas(other, form(language));
      await holds(other, language, `${texts[language]}!`);
    }), { timeout: 60_000 });
}

test('what is typed stays when the language changes, by the link above and by the button of the form', () =>
  withPage(browser, {}, async (tab) => {
    await openCanvas(tab, form('fr'));
    await write(tab, texts.ar);
    await Promise.all([tab.waitForURL(form('ar')), tab.locator('header a[hreflang=ar], nav a[hreflang=ar]').first().click()]);
    await holds(tab, 'ar', texts.ar);
    await Promise.all([tab.waitForURL(form('zgh')), tab.locator('form [formaction*="/zgh/"]').click()]);
    await reachSkin(tab, 'skin-canvas');
    assert.equal(await tab.locator('#text').inputValue(), texts.ar);
    assert.equal(await noticeOf(tab, 'zgh').count(), 0, 'what was carried along is no draft that was found');
    await tab.reload({ waitUntil: 'domcontentloaded' });
    await holds(tab, 'zgh', texts.ar);
    assert.deepEqual(tab.problems, []);
  }), { timeout: 60_000 });

test('what is typed stays while its author signs in', () => withPage(browser, { width: 360 }, async (tab) => {
  await new Person(server.url).post('/en/account/new', { name: 'writer', email: '', password });
  await openCanvas(tab, form('en'));
  await write(tab, texts.en);
  await openHtml(tab, `${server.url}/en/account/sign-in`);
  await tab.locator('#name').fill('writer');
  await tab.locator('#password').fill(password);
  await Promise.all([tab.waitForURL(`${server.url}/en/account`), tab.locator('main form button[type=submit]').first().click()]);
  const [[, text]] = await kept(tab);
  assert.ok(!text.includes('password') && !text.includes('writer'));
  await openCanvas(tab, form('en'));
  await holds(tab, 'en', texts.en);
}), { timeout: 60_000 });

test('the device keeps what was typed, and nothing that is hidden in the form', () => withPage(browser, {}, async (tab) => {
  await openCanvas(tab, form('fr'));
  await write(tab, texts.fr);
  const hidden = await tab.locator('form input[type=hidden]').evaluateAll((fields) => fields.map(({ value }) => value));
  const [[name, text], ...others] = await kept(tab);
  assert.deepEqual(others, []);
  assert.equal(name, 'rihab-draft /d/rabat/participate#say');
  assert.equal(new URLSearchParams(text).get('text'), texts.fr);
  assert.deepEqual([...new Set(new URLSearchParams(text).keys())].sort(), ['@day', 'kind', 'service', 'text']);
  assert.ok(hidden.length > 0 && hidden.every((value) => value && !text.includes(value)));
}));

test('what the server refuses stands there as it was sent, and stays', () => withPage(browser, {}, async (tab) => {
  await openCanvas(tab, form('fr'));
  await tab.locator('#text').fill('AB123456, sans choix');
  await Promise.all([tab.waitForEvent('load'), tab.locator('#send').click()]);
  await reachSkin(tab, 'skin-canvas');
  const shown = await tab.locator('#text').inputValue();
  assert.ok(shown.endsWith('sans choix') && await noticeOf(tab, 'fr').count() === 0);
  await tab.locator('label:has([name=kind][value=suggestion])').click();
  await settled(tab);
  await tab.reload({ waitUntil: 'domcontentloaded' });
  await openCanvas(tab, form('fr'));
  await holds(tab, 'fr', shown);
}), { timeout: 60_000 });

test('once it is sent, nothing of it is left on the device', () => withPage(browser, { width: 360 }, async (tab) => {
  await openCanvas(tab, form('fr'));
  await write(tab, texts.fr);
  await tab.reload({ waitUntil: 'domcontentloaded' });
  await holds(tab, 'fr', texts.fr);
  await Promise.all([tab.waitForURL(/\/fr\/follow\//), tab.locator('#send').click()]);
  await reachSkin(tab, 'skin-canvas');
  assert.deepEqual(await kept(tab), []);
  await openCanvas(tab, form('ar'));
  await isEmpty(tab, 'ar');
  assert.deepEqual(tab.problems, []);
}), { timeout: 60_000 });

test('thrown away by keyboard, it is gone', () => withPage(browser, {}, async (tab) => {
  await openCanvas(tab, form('en'));
  await write(tab, texts.en);
  await tab.reload({ waitUntil: 'domcontentloaded' });
  await holds(tab, 'en', texts.en);
  await dropOf(tab, 'en').focus();
  await Promise.all([tab.waitForEvent('load'), tab.keyboard.press('Enter')]);
  await isEmpty(tab, 'en');
  assert.deepEqual(await kept(tab), []);
  assert.deepEqual(tab.problems, []);
}), { timeout: 60_000 });

test('an older one than a week is gone, and what cannot be read too', () => withPage(browser, {}, async (tab) => {
  await openHtml(tab, form('en'));
  const today = Math.floor(Date.now() / 86_400_000);
  for (const text of [`@day=${today - 8}&text=old`, '@day=%', 'text=no+day', '\u0000\n\t']) {
    await tab.evaluate((value) => localStorage.setItem('rihab-draft /d/rabat/participate#say', value), text);
    await openCanvas(tab, form('en'));
    await isEmpty(tab, 'en');
    assert.deepEqual(await kept(tab), []);
  }
  assert.deepEqual(tab.problems, []);
}), { timeout: 60_000 });

const refusals = {
  'that is full': () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; },
  'that is not there': () => { Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }); },
};
for (const [what, probe] of Object.entries(refusals)) {
  test(`a storage ${what} hinders nobody`, () => withPage(browser, { probes: [probe] }, async (tab) => {
    await openCanvas(tab, form('fr'));
    await write(tab, texts.fr);
    assert.equal(await tab.locator('#text').inputValue(), texts.fr);
    await Promise.all([tab.waitForURL(/\/fr\/follow\//), tab.locator('#send').click()]);
    assert.deepEqual(tab.problems, []);
  }));
}

test('without script nothing is promised', () => withPage(browser, { context: { javaScriptEnabled: false } }, async (tab) => {
  await tab.goto(form('en'));
  assert.equal(await noticeOf(tab, 'en').count(), 0);
  assert.equal(await dropOf(tab, 'en').count(), 0);
}));

await run();
