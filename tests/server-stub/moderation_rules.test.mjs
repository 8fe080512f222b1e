// By which rules a portal holds what people say, over HTTP: chosen by its head, read by its desk and by everybody, kept.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite } from '../support/accounts.mjs';
import { languages } from '../support/cases.mjs';
import { atEnd, run, test } from '../support/harness.mjs';
import { visibleText } from '../support/html.mjs';
import { says } from '../support/messages.mjs';
import { serverFile } from '../support/places.mjs';
import { startServer } from '../support/server.mjs';
import { say } from '../support/voice.mjs';

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
atEnd(() => rm(data, { recursive: true, force: true }));
const roles = { head: 'court-head', boss: 'administrator', moderator: 'moderator', editor: 'editor' };
const invitations = Object.fromEntries(Object.entries(roles).map(([who, role]) => [who, invite(data, role, who, 'rabat')]));
invitations.neighbour = invite(data, 'court-head', 'neighbour', 'tanger');
const server = await startServer({ data });
const visitor = new Person(server.url), people = {};
for (const [who, invitation] of Object.entries(invitations)) await (people[who] = new Person(server.url)).accept(invitation);

const chosen = ['link-spam', 'advertising', 'campaign', 'likely-harm', 'everything-waits'];
const byDefault = chosen.slice(0, 4);
const address = (language) => `/${language}/desk/rabat/voice/rules`;
const fields = (on, shown = chosen) => [...shown.map((name) => ['rule', name]), ...on.map((name) => ['on', name])];
const send = (who, pairs, language = 'fr') => people[who].post(address(language), pairs);
const save = async (on) => assert.equal((await send('head', fields(on))).status, 303);
const report = async (district) => JSON.parse((await visitor.get(`/api/v1/districts/${district}/moderation`)).text).rules;
const inForce = async (district = 'rabat') => (await report(district)).filter(({ isOn, isChosen }) => isOn && isChosen).map(({ rule }) => rule);
const linked = (topic) => `Lire les horaires de ${topic} sur www.${topic}-de-la-salle.com`;
const deskFile = async (number) => JSON.parse((await people.editor.get(`/api/v1/desk/rabat/voice/${number}`)).text);

test('by default every portal judges alike, and says so to everybody', async () => {
  assert.deepEqual(await inForce('rabat'), byDefault);
  assert.deepEqual(await report('rabat'), await report('tanger'));
  const fixed = (await report('rabat')).filter(({ isChosen }) => !isChosen);
  assert.ok(fixed.every(({ isOn }) => isOn) && fixed.some(({ rule }) => rule === 'identity-number'));
  for (const language of languages) {
    const html = (await people.head.get(address(language))).text, words = visibleText(html);
    for (const key of ['voice_rules_never', 'voice_rules_justice', 'voice_rules_privacy', 'voice_rules_dignity', 'voice_concern_insult', 'moderation_rule_link_spam'])
      assert.ok(says(words, language, key), `${language} ${key}`);
    for (const from of [`/${language}/desk/rabat/voice`, `/${language}/desk`])
      assert.ok((await people.head.get(from)).text.includes(`href="${address(language)}"`), from);
  }
});

test('a rule that Rabat switches off holds nothing there, is noted for its desk, and holds in Tanger', async () => {
  const before = await say(visitor, linked('porte'));
  assert.equal(before.state, 'held');
  await save(byDefault.filter((rule) => rule !== 'link-spam'));
  const sent = await say(visitor, linked('lampe'));
  assert.equal(sent.state, 'published');
  assert.equal((await visitor.get(`/fr/d/rabat/participate/${sent.number}`)).status, 200);
  assert.equal((await say(visitor, linked('chaise'), { district: 'tanger' })).state, 'held');
  assert.deepEqual([(await deskFile(sent.number)).concerns, (await deskFile(sent.number)).noted], [[], ['link-spam']]);
  assert.ok(!JSON.stringify(JSON.parse((await visitor.get(`/api/v1/receipts/${sent.code}`)).text)).includes('link-spam'));
  for (const language of languages) {
    const words = visibleText((await people.moderator.get(`/${language}/desk/rabat/voice/${sent.number}`)).text);
    assert.ok(says(words, language, 'voice_noted') && !says(words, language, 'voice_concerns'), language);
  }
  const insult = await say(visitor, 'Le greffier est un imbécile.');
  assert.equal(insult.state, 'held');
  const preview = await visitor.post('/fr/d/rabat/participate', { kind: 'comment', service: '', text: linked('table'), key: 'a', do: 'preview' });
  assert.ok(!says(visibleText(preview.text), 'fr', 'voice_preview_held'));
});

