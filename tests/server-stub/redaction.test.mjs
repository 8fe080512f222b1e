// Passages that a moderator replaced, over HTTP: what they were is on no page and in no answer but where it is opened,
// for a reason, and after its year in no file either.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
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
const setTime = (at) => writeFile(clock, new Date(at).toISOString());
await setTime(morning);

const roles = { moderator: 'moderator', other: 'moderator', editor: 'editor', head: 'court-head' };
const invitations = Object.fromEntries(Object.entries(roles).map(([who, role]) => [who, invite(data, role, who, 'rabat')]));
const server = await startServer({ data, flags: ['--lab', '--test-clock', clock] });
const people = {}, keys = {};
for (const [who, invitation] of Object.entries(invitations))
  ({ key: keys[who] } = await (people[who] = new Person(server.url)).accept(invitation, morning));
const visitor = new Person(server.url);

const secret = 'Zoubiriya';  // No name: a word that stands nowhere else.
const said = `Au guichet ${secret} crie. Ajoutez un banc devant la salle 2.`;
const redacted = said.replace(secret, '[…]');
const sent = await say(visitor, said);
const page = (language) => `/${language}/desk/rabat/voice/${sent.number}`;
const steps = `/api/v1/desk/rabat/voice/${sent.number}/steps`;
const version = async () => JSON.parse((await people.editor.get(steps.replace('/steps', ''))).text).steps.length;
const take = async (who, body) => people[who].postJson(steps, body, { 'If-Match': `"${await version()}"` });
if (sent.state === 'held') assert.equal((await take('moderator', { step: 'publish' })).status, 200);

const everywhere = (language) => [`/${language}/d/rabat/participate`, `/${language}/d/rabat/participate/${sent.number}`, `/${language}/follow/${sent.code}`];
const inFiles = () => readdirSync(data, { recursive: true }).map((name) => join(data, name)).filter((path) => statSync(path).isFile())
  .filter((path) => readFileSync(path).includes(secret));

test('the form of the desk takes passages alone, says what is wrong at its field, and loses nothing', async () => {
  const form = async (fields) => people.moderator.post(page('fr'), { step: 'redact', version: String(await version()), ...fields });
  const shown = (await people.moderator.get(page('fr'))).text;
  assert.match(shown, /name="redact-text"[^>]*>\s*Au guichet/);
  const altered = await form({ 'redact-text': redacted.replace('banc', 'fauteuil'), 'redact-reason': 'names-a-person' });
  assert.equal(altered.status, 422);
  assert.ok(says(visibleText(altered.text), 'fr', 'voice_problem_altered'));
  assert.ok(altered.text.includes('fauteuil'));
  const unreasoned = await form({ 'redact-text': redacted, 'redact-reason': '' });
  assert.equal(unreasoned.status, 422);
  assert.ok(says(visibleText(unreasoned.text), 'fr', 'voice_problem_reason'));
  const untouched = await form({ 'redact-text': said, 'redact-reason': 'names-a-person' });
  assert.ok(says(visibleText(untouched.text), 'fr', 'voice_problem_passage'));
  assert.equal((await people.editor.post(page('fr'), { step: 'redact', version: '1', 'redact-text': redacted, 'redact-reason': 'insult' })).status, 403);
  const stale = await people.moderator.post(page('fr'), { step: 'redact', version: '77', 'redact-text': redacted, 'redact-reason': 'insult' });
  assert.equal(stale.status, 412);
  assert.ok((await visitor.get(everywhere('fr')[1])).text.includes(secret), 'nothing was changed so far');
  const done = await form({ 'redact-text': redacted.replaceAll('\n', '\r\n'), 'redact-reason': 'names-a-person' });
  assert.equal(done.status, 303, done.text);
});

