// A portal from its preparation to its activation, over HTTP: the checklist, remarks and answers, the act, the report.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite } from '../support/accounts.mjs';
import { languages } from '../support/cases.mjs';
import { atEnd, run, test } from '../support/harness.mjs';
import { visibleText } from '../support/html.mjs';
import { request } from '../support/http.mjs';
import { says } from '../support/messages.mjs';
import { serverFile } from '../support/places.mjs';
import { makeReady } from '../support/portal.mjs';
import { startServer } from '../support/server.mjs';

const district = 'dakhla';
const roles = ['partner', 'editor', 'reviewer', 'moderator', 'court-head'];
const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
atEnd(() => rm(data, { recursive: true, force: true }));
const invitations = Object.fromEntries(roles.map((role) => [role, invite(data, role, `${district}-${role}`, district)]));
invitations.lonely = invite(data, 'court-head', 'fes-head', 'fes');
invitations.ministry = invite(data, 'ministry', 'ministry');
const server = await startServer({ data });
const people = {};
for (const [role, invitation] of Object.entries(invitations)) await (people[role] = new Person(server.url)).accept(invitation);

const desk = `/fr/desk/${district}`;
const get = async (role, path) => (await people[role].get(path));
const checks = async () => Object.fromEntries(JSON.parse((await get('court-head', `/api/v1/desk/${district}/opening`)).text)
  .checks.map(({ check, ...rest }) => [check, rest]));
const today = new Date().toISOString().slice(0, 10);
let courtSlug;

test('each page of a portal that is being prepared says so in each language, and is read as any other', async () => {
  for (const language of languages)
    for (const page of ['', '/services', '/services/casier-judiciaire', '/courts', '/opening']) {
      const answer = await request(server.url, `/${language}/d/${district}${page}`);
      assert.equal(answer.status, 200, page);
      assert.ok(says(visibleText(answer.text), language, 'portal_preparing'), `${language} ${page}`);
    }
  const rabat = await request(server.url, '/fr/d/rabat');
  assert.ok(!says(visibleText(rabat.text), 'fr', 'portal_preparing'));
  assert.deepEqual(JSON.parse((await request(server.url, `/api/v1/districts/${district}/opening`)).text), {});
  assert.equal((await request(server.url, '/api/v1/districts/nowhere/opening')).status, 404);
});

test('the checklist tells what holds, and leads to where the rest is mended', async () => {
  const page = await get('court-head', `${desk}/opening`);
  assert.equal(page.status, 200);
  for (const key of ['check_home', 'check_guide', 'check_accessibility', 'activate_wait']) assert.ok(says(visibleText(page.text), 'fr', key), key);
  assert.ok(page.text.includes(`${desk}/items?kind=article`));
  const now = await checks();
  assert.deepEqual(Object.keys(now), ['home', 'sheets', 'hours', 'contacts', 'news', 'feedback', 'staff', 'guide', 'accessibility']);
  assert.deepEqual(Object.entries(now).filter(([, { holds }]) => holds).map(([name]) => name), ['home', 'sheets', 'hours', 'feedback']);
  assert.deepEqual(now.staff, { holds: false, found: 2, wanted: 3 });
});

test('what the head declares is the sentence of the check, and needs the people that it is about', async () => {
  for (const language of languages) {
    const text = (await get('court-head', `/${language}/desk/${district}/opening`)).text;
    const buttons = [...text.matchAll(/<button[^>]*name="declare"[^>]*>(.*?)<\/button>/g)].map(([, words]) => words.replace(/<[^>]*>/g, ''));
    const sentences = [...text.matchAll(/<p[^>]*class="label"[^>]*>([^<]*)/g)].map(([, words]) => words);
    assert.equal(buttons.length, 2);
    for (const button of buttons) assert.equal(sentences.filter((one) => button.endsWith(one)).length, 1, button);
  }
  const alone = await people.lonely.post('/fr/desk/fes/opening', { declare: 'training' });
  assert.equal(alone.status, 409);
  assert.ok(says(visibleText(alone.text), 'fr', 'declare_problem_staff') && alone.text.includes('href="#declare-training"'));
});

test('the ministry sees all portals in one table, and changes none', async () => {
  const page = await get('ministry', `${desk}/opening`);
  for (const one of ['rabat', 'tanger', 'dakhla']) assert.ok(page.text.includes(`href="/fr/desk/${one}/opening"`), one);
  assert.ok(!page.text.includes('name="declare"'));
  assert.ok(!(await get('court-head', `${desk}/opening`)).text.includes('href="/fr/desk/tanger/opening"'));
  assert.equal((await people.ministry.post(`${desk}/opening`, { declare: 'training' })).status, 403);
  assert.equal((await people.ministry.post(`${desk}/remarks`, { page: `/fr/d/${district}`, text: 'x' })).status, 403);
});