test('everybody reads which rules are in force', async () => {
  assert.deepEqual(await inForce('rabat'), ['advertising', 'campaign', 'likely-harm']);
  assert.deepEqual(await inForce('tanger'), byDefault);
  for (const language of languages) {
    const own = visibleText((await visitor.get(`/${language}/d/rabat/moderation`)).text);
    const other = visibleText((await visitor.get(`/${language}/d/tanger/moderation`)).text);
    assert.ok(says(own, language, 'moderation_off_title') && !says(other, language, 'moderation_off_title'), language);
    assert.ok(says(own, language, 'moderation_rule_link_spam'), language);
  }
});

test('what is saved is confirmed, and who saved it last and when is told to the desk', async () => {
  const saved = await send('boss', fields([...byDefault, 'everything-waits']));
  assert.equal(saved.status, 303);
  assert.equal(saved.headers.location, `${address('fr')}?saved=1`);
  for (const language of languages) {
    const words = visibleText((await people.boss.get(`${address(language)}?saved=1`)).text);
    assert.ok(says(words, language, 'voice_rules_saved'), language);
    const read = visibleText((await people.moderator.get(address(language))).text);
    assert.ok(says(read, language, 'voice_rules_set_by') && read.includes('boss'), language);
  }
});

test('where everything waits, a harmless text does, and its desk reads why', async () => {
  const sent = await say(visitor, 'Un banc devant la salle 2.');
  assert.equal(sent.state, 'held');
  assert.deepEqual((await deskFile(sent.number)).concerns, ['everything-waits']);
  const words = visibleText((await people.moderator.get(`/fr/desk/rabat/voice/${sent.number}`)).text);
  assert.ok(says(words, 'fr', 'voice_concern_everything_waits'));
  assert.equal((await say(visitor, 'Un banc devant la salle 3.', { district: 'tanger' })).state, 'published');
  const preview = await visitor.post('/fr/d/rabat/participate', { kind: 'comment', service: '', text: 'Une lampe.', key: 'b', do: 'preview' });
  assert.ok(says(visibleText(preview.text), 'fr', 'voice_preview_held'));
});

test('what holds everywhere is switched off by nobody, and what cannot be read changes nothing', async () => {
  const before = await report('rabat');
  for (const [pairs, key] of [
    [fields([], ['link-spam', 'insult']), 'voice_rules_fixed'],
    [fields([], ['identity-number']), 'voice_rules_fixed'],
    [fields(['about-a-case'], ['link-spam']), 'voice_rules_fixed'],
    [fields([], ['link-spam', 'nothing-known']), 'voice_rules_unknown'],
    [fields(['link-spam'], ['campaign']), 'voice_rules_unknown'],
    [[], 'voice_rules_nothing'],
  ])
    for (const language of languages) {
      const refused = await send('head', pairs, language);
      assert.equal(refused.status, 422, key);
      assert.ok(says(visibleText(refused.text), language, key), `${language} ${key}`);
    }
  assert.deepEqual(await report('rabat'), before);
  assert.equal((await say(visitor, 'Le greffier est un imbécile, encore.')).state, 'held');
});

test('who moderates or writes reads the rules and changes none; nor does the head of another court', async () => {
  const before = await report('rabat');
  for (const who of ['moderator', 'editor']) {
    const read = await people[who].get(address('fr'));
    assert.equal(read.status, 200, who);
    assert.ok(!read.text.includes('type="checkbox"') && says(visibleText(read.text), 'fr', 'voice_rules_who'), who);
    assert.equal((await send(who, fields([]))).status, 403, who);
  }
  assert.equal((await people.neighbour.get(address('fr'))).status, 403);
  assert.equal((await send('neighbour', fields([]))).status, 403);
  assert.deepEqual(await report('rabat'), before);
  assert.deepEqual(await inForce('tanger'), byDefault);
});

test('they are there after a restart, and each switch is in the audit log', async () => {
  const before = await report('rabat');
  await server.stop();
  const inFiles = (text) => readdirSync(data).some((name) => name.startsWith('rihab.db') && readFileSync(join(data, name)).includes(text));
  for (const text of ['link-spam off', 'link-spam on', 'everything-waits on']) assert.ok(inFiles(text), text);
  assert.ok(!inFiles('insult off') && !inFiles('advertising off'));
  assert.match(execFileSync(serverFile, ['check', 'audit', '--data', data], { encoding: 'utf8' }), /is whole/);
  await server.start();
  assert.deepEqual(await report('rabat'), before);
  assert.equal((await say(visitor, 'Un banc devant la salle 4.')).state, 'held');
});

await run();
