// A thousand hostile texts through each field that the desk's forms have: typed back, refused, kept, previewed, published
// and listed. No page, JSON or calendar file holds any of it as more than a text. Fields that are in one language only take
// a quarter of them, another one each day.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite } from '../support/accounts.mjs';
import { languages } from '../support/cases.mjs';
import { atEnd, note, run, test } from '../support/harness.mjs';
import { tags } from '../support/html.mjs';
import { Watch, texts, turns } from '../support/hostile_people.mjs';
import { startServer } from '../support/server.mjs';

const rounds = texts.length / languages.length;
const publishEvery = 5;

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
atEnd(() => rm(data, { recursive: true, force: true }));
const staff = { editor: ['editor', 'rabat'], reviewer: ['reviewer', 'rabat'], head: ['court-head', 'rabat'], tanger: ['editor', 'tanger'] };
const invitations = Object.entries(staff).map(([who, [role, district]]) => [who, invite(data, role, who, district)]);
const server = await startServer({ data });
const agent = new http.Agent({ keepAlive: true });
atEnd(() => agent.destroy());
const people = { visitor: new Person(server.url, agent) };
for (const [who, invitation] of invitations) await (people[who] = new Person(server.url, agent)).accept(invitation);

const watch = new Watch(people);
const get = (who, path) => watch.get(who, path);
const post = (who, path, fields) => watch.post(who, path, fields);
const json = (who, path, body, version) => watch.json(who, path, body, version);

const desk = '/fr/desk/rabat/items';
const api = '/api/v1/desk/rabat/items';

// Values that are no words, without which nothing can be published.
const fixed = {
  article: { 'published-on': '2026-11-22' },
  activity: { starts: '2026-12-01T10:00', ends: '2026-12-01T12:00', court: 'tpi-rabat' },
  programme: { 'milestones/0/due': '2026-12-01', 'milestones/0/state': 'planned' },
  sheet: {},
  court: { 'court-kind': 'first-instance', 'contacts/0/kind': 'telephone', 'contacts/0/value': '+212 5 28 00 00 00' },
  notice: { from: '2026-11-22', to: '2036-11-23', urgency: 'ordinary' },
  guide: { audience: 'citizen' },
  document: {},
  question: {},
  hours: { court: 'tpi-rabat', 'shifts/0/days': 'monday-friday', 'shifts/0/opens': '08:30', 'shifts/0/closes': '16:30' },
};
const sections = { article: 'news', activity: 'activities', programme: 'programmes', sheet: 'services', court: 'courts', guide: 'help', document: 'help', question: 'help' };
const honestText = { ar: 'نص', zgh: 'ⴰⴹⵕⵉⵚ', fr: 'texte', en: 'text' };
const honestBody = (text) => `# ${text}\n\n${text} **${text}** [${text}](/ar) [${text}](https://justice.gov.ma)\n\n- ${text}\n- ${text}\n\n1. ${text}\n2. ${text}`;

// The fields of a form, by what they take: { localized, single, formed }, paths without languages.
async function fieldsOf(kind) {
  const { text } = await get('editor', `${desk}/new?kind=${kind}`);
  const names = [...tags(text)].filter(({ name, attributes }) => attributes.name && (name === 'textarea' || (name === 'input' && attributes.type === 'text')))
    .map(({ attributes }) => attributes.name);
  const probe = await json('editor', api, { kind, values: { original: 'fr', ...Object.fromEntries(names.map((name) => [name, 'x <b>'])) } });
  const errors = probe.status === 422 ? JSON.parse(probe.text).errors : [];
  const formed = new Set(errors.map(({ pointer }) => pointer.slice('/values/'.length).replaceAll('~1', '/')));
  const free = names.filter((name) => !formed.has(name));
  const localized = [...new Set(free.filter((name) => /\/(ar|zgh|fr|en)$/.test(name)).map((name) => name.replace(/\/[a-z]+$/, '')))];
  return { localized, single: free.filter((name) => !/\/(ar|zgh|fr|en)$/.test(name)), formed: [...formed] };
}

