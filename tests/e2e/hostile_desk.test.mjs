// A thousand hostile texts through the fields of the desk, published, and read as people read: as HTML, on the canvas, in
// the mirror, as a calendar file, as JSON. Nothing of them runs, and honest texts come out as they went in.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite } from '../support/accounts.mjs';
import { launch, openAnswer, openCanvas, withPage } from '../support/browser.mjs';
import { languages } from '../support/cases.mjs';
import { atEnd, note, run, test } from '../support/harness.mjs';
import { request } from '../support/http.mjs';
import { plain } from '../support/hostile_images.mjs';
import { startServer } from '../support/server.mjs';
import { calendarFaults, hasOverride, jsonFaults } from '../support/strict_html.mjs';
import { watchExecutions } from '../support/executions.mjs';
import { honest, payloads } from '../server-stub/hostile/payloads.mjs';

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
atEnd(() => rm(data, { recursive: true, force: true }));
const staff = { editor: ['editor', 'rabat'], reviewer: ['reviewer', 'rabat'], 'court-head': ['court-head', 'rabat'], tanger: ['editor', 'tanger'], partner: ['partner', 'dakhla'] };
const invitations = Object.entries(staff).map(([who, [role, district]]) => [who, invite(data, role, `${district}-${role}`, district)]);
const server = await startServer({ data });
const browser = await launch();
const people = {};
for (const [who, invitation] of invitations) await (people[who] = new Person(server.url)).accept(invitation);

const desk = '/fr/desk/rabat/items';
const api = '/api/v1/desk/rabat/items';
const length = (text) => [...text].length;
const rows = (count, list, names) => Array.from({ length: count }, (_, row) => names.map((name) => `${list}/${row}/${name}`)).flat();

const title = ['title', 150, true];

// Fields that take any text, by kind: [name, limit in code points, localized]. The rest has fixed values. Those that take
// the most come last.
const kinds = {
  notice: { fixed: { from: '2026-11-22', to: '2036-11-23' }, fields: [title, ['text', 600, true]] },
  guide: { section: 'help', fixed: { audience: 'citizen' }, fields: [title, ['summary', 400, true], ['body', 9_000, true]] },
  document: { section: 'help', fixed: {}, fields: [title, ['summary', 400, true], ['source', 300, false]] },
  question: { section: 'help', fixed: {}, fields: [title, ['body', 9_000, true]] },
  hours: {
    fixed: { court: 'tpi-rabat', 'shifts/0/days': 'monday-friday', 'shifts/0/opens': '08:30', 'shifts/0/closes': '16:30' },
    fields: [title, ['source', 300, false]],
  },
  article: { section: 'news', fixed: { 'published-on': '2026-11-23' }, fields: [title, ['summary', 400, true], ['body', 9_000, true]] },
  activity: {
    section: 'activities',
    fixed: { starts: '2026-12-01 10:00', ends: '2026-12-01 12:00', court: 'tpi-rabat' },
    fields: [title, ['summary', 400, true], ['place', 150, true], ['admission', 400, true], ['body', 9_000, true]],
  },
  programme: {
    section: 'programmes',
    fixed: Object.fromEntries(rows(40, 'milestones', ['due', 'state']).map((path) => [path, path.endsWith('due') ? '2026-12-01' : 'planned'])),
    fields: [title, ['summary', 400, true], ...rows(40, 'milestones', ['title']).map((path) => [path, 150, true]), ['body', 9_000, true]],
  },
  sheet: {
    section: 'services',
    fixed: {},
    fields: [title, ['short-title', 60, true], ['summary', 400, true], ...rows(30, 'papers', ['text']).map((path) => [path, 600, true]),
      ...rows(30, 'papers', ['source']).map((path) => [path, 300, false]), ...rows(20, 'steps', ['title', 'detail']).map((path) => [path, 600, true]),
      ...['who', 'fee', 'delay', 'where', 'legal-basis', 'appeal'].flatMap((path) => [[path, 600, true], [`${path}-source`, 300, false]])],
  },
  court: {
    section: 'courts',
    fixed: { 'court-kind': 'first-instance' },
    fields: [title, ['source', 300, false], ['address', 600, true], ['address-source', 300, false], ...['access', 'contacts', 'hears', 'sections'].flatMap((list) => rows(15, list, ['text']).map((path) => [path, 600, true])),
      ...rows(15, 'hears', ['source']).map((path) => [path, 300, false])],
  },
};
const inMarkdown = 8;  // Texts in one body.

// Fills every field with the next text that fits; what is required in the original stays honest where none is left.
function fill(kind, queue, into = languages) {
  const { fixed, fields } = kinds[kind];
  const values = { kind, version: '0', original: 'fr', ...fixed };
  for (const [name, limit, localized] of fields) {
    for (const path of localized ? into.map((language) => `${name}/${language}`) : [name]) {
      const texts = [];
      for (let size = 0; texts.length < (name === 'body' ? inMarkdown : 1);) {
        const next = queue.findIndex((text) => size + length(text) <= limit);
        if (next < 0) break;
        const [text] = queue.splice(next, 1);
        size += length(text) + 2;
        texts.push(text);
      }
      values[path] = texts.join('\n\n');
      if (!values[path].trim() && (path.endsWith('/fr') || !localized)) values[path] = 'texte';
    }
  }
  return values;
}

