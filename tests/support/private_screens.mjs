// The pages that only some see: a desk with texts in each state, the people who look at it, and where each page is.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite, password } from './accounts.mjs';
import { atEnd } from './harness.mjs';
import { plain } from './hostile_images.mjs';
import { startServer } from './server.mjs';

// Half a year lies between what was written and those who look: some of it does not hold any more.
const then = Date.parse('2026-05-04T09:00:00Z');
const now = Date.parse('2026-11-23T09:00:00Z');

const inFour = (name, [ar, zgh, fr, en]) => ({ [`${name}/ar`]: ar, [`${name}/zgh`]: zgh, [`${name}/fr`]: fr, [`${name}/en`]: en });
const titles = ['شباك واحد', 'ⵢⴰⵏ ⵓⵙⵏⵓⴱⴳ', 'Un seul guichet', 'One counter'];
const article = { original: 'ar', ...inFour('title', titles), 'summary/ar': 'من الشباك 1.', 'published-on': '2026-11-22', 'body/ar': 'فقرة.\n\n- بند\n- بند' };
const flawed = { ...article, 'title/fr': "L'heure du guichet", 'body/ar': '# عنوان' };
const sheet = {
  original: 'ar', ...inFour('title', ['نسخة من حكم', 'ⵜⴰⵏⵖⵍⵜ ⵏ ⵜⵖⴹⴼⵜ', 'Copie d’un jugement', 'Copy of a judgment']), 'short-title/ar': 'نسخة', 'summary/ar': 'نسخة مشهود بمطابقتها.',
  'who/ar': 'كل معني بالأمر', 'fee/ar': 'عشرون درهما', 'delay/ar': 'يومان', 'where/ar': 'الشباك 3', 'legal-basis/ar': 'قانون المسطرة المدنية', 'papers/0/text/ar': 'البطاقة الوطنية',
};

// Staff by the name that they have here: [role, district].
const early = { 'old-editor': ['editor', 'rabat'], 'old-reviewer': ['reviewer', 'rabat'], 'old-head': ['court-head', 'rabat'] };
const late = {
  editor: ['editor', 'rabat'], other: ['editor', 'rabat'], reviewer: ['reviewer', 'rabat'], moderator: ['moderator', 'rabat'], head: ['court-head', 'rabat'],
  administrator: ['administrator', 'rabat'], ministry: ['ministry', undefined], half: ['editor', 'rabat'],
  'portal-head': ['court-head', 'dakhla'], 'portal-editor': ['editor', 'dakhla'], partner: ['partner', 'dakhla'], tanger: ['editor', 'tanger'],
  unenrolled: ['editor', 'rabat'], unused: ['editor', 'rabat'],
};

class Desk {
  constructor(server, people) {
    Object.assign(this, { server, people });
  }

  async json(who, path, body, tag) {
    const answer = await this.people[who].postJson(`/api/v1/desk/${path}`, body, tag ? { 'If-Match': `"${tag}"` } : {});
    if (answer.status >= 300) throw new Error(`${who} ${path}: ${answer.text}`);
    return JSON.parse(answer.text);
  }

  async item(who, kind, values, steps = [], district = 'rabat') {
    const { id } = await this.json(who, `${district}/items`, { kind, values });
    for (const [taker, step] of steps) await this.json(taker, `${district}/items/${id}/steps`, { step }, 1);
    return id;
  }
}

async function peopleOf(server, invitations, at) {
  const people = {};
  for (const [who, invitation] of Object.entries(invitations)) await (people[who] = new Person(server.url)).accept(invitation, at);
  return people;
}

// Everybody with a session, at the door or behind it.
async function arrive(server, { unenrolled, unused, ...invitations }) {
  const people = await peopleOf(server, invitations, now);
  people.visitor = new Person(server.url);
  people.citizen = new Person(server.url);
  await people.citizen.post('/fr/account/new', { name: 'Citizen', password });
  people.halfway = new Person(server.url);
  await people.halfway.post('/fr/account/sign-in', { name: 'half', password });
  people.unenrolled = new Person(server.url);
  await people.unenrolled.post(unenrolled, { password });
  return { people, unused };
}