// `textOf` of the number of a field and what it is asked for.
function fill({ localized, single }, textOf) {
  const values = {};
  for (const [number, path] of localized.entries()) for (const language of languages) values[`${path}/${language}`] = textOf(number, path, language);
  for (const [number, path] of single.entries()) values[path] = textOf(localized.length + number, path);
  return values;
}
const honest = (path, language = 'fr') => (path === 'body' ? honestBody(honestText[language]) : honestText[language]);

// What is too long for its field stays out: it has been typed back.
async function create(kind, values) {
  const sent = { ...values };
  for (;;) {
    const made = await json('editor', api, { kind, values: { ...sent, original: 'fr', ...fixed[kind] } });
    if (made.status === 201) return { ...JSON.parse(made.text), values: { ...sent, original: 'fr', ...fixed[kind] } };
    const errors = JSON.parse(made.text).errors ?? [];
    assert.ok(made.status === 422 && errors.length > 0, `${kind}: ${made.text}`);
    for (const { pointer } of errors) {
      const path = pointer.slice('/values/'.length).replaceAll('~1', '/');
      const language = path.split('/').at(-1);
      assert.notEqual(sent[path], honest(path.split('/')[0], language), `${kind} ${path}`);
      sent[path] = honest(path.split('/')[0], languages.includes(language) ? language : 'fr');
    }
  }
}

// What the checks hold back gives way to honest texts; then on its way to the public.
async function publish(kind, item) {
  const { items } = JSON.parse((await get('editor', `${api}/${item.id}/checks`)).text);
  const values = { ...item.values, 'title/en': 'text 2' };
  for (const { path, severity } of items) {
    const language = path.split('/').at(-1);
    if (severity === 'must') values[path] = honest(path.split('/')[0], languages.includes(language) ? language : 'fr');
  }
  const saved = await json('editor', `${api}/${item.id}`, { values }, 1);
  assert.equal(saved.status, 200, `${kind}: ${saved.text}`);
  const { version } = JSON.parse(saved.text);
  for (const [who, step] of [['editor', 'submit'], ['reviewer', 'accept'], ['head', 'publish']]) {
    const answer = await json(who, `${api}/${item.id}/steps`, { step }, version);
    assert.equal(answer.status, 200, `${kind} ${step}: ${answer.text}`);
  }
  return version;
}

async function visit(kind, { id, slug, values }, version) {
  await get('editor', `${desk}/${id}`);
  await get('head', `${desk}/${id}/history`);
  await get('editor', `${api}/${id}`);
  await get('editor', `${api}/${id}/revisions/1`);
  const late = await post('editor', `${desk}/${id}`, { ...values, kind, version: '1', 'title/fr': `${values['title/fr']}…`.slice(-150) });
  assert.ok(version === 1 || late.status === 412, `${kind}: ${late.status}`);
  const section = sections[kind];
  if (!section) return;
  assert.equal((await get('visitor', `/api/v1/districts/rabat/${section}/${slug}`)).status, 200, `${kind} ${slug}`);
  for (const language of languages) {
    assert.equal((await get('visitor', `/${language}/d/rabat/${section}/${slug}`)).status, 200);
    if (kind === 'activity') await get('visitor', `/${language}/d/rabat/${section}/${slug}/calendar.ics`);
  }
}

// The pages of a list as its links lead; how many they were.
async function walk(who, path) {
  const seen = new Set();
  for (let next = path; next; ) {
    seen.add(next);
    const { text } = await get(who, next);
    const links = [...tags(text)].map(({ attributes }) => attributes.href ?? '');
    next = links.find((href) => href.split('?')[0] === path.split('?')[0] && /[?&](cursor|after)=/.test(href) && !href.includes('skin=') && !seen.has(href));
  }
  return seen.size;
}

