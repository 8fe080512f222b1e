// An account from its making to its end: by plain forms, in both skins, in four languages, and without a trace of secrets.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, codesOf, invite, password } from '../support/accounts.mjs';
import { launch, openCanvas, reachSkin, withPage } from '../support/browser.mjs';
import { languages } from '../support/cases.mjs';
import { atEnd, run, test } from '../support/harness.mjs';
import { visibleText } from '../support/html.mjs';
import { source } from '../support/messages.mjs';
import { startServer } from '../support/server.mjs';

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
const invitations = Object.fromEntries(['editor'].map((role) => [role, invite(data, role, `rabat-${role}`, 'rabat')]));
const server = await startServer({ data });
atEnd(() => rm(data, { recursive: true, force: true }));
const browser = await launch();

const secretsSeen = [password];  // What must stand nowhere on the disk.

test('who chooses no password gets a secret number, and comes in again with it', async () => {
  const person = new Person(server.url);
  const made = await person.post('/fr/account/new', { name: 'Lectrice', email: '', password: '' });
  assert.equal(made.status, 200);
  const [secret] = codesOf(made);
  assert.match(secret, /^\d{20}$/);
  secretsSeen.push(secret, ...person.cookies.values());
  assert.ok(visibleText(made.text).includes(secret.match(/.{4}/g).join(' ')));
  assert.equal((await person.post('/fr/account/sign-out', {})).status, 303);
  assert.equal((await person.get('/fr/account')).headers.location, '/fr/account/sign-in');
  const again = await person.post('/fr/account/sign-in', { name: 'lectrice', password: secret.match(/.{4}/g).join(' ') });
  assert.equal(again.headers.location, '/fr/account');
  assert.ok(visibleText((await person.get('/fr/account')).text).includes('Lectrice'));
});

test('the cookie of a session is for this server alone, and no script reads it', async () => {
  const answer = await new Person(server.url).post('/fr/account/new', { name: 'Cookies', password });
  const cookie = answer.headers['set-cookie'].find((one) => one.startsWith('__Host-session='));
  assert.match(cookie, /^__Host-session=[0-9a-f]{64}; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
  assert.equal(answer.headers['cache-control'], 'no-store');
});

test('what was typed wrong is said in each language, and stays, but for the password', async () => {
  for (const language of languages) {
    const answer = await new Person(server.url)
      .post(`/${language}/account/new`, { name: '<b>', email: 'nobody', password: 'tiny#7' });
    assert.equal(answer.status, 422);
    assert.ok(answer.text.includes('value="&lt;b&gt;"') && answer.text.includes('value="nobody"'));
    assert.ok(!answer.text.includes('tiny#7') && !answer.text.includes('tiny%237'));
    assert.ok(visibleText(answer.text).includes(source(language, 'problem_email_unfit')));
    for (const field of ['name', 'email', 'password']) assert.ok(answer.text.includes(`href="#${field}"`));
  }
});

test('everything is taken along, corrected and deleted in three steps at most', async () => {
  const person = new Person(server.url);
  await person.post('/en/account/new', { name: 'Mover', email: 'a@b.ma', password });
  const file = await person.get('/en/account/everything.json');
  assert.deepEqual(JSON.parse(file.text), { name: 'Mover', email: 'a@b.ma', role: 'citizen', contributions: [] });
  assert.match(file.headers['content-disposition'], /^attachment/);
  assert.equal((await person.post('/en/account', { name: 'Stayer', email: '', password: '' })).status, 303);
  const taken = await person.post('/en/account', { name: 'Stayer', email: '', current: 'guessed by somebody', password: 'another long one' });
  assert.deepEqual([taken.status, taken.text.includes('href="#current"'), taken.text.includes('guessed')], [422, true, false]);
  assert.deepEqual(JSON.parse((await person.get('/api/v1/account')).text), { name: 'Stayer', role: 'citizen' });
  assert.equal((await person.post('/en/account/delete', { password: 'not this one' })).status, 422);
  const gone = await person.post('/en/account/delete', { password });
  assert.equal(gone.status, 200);
  assert.ok(visibleText(gone.text).includes(source('en', 'deleted_text')));
  assert.equal((await person.get('/api/v1/account')).status, 401);
  assert.equal((await person.post('/en/account/sign-in', { name: 'Stayer', password })).status, 422);
});

test('staff come once by their link, with codes that any authenticator shows', async () => {
  const person = new Person(server.url);
  const { key, used, codes } = await person.accept(invitations.editor);
  secretsSeen.push(key, ...codes, invitations.editor.split('/').at(-1), ...person.cookies.values());
  assert.equal((await person.get('/ar/desk')).status, 200);
  assert.equal((await new Person(server.url).get(invitations.editor)).status, 404);
  const later = new Person(server.url);
  assert.equal((await later.post('/ar/account/sign-in', { name: 'rabat-editor', password })).headers.location, '/ar/account/code');
  assert.equal((await later.get('/ar/desk')).headers.location, '/ar/account/code');
  assert.equal((await later.post('/ar/account/code', { code: used })).status, 422, 'the same code a second time');
  assert.equal((await later.post('/ar/account/code', { code: codes[0] })).headers.location, '/ar/desk');
  assert.equal((await later.get('/ar/desk')).status, 200);
});

for (const skin of ['html', 'canvas']) {
  test(`an account is made and left with the keyboard in the ${skin} skin`, async () => {
    const options = skin === 'html' ? { context: { javaScriptEnabled: false } } : {};
    await withPage(browser, { width: 390, ...options }, async (tab) => {
      const open = (path) => (skin === 'html' ? tab.goto(server.url + path) : openCanvas(tab, server.url + path));
      await open('/ar/account/new');
      await tab.locator('#name').fill(`قارئ ${skin === 'html' ? 1 : 2}`);
      await tab.locator('#email').fill('nobody');
      await tab.locator('#password').fill(password);
      await tab.locator('#password').press('Enter');
      await tab.locator('#errors').waitFor();
      if (skin === 'canvas') await reachSkin(tab, 'skin-canvas');
      assert.equal(await tab.locator('#email').inputValue(), 'nobody');
      assert.equal(await tab.locator('#password').inputValue(), '');
      await tab.locator('#email').fill('');
      await tab.locator('#password').fill(password);
      await tab.locator('#password').press('Enter');
      await tab.waitForURL(/\/ar\/account$/);
      if (skin === 'canvas') await reachSkin(tab, 'skin-canvas');
      await tab.locator('form[action="/ar/account/sign-out"] button').press('Enter');
      await tab.waitForURL(/\/ar\/account\/sign-in$/);
      if (skin === 'canvas') {
        await reachSkin(tab, 'skin-canvas');
        assert.deepEqual(tab.problems.filter((problem) => !problem.includes('422')), []);
      }
    });
  });
}

test('no secret stands in the log, in the database or in its write-ahead log', async () => {
  const files = await readdir(data);
  assert.ok(files.includes('rihab.db') && files.includes('rihab.db-wal'), files.join());
  const places = { log: Buffer.from(server.log) };
  for (const name of files.filter((one) => one.startsWith('rihab.db'))) places[name] = await readFile(join(data, name));
  assert.ok(secretsSeen.length > 11);
  for (const [place, bytes] of Object.entries(places)) {
    for (const secret of secretsSeen) assert.ok(!bytes.includes(secret), `${place} holds ${secret.slice(0, 6)}…`);
  }
});

await run();