// What the checks hold back gives way to an honest text, and is kept for the desk's own pages.
const held = [];
async function pass(number, values) {
  const { items } = JSON.parse((await people.editor.get(`${api}/${number}/checks`)).text);
  const paths = new Set(items.filter(({ severity }) => severity === 'must').map(({ path }) => path));
  if (paths.size === 0) return '1';
  const mended = { ...values, version: '1' };
  for (const path of paths) {
    held.push(values[path]);
    mended[path] = { ar: 'نص', zgh: 'ⴰⴹⵕⵉⵚ', fr: 'texte', en: 'text' }[path.split('/').at(-1)] ?? '';
  }
  const saved = await people.editor.post(`${desk}/${number}`, mended);
  assert.equal(saved.status, 303, `${values.kind}: ${saved.text.match(/id="errors"[\s\S]{0,1500}/)?.[0]}`);
  return '2';
}

async function publish(values) {
  const made = await people.editor.post(`${desk}/new`, values);
  assert.equal(made.status, 303, `${values.kind}: ${made.text.match(/id="errors"[\s\S]{0,1500}/)?.[0]}`);
  const number = made.headers.location.match(/items\/(\d+)/)[1];
  const version = await pass(number, values);
  for (const [role, step] of [['editor', 'submit'], ['reviewer', 'accept'], ['court-head', 'publish']]) {
    const answer = await people[role].post(`${desk}/${number}/step`, { version, step });
    assert.equal(answer.status, 303, `${values.kind} ${step}: ${answer.text.match(/id="errors"[\s\S]{0,1500}/)?.[0]}`);
  }
  const { slug } = JSON.parse((await people.editor.get(`${api}/${number}`)).text);
  const { section } = kinds[values.kind];
  // Notices and hours have no page of their own: those on which they stand.
  const path = { notice: 'd/rabat', hours: 'd/rabat/courts/tpi-rabat' }[values.kind] ?? `d/rabat/${section}/${slug}`;
  return { number, path, kind: values.kind, slug };
}

// Each page has some of all; letters that none of our faces has (a Cyrillic one that looks Latin) keep a page HTML, and
// come last.
const isForeign = (text) => /\p{Script=Cyrillic}|&#x430;|%D0%B0/u.test(text);
const mixed = payloads().map((_, at, all) => all[(at * 37) % all.length]);
const queue = [...mixed.filter((text) => !isForeign(text)), ...mixed.filter(isForeign)];
const total = queue.length;
const published = [];

test('a thousand hostile texts are kept and published', async () => {
  for (let round = 1; queue.length > 0 && round <= 12; ++round)
    for (const kind of Object.keys(kinds)) if (queue.length > 0) published.push(await publish(fill(kind, queue)));
  assert.equal(queue.length, 0, `${queue.length} of ${total} fit nowhere`);
  note(`${total} texts in ${published.length} published texts; the checks held back ${held.length} values`);
}, { timeout: 120_000 });

test('no JSON, page or calendar file holds what could order, end or begin something', async () => {
  for (const { path, kind } of published) {
    const json = await request(server.url, `/api/v1/districts/${path.slice(2)}`);
    assert.deepEqual([json.status, jsonFaults(json.text)], [200, []], path);
    const page = await request(server.url, `/fr/${path}`);
    assert.deepEqual([page.status, hasOverride(page.text)], [200, false], path);
    if (kind === 'activity') assert.deepEqual(calendarFaults((await request(server.url, `/fr/${path}/calendar.ics`)).text), [], path);
  }
});

const pages = { html: 0, canvas: 0 };

