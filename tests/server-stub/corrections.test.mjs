// What an author corrects and adds, over HTTP: as a form and as JSON, and who reads what.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite } from '../support/accounts.mjs';
import { languages } from '../support/cases.mjs';
import { atEnd, run, test } from '../support/harness.mjs';
import { visibleText } from '../support/html.mjs';
import { says } from '../support/messages.mjs';
import { startServer } from '../support/server.mjs';

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
atEnd(() => rm(data, { recursive: true, force: true }));
const invitation = invite(data, 'editor', 'editor', 'rabat');
const server = await startServer({ data });
const visitor = new Person(server.url), editor = new Person(server.url);
await editor.accept(invitation);

async function say(text) {
  const made = await visitor.postJson('/api/v1/districts/rabat/contributions', { kind: 'suggestion', text }, { 'Idempotency-Key': randomUUID() });
  assert.equal(made.status, 201, made.text);
  return JSON.parse(made.text);
}
const step = ({ code, secret }, value) => visitor.postJson(`/api/v1/receipts/${code}/steps`, { secret, ...value });
const byForm = ({ code, secret }, name, fields) => visitor.post(`/fr/follow/${code}`, { secret, step: name, ...fields });
const publicPage = ({ number }, language = 'fr') => visitor.get(`/${language}/d/rabat/participate/${number}`);
const deskPage = async ({ number }) => (await editor.get(`/fr/desk/rabat/voice/${number}`)).text;

test('by form: what is wrong is said at its field and stays; then everybody reads the correction, and the desk what it was', async () => {
  const one = await say('Un ban devant la salle.');
  for (const [text, key] of [['', 'voice_problem_words'], ['Un ban devant la salle.', 'voice_problem_unchanged']]) {
    const wrong = await byForm(one, 'correct', { 'correct-text': text });
    assert.equal(wrong.status, 422, key);
    assert.ok(says(visibleText(wrong.text), 'fr', key), key);
    assert.match(wrong.text, /id="correct-text"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*id="correct-text"/u);
  }
  assert.equal((await byForm({ ...one, secret: '000000000000' }, 'correct', { 'correct-text': 'Un banc.' })).status, 422);
  assert.equal((await byForm(one, 'correct', { 'correct-text': 'Un banc devant la salle.' })).status, 303);
  for (const language of languages) {
    const page = await publicPage(one, language), words = visibleText(page.text);
    assert.ok(words.includes('Un banc devant la salle.') && says(words, language, 'voice_corrected'), language);
    assert.ok(!words.includes('Un ban devant'), language);
  }
  assert.ok((await deskPage(one)).includes('Un ban devant la salle.'));
  const told = JSON.parse((await visitor.get(`/api/v1/districts/rabat/contributions/${one.number}`)).text);
  assert.ok(told.correctedOn && !JSON.stringify(told).includes('Un ban devant'));
});

test('what a correction says that must be read first, or never, is public no more', async () => {
  for (const [first, text, state] of [
    ['Plus de lumière dans le hall.', 'Venez gagner de l’argent sur www.gains-faciles.com', 'held'],
    ['Un guichet plus bas pour les fauteuils.', 'Le juge de mon procès a rendu un jugement injuste contre moi.', 'private'],
    ['Des numéros aux portes des salles.', 'Des numéros aux portes. Carte AB123456.', 'held'],
  ]) {
    const one = await say(first);
    assert.equal(one.state, 'published');
    const done = await step(one, { step: 'correct', text });
    assert.equal(done.status, 200, done.text);
    assert.equal(JSON.parse(done.text).state, state);
    assert.ok(!done.text.includes('AB123456'));
    assert.equal((await publicPage(one)).status, 404);
    for (const path of ['participate', 'needs']) assert.ok(!(await visitor.get(`/fr/d/rabat/${path}`)).text.includes(`participate/${one.number}"`), path);
    const list = JSON.parse((await visitor.get('/api/v1/districts/rabat/contributions')).text).items;
    assert.ok(!list.some(({ number }) => number === one.number));
  }
});

test('once the court has read it nothing is corrected; notes stand below it, five of them', async () => {
  const one = await say('Une rampe à l’entrée du tribunal.');
  assert.equal((await step(one, { step: 'add-note', words: 'Aussi le soir.' })).status, 409);
  const read = await editor.postJson(`/api/v1/desk/rabat/voice/${one.number}/steps`, { step: 'acknowledge' }, { 'If-Match': '"1"' });
  assert.equal(read.status, 200, read.text);
  assert.equal((await step(one, { step: 'correct', text: 'Une rampe.' })).status, 409);
  assert.equal((await byForm(one, 'add-note', { 'add-note-words': 'Aussi pour les poussettes.' })).status, 303);
  assert.equal((await step(one, { step: 'add-note', words: 'Voir www.gains-faciles.com' })).status, 200);
  for (const language of languages) {
    const words = visibleText((await publicPage(one, language)).text);
    assert.ok(words.includes('Aussi pour les poussettes.') && says(words, language, 'voice_note_on'), language);
    assert.ok(!words.includes('gains-faciles'), language);
  }
  assert.ok(!JSON.stringify((await visitor.get(`/api/v1/districts/rabat/contributions/${one.number}`)).text).includes('gains-faciles'));
  assert.ok((await deskPage(one)).includes('gains-faciles'));
  for (const words of ['En bois.', 'Large.', 'Éclairée.']) assert.equal((await step(one, { step: 'add-note', words })).status, 200);
  const full = await byForm(one, 'add-note', { 'add-note-words': 'Et encore.' });
  assert.equal(full.status, 409);
  assert.ok(says(visibleText(full.text), 'fr', 'voice_problem_notes'));
});

await run();