async function fill(desk) {
  const items = {};
  items.draft = await desk.item('editor', 'article', article);
  await desk.json('editor', `rabat/items/${items.draft}`, { values: { ...article, 'title/fr': 'Un guichet' } }, 1);
  await desk.people.editor.get(`/fr/desk/rabat/items/${items.draft}`);  // Who else opens it is told.
  items.flawed = await desk.item('editor', 'article', flawed);
  items.review = await desk.item('editor', 'article', article, [['editor', 'submit']]);
  items.legal = await desk.item('editor', 'article', article, [['editor', 'submit'], ['reviewer', 'accept']]);
  items.notice = await desk.item('editor', 'notice', { original: 'fr', 'title/fr': 'Fermeture', 'text/fr': 'Fermé.', from: '2026-11-23', to: '2026-11-24', urgency: 'emergency' });
  await desk.people.editor.post('/fr/desk/rabat/items/new', { version: '0', kind: 'article', ...flawed, do: 'preview' });
  const offers = JSON.parse((await desk.people.editor.get('/api/v1/desk/rabat/copies?kind=sheet&limit=1')).text).items;
  items.copy = (await desk.json('editor', 'rabat/copies', { item: offers[0].item })).id;
  const remark = { page: '/fr/d/dakhla/courts', text: 'Les horaires manquent.' };
  for (let i = 0; i < 2; ++i) await desk.people.partner.post('/fr/desk/dakhla/remarks', remark);
  const { text } = await desk.people['portal-editor'].get('/fr/desk/dakhla/remarks');
  const number = text.match(/name="remark"[^>]*value="(\d+)"/)[1];
  await desk.people['portal-editor'].post('/fr/desk/dakhla/remarks/answer', { remark: number, [`answer-${number}`]: 'Ajoutés.' });
  const sent = await desk.people.editor.send('/api/v1/desk/rabat/images', { method: 'POST', type: 'image/png', body: plain(320, 200) });
  items.image = JSON.parse(sent.text).address.split('/').at(-1);
  items.voices = await say(desk);
  return items;
}

// What people say to the courts: public, held, answered, contested.
async function say(desk) {
  const send = async (text, kind = 'suggestion') => JSON.parse((await desk.people.visitor.postJson('/api/v1/districts/rabat/contributions',
    { kind, service: 'casier-judiciaire', text }, { 'Idempotency-Key': randomUUID() })).text);
  const move = async (who, { number }, version, body) => desk.json(who, `rabat/voice/${number}/steps`, body, version);
  const voices = { open: await send('من فضلكم كرسي أمام القاعة 2.'), held: await send('Venez gagner de l’argent sur www.gains-faciles.com'), done: await send('ⵢⴰⵏ ⵓⵙⴳⴰⵡⵔ ⴷⴰⵜ ⵜⵣⵇⵇⴰ 3.'), refused: await send('Ouvrez le dimanche, tout le jour.') };
  for (const one of [voices.done, voices.refused]) await move('editor', one, 1, { step: 'acknowledge' });
  await move('editor', voices.done, 2, { step: 'answer', answer: { outcome: 'done', words: 'Deux bancs y sont.', proof: 'Salle 3, depuis lundi.' } });
  await move('editor', voices.refused, 2, { step: 'draft-refusal', answer: { outcome: 'refused', words: 'Le dimanche est férié.', legalBasis: 'Décret 2.05.916' } });
  await move('head', voices.refused, 3, { step: 'agree' });
  await desk.people.visitor.postJson(`/api/v1/receipts/${voices.refused.code}/steps`, { step: 'contest', words: 'Le samedi, alors.', secret: voices.refused.secret });
  return voices;
}