const listed = await people.editor.get(desk);
const kinds = [...new Set([...listed.text.matchAll(/items\/new\?kind=([a-z]+)"/g)].map(([, kind]) => kind))];
const fields = {};

// One text through everything: `textOf` the number of a field, its path and language; `typed` of those with a form.
async function send(kind, textOf, typed, waiting, isPublished) {
  const values = fill(fields[kind], textOf);
  const wrong = Object.fromEntries(fields[kind].formed.map((path, number) => [path, typed(number, path)]));
  await post('editor', `${desk}/new`, { ...fixed[kind], ...values, ...wrong, original: 'fr', kind, version: '0', do: 'preview' });
  if (isPublished) await post('visitor', `${desk}/new`, { ...values, ...wrong, original: 'fr', kind, version: '0' });
  await post('editor', `${desk}/${waiting}`, { ...values, ...wrong, original: typed(0), kind, version: '1' });
  const item = await create(kind, values);
  if (isPublished) await visit(kind, item, await publish(kind, item));
}

// How many pages they have.
async function visitLists() {
  const lists = [['editor', '/fr/desk/rabat/parity?status=missing'], ['editor', '/fr/desk/rabat/duties'],
    ...kinds.flatMap((kind) => [['editor', `${desk}?kind=${kind}`], ['tanger', `/fr/desk/tanger/copies?kind=${kind}`]]),
    ...Object.values(sections).map((section) => ['visitor', `/fr/d/rabat/${section}`])];
  let pages = 0;
  for (const [who, path] of lists) pages += await walk(who, path);
  const single = ['/fr/d/rabat', '/fr', '/fr?q=rabat', '/fr/notices', '/fr/documents', '/fr/guides', '/api/v1/districts/rabat', '/api/v1/districts/rabat/now', '/api/v1/national'];
  for (const path of [...single, ...Object.values(sections).map((section) => `/api/v1/districts/rabat/${section}?limit=100`)]) await get('visitor', path);
  for (const path of ['items', 'parity', 'duties']) await get('editor', `/api/v1/desk/rabat/${path}?limit=100`);
  return pages;
}

const waiting = {};
test('the forms of all kinds are known, and their pages with honest texts', async () => {
  assert.deepEqual(kinds.toSorted(), Object.keys(fixed).sort());
  for (const kind of kinds) {
    fields[kind] = await fieldsOf(kind);
    const values = fill(fields[kind], (_, path, language) => honest(path, language));
    waiting[kind] = (await create(kind, values)).id;
    await json('editor', `${api}/${waiting[kind]}/steps`, { step: 'submit' }, 1);
    await send(kind, (_, path, language) => honest(path, language), () => 'x', waiting[kind], true);
    await post('editor', `${desk}/new`, { ...values, ...fixed[kind], kind, version: '0', original: 'fr', 'title/fr': 'x'.repeat(400), 'body/fr': 'x'.repeat(21_000), do: 'save' });
    // Where a language lacks, another one stands.
    await send(kind, (_, path, language) => (language === 'ar' || language === 'en' ? '' : honest(path, language)), () => 'x', waiting[kind], true);
  }
  await visitLists();
  watch.assertNone();
  const total = (what) => kinds.reduce((sum, kind) => sum + fields[kind][what].length, 0);
  note(`${kinds.length} kinds: ${total('localized')} fields in four languages, ${total('single')} in one, ${total('formed')} that are no words`);
});

for (const kind of kinds) {
  test(`a thousand hostile texts through each field of a ${kind} stay texts`, async () => {
    watch.isHonest = false;
    for (const turn of turns) {
      for (let round = 0; round < rounds; ++round) {
        // Each field begins elsewhere, so that one text is not in all of them at once.
        const textOf = (number, _, language) => {
          const at = language ? round * languages.length + languages.indexOf(language) : turn * rounds + round;
          return texts[(at + number * 37) % texts.length];
        };
        await send(kind, textOf, (number) => textOf(number + 500), waiting[kind], round % publishEvery === turn % publishEvery);
      }
    }
    watch.assertNone();
  }, { timeout: 900_000 });
}

test('the lists that have all of it as titles are lists', async () => {
  const pages = await visitLists();
  watch.assertNone();
  note(`${pages} pages of lists`);
}, { timeout: 300_000 });

test('what was looked at is told', () => {
  const { pages, json: answers, calendars } = watch.counts;
  note(`turn ${turns.join()}: ${pages} pages, ${answers} answers as JSON, ${calendars} calendar files`);
  assert.ok(process.env.RIHAB_ONLY || calendars > 0);
});

await run();
