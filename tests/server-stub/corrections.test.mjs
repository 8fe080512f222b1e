// What an author corrects and adds, over HTTP: as a form and as JSON, and who reads what.
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

const step = ({ code, secret }, value) => visitor.postJson(`/api/v1/receipts/${code}/steps`, { secret, ...value });
const byForm = ({ code, secret }, name, fields) => visitor.post(`/fr/follow/${code}`, { secret, step: name, ...fields });
const publicPage = ({ number, district }, language = 'fr') => visitor.get(`/${language}/d/${district}/participate/${number}`);
const deskPage = async ({ number }) => (await editor.get(`/fr/desk/rabat/voice/${number}`)).text;

test('by form: what is wrong is said at its field and stays; then everybody reads the correction, and the desk what it was', async () => {
  const one = await say(visitor, 'Un ban devant la salle.');
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
    const one = await say(visitor, first, { district: 'tanger' });
    assert.equal(one.state, 'published');
    const done = await step(one, { step: 'correct', text });
    assert.equal(done.status, 200, done.text);
    assert.equal(JSON.parse(done.text).state, state);
    assert.ok(!done.text.includes('AB123456'));
    assert.equal((await publicPage(one)).status, 404);
    for (const path of ['participate', 'needs']) assert.ok(!(await visitor.get(`/fr/d/tanger/${path}`)).text.includes(`participate/${one.number}"`), path);
    const list = JSON.parse((await visitor.get('/api/v1/districts/tanger/contributions')).text).items;
    assert.ok(!list.some(({ number }) => number === one.number));
  }
});

test('what a page does not ask for is not taken, from the author, from the court, by form or as JSON', async () => {
  const forged = 'Appelez 0612345678 ou www.gains-faciles.com', one = await say(visitor, 'Des prises électriques dans le hall.');
  const fields = (name) => ({ [`${name}-outcome`]: 'done', [`${name}-words`]: forged, [`${name}-proof`]: forged, [`${name}-reason`]: 'threat' });
  assert.equal((await byForm(one, 'correct', { 'correct-text': 'Des prises dans le hall.', ...fields('correct') })).status, 303);
  const answer = { outcome: 'done', words: forged, proof: forged };
  assert.equal((await step(one, { step: 'correct', text: 'Des prises dans les deux halls.', answer, reason: 'threat', words: forged })).status, 200);
  assert.equal((await editor.post(`/fr/desk/rabat/voice/${one.number}`, { step: 'acknowledge', version: '3', ...fields('acknowledge') })).status, 303);
  const told = (await visitor.get(`/api/v1/districts/rabat/contributions/${one.number}`)).text;
  for (const text of [told, (await publicPage(one)).text, await deskPage(one)]) assert.ok(!text.includes('gains-faciles') && !text.includes('threat'));
  assert.equal(JSON.parse(told).state, 'acknowledged');
});

test('whoever has not seen the last correction does not overwrite it; the same sent twice is one', async () => {
  const one = await say(visitor, 'Un distributeur d’eau.', { district: 'fes' });
  const tagged = (text, version) => visitor.postJson(`/api/v1/receipts/${one.code}/steps`, { secret: one.secret, step: 'correct', text }, { 'If-Match': `"${version}"` });
  assert.equal((await tagged('Deux distributeurs d’eau.', 1)).status, 200);
  assert.equal((await tagged('Deux distributeurs d’eau.', 1)).status, 200);
  assert.equal((await tagged('Trois distributeurs d’eau.', 1)).status, 412);
  const late = await byForm(one, 'correct', { 'correct-text': 'Quatre distributeurs.', version: '1' });
  assert.equal(late.status, 412);
  assert.ok(late.text.includes('Quatre distributeurs.') && visibleText((await publicPage(one)).text).includes('Deux distributeurs'));
});

test('where something was joined with what is not public, nobody but the desk reads the receipt of that', async () => {
  const hidden = await say(visitor, 'Le juge de mon procès a rendu un jugement injuste contre moi.'), one = await say(visitor, 'Un abri devant la porte.');
  const move = (value, version) => editor.postJson(`/api/v1/desk/rabat/voice/${one.number}/steps`, value, { 'If-Match': `"${version}"` });
  assert.equal((await move({ step: 'acknowledge' }, 1)).status, 200);
  const joined = await move({ step: 'answer', answer: { outcome: 'merged', words: 'C’est la même chose.', mergedInto: hidden.code } }, 2);
  assert.equal(joined.status, 200, joined.text);
  const plain = hidden.code.replaceAll('-', '');
  for (const path of [`/api/v1/districts/rabat/contributions/${one.number}`, '/api/v1/districts/rabat/contributions', `/api/v1/receipts/${one.code}`, `/fr/d/rabat/participate/${one.number}`]) {
    const { text } = await visitor.get(path);
    assert.ok(!text.includes(hidden.code) && !text.includes(plain), path);
  }
  assert.ok(joined.text.includes(plain) || joined.text.includes(hidden.code));
});

test('once the court has read it nothing is corrected; notes stand below it, five of them', async () => {
  const one = await say(visitor, 'Une rampe à l’entrée du tribunal.');
  assert.equal((await step(one, { step: 'add-note', words: 'Aussi le soir.' })).status, 409);
  const read = await editor.postJson(`/api/v1/desk/rabat/voice/${one.number}/steps`, { step: 'acknowledge' }, { 'If-Match': '"1"' });
  assert.equal(read.status, 200, read.text);
  assert.equal((await step(one, { step: 'correct', text: 'Une rampe.' })).status, 409);
  const added = 'Aussi pour les poussettes.';
  assert.equal((await byForm(one, 'add-note', { 'add-note-words': added })).status, 303);
  for (const language of languages) {
    const words = visibleText((await publicPage(one, language)).text);
    assert.ok(says(words, language, 'voice_step_add_note') && !words.includes(added), language);
    const own = visibleText((await visitor.get(`/${language}/follow/${one.code}`)).text);
    assert.ok(own.includes(added) && says(own, language, 'voice_note_on') && says(own, language, 'verdict_held'), language);
  }
  assert.ok(!(await visitor.get(`/api/v1/districts/rabat/contributions/${one.number}`)).text.includes(added));
  assert.ok((await deskPage(one)).includes(added));
  for (const words of ['En bois.', 'Large.', 'Éclairée.', 'Douce.']) assert.equal((await step(one, { step: 'add-note', words })).status, 200);
  const full = await byForm(one, 'add-note', { 'add-note-words': 'Et encore.' });
  assert.equal(full.status, 409);
  assert.ok(says(visibleText(full.text), 'fr', 'voice_problem_notes'));
});

await run();