// { server, people, screens }. A screen is of a kind of page; `who` looks at `path`, or sends `fields` there and looks at
// what is answered, with `status`.
export async function privateScreens() {
  const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
  const clock = `${data}-clock`;
  atEnd(() => Promise.all([rm(data, { recursive: true, force: true }), rm(clock, { force: true })]));
  await writeFile(clock, new Date(then).toISOString());
  const inviteAll = (list) => Object.fromEntries(Object.entries(list).map(([who, [role, district]]) => [who, invite(data, role, who, district)]));
  const invitations = { early: inviteAll(early), late: inviteAll(late) };
  const server = await startServer({ data, flags: ['--lab', '--test-clock', clock] });
  const old = new Desk(server, await peopleOf(server, invitations.early, then));
  await old.item('old-editor', 'sheet', sheet, [['old-editor', 'submit'], ['old-reviewer', 'accept'], ['old-head', 'publish']]);
  await writeFile(clock, new Date(now).toISOString());
  const { people, unused } = await arrive(server, invitations.late);
  const items = await fill(new Desk(server, people));
  return { server, people, screens: await screensOf(people, items, unused) };
}

const at = (kind, who, path, what = '') => ({ kind, who, path, what });
const sent = (kind, who, path, what, status, fields) => ({ kind, who, path, what, status, fields });

