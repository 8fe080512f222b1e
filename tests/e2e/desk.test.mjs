// The desk's texts as people and programs write them, and what happens where two write at once. How its pages look is
// judged by private_pages.test.mjs.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { axeViolations } from '../support/accessibility.mjs';
import { Person, invite } from '../support/accounts.mjs';
import { launch, openCanvas, openHtml, reachSkin, withPage } from '../support/browser.mjs';
import { languages } from '../support/cases.mjs';
import { atEnd, run, test } from '../support/harness.mjs';
import { visibleText } from '../support/html.mjs';
import { request } from '../support/http.mjs';
import { press } from '../support/keyboard.mjs';
import { says } from '../support/messages.mjs';
import { startServer } from '../support/server.mjs';

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
atEnd(() => rm(data, { recursive: true, force: true }));
const invitations = Object.fromEntries(['editor', 'reviewer', 'court-head'].map((role) => [role, invite(data, role, `rabat-${role}`, 'rabat')]));
for (const role of ['editor', 'reviewer', 'court-head']) invitations[`tanger-${role}`] = invite(data, role, `tanger-${role}`, 'tanger');
const server = await startServer({ data });
const browser = await launch();
const people = {};
for (const [role, invitation] of Object.entries(invitations)) await (people[role] = new Person(server.url)).accept(invitation);

const desk = '/fr/desk/rabat/items';
const values = { kind: 'article', original: 'ar', 'title/ar': 'شباك واحد', 'summary/ar': 'من الشباك 1.', 'published-on': '2026-11-22' };
const numberOf = (answer) => answer.headers.location.match(/items\/(\d+)/)[1];
const create = async (fields = {}) => numberOf(await people.editor.post(`${desk}/new`, { ...values, version: '0', ...fields }));
const save = (number, version, fields) => people.editor.post(`${desk}/${number}`, { ...values, version: String(version), ...fields });
const take = (role, number, fields) => people[role].post(`${desk}/${number}/step`, fields);

test('what the court publishes already can be edited, and what is edited is published anew', async () => {
  const list = await people.editor.get(`${desk}?kind=article&state=published`);
  const [, number] = list.text.match(/items\/(\d+)"/);
  const page = await people.editor.get(`${desk}/${number}`);
  const fields = Object.fromEntries([...page.text.matchAll(/ name="([^"]+\/fr|published-on)"[^>]* value="([^"]*)"/g)].map(([, name, value]) => [name, value]));
  assert.ok(fields['title/fr'], page.text.slice(0, 400));
  const titled = { ...values, original: 'fr', 'title/fr': 'Titre changé', 'summary/fr': 'Résumé changé.', 'published-on': fields['published-on'] };
  assert.equal((await save(number, 1, titled)).headers.location, `${desk}/${number}?saved=2`);
  const seen = async () => visibleText((await people.editor.get('/fr/d/rabat/news')).text);
  assert.ok(!(await seen()).includes('Titre changé'));
  assert.equal((await take('editor', number, { version: '2', step: 'submit' })).status, 303);
  assert.equal((await take('reviewer', number, { version: '2', step: 'accept' })).status, 303);
  assert.equal((await take('court-head', number, { version: '2', step: 'publish' })).status, 303);
  assert.ok((await seen()).includes('Titre changé'));
});

test('who saves second sees both texts, and loses none', async () => {
  const number = await create();
  assert.equal((await save(number, 1, { 'title/fr': 'La première' })).status, 303);
  const late = await save(number, 1, { 'title/fr': 'La seconde', 'summary/en': 'Another part' });
  assert.equal(late.status, 412);
  for (const text of ['La première', 'La seconde', 'Another part']) assert.ok(late.text.includes(text), text);
  assert.ok(says(visibleText(late.text), 'fr', 'merge_title'));
  const merged = await save(number, 2, { 'title/fr': 'La première et la seconde', 'summary/en': 'Another part' });
  assert.equal(merged.headers.location, `${desk}/${number}?saved=3`);
});

test('another language keeps what was typed, and stores nothing', async () => {
  const number = await create();
  const page = await people.editor.get(`${desk}/${number}`);
  const [, action] = page.text.match(/formaction="(\/ar\/desk[^"]+)"[^>]*name="do"[^>]*value="keep"/);
  const kept = await people.editor.post(action, { ...values, version: '1', do: 'keep', 'title/fr': 'Pas encore gardé' });
  assert.equal(kept.status, 200);
  assert.ok(kept.text.includes('Pas encore gardé') && kept.text.includes('lang="ar"'));
  assert.ok(!(await people.editor.get(`${desk}/${number}`)).text.includes('Pas encore gardé'));
});

