// An editor's first day, in each language and by keyboard alone: invited in the morning, read by everybody in the evening.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { invite, oneTimeCode, password } from '../support/accounts.mjs';
import { launch, openCanvas, reachSkin, withPage } from '../support/browser.mjs';
import { languages } from '../support/cases.mjs';
import { atEnd, run, test } from '../support/harness.mjs';
import { visibleText } from '../support/html.mjs';
import { request } from '../support/http.mjs';
import { press } from '../support/keyboard.mjs';
import { source } from '../support/messages.mjs';
import { isFull } from '../support/places.mjs';
import { startServer } from '../support/server.mjs';

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
atEnd(() => rm(data, { recursive: true, force: true }));
const clock = join(data, '..', `${data.split('/').at(-1)}-clock`);
atEnd(() => rm(clock, { force: true }));
const morning = Date.parse('2026-11-23T08:31:00Z');
let now = morning;
const setClock = (instant) => { now = instant; return writeFile(clock, new Date(instant).toISOString()); };
await setClock(morning);

const roles = ['editor', 'reviewer', 'court-head'];
const invitations = Object.fromEntries(languages.map((language) => [language, Object.fromEntries(
  roles.map((role) => [role, invite(data, role, `${language}-${role}`, 'rabat')]))]));
const server = await startServer({ data, flags: ['--lab', '--test-clock', clock] });
const browser = await launch();

const texts = {
  ar: { title: 'إغلاق مؤقت للشباك 2', text: 'يُفتح الشباك 2 من جديد يوم الاثنين.' },
  zgh: { title: 'ⴰⵔⴳⴰⵍ ⵏ ⵓⵙⵏⵓⴱⴳ 2', text: 'ⴰⵙⵏⵓⴱⴳ 2 ⵔⴰⴷ ⵉⵔⵥⵎ ⴷⴰⵖ ⴰⵢⵏⴰⵙ.' },
  fr: { title: 'Fermeture du guichet 2', text: 'Le guichet 2 rouvre lundi.' },
  en: { title: 'Counter 2 is closed', text: 'Counter 2 opens again on Monday.' },
};

const reachField = (tab, name) => press(tab, 'Tab', (stop) => stop.name === name, name);
const reachLink = (tab, words) => press(tab, 'Tab', (stop) => stop.words === words, words);
const reachButton = (tab, name, value) => press(tab, 'Tab', (stop) => stop.name === name && stop.value === value, value);

// Types into the field that has the focus, over what stands there.
async function type(tab, text) {
  await tab.keyboard.press('Control+a');
  await tab.keyboard.type(text);
}

async function follow(tab, pattern) {
  await Promise.all([tab.waitForURL(pattern), tab.keyboard.press('Enter')]);
  await reachSkin(tab, 'skin-canvas');
}

// From the invitation to the desk.
async function arrive(tab, language, role) {
  await openCanvas(tab, server.url + invitations[language][role].replace(/^\/[a-z]+/, `/${language}`));
  await reachField(tab, 'password');
  await type(tab, password);
  await follow(tab, /authenticator$/);
  const key = (await tab.locator('p.code').first().textContent()).replaceAll(' ', '');
  await reachField(tab, 'code');
  await type(tab, oneTimeCode(key, now));
  await Promise.all([tab.waitForResponse((answer) => answer.request().method() === 'POST'), tab.keyboard.press('Enter')]);
  await tab.locator('p.code').nth(7).waitFor();
  await reachSkin(tab, 'skin-canvas');
  await reachLink(tab, source(language, 'codes_next'));
  await follow(tab, /\/desk$/);
}

const asRole = (language, role, work) => withPage(browser, { width: 1280, context: { ignoreHTTPSErrors: true } }, async (tab) => {
  await arrive(tab, language, role);
  await press(tab, 'Tab', (stop) => stop.href === `/${language}/desk/rabat/items`, 'the texts of the district');
  await follow(tab, /\/items$/);
  await work(tab);
  assert.deepEqual(tab.problems, []);
});

const openItem = async (tab, title) => {
  await reachLink(tab, title);
  await follow(tab, /\/items\/\d+$/);
};

async function takeStep(tab, step) {
  await reachButton(tab, 'step', step);
  await follow(tab, new RegExp(`done=${step}$`));
}

const district = async (language) => visibleText((await request(server.url, `/${language}/d/rabat`)).text);

// One language from the right and one from the left; all of them in full.
for (const language of isFull ? languages : ['ar', 'zgh']) {
  test(`${language}: write a notice, translate it, have it reviewed, publish it at its time, see it`, async () => {
    await setClock(morning);
    const others = languages.filter((one) => one !== language);
    const mark = language.toUpperCase();  // Each run has its own notice.
    const titled = (one) => `${texts[one].title} (${mark})`;

    await asRole(language, 'editor', async (tab) => {
      await reachLink(tab, source(language, 'item_kind_notice'));
      await follow(tab, /new\?kind=notice$/);
      for (const one of [language, ...others]) {
        await reachField(tab, `title/${one}`);
        await type(tab, titled(one));
      }
      for (const one of [language, ...others]) {
        await reachField(tab, `text/${one}`);
        await type(tab, texts[one].text);
      }
      await reachField(tab, 'from');
      await type(tab, '2026-11-23');
      await reachField(tab, 'to');
      await type(tab, '2026-11-30');
      await reachButton(tab, 'do', 'save');
      await follow(tab, /saved=1$/);
      await takeStep(tab, 'submit');
    });
    await asRole(language, 'reviewer', async (tab) => {
      await openItem(tab, titled(language));
      await takeStep(tab, 'accept');
    });
    await asRole(language, 'court-head', async (tab) => {
      await openItem(tab, titled(language));
      await reachField(tab, 'schedule-at');
      await type(tab, '2026-11-23 12:00');
      await takeStep(tab, 'schedule');
    });

    for (const one of languages) assert.ok(!(await district(one)).includes(titled(one)), 'it is public before its time');
    await setClock(Date.parse('2026-11-23T12:00:30Z'));
    const until = Date.now() + 20_000;
    while (!(await district(language)).includes(titled(language)))
      if (Date.now() > until) throw new Error('its time has come, and it is not public');
    for (const one of languages) {
      const seen = await district(one);
      assert.ok(seen.includes(titled(one)) && seen.includes(texts[one].text), one);
    }
  }, { timeout: 180_000 });
}

await run();