// Each kind of text that the list offers to write.
async function newTexts(editor) {
  const { text } = await editor.get('/fr/desk/rabat/items');
  const kinds = new Set([...text.matchAll(/items\/new\?kind=([a-z]+)"/g)].map(([, kind]) => kind));
  return [...kinds].map((kind) => at('item', 'editor', `/desk/rabat/items/new?kind=${kind}`, `a new ${kind}`));
}

async function screensOf(people, items, unused) {
  const item = (number) => `/desk/rabat/items/${number}`;
  const typed = { kind: 'article', ...article };
  return [
    at('account', 'citizen', '/account'),
    sent('account', 'citizen', '/account', 'refused', 422, { name: '<b>', email: 'nobody', password: 'tiny' }),
    at('sign-in', 'visitor', '/account/sign-in'),
    at('new-account', 'visitor', '/account/new'),
    at('code', 'halfway', '/account/code'),
    at('authenticator', 'unenrolled', '/account/authenticator'),
    at('delete-account', 'citizen', '/account/delete'),
    at('invitation', 'visitor', unused.slice(3)),
    at('desk', 'head', '/desk'),
    at('desk', 'ministry', '/desk', 'of the ministry'),
    at('people', 'administrator', '/desk/rabat/people'),
    sent('people', 'administrator', '/desk/rabat/people', 'an invitation', 200, (language) => ({ name: `guest-${language}`, role: 'editor' })),
    at('items', 'editor', '/desk/rabat/items'),
    at('items', 'reviewer', '/desk/rabat/items?state=review', 'that wait'),
    at('images', 'editor', `/desk/rabat/images?added=${items.image}`),
    ...await newTexts(people.editor),
    at('item', 'other', item(items.draft), 'that another has open'),
    at('item', 'editor', item(items.flawed), 'with flaws'),
    at('item', 'editor', item(items.copy), 'a copy'),
    at('item', 'reviewer', item(items.review), 'to review'),
    at('item', 'head', item(items.legal), 'to publish'),
    at('item', 'moderator', item(items.notice), 'to announce'),
    at('item', 'ministry', item(items.draft), 'only to read'),
    sent('item', 'other', item(items.draft), 'saved twice', 412, { ...typed, version: '1', 'title/fr': 'Le guichet' }),
    sent('item', 'editor', item(items.flawed), 'refused', 422, { ...typed, version: '1', 'title/fr': 'x'.repeat(400), 'published-on': 'soon' }),
    sent('item', 'editor', item(items.flawed), 'previewed', 200, { ...typed, version: '1', do: 'preview' }),
    at('item-history', 'head', `${item(items.draft)}/history`),
    at('duties', 'editor', '/desk/rabat/duties'),
    at('parity', 'editor', '/desk/rabat/parity'),
    at('parity', 'editor', '/desk/rabat/parity?status=proposed&language=zgh', 'filtered'),
    at('glossary', 'editor', '/desk/rabat/glossary'),
    at('copies', 'editor', '/desk/rabat/copies'),
    at('opening', 'portal-head', '/desk/dakhla/opening'),
    at('opening', 'ministry', '/desk/dakhla/opening', 'of all portals'),
    sent('opening', 'portal-head', '/desk/dakhla/opening', 'refused', 409, { act: 'Décision 1' }),
    at('remarks', 'partner', '/desk/dakhla/remarks', 'to leave'),
    at('remarks', 'portal-editor', '/desk/dakhla/remarks', 'to answer'),
    at('participate', 'visitor', '/d/rabat/participate'),
    at('participate', 'visitor', '/d/dakhla/participate', 'of a district that nobody spoke to'),
    sent('participate', 'visitor', '/d/rabat/participate', 'refused', 422, { kind: 'other-paper', service: '', text: '', key: 'a', do: 'send' }),
    sent('participate', 'visitor', '/d/rabat/participate', 'previewed', 200, { kind: 'comment', service: '', text: 'Carte AB123456.', key: 'a', do: 'preview' }),
    at('contribution', 'visitor', `/d/rabat/participate/${items.voices.done.number}`),
    at('needs', 'visitor', '/d/rabat/needs'),
    at('needs', 'visitor', '/d/dakhla/needs', 'of a district that nobody spoke to'),
    at('moderation', 'visitor', '/d/rabat/moderation'),
    at('moderation', 'visitor', '/d/dakhla/moderation', 'of a district that nobody spoke to'),
    at('follow', 'visitor', `/follow/${items.voices.held.code}`),
    sent('follow', 'visitor', `/follow/${items.voices.refused.code}`, 'with a wrong number', 422, { secret: '1' }),
    sent('follow', 'visitor', `/follow/${items.voices.open.code}`, 'with no correction', 422, { secret: items.voices.open.secret, step: 'correct', 'correct-text': '' }),
    sent('follow', 'visitor', `/follow/${items.voices.open.code}`, 'refused', 409, { secret: items.voices.open.secret, step: 'contest', 'contest-words': 'Non.' }),
    at('voice', 'editor', '/desk/rabat/voice'),
    at('voice', 'moderator', '/desk/rabat/voice?show=moderators', 'to moderate'),
    at('voice', 'editor', '/desk/rabat/voice?show=court&kind=suggestion&service=casier-judiciaire', 'narrowed down'),
    at('voice', 'editor', '/desk/rabat/voice?show=court&kind=question', 'of which nothing fits'),
    sent('voice', 'other', '/desk/rabat/voice?show=court', 'with nothing ticked', 422, { step: 'answer', 'answer-words': 'Merci.' }),
    sent('voice', 'other', '/desk/rabat/voice?show=court', 'answered too soon', 409, { step: 'answer', pick: `${items.voices.open.number}-1`, 'answer-outcome': 'done', 'answer-words': 'Merci.', 'answer-proof': 'Salle 2' }),
    at('voice', 'ministry', '/desk/rabat/voice?show=closed', 'answered'),
    at('voice-rules', 'head', '/desk/rabat/voice/rules'),
    at('voice-rules', 'moderator', '/desk/rabat/voice/rules?saved=1', 'only to read'),
    sent('voice-rules', 'head', '/desk/rabat/voice/rules', 'refused', 422, { rule: 'insult' }),
    at('desk-voice', 'moderator', `/desk/rabat/voice/${items.voices.held.number}`, 'to moderate'),
    at('desk-voice', 'editor', `/desk/rabat/voice/${items.voices.open.number}`, 'to acknowledge'),
    at('desk-voice', 'head', `/desk/rabat/voice/${items.voices.refused.number}`, 'contested'),
    sent('desk-voice', 'other', `/desk/rabat/voice/${items.voices.refused.number}`, 'refused', 422, { step: 'decide', version: '5', 'decide-words': '', 'decide-outcome': 'will-do', 'decide-by': 'soon' }),
  ];
}
