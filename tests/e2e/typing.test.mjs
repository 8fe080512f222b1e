// What somebody types at the desk: shown as the public will read it while they type, and never lost, whatever becomes
// of the server, the session or the rights meanwhile.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { axeViolations } from '../support/accessibility.mjs';
import { Person, invite, password } from '../support/accounts.mjs';
import { launch, openCanvas, reachSkin, withPage } from '../support/browser.mjs';
import { languages } from '../support/cases.mjs';
import { atEnd, run, test } from '../support/harness.mjs';
import { visibleText } from '../support/html.mjs';
import { says } from '../support/messages.mjs';
import { startServer } from '../support/server.mjs';

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
atEnd(() => rm(data, { recursive: true, force: true }));
const invitation = invite(data, 'editor', 'rabat-editor', 'rabat');
const reviewing = invite(data, 'moderator', 'rabat-moderator', 'rabat');
const server = await startServer({ data });
const browser = await launch();
const withoutGraphics = await launch({ gpu: false });  // Where the client keeps the page as HTML.
const editor = new Person(server.url);
const { codes } = await editor.accept(invitation);
const moderator = new Person(server.url);
await moderator.accept(reviewing);

const desk = '/fr/desk/rabat/items';
const values = { kind: 'article', original: 'ar', 'title/ar': 'شباك واحد', 'summary/ar': 'من الشباك 1.', 'published-on': '2026-11-22' };
const create = async () => (await editor.post(`${desk}/new`, { ...values, version: '0' })).headers.location.match(/items\/(\d+)/)[1];
const jar = (person) => [...person.cookies].map(([name, value]) => ({ name, value, url: server.url.replace('http:', 'https:'), secure: true }));

// The hidden fields of the form that sends again.
const kept = (text) => Object.fromEntries([...text.matchAll(/<input [^>]*type="hidden"[^>]*>/g)].map(([field]) =>
  ['name', 'value'].map((part) => field.match(new RegExp(` ${part}="([^"]*)"`))?.[1] ?? '')));

test('the preview follows what is typed, in four languages, in both skins, and nothing is saved', async () => {
  for (const [row, language] of languages.entries()) {
    const number = await create();
    const [screen, skin] = row % 2 === 0 ? [browser, 'skin-canvas'] : [withoutGraphics, 'skin-html'];
    await withPage(screen, { width: 1280, context: { bypassCSP: true } }, async (tab) => {
      await tab.context().addCookies(jar(editor));
      await tab.goto(`${server.url}/${language}/desk/rabat/items/${number}`);
      await reachSkin(tab, skin);
      const preview = tab.locator('section[aria-labelledby=preview]');
      assert.ok((await preview.innerText()).includes('شباك واحد'), 'the preview stands there before anything is typed');
      await tab.locator('[name="title/fr"]').focus();
      await tab.keyboard.type('Un <seul> guichet');
      await preview.getByText('Un <seul> guichet').first().waitFor();
      // The caret stays where it was, and what is typed meanwhile is not overwritten.
      await tab.keyboard.type(' !');
      assert.equal(await tab.locator('[name="title/fr"]').inputValue(), 'Un <seul> guichet !');
      await preview.getByText('Un <seul> guichet !').first().waitFor();
      assert.equal(await tab.evaluate(() => document.activeElement.name), 'title/fr');
      assert.deepEqual(await axeViolations(tab), [], language);
    });
    assert.ok(!(await editor.get(`${desk}/${number}`)).text.includes('guichet'), 'nothing is saved');
  }
}, { timeout: 120_000 });

