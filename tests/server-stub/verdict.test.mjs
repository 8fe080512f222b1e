// What authors say of the answers, over HTTP: as a form and as JSON, once for each answer, and who reads the words.
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
const invitation = invite(data, 'editor', 'editor', 'rabat');
const server = await startServer({ data });
const visitor = new Person(server.url), editor = new Person(server.url);
await editor.accept(invitation);

async function answered(text) {
  const one = await say(visitor, text);
  const steps = [{ step: 'acknowledge' }, { step: 'answer', answer: { outcome: 'done', words: 'C’est fait.', proof: 'Salle 2' } }];
  for (const [index, step] of steps.entries()) {
    const done = await editor.postJson(`/api/v1/desk/rabat/voice/${one.number}/steps`, step, { 'If-Match': `"${index + 1}"` });
    assert.equal(done.status, 200, done.text);
  }
  return one;
}

const judge = ({ code }, fields) => visitor.post(`/fr/follow/${code}`, { own: 'verdict', ...fields });
const judgeJson = ({ code }, value) => visitor.postJson(`/api/v1/receipts/${code}/verdict`, value);
const publicJson = async ({ number }) => JSON.parse((await visitor.get(`/api/v1/districts/rabat/contributions/${number}`)).text);
const pages = ({ number }, language) => Promise.all(['participate', `participate/${number}`].map(async (path) => visibleText((await visitor.get(`/${language}/d/rabat/${path}`)).text)));

test('by form: what is missing is said and what was typed stays; then it is public, in each language, once', async () => {
  const one = await answered('Un banc devant la salle 2.');
  const { secret } = one;
  const missing = await judge(one, { secret, 'verdict-words': 'On s’assied.' });
  assert.equal(missing.status, 422);
  assert.ok(says(visibleText(missing.text), 'fr', 'verdict_problem_choice') && missing.text.includes('On s’assied.'));
  assert.equal((await judge(one, { secret: '000000000000', verdict: 'helped' })).status, 422);
  assert.equal((await publicJson(one)).verdict, undefined);
  assert.equal((await judge(one, { secret, verdict: 'helped', 'verdict-words': 'On s’assied.' })).status, 303);
  for (const language of languages)
    for (const text of await pages(one, language)) assert.ok(says(text, language, 'verdict_helped') && text.includes('On s’assied.'));
  const { helped, words } = (await publicJson(one)).verdict;
  assert.deepEqual({ helped, words }, { helped: true, words: 'On s’assied.' });
  const again = await judge(one, { secret, verdict: 'not-helped' });
  assert.equal(again.status, 409);
  assert.ok(says(visibleText(again.text), 'fr', 'voice_problem_once'));
  assert.equal((await publicJson(one)).verdict.helped, true);
});

test('as JSON: words that the rules have something against are for the court and their author', async () => {
  const one = await answered('Une porte plus large.');
  const { secret } = one;
  for (const [value, status] of [[{ verdict: 'perhaps', secret }, 422], [{ verdict: 'helped', secret, words: 'a'.repeat(501) }, 422], [{ verdict: 'helped', secret: '1' }, 403]])
    assert.equal((await judgeJson(one, value)).status, status, JSON.stringify(value).slice(0, 60));
  const words = 'Venez gagner de l’argent sur www.gains-faciles.com';
  const said = await judgeJson(one, { verdict: 'not-helped', words, secret });
  assert.equal(said.status, 200, said.text);
  assert.equal(JSON.parse(said.text).verdict.words, words);
  assert.equal((await judgeJson(one, { verdict: 'helped', secret })).status, 409);
  const { helped, words: shown } = (await publicJson(one)).verdict;
  assert.deepEqual({ helped, shown }, { helped: false, shown: '' });
  for (const text of await pages(one, 'fr')) assert.ok(says(text, 'fr', 'verdict_not_helped') && !text.includes('gains-faciles'));
  assert.ok((await editor.get(`/fr/desk/rabat/voice/${one.number}`)).text.includes('gains-faciles'));
});

test('where there is no answer there is nothing to judge', async () => {
  const one = await say(visitor, 'Un guichet de plus.');
  assert.equal((await judgeJson(one, { verdict: 'helped', secret: one.secret })).status, 409);
  assert.ok(!says(visibleText((await visitor.get(`/fr/follow/${one.code}`)).text), 'fr', 'verdict_title'));
});

await run();
