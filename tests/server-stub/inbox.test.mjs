// The inbox of a desk over HTTP: narrowed down by links, the same for programs, kept over pages and languages.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite } from '../support/accounts.mjs';
import { languages } from '../support/cases.mjs';
import { atEnd, run, test } from '../support/harness.mjs';
import { visibleText } from '../support/html.mjs';
import { says } from '../support/messages.mjs';
import { startServer } from '../support/server.mjs';
import { say as sayTo } from '../support/voice.mjs';

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
atEnd(() => rm(data, { recursive: true, force: true }));
const invitation = invite(data, 'editor', 'editor', 'rabat');
const server = await startServer({ data });
const visitor = new Person(server.url), editor = new Person(server.url);
await editor.accept(invitation);
const [{ id: service }] = JSON.parse((await visitor.get('/api/v1/districts/rabat/services?limit=1')).text).items;

const say = async (kind, service, text) => (await sayTo(visitor, text, { kind, service })).number;
const bench = await say('suggestion', service, 'Un banc devant la salle 2.');
const when = await say('question', service, 'À quelle heure ouvre le guichet ?');
const door = await say('suggestion', '', 'Une porte plus large.');
const all = [bench, when, door];

const list = (query) => editor.get(`/api/v1/desk/rabat/voice${query}`);
const numbers = async (query) => JSON.parse((await list(query)).text).items.map(({ number }) => number);
const page = async (language, query) => (await editor.get(`/${language}/desk/rabat/voice${query}`)).text;
const shown = (html, language) => all.filter((number) => html.includes(`href="/${language}/desk/rabat/voice/${number}"`));

const cases = [
  ['?show=court', all], ['?show=court&kind=suggestion', [bench, door]], [`?show=court&service=${service}`, [bench, when]],
  ['?show=court&service=-', [door]], [`?show=court&kind=question&service=${service}`, [when]],
  ['?show=court&clock=late', []], ['?show=court&clock=soon', []], ['?show=moderators', []], ['?show=all', all],
];

test('the page and the JSON show the same of each query, in each language', async () => {
  for (const [query, expected] of cases) {
    assert.deepEqual(await numbers(query), expected, query);
    for (const language of languages) assert.deepEqual(shown(await page(language, query), language), expected, query);
  }
});

test('where nothing fits the page says so, and leads back', async () => {
  for (const language of languages) {
    const html = await page(language, '?show=court&clock=late');
    assert.ok(says(visibleText(html), language, 'voice_filter_none_title'));
    assert.ok(html.includes(`href="/${language}/desk/rabat/voice?show=court"`));
  }
});

test('another language keeps what was chosen', async () => {
  const html = await page('fr', '?show=court&kind=suggestion');
  for (const language of languages.filter((one) => one !== 'fr'))
    assert.ok(html.includes(`href="/${language}/desk/rabat/voice?show=court&amp;kind=suggestion"`), language);
});

test('programs read on from where they were, and are told what is no filter', async () => {
  const first = JSON.parse((await list('?kind=suggestion&limit=1')).text);
  assert.deepEqual(first.items.map(({ number }) => number), [bench]);
  assert.deepEqual(await numbers(`?kind=suggestion&limit=1&cursor=${first.next}`), [door]);
  for (const [query, code] of [['?clock=tomorrow', 'clock'], ['?kind=praise', 'kind'], ['?show=nothing', 'show'], ['?state=held&show=court', 'state']]) {
    const answer = await list(query);
    assert.equal(answer.status, 400, query);
    assert.equal(JSON.parse(answer.text).type, `/problems/${code}`);
  }
  assert.equal((await editor.get('/fr/desk/rabat/voice?clock=tomorrow&kind=praise')).status, 200);
});

test('a service is a slug or the district as a whole: nothing else is in a link, nor a filter of a program', async () => {
  for (const value of ['%00', '%FF%FE', 'Casier', 'a%22b', 'x'.repeat(65), '%D8%A8']) {
    const { status, text } = await editor.get(`/fr/desk/rabat/voice?show=court&service=${value}`);
    assert.equal(status, 200, value);
    const links = [...text.matchAll(/href="([^"]*clock=[^"]*)"/g)].map(([, link]) => link);
    assert.ok(links.length > 0 && !links.some((link) => link.includes('service=')), value);
    assert.ok(!/[\0\uFFFD]/.test(text), value);
    assert.deepEqual(shown(text, 'fr'), all, `${value} is overlooked`);
    const answer = await list(`?service=${value}`);
    assert.equal(answer.status, 400, value);
    assert.equal(JSON.parse(answer.text).type, '/problems/service');
  }
});

test('a filter that stands twice, or cannot be read, is none: programs are told', async () => {
  for (const [query, code] of [['?clock=late&clock=soon', 'clock'], ['?kind=question&kind=question', 'kind'], ['?whose=mine&whose=nobody', 'whose'],
    ['?service=-&service=-', 'service'], ['?show=court&show=all', 'show'], ['?state=held&state=published', 'state'], ['?kind=%zz', 'query'],
    [`?${'a=1&'.repeat(65)}kind=question`, 'query']]) {
    const answer = await list(query);
    assert.equal(answer.status, 400, query);
    assert.equal(JSON.parse(answer.text).type, `/problems/${code}`, query);
    assert.equal((await editor.get(`/fr/desk/rabat/voice${query}`)).status, 200, 'the page overlooks it');
  }
});

test('more than a page is read on with the same filter', async () => {
  const sent = [bench, door];
  for (let i = 0; i < 50; ++i) sent.push(await say('suggestion', '', `Le panneau du couloir ${i} est trop haut.`));
  const query = '?show=all&kind=suggestion';
  const html = await page('fr', query);
  const next = html.match(/href="\/fr\/desk\/rabat\/voice(\?[^"]*after=\d+)"/)?.[1].replaceAll('&amp;', '&');
  assert.equal(next, `${query}&after=${sent[49]}`);
  const isThere = (text, number) => text.includes(`/voice/${number}"`);
  assert.deepEqual(sent.map((number) => isThere(html, number)), sent.map((_, index) => index < 50));
  const rest = await page('fr', next);
  assert.deepEqual(sent.map((number) => isThere(rest, number)), sent.map((_, index) => index >= 50));
  assert.ok(!rest.includes('after=') || rest.match(/after=(\d+)/g).every((one) => one === `after=${sent[49]}`));
});

await run();