test('what is wrong is said at its field, and what was typed stays', async () => {
  const answer = await people.editor.post(`${desk}/new`, { ...values, version: '0', 'title/fr': 'x'.repeat(400), 'published-on': 'yesterday' });
  assert.equal(answer.status, 422);
  assert.ok(answer.text.includes('x'.repeat(400)) && answer.text.includes('value="yesterday"'));
  for (const path of ['title/fr', 'published-on']) assert.ok(answer.text.includes(`href="#${path}"`), path);
  const early = await take('editor', await create({ 'title/ar': '' }), { version: '1', step: 'submit' });
  assert.equal(early.status, 422);
  assert.ok(early.text.includes('href="#title/ar"'));
  assert.ok(says(visibleText(early.text), 'fr', 'item_problem_incomplete'));
});

test('nobody judges what they wrote, and nobody takes a step twice', async () => {
  const number = await create();
  assert.equal((await take('court-head', number, { version: '1', step: 'publish' })).status, 422);
  assert.equal((await take('editor', number, { version: '1', step: 'submit' })).status, 303);
  assert.equal((await take('editor', number, { version: '1', step: 'submit' })).status, 422);
  assert.equal((await take('editor', number, { version: '1', step: 'accept' })).status, 403);
  assert.equal((await take('reviewer', number, { version: '1', step: 'return', 'return-reason': '' })).status, 422);
  assert.equal((await take('reviewer', number, { version: '1', step: 'accept' })).status, 303);
  assert.equal((await take('court-head', number, { version: '1', step: 'publish', 'publish-until': 'soon' })).status, 422);
  assert.equal((await take('court-head', number, { version: '1', step: 'schedule', 'schedule-at': '2020-01-01 10:00' })).status, 422);
});

test('programs do the same with If-Match, and are told what is there where they have not seen it', async () => {
  const api = '/api/v1/desk/rabat/items';
  const send = async (role, path, body, headers = {}) => {
    const { cookies } = people[role];
    const answer = await request(server.url, api + path, {
      method: 'POST', body: JSON.stringify(body),
      headers: { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '), 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', ...headers },
    });
    return { status: answer.status, tag: answer.headers.etag, body: JSON.parse(answer.text) };
  };
  const texts = (title) => ({ original: 'en', 'title/en': title, 'summary/en': 'S.', 'published-on': '2026-11-22' });
  const made = await send('editor', '', { kind: 'article', values: texts('By a program') });
  assert.deepEqual([made.status, made.tag, made.body.slug, made.body.state], [201, '"1"', 'by-a-program', 'draft']);
  const path = `/${made.body.id}`;
  assert.equal((await send('editor', path, { values: texts('Two') })).status, 428);
  assert.equal((await send('editor', path, { values: texts('Two') }, { 'If-Match': '*' })).status, 412);
  assert.equal((await send('editor', path, { values: texts('Two') }, { 'If-Match': '"1"' })).tag, '"2"');
  const late = await send('editor', path, { values: texts('Three') }, { 'If-Match': '"1"' });
  assert.deepEqual([late.status, late.tag, late.body.values['title/en']], [412, '"2"', 'Two']);
  const wrong = await send('editor', path, { values: { ...texts('Four'), 'published-on': 'soon', 'x/y': 'z' } }, { 'If-Match': '"2"' });
  assert.deepEqual([wrong.status, wrong.body.errors.map((error) => error.pointer)], [422, ['/values/published-on', '/values/x~1y']]);
  assert.equal((await send('editor', `${path}/steps`, { step: 'submit' }, { 'If-Match': '"2"' })).body.state, 'review');
  assert.equal((await send('editor', `${path}/steps`, { step: 'accept' }, { 'If-Match': '"2"' })).status, 403);
  assert.equal((await send('reviewer', `${path}/steps`, { step: 'accept' }, { 'If-Match': '"2"' })).body.state, 'legal-check');
  const out = await send('court-head', `${path}/steps`, { step: 'publish', until: '2027-01-01T00:00:00.000Z' }, { 'If-Match': '"2"' });
  assert.deepEqual([out.body.state, out.body.publishedVersion, out.body.expiresAt], ['published', 2, '2027-01-01T00:00:00.000Z']);
  assert.equal((await send('editor', `${path}/restore`, { version: 1 }, { 'If-Match': '"2"' })).body.values['title/en'], 'By a program');
  const revisions = JSON.parse((await people.editor.get(`${api}${path}/revisions`)).text).items;
  assert.deepEqual(revisions.map((one) => [one.version, one.role]), [[3, 'editor'], [2, 'editor'], [1, 'editor']]);
  assert.equal(JSON.parse((await people.editor.get(`${api}${path}/revisions/2`)).text).values['title/en'], 'Two');
  const first = JSON.parse((await people.editor.get(`${api}?limit=2&kind=article`)).text);
  assert.equal(first.items.length, 2);
  const second = JSON.parse((await people.editor.get(`${api}?limit=2&kind=article&cursor=${first.next}`)).text);
  assert.ok(!second.items.some((item) => first.items.some((one) => one.id === item.id)));
});

