// Receipts in an account, over HTTP: kept by who has shown the secret number, listed, taken along, and let go.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite, password } from '../support/accounts.mjs';
import { languages } from '../support/cases.mjs';
import { atEnd, run, test } from '../support/harness.mjs';
import { visibleText } from '../support/html.mjs';
import { says } from '../support/messages.mjs';
import { startServer } from '../support/server.mjs';
import { say as sayTo } from '../support/voice.mjs';

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
atEnd(() => rm(data, { recursive: true, force: true }));
const invitation = invite(data, 'editor', 'editor', 'rabat');
const server = await startServer({ data });
const visitor = new Person(server.url), citizen = new Person(server.url), editor = new Person(server.url);
await editor.accept(invitation);
assert.equal((await citizen.post('/fr/account/new', { name: 'lectrice', email: '', password })).status, 303);

const say = (text) => sayTo(visitor, text);
const own = (person, { code }, what, secret) => person.post(`/fr/follow/${code}`, { own: what, ...(secret && { secret }) });
const taken = async () => JSON.parse((await citizen.get('/fr/account/everything.json')).text).contributions;
const follow = async (person, { code, secret }, language = 'fr') => {
  await person.post(`/${language}/follow/${code}`, { secret });
  return (await person.get(`/${language}/follow/${code}`)).text;
};

test('who is signed in as nobody, or at a desk, is shown how to come in and keeps nothing', async () => {
  const one = await say('Un banc devant la salle.');
  for (const person of [visitor, editor]) {
    const page = await follow(person, one);
    assert.ok(says(visibleText(page), 'fr', 'own_keep_title') && !page.includes('value="attach"'));
    assert.equal((await own(person, one, 'attach')).status, 403);
  }
});

test('the secret number is asked for; then it is in the account, in each language, with state and clock', async () => {
  const one = await say('Une porte plus large.');
  for (const language of languages) assert.ok(says(visibleText((await citizen.get(`/${language}/account`)).text), language, 'own_none'));
  for (const secret of [undefined, '000000000000']) assert.equal((await own(citizen, one, 'attach', secret)).status, 422);
  assert.deepEqual(await taken(), []);
  assert.equal((await own(citizen, one, 'attach', one.secret)).status, 303);
  for (const language of languages) {
    const page = (await citizen.get(`/${language}/account`)).text, words = visibleText(page);
    assert.ok(page.includes(`href="/${language}/follow/${one.code}"`), language);
    for (const key of ['voice_state_published', 'voice_received', 'voice_answer_by']) assert.ok(says(words, language, key), `${language} ${key}`);
    assert.ok(says(visibleText(await follow(citizen, one, language)), language, 'own_kept'));
  }
  const [{ code, text, state }, ...others] = await taken();
  assert.deepEqual([code, text, state, others], [one.code, 'Une porte plus large.', 'published', []]);
  for (const path of [`/fr/desk/rabat/voice/${one.number}`, `/api/v1/desk/rabat/voice/${one.number}`])
    assert.ok(!(await editor.get(path)).text.includes('lectrice'), 'a desk reads whose it is');
});

test('it is let go; and what was said stays when the account goes', async () => {
  const [{ code }] = await taken();
  const one = await say('Plus de lumière dans le hall.');
  assert.equal((await own(citizen, one, 'attach', one.secret)).status, 303);
  assert.equal((await own(citizen, one, 'detach')).status, 303);
  assert.deepEqual((await taken()).map((kept) => kept.code), [code]);
  assert.equal((await citizen.post('/fr/account/delete', { password })).status, 200);
  const kept = JSON.parse((await visitor.get(`/api/v1/receipts/${code}`)).text);
  assert.deepEqual([kept.text, kept.state], ['Une porte plus large.', 'published']);
  assert.equal((await citizen.get('/fr/account')).status, 303);
});

await run();
