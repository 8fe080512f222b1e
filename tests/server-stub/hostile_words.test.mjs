// Hostile texts through whatever people write besides the texts of a desk: remarks and answers, acts, reasons, moments,
// names, words for pictures, ratings, the forms of accounts, what stands in addresses and in JSON. Nothing of it is more
// than a text.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite, password } from '../support/accounts.mjs';
import { languages, rating, sheet } from '../support/cases.mjs';
import { atEnd, note, run, test } from '../support/harness.mjs';
import { plain } from '../support/hostile_images.mjs';
import { Watch, quarter, turns } from '../support/hostile_people.mjs';
import { tags } from '../support/html.mjs';
import { makeReady } from '../support/portal.mjs';
import { startServer } from '../support/server.mjs';

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
atEnd(() => rm(data, { recursive: true, force: true }));
const staff = { editor: 'editor', reviewer: 'reviewer', moderator: 'moderator', 'court-head': 'court-head', partner: 'partner', administrator: 'administrator' };
const invitations = Object.entries(staff).map(([who, role]) => [who, invite(data, role, who, 'dakhla')]);
const pending = ['newcomer', 'guest'].map((who) => invite(data, 'editor', who, 'dakhla'));
const server = await startServer({ data });
const agent = new http.Agent({ keepAlive: true });
atEnd(() => agent.destroy());
const people = { visitor: new Person(server.url, agent), citizen: new Person(server.url, agent) };
for (const [who, invitation] of invitations) await (people[who] = new Person(server.url, agent)).accept(invitation);
await people.citizen.post('/fr/account/new', { name: 'Citizen', password });
// Who has come half the way in, from either side.
for (const who of ['newcomer', 'returning']) people[who] = new Person(server.url, agent);
await people.newcomer.post(pending[0], { password });
await people.returning.post('/fr/account/sign-in', { name: 'partner', password });

const watch = new Watch(people);
const desk = '/fr/desk/dakhla';
const api = '/api/v1/desk/dakhla';
const today = new Date().toISOString().slice(0, 10);
const article = { original: 'fr', 'title/fr': 'Un guichet', 'summary/fr': 'Un seul.', 'published-on': '2026-11-22' };

async function item(...steps) {
  const { id } = JSON.parse((await watch.json('editor', `${api}/items`, { kind: 'article', values: article })).text);
  for (const [who, step] of steps) await watch.json(who, `${api}/items/${id}/steps`, { step }, 1);
  return id;
}