const flawed = { 'title/fr': "L'heure du guichet", 'body/ar': '# عنوان' };

test('what the checks find is said and mended by a button, and holds up what the public may not meet', async () => {
  const number = await create(flawed);
  const page = (await people.editor.get(`${desk}/${number}`)).text;
  for (const part of ['id="checks"', 'value="mend:straight-quote:title/fr"', 'href="#body/ar"', 'id="body/ar-error"']) assert.ok(page.includes(part), part);
  const typed = { ...flawed, 'summary/fr': "L'autre, encore à écrire" };
  const mended = await save(number, 1, { ...typed, do: 'mend:straight-quote:title/fr' });
  assert.equal(mended.status, 200);
  assert.ok(mended.text.includes('value="L’heure du guichet"') && mended.text.includes("L'autre, encore") && says(visibleText(mended.text), 'fr', 'checks_mended'));
  assert.ok((await save(number, 1, { ...typed, do: 'mend' })).text.includes('L’autre, encore'));
  assert.ok(!(await people.editor.get(`${desk}/${number}`)).text.includes('value="L’heure'), 'nothing is saved');
  assert.equal((await save(number, 1, { ...typed, do: 'mend:novel:title/fr' })).status, 422);
  assert.equal((await save(number, 1, { ...typed, do: 'mend:tatweel:no/such/path"><b>' })).status, 200);
  const early = await take('editor', number, { version: '1', step: 'submit' });
  assert.equal(early.status, 422);
  assert.ok(early.text.includes('href="#checks"') && says(visibleText(early.text), 'fr', 'item_problem_checks'));
  const api = `/api/v1/desk/rabat/items/${number}`;
  const { items } = JSON.parse((await people.reviewer.get(`${api}/checks`)).text);
  assert.deepEqual(items.filter((one) => one.severity === 'must').map((one) => [one.path, one.flaw]), [['body/ar', 'only-headings']]);
  assert.equal(items.find((one) => one.flaw === 'straight-quote').mend, 'L’heure du guichet');
  assert.equal((await save(number, 1, { ...flawed, 'body/ar': '# عنوان\n\nفقرة.' })).status, 303);
  assert.equal((await take('editor', number, { version: '2', step: 'submit' })).status, 303);
  const read = (await people.reviewer.get(`${desk}/${number}`)).text;
  assert.ok(read.includes('id="checks"') && !read.includes('value="mend'), 'who judges reads the same');
});

test('a preview shows what is typed in four languages, and stores nothing', async () => {
  const number = await create();
  const shown = await save(number, 1, { 'title/fr': 'Aperçu <b>seulement</b>', 'body/ar': '# عنوان فرعي\n\n- بند', do: 'preview' });
  assert.equal(shown.status, 200);
  const [, preview] = shown.text.split('id="preview"');
  for (const part of ['Aperçu &lt;b&gt;seulement', 'lang="ar" dir="rtl"', 'عنوان فرعي</h3>', 'lang="zgh"', 'lang="en"']) assert.ok(preview.includes(part), part);
  assert.ok(!(await people.editor.get(`${desk}/${number}`)).text.includes('Aperçu <b>'));
  for (const kind of ['article', 'activity', 'programme', 'sheet', 'court', 'notice']) {
    const other = await people.editor.post(`${desk}/new`, { kind, version: '0', original: 'fr', 'title/fr': 'Essai', do: 'preview' });
    assert.deepEqual([other.status, other.text.split('id="preview"')[1]?.includes('Essai')], [200, true], kind);
    // No day and no court is made up where none was typed.
    const preview = other.text.split('id="preview"')[1].split('</main>')[0];
    assert.ok(!/19[67]\d|200[12]/.test(visibleText(preview)), kind);
    for (const language of languages) assert.ok(says(visibleText(preview), language, 'preview_missing'), `${kind} ${language}`);
    if (kind === 'activity') assert.ok(!preview.includes('/courts/'), 'no court');
  }
});