test('each page of a portal that is being prepared leads its partners to a remark on that page', async () => {
  for (const page of [`/ar/d/${district}`, `/fr/d/${district}/courts`]) {
    const [, link] = (await people.partner.get(page)).text.match(/href="([^"]*\/remarks\?page=[^"]*)"/);
    const form = await people.partner.get(link.replaceAll('&amp;', '&'));
    assert.deepEqual([form.status, form.text.match(/name="page"[^>]*value="([^"]*)"/)?.[1]], [200, page]);
  }
  assert.ok(!(await people.partner.get('/fr/d/rabat')).text.includes('/remarks'));
});

test('partners leave remarks, the court answers, and nobody is named', async () => {
  const remark = (fields) => people.partner.post(`${desk}/remarks`, fields);
  assert.equal((await remark({ page: `${server.url}/ar/d/${district}/courts`, text: 'Les horaires <b>manquent</b>.' })).status, 303);
  const lost = await remark({ page: '/fr/d/rabat', text: 'Pas ici' });
  assert.equal(lost.status, 422);
  assert.ok(lost.text.includes('value="/fr/d/rabat"') && lost.text.includes('Pas ici') && lost.text.includes('href="#page"'));
  assert.equal((await remark({ page: `/fr/d/${district}`, text: '' })).status, 422);
  assert.equal((await remark({ page: `/fr/d/${district}`, text: 'x'.repeat(2001) })).status, 422);
  assert.equal((await remark({})).status, 422);
  assert.equal((await people.partner.post('/fr/desk/rabat/remarks', { page: '/fr/d/rabat', text: 'x' })).status, 403);
  assert.equal((await people.editor.post(`${desk}/remarks`, { page: `/fr/d/${district}`, text: 'x' })).status, 403);

  const list = await get('editor', `${desk}/remarks`);
  assert.ok(list.text.includes('Les horaires &lt;b&gt;manquent&lt;/b&gt;.'));
  const number = list.text.match(/name="remark"[^>]*value="(\d+)"/)[1];
  const answer = (role, fields) => people[role].post(`${desk}/remarks/answer`, fields);
  assert.equal((await answer('partner', { remark: number, [`answer-${number}`]: 'x' })).status, 403);
  assert.equal((await answer('editor', { remark: number, [`answer-${number}`]: ' ' })).status, 422);
  assert.equal((await answer('editor', { remark: '999', 'answer-999': 'x' })).status, 404);
  assert.equal((await answer('editor', { remark: 'x' })).status, 422);
  assert.equal((await answer('editor', { remark: number, [`answer-${number}`]: 'Ajoutés.' })).status, 303);
  const late = await answer('editor', { remark: number, [`answer-${number}`]: 'Encore.' });
  assert.equal(late.status, 409);
  assert.ok(late.text.includes('Encore.') && late.text.includes(`href="#answer-${number}"`) && says(visibleText(late.text), 'fr', 'remark_problem_answered'));
  const { items } = JSON.parse((await get('partner', `/api/v1/desk/${district}/remarks`)).text);
  assert.deepEqual(items, [{ page: `/d/${district}/courts`, text: 'Les horaires <b>manquent</b>.', role: 'partner', on: today,
    answer: 'Ajoutés.', answeredBy: 'editor', answeredOn: today }]);
});

test('who has too many remarks that wait keeps what was typed', async () => {
  const lost = { status: 303 };
  for (let i = 0; i <= 50 && lost.status === 303; ++i) Object.assign(lost, await people.partner.post(`${desk}/remarks`, { page: `/fr/d/${district}`, text: `Numéro ${i}.` }));
  assert.equal(lost.status, 429);
  assert.ok(lost.text.includes('Numéro 50.') && says(visibleText(lost.text), 'fr', 'remark_problem_many'));
});

test('an activation before all nine hold is refused, and so is what is none', async () => {
  const post = (fields) => people['court-head'].post(`${desk}/opening`, fields);
  const early = await post({ act: 'Décision 1' });
  assert.equal(early.status, 409);
  assert.ok(early.text.includes('value="Décision 1"') && early.text.includes('href="#act"') && says(visibleText(early.text), 'fr', 'activate_wait'));
  assert.equal((await post({ declare: 'everything' })).status, 422);
  assert.equal((await post({})).status, 422);
  assert.equal((await people.editor.post(`${desk}/opening`, { act: 'x' })).status, 403);
  assert.equal((await people['court-head'].post('/fr/desk/nowhere/opening', { act: 'x' })).status, 403);
});

test('when all nine hold the head activates it, once, and the report is public', async () => {
  courtSlug = await makeReady(people, district, today);
  const now = await checks();
  assert.deepEqual(Object.entries(now).filter(([, { holds }]) => !holds), []);

  const long = await people['court-head'].post(`${desk}/opening`, { act: 'x'.repeat(301) });
  assert.equal(long.status, 422);
  assert.ok(long.text.includes('x'.repeat(301)) && long.text.includes('href="#act"'));
  assert.equal((await people['court-head'].post(`${desk}/opening`, { act: 'Décision 12 du 20 novembre 2026' })).status, 303);
  const again = await people['court-head'].post(`${desk}/opening`, { act: 'Encore' });
  assert.equal(again.status, 409);
  assert.ok(again.text.includes('value="Encore"') && says(visibleText(again.text), 'fr', 'remark_problem_open'));
  const late = await people.partner.post(`${desk}/remarks`, { page: `/fr/d/${district}`, text: 'Trop tard' });
  assert.equal(late.status, 409);
  assert.ok(late.text.includes('Trop tard') && late.text.includes(`value="/fr/d/${district}"`) && says(visibleText(late.text), 'fr', 'remark_problem_open'));

  const report = JSON.parse((await request(server.url, `/api/v1/districts/${district}/opening`)).text);
  assert.deepEqual([report.activeSince, report.act, report.checks.length, report.remarks.length], [today, 'Décision 12 du 20 novembre 2026', 9, 51]);
  for (const language of languages) {
    const page = await request(server.url, `/${language}/d/${district}/opening`);
    const text = visibleText(page.text);
    for (const shown of ['Décision 12 du 20 novembre 2026', 'Les horaires <b>manquent</b>.', 'Ajoutés.']) assert.ok(text.includes(shown) || page.text.includes(shown), shown);
    assert.ok(!says(text, language, 'portal_preparing'));
    for (const role of Object.keys(people)) assert.ok(!page.text.includes(`${district}-${role}`), role);
    assert.ok(!says(visibleText((await request(server.url, `/${language}/d/${district}`)).text), language, 'portal_preparing'));
  }
});

test('the public reads how a court is reached, in each language, with links to call and to write', async () => {
  const { contacts } = JSON.parse((await request(server.url, `/api/v1/districts/${district}/courts/${courtSlug}`)).text);
  assert.deepEqual(contacts.map(({ kind, value, source }) => ({ kind, value, source })), [
    { kind: 'telephone', value: '+212 5 28 00 00 00', source: 'Greffe' }, { kind: 'email', value: 'Greffe@court.example', source: '' },
    { kind: undefined, value: undefined, source: '' }]);
  assert.equal(contacts[0].text.fr, 'Accueil');
  assert.ok(contacts.every(({ holdsUntil }) => holdsUntil > today), JSON.stringify(contacts));
  for (const language of languages) {
    const { text } = await request(server.url, `/${language}/d/${district}/courts/${courtSlug}`);
    for (const part of ['href="tel:+212528000000"', 'href="mailto:Greffe@court.example"', '>+212 5 28 00 00 00</bdi></a>', '>05 28 00 00 01</p>'])
      assert.equal(text.split(part).length, 2, `${language} ${part}`);
    for (const key of ['contact_telephone', 'contact_email']) assert.ok(says(visibleText(text), language, key), `${language} ${key}`);
  }
});

test('the seed content put in again keeps what the desk published and the district activated, and says so', async () => {
  const read = async (path) => JSON.parse((await request(server.url, `/api/v1/districts/${district}${path}`)).text);
  const everything = async () => [await read(''), await read('/opening'), await read('/news'), await read('/courts'), await read('/help')];
  const before = await everything();
  await server.stop();
  const said = execFileSync(serverFile, ['seed', '--data', data], { encoding: 'utf8' });
  assert.match(said, /^The content of .*: 0 texts were added, \d+ brought up to date, \d{3,} kept as they were\.\n$/);
  assert.match(execFileSync(serverFile, ['check', 'audit', '--data', data], { encoding: 'utf8' }), /is whole/);
  await server.start();
  assert.deepEqual(await everything(), before);
});

await run();
