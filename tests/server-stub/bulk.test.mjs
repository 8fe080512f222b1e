// Several contributions answered together: each is judged by the same rules as alone, and the page says what came of it.
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
import { say as sayTo } from '../support/voice.mjs';

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
atEnd(() => rm(data, { recursive: true, force: true }));
const invitations = ['editor', 'moderator'].map((role) => [role, invite(data, role, role, 'rabat')]);
const server = await startServer({ data });
const visitor = new Person(server.url), people = {};
for (const [who, invitation] of invitations) await (people[who] = new Person(server.url)).accept(invitation);
const { editor, moderator } = people;

const say = async (text, district = 'rabat') => (await sayTo(visitor, text, { district })).number;
const bench = await say('Un banc devant la salle 2.'), door = await say('Une porte plus large.');
const lamp = await say('Plus de lumière dans le couloir.'), far = await say('Une rampe à l’entrée.', 'tanger');

const desk = (language = 'fr') => `/${language}/desk/rabat/voice?show=court`;
const send = (step, picks, fields = {}, language = 'fr', who = editor) =>
  who.post(desk(language), [['step', step], ...picks.map((pick) => ['pick', pick]), ...Object.entries(fields)]);
const now = async (number) => {
  const { state, steps, answer } = JSON.parse((await editor.get(`/api/v1/desk/rabat/voice/${number}`)).text);
  return { state, version: steps.length, words: answer?.words };
};
const answer = { 'answer-outcome': 'done', 'answer-words': 'C’est fait.', 'answer-proof': 'Salle 2' };

test('who answers is offered a tick for each, with the version that is seen, and nobody else', async () => {
  const { text } = await editor.get(desk());
  for (const number of [bench, door, lamp]) assert.ok(text.includes(`value="${number}-1"`));
  assert.ok(!(await moderator.get(desk())).text.includes('name="pick"'));
  assert.equal((await send('acknowledge', [`${bench}-1`], {}, 'fr', moderator)).status, 403);
  assert.equal((await now(bench)).state, 'published');
});

test('where nothing, or too much, is ticked, the page says so and keeps what was typed', async () => {
  for (const language of languages) {
    const none = await send('answer', [], answer, language);
    assert.equal(none.status, 422);
    assert.ok(says(visibleText(none.text), language, 'voice_bulk_none'));
    assert.ok(none.text.includes('C’est fait.'));
  }
  const many = await send('answer', Array.from({ length: 51 }, (_, index) => `${index + 1}-1`), answer);
  assert.equal(many.status, 422);
  assert.ok(says(visibleText(many.text), 'fr', 'voice_bulk_many'));
  for (const pick of ['x', '1', '-1', '1-', `${bench}-0`]) assert.equal((await send('answer', [pick], answer)).status, 422, pick);
  assert.equal((await send('decide', [`${bench}-1`])).status, 422, 'not a step for many');
  for (const number of [bench, door, lamp]) assert.equal((await now(number)).version, 1);
});

test('of another district nothing is done, nor of those beside it', async () => {
  assert.equal((await send('acknowledge', [`${bench}-1`, `${far}-1`])).status, 404);
  assert.equal((await now(bench)).version, 1);
});

// Each place that the page's summary leads to.
const targets = ({ text }) => [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id).filter((id) => id !== 'content');
const isTicked = ({ text }, pick) => new RegExp(`<input[^>]*value="${pick}"[^>]*checked`).test(text);

test('on a part that offers no tick the words stay, and what is said leads somewhere', async () => {
  for (const show of ['closed', 'moderators', 'court&clock=late']) {
    for (const step of ['answer', 'acknowledge']) {
      const none = await editor.post(`/fr/desk/rabat/voice?show=${show}`, [['step', step], ...Object.entries(answer)]);
      assert.equal(none.status, 422);
      assert.ok(none.text.includes('C’est fait.') && none.text.includes('Salle 2'), `${show} ${step}`);
      assert.ok(none.text.includes(`href="#${step}-send"`));
      for (const id of targets(none)) assert.ok(none.text.includes(`id="${id}"`), id);
    }
  }
});

test('the button says what stands against it', async () => {
  const { text } = await send('answer', [], answer);
  assert.ok(/<p[^>]*id="together-error"/.test(text));
  assert.ok(/<button[^>]*id="answer-send"[^>]*aria-describedby="together-error"/.test(text));
  assert.ok(!/<button[^>]*id="acknowledge-send"[^>]*aria-describedby/.test(text));
});

test('one that was not read yet says so, and not that somebody took a step', async () => {
  for (const language of languages) {
    const refused = await send('answer', [`${bench}-1`, `${door}-1`], answer, language);
    assert.equal(refused.status, 409);
    assert.ok(says(visibleText(refused.text), language, 'voice_bulk_unread'));
    assert.ok(!says(visibleText(refused.text), language, 'item_problem_state'));
    assert.ok(refused.text.includes('href="#answer-send"') && isTicked(refused, `${bench}-1`));
  }
});