// In a tab of somebody. `shown`: [address, what a form was answered there].
async function look(who, shown) {
  await withPage(browser, { width: 1280, height: 400 }, async (tab) => {
    await tab.context().addCookies([...people[who].cookies].map(([name, value]) => ({ name, value, url: server.url.replace('http:', 'https:'), secure: true })));
    const watch = await watchExecutions(tab);
    for (const [address, sent] of shown) {
      const { text } = sent ?? await people[who].get(address);
      const staysHtml = address.endsWith('skin=html') || /\p{Script=Cyrillic}/u.test(text);
      const open = staysHtml ? (page, url) => page.goto(url) : openCanvas;
      await (sent ? openAnswer(tab, open, server.url + address, sent) : open(tab, server.url + address));
      pages[staysHtml ? 'html' : 'canvas'] += 1;
      assert.equal(hasOverride(await tab.content()), false, address);
      const foreign = await tab.evaluate(() => [...document.querySelectorAll('a[href], form[action], [formaction], [src]')]
        .flatMap((element) => ['href', 'action', 'formaction', 'src'].map((name) => element.getAttribute(name)).filter((link) => link !== null))
        .filter((link) => !/^(\/[^/]|\/$|#|https:\/\/|mailto:|tel:)/.test(link)));
      assert.deepEqual(foreign, [], address);
      // Pictures alone are the page's own.
      assert.deepEqual(await tab.evaluate(() => [...document.querySelectorAll('script, iframe, img, style, base, meta[http-equiv], svg script, object, embed')]
        .filter((element) => !element.closest('head') && element.id !== 'page-data' && !/^\/images\/[0-9a-f]{64}\.[a-z]+$/.test(element.getAttribute('src') ?? ''))
        .map((element) => element.outerHTML)), [], address);
    }
    assert.deepEqual(watch.seen(), [], shown.map(([address]) => address).join());
  });
}

test('nothing of it runs, calls or leads elsewhere, on any page and in both skins', async () => {
  for (const [at, { number, path }] of published.entries()) {
    const language = languages[at % languages.length];
    await look('editor', [[`/${language}/${path}`], [`/${language}/${path}?skin=html`], [`/${language}/desk/rabat/items/${number}`]]);
  }
  assert.ok(pages.canvas > published.length);
}, { timeout: 300_000 });

function pictureWith(alt) {
  const boundary = 'between-the-parts';
  const head = (disposition, rest = '') => `--${boundary}\r\nContent-Disposition: form-data; ${disposition}${rest}\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(`${head('name="alt"')}${alt}\r\n${head('name="file"; filename="x.png"', '\r\nContent-Type: image/png')}`),
    plain(32, 20), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { method: 'POST', type: `multipart/form-data; boundary=${boundary}`, body };
}

// Twenty, and what was answered to one that was refused.
async function leaveRemarks(texts) {
  const leave = (page, text) => people.partner.post('/fr/desk/dakhla/remarks', { page, text });
  for (const text of texts.slice(0, 20)) assert.equal((await leave('/fr/d/dakhla', text)).status, 303);
  return leave(texts[1], texts[2]);
}

test('nothing of it runs on the other pages of the desk either', async () => {
  const [first] = published;
  const texts = mixed.filter((text) => !isForeign(text) && length(text) < 140);
  for (const text of texts.slice(0, 12)) await people.editor.send('/fr/desk/rabat/images', pictureWith(text));
  const typed = { kind: 'sheet', original: 'fr', ...Object.fromEntries(rows(40, 'papers', ['text']).flatMap((path) => languages.map((language) => `${path}/${language}`)).map((path, at) => [path, texts[at]])) };
  const preview = await people.editor.post(`${desk}/new`, { ...typed, version: '0', do: 'preview' });
  const refused = await people.editor.post(`${desk}/new`, { ...typed, version: '0', 'title/fr': 'x'.repeat(400), 'last-checked': texts[0] });
  const { number } = published.find(({ kind }) => kind === 'sheet');
  const late = await people.editor.post(`${desk}/${number}`, { ...typed, version: '0' });
  const lost = await new Person(server.url).post(`${desk}/new`, { ...typed, version: '0' });
  assert.deepEqual([preview, refused, late, lost].map(({ status }) => status), [200, 422, 412, 401]);
  const names = await Promise.all(texts.slice(0, 4).map((name) => people['court-head'].post('/fr/desk/rabat/people', { name, role: 'editor' })));
  const reasons = await Promise.all(texts.slice(0, 2).map((reason) => people['court-head'].post(`${desk}/${number}/step`, { version: '1', step: 'return', 'return-reason': reason })));
  await look('editor', [...['items', 'items?kind=notice', 'items?kind=hours', 'parity', 'duties', 'images'].map((room) => [`/ar/desk/rabat/${room}`]),
    [`${desk}/new`, preview], [`${desk}/new`, refused], [`${desk}/${number}`, late], [`${desk}/new`, lost]]);
  await look('court-head', [[`${desk}/${first.number}/history`], [`${desk}/${number}/history`],
    ...names.map((answer) => ['/fr/desk/rabat/people', answer]), ...reasons.map((answer) => [`${desk}/${number}/step`, answer])]);
  await look('tanger', ['sheet', 'article', 'question'].map((kind) => [`/ar/desk/tanger/copies?kind=${kind}&from=rabat`]));
  await look('partner', [['/fr/desk/dakhla/remarks', await leaveRemarks(texts)], ['/ar/desk/dakhla/remarks']]);
  note(`${pages.canvas} pages on the canvas, ${pages.html} as HTML`);
}, { timeout: 300_000 });

test('a hundred honest texts in Arabic and Amazigh come out as they went in', async () => {
  const samples = honest();
  // In French its own rules of spaces would hold some back.
  const values = { ...fill('sheet', [...samples], ['ar', 'zgh']), original: 'ar' };
  const sent = new Set(Object.values(values).filter((text) => samples.includes(text)));
  assert.equal(sent.size, samples.length);
  const { path } = await publish(values);
  const { text } = await request(server.url, `/api/v1/districts/${path.slice(2)}`);
  const kept = new Set();
  JSON.parse(text, (_, value) => { if (typeof value === 'string') kept.add(value); return value; });
  for (const sample of sent) assert.ok(kept.has(sample.normalize('NFC').trim()), sample);
});

await run();
