// What moderation did in a district, over HTTP: the page and the JSON say the same, and nobody can be told from it.
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
const invitation = invite(data, 'moderator', 'moderator', 'rabat');
const server = await startServer({ data });
const visitor = new Person(server.url), moderator = new Person(server.url);
await moderator.accept(invitation);

const report = async (district = 'rabat') => JSON.parse((await visitor.get(`/api/v1/districts/${district}/moderation`)).text).items;
const page = async (language, district = 'rabat') => (await visitor.get(`/${language}/d/${district}/moderation`)).text;
const told = (quarter, name) => quarter.counts.find(({ what }) => what === name);

const say = (text) => sayTo(visitor, text, { kind: 'comment' });

async function decline(number, reason) {
  const done = await moderator.postJson(`/api/v1/desk/rabat/voice/${number}/steps`, { step: 'decline', reason }, { 'If-Match': '"1"' });
  assert.equal(done.status, 200, done.text);
}

test('a district that nobody spoke to has its rules and no numbers, in each language', async () => {
  assert.deepEqual(await report('dakhla'), []);
  for (const language of languages) {
    const words = visibleText(await page(language, 'dakhla'));
    for (const key of ['moderation_none_title', 'moderation_rules', 'moderation_never_case', 'moderation_rule_link_spam'])
      assert.ok(says(words, language, key), `${language} ${key}`);
  }
});

test('steps are counted; one to four are not told apart where that could tell who it was', async () => {
  await say('Une porte plus large.');
  const topics = ['banc', 'rampe', 'plan', 'lampe', 'porte', 'chaise'];
  const held = [];
  for (const topic of topics) held.push(await say(`Achetez votre ${topic} sur www.${topic}-facile.com`));
  for (const { number } of held.slice(0, 5)) await decline(number, 'advertising');
  await decline(held[5].number, 'off-topic');

  const [quarter, ...others] = await report();
  assert.deepEqual(others, []);
  assert.deepEqual(told(quarter, 'received'), { what: 'received', atLeast: 7, atMost: 7 });
  assert.deepEqual(told(quarter, 'published-at-once'), { what: 'published-at-once', atLeast: 1, atMost: 1 });
  assert.deepEqual(told(quarter, 'held'), { what: 'held', atLeast: 5, atMost: 9 });
  assert.deepEqual(told(quarter, 'appealed'), { what: 'appealed', atLeast: 0, atMost: 0 });
  assert.deepEqual(quarter.declined, [
    { reason: 'advertising', atLeast: 5, atMost: 9 },
    { reason: 'off-topic', atLeast: 1, atMost: 4 },
  ]);
  assert.equal(quarter.hoursHeld, 1);

  for (const language of languages) {
    const html = await page(language), words = visibleText(html);
    for (const key of ['moderation_few', 'moderation_so_far', 'moderation_median', 'voice_reason_advertising'])
      assert.ok(says(words, language, key), `${language} ${key}`);
    assert.ok(!html.includes('-facile') && !html.includes('Achetez'), 'words of somebody are on the page');
    for (const from of ['participate', 'needs'])
      assert.ok((await visitor.get(`/${language}/d/rabat/${from}`)).text.includes(`href="/${language}/d/rabat/moderation"`), from);
  }
});

test('a district that is nowhere has no report', async () => {
  assert.equal((await visitor.get('/fr/d/nowhere/moderation')).status, 404);
  assert.equal((await visitor.get('/api/v1/districts/nowhere/moderation')).status, 404);
});

await run();