test('a preview that cannot be had says so, and is there again with the next word', async () => {
  const number = await create();
  await withPage(browser, { width: 1280 }, async (tab) => {
    await tab.context().addCookies(jar(editor));
    await openCanvas(tab, `${server.url}/fr/desk/rabat/items/${number}`);
    const preview = tab.locator('section[aria-labelledby=preview]');
    const field = tab.locator('[name="title/fr"]');
    await tab.route(`**/items/${number}`, (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()));
    await field.pressSequentially('Hors ligne');
    await tab.waitForFunction((words) => document.querySelector('section[aria-labelledby=preview]').innerText.includes(words), 'n’a pas pu être renouvelé');
    assert.ok((await preview.innerText()).includes('شباك واحد'), 'the last one stays');
    assert.equal(await field.inputValue(), 'Hors ligne');
    await tab.unroute(`**/items/${number}`);
    await field.pressSequentially(' puis en ligne');
    await preview.getByText('Hors ligne puis en ligne').first().waitFor();
    assert.ok(!(await preview.innerText()).includes('n’a pas pu être renouvelé'));
  });
});

test('whoever is signed out while they type finds it again, signs in beside it, and sends it', async () => {
  const number = await create();
  const away = new Person(server.url);
  for (const language of languages) {
    const typed = { ...values, version: '1', 'title/fr': `Jamais « perdu » & <b> ${language}` };
    const answer = await away.post(`/${language}/desk/rabat/items/${number}`, typed);
    assert.equal(answer.status, 401);
    assert.ok(says(visibleText(answer.text), language, 'again_signed_out_text'), language);
    assert.match(answer.text, new RegExp(`action="/${language}/desk/rabat/items/${number}"`));
    assert.match(answer.text, new RegExp(`href="/${language}/account/sign-in"[^>]*target="_blank"`));
    assert.equal(kept(answer.text)['title/fr'], typed['title/fr'].replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;'), language);
  }
  // What no browser sends: broken UTF-8, controls, overrides of direction.
  const odd = await away.send(`${desk}/${number}`, { method: 'POST', type: 'application/x-www-form-urlencoded', body: 'title%2Ffr=a%FF%00%E2%80%AEb%3C%2Fscript%3E&%FF=x' });
  assert.equal(odd.status, 401);
  assert.ok(odd.text.includes('value="a\ufffdb&lt;/script&gt;"') && !/[\u0000\u202e]/.test(odd.text));
  // Where nothing was typed there is nothing to give back.
  for (const fields of [{}, { name: '' }]) {
    const empty = await away.post(`${desk}/${number}`, fields);
    assert.deepEqual([empty.status, empty.headers.location], [303, '/fr/account/sign-in']);
  }
  const other = await moderator.post(`${desk}/${number}`, { ...values, version: '1', 'title/fr': 'Pas permis' });
  assert.deepEqual([other.status, other.text.includes('value="Pas permis"')], [403, true]);
});

test('by hand: the session ends while the form is open, and not a word is lost', async () => {
  const number = await create();
  await withPage(browser, { width: 1280, context: { bypassCSP: true } }, async (tab) => {
    const context = tab.context();
    await context.addCookies(jar(editor));
    await openCanvas(tab, `${server.url}/fr/desk/rabat/items/${number}`);
    await tab.locator('[name="title/fr"]').fill('Écrit avant la fin de la session');
    await context.clearCookies();
    await tab.locator('button[value=save]').click();
    await tab.locator('main a[target=_blank]').waitFor();
    await reachSkin(tab, 'skin-canvas');
    assert.deepEqual(await axeViolations(tab), []);
    const [beside] = await Promise.all([context.waitForEvent('page'), tab.locator('main a[target=_blank]').click()]);
    await beside.locator('[name=name]').fill('rabat-editor');
    await beside.locator('[name=password]').fill(password);
    await Promise.all([beside.waitForURL('**/account/code'), beside.locator('#send').click()]);
    await beside.locator('[name=code]').fill(codes[0]);
    await Promise.all([beside.waitForURL('**/fr/desk'), beside.locator('#send').click()]);
    await Promise.all([tab.waitForURL('**/items/*?saved=2'), tab.locator('#send').click()]);
    assert.match(tab.url(), new RegExp(`/items/${number}\\?saved=2$`));
    assert.equal(await tab.locator('[name="title/fr"]').inputValue(), 'Écrit avant la fin de la session');
  });
}, { timeout: 60_000 });

await run();