const copies = '/fr/desk/rabat/copies';

// What Tanger itself has written: it changed last of all sheets. What came with the seed no court has.
async function publishInTanger() {
  const sheet = { kind: 'sheet', version: '0', original: 'ar', 'title/ar': 'نسخة من حكم', 'short-title/ar': 'نسخة', 'summary/ar': 'نسخة مشهود بمطابقتها.',
    'who/ar': 'كل معني بالأمر', 'fee/ar': 'عشرون درهما', 'delay/ar': 'يومان', 'where/ar': 'الشباك 3', 'legal-basis/ar': 'قانون المسطرة المدنية', 'papers/0/text/ar': 'البطاقة الوطنية' };
  const number = numberOf(await people['tanger-editor'].post('/fr/desk/tanger/items/new', sheet));
  for (const [role, step] of [['editor', 'submit'], ['reviewer', 'accept'], ['court-head', 'publish']])
    assert.equal((await people[`tanger-${role}`].post(`/fr/desk/tanger/items/${number}/step`, { version: '1', step })).status, 303, step);
}
await publishInTanger();

test('a text of another court becomes a draft of one\'s own, which says whose it was and what is still to be said', async () => {
  const list = await people.editor.get(`${copies}?kind=sheet&from=tanger`);
  const addresses = [...list.text.matchAll(/href="(\/fr\/d\/[a-z-]+\/services\/[a-z-]+)"/g)].map(([, address]) => address);
  assert.ok(addresses.length > 0 && addresses.every((address) => address.startsWith('/fr/d/tanger/')), addresses.join());
  assert.equal((await people.editor.get(addresses[0])).status, 200);
  const [, item] = list.text.match(/name="item"[^>]*value="(\d+)"/);
  const taken = await people.editor.post(copies, { item });
  assert.match(taken.headers.location, /^\/fr\/desk\/rabat\/items\/\d+\?copied=1$/);
  const page = await people.editor.get(taken.headers.location);
  for (const words of ['item_copied', 'item_copied_from', 'item_local_open']) assert.ok(says(visibleText(page.text), 'fr', words), words);
  for (const part of ['href="#where/ar"', 'href="#last-checked"', `href="${addresses[0]}"`]) assert.ok(page.text.includes(part), part);
  assert.ok(!page.text.includes('name="copied-from"'));
  // What a page does not send.
  const path = taken.headers.location.split('?')[0];
  const title = { kind: 'sheet', version: '1', original: 'ar', 'title/ar': 'عنوان' };
  const forged = await people.editor.post(path, { ...title, 'copied-from': 'fes/sheet/x/1/1/2026-11-20' });
  assert.equal(forged.status, 422);
  assert.ok(!visibleText(forged.text).includes('fes/sheet'));
  const preview = await people.editor.post(path, { ...title, do: 'preview' });
  assert.ok(says(visibleText(preview.text.split('id="preview"')[1]), 'fr', 'attribution'));
  assert.equal((await people.editor.post(path, title)).status, 303);
  assert.ok(says(visibleText((await people.editor.get(path)).text), 'fr', 'item_copied_from'));
  const late = await people.editor.post(path, { ...title, 'title/ar': 'آخر', 'copied-from': 'fes/sheet/x/1/1/2026-11-20' });
  assert.equal(late.status, 412);
  for (const wrong of ['0', 'x', '99999999', '']) assert.ok([404, 422].includes((await people.editor.post(copies, { item: wrong })).status), wrong);
  const [, sample] = (await people.editor.get(`${copies}?kind=sheet&from=fes`)).text.match(/name="item"[^>]*value="(\d+)"/);
  const unsaid = await people.editor.get((await people.editor.post(copies, { item: sample })).headers.location);
  assert.ok(!says(visibleText(unsaid.text), 'fr', 'item_copied_from'), 'nobody is named for what came with the seed');
});