// Everything that is tested below, with one text. Pages that hold many of them are looked at once, afterwards.
const ways = {
  'remarks and their answers': {
    first: 0,
    async send(text) {
      assert.equal((await watch.post('partner', `${desk}/remarks`, { page: `/fr/d/dakhla`, text })).status, 303);
      await watch.post('partner', `${desk}/remarks`, { page: text, text: '' });
      await watch.get('partner', `${desk}/remarks?page=${encodeURIComponent(text)}`);
      this.first ||= Number((await watch.get('editor', `${desk}/remarks`)).text.match(/name="remark"[^>]*value="(\d+)"/)[1]) - 1;
      const remark = ++this.first;
      await watch.post('editor', `${desk}/remarks/answer`, { remark, [`answer-${remark}`]: `${text}${'x'.repeat(2_000)}` });
      assert.equal((await watch.post('editor', `${desk}/remarks/answer`, { remark, [`answer-${remark}`]: text })).status, 303);
    },
    async after() {
      for (const who of ['partner', 'editor', 'court-head']) await watch.get(who, `${desk}/remarks`);
      await watch.get('partner', `${api}/remarks`);
    },
  },
  'the act of an activation, before its time': {
    send: (text) => watch.post('court-head', `${desk}/opening`, { act: text, declare: text }),
    after: () => watch.get('court-head', `${desk}/opening`),
  },
  'reasons and moments of steps': {
    async send(text) {
      this.review ??= await item(['editor', 'submit']);
      this.legal ??= await item(['editor', 'submit'], ['reviewer', 'accept']);
      const back = await watch.post('reviewer', `${desk}/items/${this.review}/step`, { version: '1', step: 'return', 'return-reason': text });
      if (back.status === 303) await watch.json('editor', `${api}/items/${this.review}/steps`, { step: 'submit' }, 1);
      await watch.post('court-head', `${desk}/items/${this.legal}/step`, { version: '1', step: 'schedule', 'schedule-at': text, 'schedule-until': text });
      await watch.json('reviewer', `${api}/items/${this.review}/steps`, { step: 'return', reason: `${text}${'x'.repeat(2_000)}` }, 1);
      await watch.post('editor', `${desk}/items/${this.review}/step`, { version: text, step: text });
    },
    async after() {
      await watch.get('court-head', `${desk}/items/${this.review}/history`);
    },
  },
  'names of people': {
    async send(text) {
      await watch.post('administrator', `${desk}/people`, { name: text, role: 'editor' });
      await watch.post('administrator', `${desk}/people`, { name: 'somebody', role: text });
      await watch.json('administrator', `${api}/people`, { name: text, role: 'partner' });
      await watch.json('administrator', `${api}/people/role`, { name: text, role: text });
      await watch.post('administrator', `${desk}/people/role`, { name: text, role: 'editor' });
      const named = await watch.post('citizen', '/fr/account', { name: text, email: text, current: text, password: '' });
      if (named.status === 303) await watch.get('citizen', '/fr/account');
      await watch.post('visitor', '/fr/account/new', { name: text, email: 'nobody', password: 'x' });
    },
    async after() {
      await watch.get('administrator', `${desk}/people`);
      await watch.get('administrator', `${api}/people`);
      await watch.get('citizen', '/fr/account/everything.json');
    },
  },
  'addresses and their queries': {
    async send(text) {
      const part = encodeURIComponent(text);
      const queries = ['items?kind=', 'items?state=', 'items?cursor=', 'items/new?kind=', 'items/1?saved=', 'parity?status=', 'parity?cursor=', 'parity?language=',
        'duties?cursor=', 'duties?confirmed=', 'copies?kind=', 'copies?from=', 'copies?cursor=', 'images?added=', 'images?cursor='];
      for (const query of queries) await watch.get('editor', `${desk}/${query}${part}`);
      for (const path of [`/fr/desk/${part}/items`, `${desk}/items/${part}`, `${desk}/items/${part}/history`, `${desk}/${part}`, `/images/${part}`, `/fr/account/invitation/${part}`,
        `/fr/d/dakhla/news/${part}`, `/fr?q=${part}`, `${api}/items/${part}`, `${api}/items/1/revisions/${part}`, `${api}/items?cursor=${part}`, `/api/v1/districts/${part}`])
        await watch.get('editor', path);
    },
  },
  'what programs send': {
    async send(text) {
      this.item ??= await item();
      const path = `${api}/items/${this.item}`;
      for (const body of [{ kind: text, values: article }, { kind: 'article', slug: text, values: article }, { kind: 'article', values: { ...article, [text]: text } }, { [text]: text }, text])
        await watch.json('editor', `${api}/items`, body);
      await watch.json('editor', path, { values: { ...article, original: text } }, 1);
      await watch.json('editor', `${path}/steps`, { step: text, reason: text, at: text }, 1);
      await watch.json('editor', `${path}/restore`, { version: text }, 1);
      await watch.json('editor', `${api}/copies`, { item: text });
      await watch.json('editor', `${api}/duties`, { item: String(this.item), version: 1, path: text });
      await watch.post('editor', `${desk}/duties`, { item: String(this.item), version: '1', path: text });
      await watch.post('editor', `${desk}/copies`, { item: text });
      await watch.post('editor', `${desk}/items/${this.item}`, { ...article, kind: 'article', version: '1', [text]: text, row: text });
      await watch.post('editor', `${desk}/items/${this.item}/restore`, { version: text, to: text });
    },
  },
  'ratings and their receipts': {
    async send(text) {
      const good = [['level', '2'], ['completed', 'partly'], ['reason', 'cost'], ['text', text]];
      const form = (...pairs) => watch.post('visitor', rating('fr'), pairs);
      const taken = await form(['key', randomUUID()], ...good);
      assert.equal(taken.status, 303);
      for (const language of languages) assert.equal((await watch.get('visitor', taken.headers.location.replace('/fr/', `/${language}/`))).status, 200);
      assert.equal((await watch.get('visitor', taken.headers.location.replace('/fr/receipt', '/api/v1/receipts'))).status, 200);
      await form(['level', text], ['completed', text], ['reason', text], ['key', text], ['text', text]);
      await form(['level', ''], ['key', randomUUID()], ['text', text + 'x'.repeat(2_000)]);
      await watch.post('visitor', sheet('fr'), [['level', text]]);
      const program = (body) => watch.send('visitor', '/api/v1/districts/rabat/services/casier-judiciaire/ratings',
        { method: 'POST', type: 'application/json', body: JSON.stringify(body), headers: { 'Idempotency-Key': randomUUID() } });
      assert.equal((await program({ level: 2, text })).status, 201);
      await program({ level: text, completed: text, reasons: [text], text, [text]: text });
      await watch.json('visitor', '/api/v1/events', { [text]: text, key: text, screen: text });
      await watch.post('visitor', '/fr/preferences', { theme: text, skin: text, back: text, [text]: text });
      await watch.get('visitor', `/fr/receipt/${encodeURIComponent(text)}`);
    },
  },
  'forms of accounts': {
    async send(text) {
      await watch.post('newcomer', '/fr/account/authenticator', { code: text });
      await watch.post('returning', '/fr/account/code', { code: text });
      await watch.post('visitor', pending[1], { password: text.slice(0, 3), name: text });
      await watch.post('citizen', '/fr/account/delete', { password: text, name: text });
      await watch.post('visitor', '/fr/account/sign-in', { name: text, password: '' });
      await watch.post('visitor', '/fr/account/sign-in', { name: text, password: text });
    },
  },
  'forms of people who have no right any more': {
    async send(text) {
      await watch.post('visitor', `${desk}/items/new`, { kind: 'article', version: '0', ...article, 'title/fr': text, [text]: text });
      await watch.post('partner', `${desk}/items/new`, { kind: 'article', version: '0', ...article, 'body/fr': text });
      await watch.post('visitor', `${desk}/remarks`, { page: text, text });
    },
  },
};

