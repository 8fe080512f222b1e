// Numbers that tell who somebody is, typed into every field that the public may write, in every script of digits: they
// are in no file of the data folder while the server runs or after it was killed, in no copy, no log, no page.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite } from '../support/accounts.mjs';
import { atEnd, note, run, test } from '../support/harness.mjs';
import { encodeForm, freshKey } from '../support/rating.mjs';
import { serverFile } from '../support/places.mjs';
import { startServer } from '../support/server.mjs';

// The first digit of each: ASCII, Arabic-Indic, extended, Devanagari, Bengali, N'Ko, full-width, mathematical bold.
const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0x7c0, 0xff10, 0x1d7ce];
const inScript = (digits, zero) => [...digits].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
const cards = zeros.map((zero, index) => ({ written: `${'BEJKNQRT'[index]}${'ABCDEFGH'[index]}${inScript(`73${index}519`, zero)}`, digits: inScript(`73${index}519`, zero) }));
const telephones = zeros.map((zero, index) => ({ written: inScript(`06614${index}7382`, zero), digits: inScript(`14${index}7382`, zero) }));
const numbers = [...cards, ...telephones];
const sentence = ({ written }, index) => `Voici mon numéro ${written}, pour la demande ${index}.`;

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
atEnd(() => rm(data, { recursive: true, force: true }));
const roles = { moderator: 'moderator', editor: 'editor' };
const invitations = Object.fromEntries(Object.entries(roles).map(([who, role]) => [who, invite(data, role, who, 'rabat')]));
const server = await startServer({ data });
const people = {};
for (const [who, invitation] of Object.entries(invitations)) await (people[who] = new Person(server.url)).accept(invitation);
const visitor = new Person(server.url);
const seen = [];  // Every answer.
const keep = (answer) => { seen.push(answer.text, JSON.stringify(answer.headers)); return answer; };

const post = async (path, fields) => keep(await visitor.post(path, fields));
const json = async (path, body, headers) => keep(await visitor.postJson(path, body, headers));

test('ratings: by form, by JSON, refused, in another language', async () => {
  const sheet = '/fr/d/rabat/services/casier-judiciaire';
  for (const [index, number] of numbers.entries()) {
    const text = sentence(number, index);
    const form = { type: 'application/x-www-form-urlencoded', method: 'POST' };
    const sent = keep(await visitor.send(`${sheet}/rating`, { ...form, body: encodeForm([['key', await freshKey(server.url)], ['level', '4'], ['text', text]]) }));
    assert.equal(sent.status, 303);
    keep(await visitor.get(sent.headers.location));
    keep(await visitor.send(`${sheet}/rating`, { ...form, body: encodeForm([['key', 'a'], ['text', text]]) }));
    keep(await visitor.send(sheet, { ...form, body: encodeForm([['key', 'a'], ['text', text]]) }));
    const made = await json('/api/v1/districts/rabat/services/casier-judiciaire/ratings', { level: 3, text }, { 'Idempotency-Key': randomUUID() });
    assert.equal(made.status, 201);
  }
});

test('contributions: sent, previewed, refused, followed, withdrawn with words', async () => {
  for (const [index, number] of numbers.entries()) {
    const text = sentence(number, index);
    for (const wish of ['send', 'preview', 'keep']) await post('/ar/d/rabat/participate', { kind: 'comment', service: '', text, key: randomUUID(), do: wish });
    await post('/ar/d/rabat/participate', { kind: '', service: number.written, text, key: randomUUID(), do: 'send' });
    const made = await json('/api/v1/districts/rabat/contributions', { kind: 'question', text }, { 'Idempotency-Key': randomUUID() });
    assert.equal(made.status, 201);
    const { code, secret, number: place } = JSON.parse(made.text);
    keep(await visitor.get(`/fr/follow/${code}`));
    keep(await people.moderator.get(`/fr/desk/rabat/voice/${place}`));
    const declined = await people.moderator.postJson(`/api/v1/desk/rabat/voice/${place}/steps`, { step: 'decline', reason: 'personal-data' }, { 'If-Match': '"1"' });
    assert.equal(declined.status, 200, declined.text);
    await json(`/api/v1/receipts/${code}/steps`, { step: 'contest', words: text, secret });
    await post(`/fr/follow/${code}`, { secret, step: 'contest', 'contest-words': text });
    const appealed = await json(`/api/v1/receipts/${code}/steps`, { step: 'appeal', words: text, secret });
    assert.equal(appealed.status, 200, appealed.text);
    keep(await people.moderator.get(`/fr/desk/rabat/voice/${place}`));
    keep(await visitor.get(`/fr/follow/${code}`));
    await post(`/fr/follow/${code}`, { secret, own: 'verdict', verdict: number.written, 'verdict-words': text });
    await post(`/fr/follow/${code}`, { secret: number.written });
  }
  keep(await visitor.get('/fr/d/rabat/participate'));
  keep(await people.moderator.get('/fr/desk/rabat/voice?show=all'));
});

function filesBelow(folder) {
  return readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? filesBelow(join(folder, name)) : statSync(join(folder, name)).isFile() ? [join(folder, name)] : []));
}

function assertNowhere(where, bytes) {
  for (const { digits } of numbers) assert.equal(bytes.indexOf(Buffer.from(digits)), -1, `${digits} is in ${where}`);
}

test('none of them is in a page, an answer or a header', () => {
  for (const text of seen) assertNowhere(`an answer: ${text.slice(0, 200)}`, Buffer.from(text));
  note(`${numbers.length} numbers in ${zeros.length} scripts, ${seen.length / 2} answers`);
});

test('none of them is in a copy of the data, made while the server runs', async () => {
  const place = await mkdtemp(join(tmpdir(), 'rihab-test-'));
  atEnd(() => rm(place, { recursive: true, force: true }));
  execFileSync(serverFile, ['backup', '--data', data, '--copy', join(place, 'copy')]);
  const files = filesBelow(place);
  assert.ok(files.some((file) => readFileSync(file).indexOf(Buffer.from('Voici mon numéro')) !== -1), 'what was sent is in it');
  for (const file of files) assertNowhere(file, readFileSync(file));
});

test('none of them is in a file while the server runs, nor in its log, nor after it was killed', async () => {
  for (const file of filesBelow(data)) assertNowhere(file, readFileSync(file));
  await server.kill();
  assertNowhere('the log', Buffer.from(server.log));
  const files = filesBelow(data);
  assert.ok(files.some((file) => readFileSync(file).indexOf(Buffer.from('Voici mon numéro')) !== -1), 'what was sent is kept');
  for (const file of files) assertNowhere(file, readFileSync(file));
  note(`${files.length} files`);
});

await run();
