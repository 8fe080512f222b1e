// A thousand hostile texts through the fields of the desk, published, and read as people read: as HTML, on the canvas, in
// the mirror, as a calendar file, as JSON. Nothing of them runs, and honest texts come out as they went in.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite } from '../support/accounts.mjs';
import { launch, openCanvas, withPage } from '../support/browser.mjs';
import { languages } from '../support/cases.mjs';
import { atEnd, note, run, test } from '../support/harness.mjs';
import { request } from '../support/http.mjs';
import { startServer } from '../support/server.mjs';
import { watchExecutions } from '../support/executions.mjs';
import { honest, payloads } from '../server-stub/hostile/payloads.mjs';

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
atEnd(() => rm(data, { recursive: true, force: true }));
const roles = ['editor', 'reviewer', 'court-head'];
const invitations = roles.map((role) => invite(data, role, `rabat-${role}`, 'rabat'));
const server = await startServer({ data });
const browser = await launch();
const people = {};
for (const [at, role] of roles.entries()) await (people[role] = new Person(server.url)).accept(invitations[at]);

const desk = '/fr/desk/rabat/items';
const length = (text) => [...text].length;
const rows = (count, list, names) => Array.from({ length: count }, (_, row) => names.map((name) => `${list}/${row}/${name}`)).flat();

// Fields that take any text, by kind: [name, limit in code points, localized]. The rest has fixed values.
const kinds = {
  programme: {
    section: 'programmes',
    fixed: Object.fromEntries(rows(40, 'milestones', ['due', 'state']).map((path) => [path, path.endsWith('due') ? '2026-12-01' : 'planned'])),
    fields: [['summary', 400, true], ...rows(40, 'milestones', ['title']).map((path) => [path, 150, true]), ['body', 9_000, true]],
  },
  sheet: {
    section: 'services',
    fixed: {},
    fields: [['short-title', 60, true], ['summary', 400, true], ...rows(30, 'papers', ['text']).map((path) => [path, 600, true]),
      ...rows(30, 'papers', ['source']).map((path) => [path, 300, false]), ...rows(20, 'steps', ['title', 'detail']).map((path) => [path, 600, true]),
      ...['who', 'fee', 'delay', 'where', 'legal-basis', 'appeal'].map((path) => [path, 600, true])],
  },
  court: {
    section: 'courts',
    fixed: { 'court-kind': 'first-instance' },
    fields: [['address', 600, true], ...['access', 'contacts', 'hears', 'sections'].flatMap((list) => rows(15, list, ['text']).map((path) => [path, 600, true]))],
  },
  article: { section: 'news', fixed: { 'published-on': '2026-11-23' }, fields: [['summary', 400, true], ['body', 9_000, true]] },
  activity: {
    section: 'activities',
    fixed: { starts: '2026-12-01 10:00', ends: '2026-12-01 12:00', court: 'tpi-rabat' },
    fields: [['summary', 400, true], ['place', 150, true], ['admission', 400, true], ['body', 9_000, true]],
  },
};
const inMarkdown = 8;  // Texts in one body.

// Fills every field with the next text that fits; what is required in the original stays honest where none is left.
function fill(kind, title, queue) {
  const { fixed, fields } = kinds[kind];
  const values = { kind, version: '0', original: 'fr', 'title/fr': title, 'title/ar': 'عنوان', ...fixed };
  for (const [name, limit, localized] of fields) {
    for (const path of localized ? languages.map((language) => `${name}/${language}`) : [name]) {
      const texts = [];
      for (let size = 0; texts.length < (name === 'body' ? inMarkdown : 1);) {
        const next = queue.findIndex((text) => size + length(text) <= limit);
        if (next < 0) break;
        const [text] = queue.splice(next, 1);
        size += length(text) + 2;
        texts.push(text);
      }
      values[path] = texts.join('\n\n');
      if (!values[path].trim() && path.endsWith('/fr') && name !== 'body') values[path] = 'texte';
    }
  }
  return values;
}

// What the checks hold back gives way to an honest text, and is kept for the desk's own pages.
const held = [];
async function pass(number, values) {
  const { items } = JSON.parse((await people.editor.get(`/api/v1${desk.slice(3)}/${number}/checks`)).text);
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
  const slug = values['title/fr'].toLowerCase().replaceAll(' ', '-');
  return { number, path: `d/rabat/${kinds[values.kind].section}/${slug}`, kind: values.kind };
}