function multipart(alt) {
  const boundary = 'between-the-parts';
  const head = (disposition, rest = '') => `--${boundary}\r\nContent-Disposition: form-data; ${disposition}${rest}\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(`${head('name="alt"')}${alt}\r\n${head('name="file"; filename="x.png"', '\r\nContent-Type: image/png')}`),
    picture, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { method: 'POST', type: `multipart/form-data; boundary=${boundary}`, body };
}
const picture = plain(8, 5);

// The words for pictures: each is made anew by a worker, so that fewer are sent.
const alts = quarter.filter((_, at) => at % 5 === 0);
ways['words for pictures'] = {
  texts: alts,
  async send(text) {
    await watch.send('editor', `${desk}/images`, multipart(text));
  },
  async after() {
    for (let next = `${desk}/images`; next;) {
      const { text } = await watch.get('editor', next);
      next = [...tags(text)].map(({ attributes }) => attributes.href ?? '').find((href) => href.startsWith(`${desk}/images?cursor=`) && !href.includes('skin='));
    }
  },
};

// As alternative texts of pictures in a text.
ways['pictures in a text'] = {
  async send(text) {
    this.image ??= JSON.parse((await people.editor.send(`${api}/images`, { method: 'POST', type: 'image/png', body: picture })).text).address;
    const body = Object.fromEntries(languages.map((language) => [`body/${language}`, `![${text}](${this.image})\n\n[${text}](${this.image} "${text}")`]));
    await watch.post('editor', `${desk}/items/new`, { kind: 'article', version: '0', ...article, ...body, do: 'preview' });
    await watch.json('editor', `${api}/items`, { kind: 'article', values: { ...article, ...body } });
  },
};

test('pages with honest texts are known', async () => {
  for (const [name, way] of Object.entries(ways)) {
    for (const text of ['Un mot', 'Deux « mots »', name]) await way.send(text);
    await way.after?.();
  }
  const body = '# Titre\n\n**mots** [mots](/ar) [mots](https://justice.gov.ma)\n\n- un\n- deux\n\n1. un\n2. deux';
  for (const extra of ['', '\n\n![mots](/images/x.png)', `\n\n![mots](${ways['pictures in a text'].image})`])
    await watch.post('editor', `${desk}/items/new`, { kind: 'article', version: '0', ...article, 'body/fr': body + extra, do: 'preview' });
  watch.assertNone();
});

for (const [name, way] of Object.entries(ways)) {
  test(`hostile texts as ${name} stay texts`, async () => {
    watch.isHonest = false;
    for (const text of way.texts ?? quarter) await way.send(text);
    await way.after?.();
    watch.assertNone();
  }, { timeout: 600_000 });
}

test('the public report of an activation holds all remarks, their answers and its act as texts', async () => {
  await makeReady(people, 'dakhla', today);
  assert.equal((await watch.post('court-head', `${desk}/opening`, { act: quarter[7] })).status, 303);
  for (const language of languages) assert.equal((await watch.get('visitor', `/${language}/d/dakhla/opening`)).status, 200);
  const report = JSON.parse((await watch.get('visitor', '/api/v1/districts/dakhla/opening')).text);
  assert.ok(report.remarks.length >= quarter.length && report.remarks.every(({ answer }) => answer));
  for (const path of [`${desk}/opening`, `${desk}/remarks`]) await watch.get('court-head', path);
  watch.assertNone();
});

test('what was looked at is told', () => {
  const { pages, json } = watch.counts;
  note(`turn ${turns.join()}: ${quarter.length} texts in ${Object.keys(ways).length} ways; ${pages} pages, ${json} answers as JSON`);
});

await run();
