// What is late reaches those it is told to: the first page of the desk of who answers, of the head, of the ministry.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite, oneTimeCode, password } from '../support/accounts.mjs';
import { languages } from '../support/cases.mjs';
import { atEnd, run, test } from '../support/harness.mjs';
import { visibleText } from '../support/html.mjs';
import { says } from '../support/messages.mjs';
import { startServer } from '../support/server.mjs';
import { say } from '../support/voice.mjs';

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
const clock = `${data}-clock`;
atEnd(() => Promise.all([rm(data, { recursive: true, force: true }), rm(clock, { force: true })]));
const morning = Date.parse('2026-11-23T08:31:00Z');
const day = 86_400_000;
let now = morning;
const setTime = (at) => { now = at; return writeFile(clock, new Date(at).toISOString()); };
await setTime(morning);

const roles = { editor: ['editor', 'rabat'], head: ['court-head', 'rabat'], other: ['court-head', 'tanger'], ministry: ['ministry'], partner: ['partner', 'rabat'] };
const invitations = Object.fromEntries(Object.entries(roles).map(([who, [role, district]]) => [who, invite(data, role, who, district)]));
const server = await startServer({ data, flags: ['--lab', '--test-clock', clock] });
const keys = {};
for (const [who, invitation] of Object.entries(invitations)) ({ key: keys[who] } = await new Person(server.url).accept(invitation, morning));

const { number, acknowledgeBy } = await say(new Person(server.url), 'Un banc de plus devant la salle 2.');
const term = Date.parse(`${acknowledgeBy}T09:00:00Z`);

// Nobody stays signed in over days. A code is good once: each comes a minute after the one before.
async function signIn(who) {
  await setTime(now + 60_000);
  const person = new Person(server.url);
  await person.post('/fr/account/sign-in', { name: who, password });
  const done = await person.post('/fr/account/code', { code: oneTimeCode(keys[who], now) });
  assert.equal(done.status, 303, done.text);
  return person;
}

const lead = (who, language) => `/${language}/desk/rabat/voice${who === 'ministry' ? '?show=court' : `/${number}`}`;
const isTold = (text, who, language) => text.includes(`href="${lead(who, language)}"`);

// The clock runs beside the requests: until it has, the page is asked for again.
async function told(who, wanted) {
  const person = await signIn(who);
  let { text } = await person.get('/fr/desk');
  while (isTold(text, who, 'fr') !== wanted) ({ text } = await person.get('/fr/desk'));
  return person;
}

const never = async (...people) => {
  for (const who of people) assert.ok(!isTold((await (await signIn(who)).get('/fr/desk')).text, who, 'fr'), `${who} is told`);
};

test('before its term is near nobody is told', () => never(...Object.keys(roles)), { timeout: 30_000 });

test('on the last day who answers is reminded, and nobody else is told', async () => {
  await setTime(term);
  await told('editor', true);
  await never('head', 'ministry', 'other', 'partner');
}, { timeout: 30_000 });

test('then the head of the court, in four languages, and no head of another', async () => {
  await setTime(term + 3 * day);
  const head = await told('head', true);
  for (const language of languages) {
    const { text } = await head.get(`/${language}/desk`);
    assert.ok(isTold(text, 'head', language));
    assert.ok(says(visibleText(text), language, 'voice_escalated_head'));
    assert.equal((await head.get(lead('head', language))).status, 200);
  }
  await never('ministry', 'other', 'partner');
}, { timeout: 30_000 });

test('then the ministry, by district; once it is read nobody is told any more', async () => {
  await setTime(term + 20 * day);
  const ministry = await told('ministry', true);
  assert.ok(!(await ministry.get('/fr/desk')).text.includes('/fr/desk/tanger/voice?show=court'), 'nothing is late there');
  const editor = await signIn('editor');
  assert.equal((await editor.post(`/fr/desk/rabat/voice/${number}`, { step: 'acknowledge', version: '1' })).status, 303);
  for (const who of ['editor', 'head', 'ministry']) await told(who, false);
}, { timeout: 30_000 });

await run();