test('an answer is judged before any is answered, whatever stands against those that are ticked', async () => {
  const wrong = { 'answer-proof': 'answer-proof', 'answer-words': 'answer-words', 'answer-outcome': 'answer-outcome-done' };
  for (const [field, target] of Object.entries(wrong)) {
    const refused = await send('answer', [`${bench}-1`, `${door}-9`], { ...answer, [field]: '' });
    assert.equal(refused.status, 422, field);
    assert.ok(refused.text.includes(`href="#${target}"`), field);
    // It is read first what went on meanwhile.
    assert.ok(isTicked(refused, `${bench}-1`) && !isTicked(refused, `${door}-1`));
    assert.ok(says(visibleText(refused.text), 'fr', 'voice_bulk_changed'));
  }
  assert.equal((await send('answer', [`${bench}-1`], { ...answer, 'answer-words': 'x'.repeat(2001) })).status, 422);
  for (const number of [bench, door]) assert.equal((await now(number)).version, 1);
});

test('marking as read keeps the answer that was typed, whatever becomes of it', async () => {
  const [one, two] = [await say('Une horloge dans le hall.'), await say('Un plan à l’entrée.')];
  const kept = (page) => page.text.includes('C’est fait.') && page.text.includes('Salle 2') && /<input[^>]*value="done"[^>]*checked/.test(page.text);
  const none = await send('acknowledge', [], answer);
  assert.equal(none.status, 422);
  assert.ok(kept(none) && none.text.includes('href="#acknowledge-send"'));
  const partly = await send('acknowledge', [`${one}-1`, `${two}-9`], answer);
  assert.equal(partly.status, 200);
  assert.ok(kept(partly) && isTicked(partly, `${one}-2`) && !isTicked(partly, `${two}-1`));
  const all = await send('acknowledge', [`${two}-1`], answer);
  assert.equal(all.status, 200);
  assert.ok(kept(all) && isTicked(all, `${two}-2`));
  const again = await send('acknowledge', [`${two}-2`], answer);
  assert.equal(again.status, 409);
  assert.ok(says(visibleText(again.text), 'fr', 'voice_bulk_was_read') && kept(again));
  // The answer is one more press.
  assert.equal((await send('answer', [`${one}-2`, `${two}-2`], answer)).status, 200);
  for (const number of [one, two]) assert.deepEqual(await now(number), { state: 'answered', version: 3, words: 'C’est fait.' });
});

test('each is judged by itself: two are read, the third is not ticked', async () => {
  assert.equal((await send('acknowledge', [`${bench}-1`, `${door}-1`, `${bench}-1`])).status, 200);
  for (const number of [bench, door]) assert.deepEqual(await now(number), { state: 'acknowledged', version: 2, words: undefined });
  assert.equal((await now(lamp)).state, 'published');
});

test('what is wrong with the words stands against all of them, at its field, and nothing is done', async () => {
  const refused = await send('answer', [`${bench}-2`, `${door}-2`], { ...answer, 'answer-proof': '' });
  assert.equal(refused.status, 422);
  assert.ok(refused.text.includes('href="#answer-proof"'));
  assert.ok(refused.text.includes('C’est fait.'));
  for (const number of [bench, door]) assert.equal((await now(number)).version, 2);
});

test('one answer for all: which were answered and which not, and why', async () => {
  // Somebody else is quicker with the door.
  const quick = await editor.postJson(`/api/v1/desk/rabat/voice/${door}/steps`, { step: 'ask', answer: { outcome: 'needs-information', words: 'Laquelle ?' } }, { 'If-Match': '"2"' });
  assert.equal(quick.status, 200, quick.text);
  const done = await send('answer', [`${bench}-2`, `${door}-2`, `${lamp}-1`], answer);
  assert.equal(done.status, 200);
  const said = visibleText(done.text);
  for (const key of ['voice_bulk_done', 'voice_bulk_failed', 'voice_bulk_changed']) assert.ok(says(said, 'fr', key), key);
  assert.deepEqual(await now(bench), { state: 'answered', version: 3, words: 'C’est fait.' });
  assert.equal((await now(door)).state, 'needs-information');
  assert.deepEqual(await now(lamp), { state: 'published', version: 1, words: undefined });
  // Those that are left can be sent again from there, with the words.
  assert.ok(done.text.includes(`value="${lamp}-1"`) && !done.text.includes(`value="${bench}-`));
  // Sent a second time it is done once.
  assert.equal((await send('answer', [`${bench}-2`], answer)).status, 200);
  assert.equal((await now(bench)).version, 3);
});

await run();
