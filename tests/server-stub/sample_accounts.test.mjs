// The accounts of a first start for oneself: their secrets are shown once, stand nowhere else, and open the desks.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Person, oneTimeCode } from '../support/accounts.mjs';
import { run, test } from '../support/harness.mjs';
import { serverFile } from '../support/places.mjs';
import { startServer } from '../support/server.mjs';

const districtRoles = ['partner', 'editor', 'reviewer', 'moderator', 'head', 'administrator'];
const expected = ['citizen', ...['rabat', 'tanger'].flatMap((district) => districtRoles.map((role) => `${district}-${role}`)),
  'ministry'].sort();

const server = await startServer({ flags: ['--sample-accounts'] });
const firstLog = server.log;
const accounts = firstLog.split('\n').filter((line) => /^[a-z-]+ +\d{4} /.test(line))
  .map((line) => line.match(/^(?<name>[a-z-]+) +(?<password>(?:\d{4} ?){5}) *(?<key>.*)$/).groups)
  .map(({ name, password, key }) => ({ name, password: password.trim(), key: key.replaceAll(' ', '') }));

test('there is one account for each role, named by it', () => {
  assert.deepEqual(accounts.map(({ name }) => name).sort(), expected);
  assert.equal(new Set(accounts.map(({ password }) => password)).size, expected.length);
});

test('each signs in with what was shown, and staff need their authenticator', async () => {
  for (const { name, password, key } of accounts) {
    const person = new Person(server.url);
    const first = await person.post('/en/account/sign-in', { name, password });
    if (name === 'citizen') {
      assert.equal(first.headers.location, '/en/account');
      assert.equal(key, '');
      continue;
    }
    assert.equal(first.headers.location, '/en/account/code', name);
    assert.equal((await person.get('/en/desk')).headers.location, '/en/account/code', name);
    const second = await person.post('/en/account/code', { code: oneTimeCode(key) });
    assert.equal(second.status, 303, name);
    assert.equal((await person.get('/en/desk')).status, 200, name);
  }
});

test('who asked for a page of the desk comes to it, in the language they read then, once', async () => {
  const { name, password, key } = accounts.find((account) => account.name === 'tanger-head');
  const person = new Person(server.url);
  const comeIn = async (language, code) => {
    await person.post(`/${language}/account/sign-in`, { name, password });
    return (await person.post(`/${language}/account/code`, { code })).headers.location;
  };
  const asked = await person.get('/fr/desk/tanger/voice');
  assert.equal(asked.headers.location, '/fr/account/sign-in');
  assert.match(asked.headers['set-cookie'].join(), /^__Host-wanted=\/fr\/desk\/tanger\/voice; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=900$/);
  const later = Date.now() + 30_000;  // Its code of now was used above.
  assert.equal(await comeIn('ar', oneTimeCode(key, later)), '/ar/desk/tanger/voice');
  assert.ok(!person.cookies.has('__Host-wanted'));
});

test('only a page of ours behind a sign-in is a place to come to', async () => {
  const { password } = accounts.find(({ name }) => name === 'citizen');
  for (const wanted of ['//evil.example', 'https://evil.example', '/fr', '/fr/desk,x', '/fr/account/sign-in', '/fr/desk%0d%0aa:b', '/fr/nowhere', `/fr/desk/${'a'.repeat(600)}`]) {
    const person = new Person(server.url);
    person.cookies.set('__Host-wanted', wanted);
    assert.equal((await person.post('/en/account/sign-in', { name: 'citizen', password })).headers.location, '/en/account', wanted);
  }
  const refused = await new Person(server.url).get('/fr/desk/tanger;Domain=evil/items');
  assert.ok(!(refused.headers['set-cookie'] ?? []).join().includes('Domain'));
});

test('no secret of them is in the log or on the disk', async () => {
  const log = firstLog.split('\n').filter((line) => line.startsWith('{')).join('\n');
  const files = await Promise.all((await readdir(server.data)).map((name) => readFile(join(server.data, name), 'latin1')));
  const everything = [log, ...files].join('\n');
  for (const { password, key } of accounts)
    for (const secret of [password, password.replaceAll(' ', ''), key].filter(Boolean))
      assert.ok(!everything.includes(secret));
});

test('a second start shows nothing, and makes nothing', async () => {
  await server.stop();
  await server.start();
  assert.ok(!/authenticator/.test(server.log));
  for (const { password, key } of accounts)
    assert.ok(!server.log.includes(password) && !(key && server.log.replaceAll(' ', '').includes(key)));
});

test('a start without the flag makes none', async () => {
  const plain = await startServer();
  assert.ok(!plain.log.includes('rabat-editor'));
});

test('somebody who lost everything is let in anew by the one who has the machine', async () => {
  await server.stop();
  const user = (...words) => execFileSync(serverFile, ['user', ...words, '--data', server.data], { encoding: 'utf8' }).trim();
  assert.equal(user('unlock', '--name', 'rabat-editor'), '"rabat-editor" may try again.');
  assert.throws(() => user('reset', '--name', 'nobody'), /there is no account "nobody"/);
  assert.throws(() => user('reset', '--name', 'citizen'), /citizen/);
  const invitation = new URL(user('reset', '--name', 'rabat-editor')).pathname;
  assert.match(execFileSync(serverFile, ['check', 'audit', '--data', server.data], { encoding: 'utf8' }), /is whole/);
  await server.start();
  const { name, password } = accounts.find((account) => account.name === 'rabat-editor');
  assert.equal((await new Person(server.url).post('/en/account/sign-in', { name, password })).status, 422);
  const person = new Person(server.url);
  assert.equal((await person.accept(invitation)).codes.length, 8);
  assert.equal((await person.get('/ar/desk/rabat/items')).status, 200);
});

await run();
