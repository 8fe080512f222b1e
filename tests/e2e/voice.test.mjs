// The life of a suggestion, in each language, with script and without, by keyboard alone: sent on a phone, held,
// published, acknowledged on the third day, refused on the fortieth, contested, decided by somebody else, in the ledger.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite, oneTimeCode, password } from '../support/accounts.mjs';
import { launch, openCanvas, reachSkin, withPage } from '../support/browser.mjs';
import { languages } from '../support/cases.mjs';
import { atEnd, run, test } from '../support/harness.mjs';
import { visibleText } from '../support/html.mjs';
import { request } from '../support/http.mjs';
import { press } from '../support/keyboard.mjs';
import { says } from '../support/messages.mjs';
import { isFull } from '../support/places.mjs';
import { startServer } from '../support/server.mjs';

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
const clock = `${data}-clock`;
atEnd(() => Promise.all([rm(data, { recursive: true, force: true }), rm(clock, { force: true })]));
const morning = Date.parse('2026-11-23T08:31:00Z');
const day = 86_400_000;
// Time only goes on: each life begins where the one before has ended.
let now = morning, begun = morning;
const setDay = (days) => { now = begun + days * day; return writeFile(clock, new Date(now).toISOString()); };
await setDay(0);

const roles = { moderator: 'moderator', editor: 'editor', head: 'court-head', reviewer: 'reviewer' };
const invitations = Object.fromEntries(Object.entries(roles).map(([who, role]) => [who, invite(data, role, who, 'rabat')]));
const server = await startServer({ data, flags: ['--lab', '--test-clock', clock] });
const browser = await launch();

// With a link each is held.
const texts = {
  ar: { said: 'أضيفوا كرسيا أمام القاعة 2، كما في www.karasi-jadida.com', refused: 'لا مكان للكرسي.', basis: 'القانون 38.15', contested: 'المكان موجود قرب النافذة.', decided: 'وضعنا كرسيين.', proof: 'القاعة 2، منذ الاثنين', verdict: 'نجلس الآن.' },
  zgh: { said: 'ⵔⵏⵓⵜ ⵢⴰⵏ ⵓⵙⴳⴰⵡⵔ ⴷⴰⵜ ⵜⵣⵇⵇⴰ 2, www.isgawren.com', refused: 'ⵓⵔ ⵉⵍⵍⵉ ⵓⴷⵖⴰⵔ.', basis: 'ⴰⵙⴰⴹⵓⴼ 38.15', contested: 'ⵉⵍⵍⴰ ⵓⴷⵖⴰⵔ ⵖ ⵜⴰⵎⴰ ⵏ ⵜⵙⵔⵉⵎⵜ.', decided: 'ⵏⵙⵔⵙ ⵙⵉⵏ ⵉⵙⴳⴰⵡⵔⵏ.', proof: 'ⵜⴰⵣⵇⵇⴰ 2', verdict: 'ⵏⵙⴽⵓⵙ ⵖⵉⵍⴰⴷ.' },
  fr: { said: 'Un banc de plus devant la salle 2, comme sur www.bancs-neufs.com', refused: 'La place manque.', basis: 'Loi 38.15', contested: 'Il y a de la place près de la fenêtre.', decided: 'Deux bancs y sont.', proof: 'Salle 2, depuis lundi', verdict: 'Nous sommes assis.' },
  en: { said: 'One more bench before room 2, as on www.new-benches.com', refused: 'There is no space.', basis: 'Law 38.15', contested: 'There is space near the window.', decided: 'Two benches stand there.', proof: 'Room 2, since Monday', verdict: 'We sit now.' },
};

const ways = {
  'with script': { options: {}, open: openCanvas, rest: (tab) => reachSkin(tab, 'skin-canvas') },
  'without script': { options: { context: { javaScriptEnabled: false } }, open: (tab, address) => tab.goto(address), rest: () => {} },
};

const reach = (tab, holds, what) => press(tab, 'Tab', holds, what);

async function type(tab, name, text) {
  await reach(tab, (stop) => stop.name === name, name);
  await tab.keyboard.press('Control+a');
  await tab.keyboard.type(text);
}

// What has the focus is pressed; the page that answers rests.
async function send(tab, way) {
  await Promise.all([tab.waitForEvent('framenavigated', (frame) => frame === tab.mainFrame()), tab.keyboard.press('Enter')]);
  await tab.waitForLoadState('load');
  await way.rest(tab);
}

async function takeStep(tab, way, step, fields = {}, choice = undefined) {
  if (choice) {
    await reach(tab, (stop) => stop.name === `${step}-${choice}`, choice);
    await tab.keyboard.press('Space');
  }
  for (const [name, text] of Object.entries(fields)) await type(tab, `${step}-${name}`, text);
  await reach(tab, (stop) => stop.id === `${step}-send`, step);
  await send(tab, way);
}

async function asAuthor(language, way, work) {
  await withPage(browser, { width: 360, height: 740, ...way.options }, async (tab) => {
    await work(tab);
    assert.deepEqual(tab.problems, []);
  });
}

const keys = {};
for (const [who, invitation] of Object.entries(invitations)) ({ key: keys[who] } = await new Person(server.url).accept(invitation, morning));