test('programs list what there is to copy by pages, and take a copy', async () => {
  const api = '/api/v1/desk/rabat/copies';
  const seen = [];
  for (let cursor = ''; cursor !== null;) {
    const { items, next } = JSON.parse((await people.editor.get(`${api}?kind=sheet&limit=7${cursor && `&cursor=${cursor}`}`)).text);
    seen.push(...items);
    cursor = next;
  }
  assert.equal(new Set(seen.map(({ item }) => item)).size, seen.length);
  assert.ok(new Set(seen.map(({ district }) => district)).size > 1 && seen.every(({ district, kind }) => district !== 'rabat' && kind === 'sheet'));
  const made = await people.editor.send(api, { method: 'POST', type: 'application/json', body: JSON.stringify({ item: seen[0].item }) });
  const { values: texts, copiedFrom, state } = JSON.parse(made.text);
  assert.deepEqual([made.status, state, copiedFrom.district, copiedFrom.slug, copiedFrom.version], [201, 'draft', seen[0].district, seen[0].slug, seen[0].version]);
  assert.ok(texts['title/ar'] && !Object.keys(texts).some((path) => path.startsWith('where') || path === 'copied-from'));
  for (const [body, status] of [[{ item: '0' }, 404], [{ item: 17 }, 400], [{}, 400], [{ item: made.text }, 404]])
    assert.equal((await people.editor.send(api, { method: 'POST', type: 'application/json', body: JSON.stringify(body) })).status, status, JSON.stringify(body));
});

test('by keyboard alone a text is mended and previewed, in both skins, with nothing against it in axe', async () => {
  const number = await create(flawed);
  for (const [skin, open] of [['skin-canvas', openCanvas], ['skin-html', openHtml]]) {
    await withPage(browser, { width: 1280, context: { bypassCSP: true } }, async (tab) => {
      await tab.context().addCookies([...people.editor.cookies].map(([name, value]) => ({ name, value, url: server.url.replace('http:', 'https:'), secure: true })));
      const follow = async (words) => {
        await Promise.all([tab.waitForNavigation(), tab.keyboard.press('Enter')]);
        await reachSkin(tab, skin);
        assert.ok(says(await tab.locator('main').innerText(), 'ar', words), words);
        assert.deepEqual(await axeViolations(tab), [], words);
      };
      await open(tab, `${server.url}/ar/desk/rabat/items/${number}`);
      await press(tab, 'Tab', (stop) => stop.value === 'mend:straight-quote:title/fr', 'the mend');
      await follow('checks_mended');
      assert.equal(await tab.locator('[name="title/fr"]').inputValue(), 'L’heure du guichet');
      await press(tab, 'Tab', (stop) => stop.value === 'preview', 'the preview');
      await follow('preview_lead');
      assert.deepEqual(await tab.locator('[role=group][aria-label] > p:first-child').evaluateAll((all) => all.map((one) => getComputedStyle(one).direction)), ['rtl', 'ltr', 'ltr', 'ltr']);
    });
  }
}, { timeout: 120_000 });

test('what no page sends is refused', async () => {
  const waiting = await create();
  await take('editor', waiting, { version: '1', step: 'submit' });
  // A choice that is none, in a state that cannot be saved: shown as it was typed.
  const odd = await save(waiting, 1, { original: 'xx"><b>', 'no/such/path': 'x' });
  assert.deepEqual([odd.status, odd.text.includes('xx&quot;&gt;&lt;b&gt;')], [409, true]);
  const back = await take('reviewer', waiting, { version: '1', step: 'return', 'return-reason': 'Trop \u202elong\u202c <b>' });
  assert.equal(back.status, 303);
  const history = (await people['court-head'].get(`${desk}/${waiting}/history`)).text;
  assert.ok(history.includes('Trop long &lt;b&gt;') && !/[\u202a-\u202e]/.test(history));
  const number = await create();
  for (const fields of [{ kind: 'novel' }, { version: 'x' }, { kind: 'notice' }]) assert.equal((await save(number, 1, fields)).status, 422, JSON.stringify(fields));
  assert.equal((await save(number, 1, { 'nowhere/fr': 'x' })).status, 422);
  for (const path of [`${desk}/0`, `${desk}/999999`, `${desk}/x`, `${desk}/new`, `${desk}/new?kind=novel`, '/fr/desk/nowhere/items'])
    assert.ok([403, 404].includes((await people.editor.get(path)).status), path);
});

await run();