const queue = payloads();
const total = queue.length;
const published = [];
const override = /[\u202a-\u202e\u2066-\u2069]/u;

test('a thousand hostile texts are kept and published', async () => {
  for (let round = 1; queue.length > 0 && round <= 12; ++round)
    for (const kind of Object.keys(kinds)) if (queue.length > 0) published.push(await publish(fill(kind, `Hostile ${kind} ${round}`, queue)));
  assert.equal(queue.length, 0, `${queue.length} of ${total} fit nowhere`);
  note(`${total} texts in ${published.length} published texts; the checks held back ${held.length} values`);
}, { timeout: 120_000 });

test('no JSON, page or calendar file holds what could order, end or begin something', async () => {
  for (const { path, kind } of published) {
    const json = await request(server.url, `/api/v1/districts/${path.slice(2)}`);
    assert.equal(json.status, 200, path);
    assert.ok(!override.test(json.text), path);
    const page = await request(server.url, `/fr/${path}`);
    assert.equal(page.status, 200, path);
    assert.ok(!override.test(page.text), path);
    if (kind !== 'activity') continue;
    const { text } = await request(server.url, `/fr/${path}/calendar.ics`);
    for (const line of ['BEGIN:VEVENT', 'END:VEVENT', 'BEGIN:VCALENDAR', 'END:VCALENDAR'])
      assert.equal(text.split('\r\n').filter((one) => one === line).length, 1, line);
    assert.ok(!/[^\r]\n/.test(text), 'a bare line end');
  }
});

test('nothing of it runs, calls or leads elsewhere, on any page and in both skins', async () => {
  const { cookies } = people.editor;
  const pages = { html: 0, canvas: 0 };
  for (const [at, { number, path }] of published.entries()) {
    const language = languages[at % languages.length];
    await withPage(browser, { width: 1280 }, async (tab) => {
      await tab.context().addCookies([...cookies].map(([name, value]) => ({ name, value, url: server.url.replace('http:', 'https:'), secure: true })));
      const watch = await watchExecutions(tab);
      for (const address of [`/${language}/${path}`, `/${language}/${path}?skin=html`, `/${language}/desk/rabat/items/${number}`]) {
        // Letters that none of our faces has (a Cyrillic one that looks Latin) stay HTML.
        const staysHtml = address.endsWith('html') || /\p{Script=Cyrillic}/u.test((await people.editor.get(address)).text);
        await (staysHtml ? tab.goto(server.url + address) : openCanvas(tab, server.url + address));
        pages[staysHtml ? 'html' : 'canvas'] += 1;
        const foreign = await tab.evaluate(() => [...document.querySelectorAll('a[href], form[action], [src]')]
          .map((element) => element.getAttribute('href') ?? element.getAttribute('action') ?? element.getAttribute('src') ?? '')
          .filter((link) => !/^(\/[^/]|\/$|#|https:\/\/|mailto:|tel:)/.test(link)));
        assert.deepEqual(foreign, [], address);
        assert.deepEqual(await tab.evaluate(() => [...document.querySelectorAll('script, iframe, img, style, base, meta[http-equiv], svg script, object, embed')]
          .filter((element) => !element.closest('head') && element.id !== 'page-data').map((element) => element.outerHTML)), [], address);
      }
      assert.deepEqual(watch.seen(), [], path);
    });
  }
  note(`${pages.canvas} pages on the canvas, ${pages.html} as HTML`);
  assert.ok(pages.canvas > published.length);
}, { timeout: 300_000 });

test('a hundred honest texts in Arabic and Amazigh come out as they went in', async () => {
  const samples = honest();
  const values = fill('sheet', 'Honest texts', [...samples]);
  const sent = new Set(Object.values(values).filter((text) => samples.includes(text)));
  assert.equal(sent.size, samples.length);
  const { path } = await publish(values);
  const { text } = await request(server.url, `/api/v1/districts/${path.slice(2)}`);
  const kept = new Set();
  JSON.parse(text, (_, value) => { if (typeof value === 'string') kept.add(value); return value; });
  for (const sample of sent) assert.ok(kept.has(sample.normalize('NFC').trim()), sample);
});

await run();
