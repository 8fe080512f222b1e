// Who of a desk takes care of what somebody said, over HTTP: taken, given, given back, and told to nobody else.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite } from '../support/accounts.mjs';
import { languages } from '../support/cases.mjs';
import { atEnd, run, test } from '../support/harness.mjs';
import { visibleText } from '../support/html.mjs';
import { says } from '../support/messages.mjs';
import { startServer } from '../support/server.mjs';
import { say } from '../support/voice.mjs';

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
atEnd(() => rm(data, { recursive: true, force: true }));
const roles = { clerk: 'editor', reader: 'reviewer', chief: 'court-head', boss: 'administrator' };
const invitations = Object.fromEntries(Object.entries(roles).map(([who, role]) => [who, invite(data, role, who, 'rabat')]));
const server = await startServer({ data });
const visitor = new Person(server.url), people = {};
for (const [who, invitation] of Object.entries(invitations)) await (people[who] = new Person(server.url)).accept(invitation);

const { number, code } = await say(visitor, 'Un banc devant la salle 2.');
const page = (language) => `/${language}/desk/rabat/voice/${number}`;
const give = (who, to) => people[who].post(`${page('fr')}/assignment`, { to });
const json = (who, to) => people[who].postJson(`/api/v1/desk/rabat/voice/${number}/assignment`, { to });
const whose = async (who) => JSON.parse((await people[who].get(`/api/v1/desk/rabat/voice/${number}`)).text).assignedTo;
const listed = async (who, query) => JSON.parse((await people[who].get(`/api/v1/desk/rabat/voice?whose=${query}`)).text).items.length;

test('nobody has it first, and says so in each language', async () => {
  for (const language of languages) assert.ok(says(visibleText((await people.clerk.get(page(language))).text), language, 'voice_assigned_nobody'));
  assert.deepEqual([await listed('clerk', 'mine'), await listed('clerk', 'nobody')], [0, 1]);
});

test('who answers takes it on; the desk sees it, and nobody else', async () => {
  assert.equal((await give('clerk', 'clerk')).status, 303);
  assert.equal(await whose('reader'), 'clerk');
  assert.deepEqual([await listed('clerk', 'mine'), await listed('reader', 'mine'), await listed('reader', 'nobody')], [1, 0, 0]);
  for (const address of [page('fr'), '/fr/desk/rabat/voice?whose=mine']) assert.ok((await people.clerk.get(address)).text.includes('clerk'));
  for (const address of [`/fr/d/rabat/participate/${number}`, '/fr/d/rabat/participate', `/fr/follow/${code}`, `/api/v1/receipts/${code}`,
    '/api/v1/districts/rabat/contributions', `/api/v1/districts/rabat/contributions/${number}`, '/fr/d/rabat/needs', '/api/v1/districts/rabat/needs']) {
    const { status, text } = await visitor.get(address);
    assert.equal(status, 200, address);
    assert.ok(!text.includes('clerk') && !text.includes('assignedTo'), address);
  }
});

test('nobody takes it from another but the head, and what stands against it is said in each language', async () => {
  assert.equal((await json('reader', 'reader')).status, 409);
  assert.equal((await json('reader', 'chief')).status, 403);
  assert.equal((await json('chief', 'nobody')).status, 422);
  for (const language of languages) {
    const refused = await people.reader.post(`${page(language)}/assignment`, { to: 'reader' });
    assert.equal(refused.status, 409);
    assert.ok(says(visibleText(refused.text), language, 'voice_assign_taken'));
  }
  assert.equal(await whose('reader'), 'clerk');
});

test('the head gives it to a colleague by a button, and anybody gives back their own', async () => {
  const { text } = await people.chief.get(page('fr'));
  assert.ok(/<button[^>]*name="to"[^>]*value="reader"/.test(text));
  assert.ok(!/<button[^>]*name="to"[^>]*value="clerk"/.test(text), 'who has it already');
  assert.ok(!/<button[^>]*name="to"[^>]*value="chief"/.test(text), 'who takes it on by a button of their own');
  assert.ok(/name="to" value="chief"/.test(text));
  assert.equal((await give('chief', 'reader')).status, 303);
  assert.equal(await whose('clerk'), 'reader');
  assert.equal((await json('reader', '')).status, 200);
  assert.equal(await whose('clerk'), undefined);
});

test('who is not told, or told twice, is an error: it is not given back', async () => {
  assert.equal((await give('clerk', 'clerk')).status, 303);
  for (const form of [{}, [['to', ''], ['to', '']], [['to', 'clerk'], ['to', '']], [['to', ''], ['had', 'clerk'], ['had', '']]])
    assert.equal((await people.clerk.post(`${page('fr')}/assignment`, form)).status, 422, JSON.stringify(form));
  assert.equal(await whose('reader'), 'clerk');
});

test('the head takes over what they see, and nothing else', async () => {
  const seen = async (who) => [...(await people[who].get(page('fr'))).text.matchAll(/name="had" value="([^"]*)"/g)].map(([, name]) => name);
  assert.deepEqual([...new Set(await seen('chief'))], ['clerk']);
  const post = (who, to, had, language = 'fr') => people[who].post(`${page(language)}/assignment`, { to, had });
  const ask = (body) => people.chief.postJson(`/api/v1/desk/rabat/voice/${number}/assignment`, body);
  for (const language of languages) {
    const late = await post('chief', 'chief', '', language);
    assert.equal(late.status, 412);
    assert.ok(says(visibleText(late.text), language, 'voice_assign_changed'));
  }
  const refused = await ask({ to: 'reader', had: 'reader' });
  assert.equal(refused.status, 412);
  assert.equal(JSON.parse(refused.text).type, '/problems/version-changed');
  assert.equal(await whose('reader'), 'clerk');
  assert.equal((await post('clerk', 'clerk', '')).status, 303, 'pressed twice');
  assert.equal((await ask({ to: 'reader', had: 'clerk' })).status, 200);
  assert.equal((await post('reader', '', 'reader')).status, 303);
  assert.deepEqual([...new Set(await seen('chief'))], ['']);
});

test('it goes with the role of who has it', async () => {
  assert.equal((await give('clerk', 'clerk')).status, 303);
  assert.ok((await people.boss.postJson('/api/v1/desk/rabat/people/role', { name: 'clerk', role: 'moderator' })).status < 300);
  assert.equal(await whose('reader'), undefined);
});

await run();