// Nobody stays signed in over days. A code is good once: each comes a minute after the one before.
async function signIn(who) {
  now += 60_000;
  await writeFile(clock, new Date(now).toISOString());
  const person = new Person(server.url);
  await person.post('/fr/account/sign-in', { name: who, password });
  const done = await person.post('/fr/account/code', { code: oneTimeCode(keys[who], now) });
  assert.equal(done.status, 303, done.text);
  return person;
}

// From the inbox to the one that is meant.
async function asStaff(who, language, number, way, work) {
  const person = await signIn(who);
  await withPage(browser, { width: 1280, ...way.options }, async (tab) => {
    const url = server.url.replace('http:', 'https:');
    await tab.context().addCookies([...person.cookies].map(([name, value]) => ({ name, value, url, secure: true })));
    await way.open(tab, `${server.url}/${language}/desk/rabat/voice`);
    const address = `/${language}/desk/rabat/voice/${number}`;
    await reach(tab, (stop) => stop.href === address, address);
    await send(tab, way);
    await work(tab);
    assert.deepEqual(tab.problems, []);
  });
}

const participate = async (language) => visibleText((await request(server.url, `/${language}/d/rabat/participate`)).text);

// From the right with script, Amazigh without; every language in both ways in full.
const turns = Object.keys(ways).flatMap((way, offset) => languages.filter((_, index) => isFull || index === offset).map((language) => ({ language, way })));
for (const { language, way: name } of turns) {
  test(`${language}, ${name}: sent, held, published, acknowledged, refused, contested, decided, in the ledger`, async () => {
    const way = ways[name], words = texts[language];
    const said = `${words.said} (${name.length})`;
    begun += 60 * day;
    await setDay(0);
    let code, secret, number;
    await asAuthor(language, way, async (tab) => {
      await way.open(tab, `${server.url}/${language}/d/rabat/participate`);
      await reach(tab, (stop) => stop.name === 'kind', 'the kind');
      await tab.keyboard.press('Space');
      await type(tab, 'text', said);
      await reach(tab, (stop) => stop.name === 'do' && stop.value === 'send', 'send');
      await send(tab, way);
      assert.match(tab.url(), new RegExp(`/${language}/follow/`));
      [code, secret] = await tab.locator('p.code').allTextContents();
      assert.ok(says(await tab.locator('main').innerText(), language, 'voice_state_held'));
    });
    ({ number } = JSON.parse((await request(server.url, `/api/v1/receipts/${code}`)).text));
    assert.ok(!(await participate(language)).includes(said), 'it is public before anybody has read it');

    await asStaff('moderator', language, number, way, (tab) => takeStep(tab, way, 'publish'));
    assert.ok((await participate(language)).includes(said));
    await setDay(3);
    await asStaff('editor', language, number, way, (tab) => takeStep(tab, way, 'acknowledge'));
    await setDay(40);
    await asStaff('editor', language, number, way, (tab) =>
      takeStep(tab, way, 'draft-refusal', { words: words.refused, 'legal-basis': words.basis }));
    await asStaff('head', language, number, way, (tab) => takeStep(tab, way, 'agree'));
    await setDay(41);
    // On another phone, with the two numbers that were written down.
    await asAuthor(language, way, async (tab) => {
      await way.open(tab, `${server.url}/${language}/receipt/${code}`);
      assert.ok((await tab.locator('main').innerText()).includes(words.basis));
      await type(tab, 'secret', secret);
      await reach(tab, (stop) => stop.value === '' && stop.words !== '' && stop.href === '' && stop.name === '', 'show');
      await send(tab, way);
      await takeStep(tab, way, 'contest', { words: words.contested });
    });
    await setDay(50);
    await asStaff('reviewer', language, number, way, (tab) =>
      takeStep(tab, way, 'decide', { words: words.decided, proof: words.proof }, 'outcome'));
    await setDay(51);
    await asAuthor(language, way, async (tab) => {
      await way.open(tab, `${server.url}/${language}/follow/${code}`);
      await type(tab, 'secret', secret);
      await reach(tab, (stop) => stop.value === '' && stop.words !== '' && stop.href === '' && stop.name === '', 'show');
      await send(tab, way);
      await reach(tab, (stop) => stop.name === 'verdict', 'the verdict');
      await tab.keyboard.press('Space');
      await type(tab, 'verdict-words', words.verdict);
      await reach(tab, (stop) => stop.id === 'verdict-send', 'say it');
      await send(tab, way);
      assert.ok(says(await tab.locator('main').innerText(), language, 'verdict_helped'));
    });
    const ledger = await participate(language);
    assert.ok(says(ledger, language, 'verdict_helped'));
    for (const line of [said, words.decided, words.proof, words.verdict]) assert.ok(ledger.includes(line), line);
    const { state, steps } = JSON.parse((await request(server.url, `/api/v1/receipts/${code}`)).text);
    assert.equal(state, 'decided');
    assert.deepEqual(steps.map(({ step }) => step), ['hold', 'publish', 'acknowledge', 'agree', 'contest', 'decide']);
  }, { timeout: 120_000 });
}

await run();
