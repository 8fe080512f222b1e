// What people ask for most, over HTTP: the page and the JSON say the same, and neither what is not public.
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

const needs = async (district = 'rabat') => JSON.parse((await visitor.get(`/api/v1/districts/${district}/needs`)).text).items;
const page = async (language, district = 'rabat') => (await visitor.get(`/${language}/d/${district}/needs`)).text;

test('a district that nobody asked for anything says so, in each language', async () => {
  assert.deepEqual(await needs('dakhla'), []);
  for (const language of languages) assert.ok(says(visibleText(await page(language, 'dakhla')), language, 'needs_none_title'));
});

test('what was said is gathered by service, with its outcomes and links to what is public', async () => {
  const [{ id: service }] = JSON.parse((await visitor.get('/api/v1/districts/rabat/services?limit=1')).text).items;
  const bench = await say(visitor, 'Un banc devant la salle 2.', { kind: 'suggestion', service });
  const paper = await say(visitor, 'On m’a demandé un acte de plus.', { kind: 'other-paper', service });
  const held = await say(visitor, 'Venez gagner de l’argent sur www.gains-faciles.com', { kind: 'suggestion', service });
  const door = await say(visitor, 'Une porte plus large.', { kind: 'suggestion' });
  await say(visitor, 'Bon accueil.', { kind: 'comment', service });
  const address = `/api/v1/desk/rabat/voice/${bench.number}/steps`;
  const answer = { outcome: 'done', words: 'C’est fait.', proof: 'Salle 2' };
  assert.equal((await editor.postJson(address, { step: 'acknowledge' }, { 'If-Match': '"1"' })).status, 200);
  assert.equal((await editor.postJson(address, { step: 'answer', answer }, { 'If-Match': '"2"' })).status, 200);

  const [first, second, ...others] = await needs();
  assert.deepEqual(others, []);
  assert.deepEqual({ ...first, newest: first.newest.map(({ number }) => number) }, {
    service, people: 2, suggestions: 1, otherPapers: 1, outcomes: [{ outcome: 'done', count: 1 }], waiting: 1,
    ratings: 0, ratingsWithWords: 0, ratingsAsking: 0, reasons: [], newest: [paper.number, bench.number],
  });
  assert.deepEqual([second.service, second.people, second.newest.map(({ number }) => number)], ['', 1, [door.number]]);
  assert.ok(!JSON.stringify(await needs()).includes(bench.code.replaceAll('-', '')), 'a receipt is told to everybody');

  for (const language of languages) {
    const html = await page(language);
    for (const { number } of [bench, paper, door]) assert.ok(html.includes(`href="/${language}/d/rabat/participate/${number}"`));
    assert.ok(!html.includes(`participate/${held.number}"`) && !html.includes('gains-faciles'));
    assert.ok((await visitor.get(`/${language}/d/rabat/participate`)).text.includes(`href="/${language}/d/rabat/needs"`));
  }
});

test('a district that is nowhere has no needs', async () => {
  assert.equal((await visitor.get('/fr/d/nowhere/needs')).status, 404);
  assert.equal((await visitor.get('/api/v1/districts/nowhere/needs')).status, 404);
});

await run();
