// A copy made while people write, or of what a killed server left, gives back all that had been acknowledged before.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite, password } from '../support/accounts.mjs';
import { atEnd, note, run, test } from '../support/harness.mjs';
import { serverFile } from '../support/places.mjs';
import { startServer } from '../support/server.mjs';
import { say } from '../support/voice.mjs';

const place = await mkdtemp(join(tmpdir(), 'rihab-test-'));
atEnd(() => rm(place, { recursive: true, force: true }));
const folder = (name) => join(place, name);
const data = folder('data');

function command(name, ...flags) {
  const { status, stdout, stderr } = spawnSync(serverFile, [name, ...flags], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}
const backup = (copy) => command('backup', '--data', data, '--copy', copy);
const restore = (copy, to) => command('restore', '--data', to, '--copy', copy);

const invitation = invite(data, 'editor', 'editor', 'rabat');
const server = await startServer({ data });
const editor = new Person(server.url);
const { codes: recovery } = await editor.accept(invitation);

async function assertHas(url, codes) {
  for (const code of codes) assert.equal((await new Person(url).get(`/api/v1/receipts/${code}`)).status, 200, code);
}

test('a copy made while people write has all that was acknowledged before it began', async () => {
  const visitor = new Person(server.url);
  const codes = [];
  for (let i = 0; i < 20; ++i) codes.push((await say(visitor, `Une chaise de plus à l’entrée ${i}.`)).code);
  const copying = spawn(serverFile, ['backup', '--data', data, '--copy', folder('busy')]);
  const ended = once(copying, 'exit');
  let meanwhile = 0;
  for (; copying.exitCode === null && copying.signalCode === null; ++meanwhile) await say(visitor, `Pendant la copie ${meanwhile}.`);
  assert.deepEqual(await ended, [0, null]);
  note(`${meanwhile} contributions while the copy was made`);

  assert.equal(restore(folder('busy'), folder('again')).status, 0);
  for (const check of ['data', 'audit']) assert.equal(spawnSync(serverFile, ['check', check, '--data', folder('again')]).status, 0);
  const again = await startServer({ data: folder('again') });
  await assertHas(again.url, codes);

  const before = new Person(again.url);
  before.cookies = new Map(editor.cookies);
  assert.equal((await before.get('/fr/desk/rabat/items')).headers.location, '/fr/account/sign-in', 'a session is not in the copy');
  const anew = new Person(again.url);
  await anew.post('/fr/account/sign-in', { name: 'editor', password });
  await anew.post('/fr/account/code', { code: recovery[0] });
  assert.equal((await anew.get('/fr/desk/rabat/items')).status, 200, 'name, password and authenticator are');
  assert.equal((await editor.get('/fr/desk/rabat/items')).status, 200, 'who is signed in at the first server stays so');
});

test('what a killed server left is copied with its last acknowledged word', async () => {
  const { code } = await say(new Person(server.url), 'Un dernier mot avant la coupure.');
  await server.kill();
  assert.equal(backup(folder('killed')).status, 0);
  assert.equal(restore(folder('killed'), folder('revived')).status, 0);
  await assertHas((await startServer({ data: folder('revived') })).url, [code]);
});

test('a copy is for its owner alone, one file beside the key, and can be read where nothing may be written', () => {
  const files = readdirSync(folder('killed')).sort();
  assert.deepEqual(files, ['accounts.key', 'rihab.db']);
  assert.equal(statSync(folder('killed')).mode & 0o077, 0);
  for (const file of files) {
    assert.equal(statSync(join(folder('killed'), file)).mode & 0o077, 0, file);
    chmodSync(join(folder('killed'), file), 0o400);
  }
  chmodSync(folder('killed'), 0o500);
  assert.equal(restore(folder('killed'), folder('from-read-only')).status, 0);
  assert.deepEqual(readdirSync(folder('killed')).sort(), files);
  chmodSync(folder('killed'), 0o700);
});

test('nothing is written over, and each refusal is one sentence', () => {
  const refused = (outcome, ...words) => {
    assert.equal(outcome.status, 1, outcome.said);
    assert.match(outcome.said, /^rihab-server: [^\n]+\.\n$/);
    for (const word of words) assert.ok(outcome.said.includes(word), outcome.said);
  };
  refused(backup(folder('killed')), 'not empty');
  refused(restore(folder('killed'), folder('revived')), 'another server is using');
  refused(restore(folder('killed'), folder('from-read-only')), 'holds data already');
  refused(command('backup', '--data', data), '--copy');
  refused(command('restore', '--copy', folder('killed')), '--data');
  refused(command('backup', '--data', folder('nowhere'), '--copy', folder('of-nothing')), 'no data');
  refused(restore(folder('nowhere'), folder('from-nothing')), 'no data');
  refused(backup('/dev/null/copy'), '/dev/null/copy');
});

test('a copy that was cut or spoilt is refused, and leaves no data behind', () => {
  const database = join(folder('killed'), 'rihab.db');
  chmodSync(database, 0o600);
  truncateSync(database, statSync(database).size >> 1);
  const outcome = restore(folder('killed'), folder('from-cut'));
  assert.equal(outcome.status, 1);
  assert.match(outcome.said, /cannot be copied/);
  assert.ok(!existsSync(join(folder('from-cut'), 'rihab.db')) && !existsSync(join(folder('from-cut'), 'accounts.key')));
});

await run();