test('everybody reads that a moderator did it and why, in four languages, and nobody what it was', async () => {
  for (const language of languages) {
    for (const path of everywhere(language)) {
      const { status, text } = await visitor.get(path);
      assert.equal(status, 200, path);
      assert.ok(!text.includes(secret), path);
      assert.ok(text.includes('[…]'), path);
      for (const key of ['voice_redacted', 'voice_reason_names_a_person']) assert.ok(says(visibleText(text), language, key), `${path}: ${key}`);
    }
    for (const who of Object.keys(roles)) assert.ok(!(await people[who].get(page(language))).text.includes(secret), who);
  }
  const answers = [`/api/v1/districts/rabat/contributions`, `/api/v1/districts/rabat/contributions/${sent.number}`, `/api/v1/receipts/${sent.code}`];
  for (const path of answers) {
    const { text } = await visitor.get(path);
    assert.ok(!text.includes(secret), path);
    assert.ok(text.includes('"redactedFor":"names-a-person"'), path);
  }
  for (const path of ['', `/${sent.number}`]) assert.ok(!(await people.head.get(`/api/v1/desk/rabat/voice${path}`)).text.includes(secret));
});

test('the head alone opens it, each time for a reason', async () => {
  for (const who of ['moderator', 'other', 'editor']) {
    assert.equal((await people[who].post(`${page('fr')}/sealed`, { why: 'Une plainte.' })).status, 403, who);
    assert.ok(!(await people[who].get(page('fr'))).text.includes('name="why"'), who);
  }
  for (const language of languages) {
    assert.match((await people.head.get(page(language))).text, /name="why"/);
    const unsaid = await people.head.post(`${page(language)}/sealed`, { why: ' ' });
    assert.equal(unsaid.status, 422);
    assert.ok(!unsaid.text.includes(secret));
    assert.ok(says(visibleText(unsaid.text), language, 'voice_problem_words'));
    const long = await people.head.post(`${page(language)}/sealed`, { why: 'x'.repeat(301) });
    assert.equal(long.status, 422);
    assert.ok(!long.text.includes(secret));
    const opened = await people.head.post(`${page(language)}/sealed`, { why: `<b>Plainte</b> (${language})` });
    assert.equal(opened.status, 200);
    assert.ok(opened.text.includes(secret));
    assert.ok(says(visibleText(opened.text), language, 'voice_sealed_opened'));
    assert.match(opened.headers['cache-control'] ?? '', /no-store/);
    assert.ok(!(await people.head.get(page(language))).text.includes(secret), 'it stays open');
  }
});

test('its author contests, who redacted it does not judge, and the other moderator finds it and keeps it', async () => {
  const contested = await visitor.postJson(`/api/v1/receipts/${sent.code}/steps`, { step: 'contest-redaction', words: 'C’est une rue.', secret: sent.secret });
  assert.equal(contested.status, 200, contested.text);
  assert.ok((await people.other.get('/fr/desk/rabat/voice?show=moderators')).text.includes(page('fr')));
  assert.equal((await take('moderator', { step: 'lift-redaction' })).status, 403);
  assert.equal((await take('other', { step: 'keep-redaction' })).status, 200);
  assert.ok(!(await people.other.get('/fr/desk/rabat/voice?show=moderators')).text.includes(page('fr')));
});

async function signIn(who, at) {
  const person = new Person(server.url);
  await person.post('/fr/account/sign-in', { name: who, password });
  const done = await person.post('/fr/account/code', { code: oneTimeCode(keys[who], at) });
  assert.equal(done.status, 303, done.text);
  return person;
}

test('after a year it is in no file any more, and there is nothing to open', async () => {
  await server.stop();
  assert.notDeepEqual(inFiles(), [], 'the test must be able to find it');
  const later = morning + 366 * day;
  await setTime(later);
  await server.start();
  const head = await signIn('head', later);
  // The clock runs beside the requests.
  let answer = await head.post(`${page('fr')}/sealed`, { why: 'Une plainte.' });
  while (answer.status === 200) answer = await head.post(`${page('fr')}/sealed`, { why: 'Une plainte.' });
  assert.equal(answer.status, 409);
  assert.ok(!(await head.get(page('fr'))).text.includes('name="why"'));
  assert.ok((await visitor.get(everywhere('fr')[1])).text.includes('[…]'));
  await server.stop();
  assert.deepEqual(inFiles(), []);
}, { timeout: 60_000 });

await run();
