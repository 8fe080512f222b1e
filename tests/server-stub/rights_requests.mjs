// What a page or a program sends to each route so that whoever may do it has it done: nothing is missing but the right.
import { randomUUID } from 'node:crypto';
import { Person, password } from '../support/accounts.mjs';
import { plain } from '../support/hostile_images.mjs';
import { request } from '../support/http.mjs';
import { encodeForm, freshKey, sendRating } from '../support/rating.mjs';
import { say } from '../support/voice.mjs';

const form = (fields) => ({ type: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() });
const json = (value, headers) => ({ type: 'application/json', body: JSON.stringify(value), headers });
const seen = (version) => ({ 'If-Match': `"${version}"` });

const texts = {
  article: { original: 'fr', 'title/fr': 'Un guichet', 'summary/fr': 'Un seul guichet.', 'published-on': '2026-11-22' },
  notice: { original: 'fr', 'title/fr': 'Fermeture', 'text/fr': 'Fermé ce jour.', from: '2026-11-22', to: '2026-11-23' },
  sheet: { original: 'fr', 'title/fr': 'Copie', 'short-title/fr': 'Copie', 'summary/fr': 'Une copie.', 'fee/fr': 'Vingt dirhams' },
};
const changed = { ...texts.article, 'title/fr': 'Deux guichets' };

// `helpers` are an editor and a head of each district; they make what the others want to work on.
export class World {
  constructor(url, helpers) {
    Object.assign(this, { url, helpers, names: 0 });
  }

  name(of) {
    return `${of}-${++this.names}`;
  }

  async item(district, kind = 'article') {
    const made = await this.helpers[district].editor.postJson(`/api/v1/desk/${district}/items`, { kind, values: texts[kind] });
    if (made.status !== 201) throw new Error(made.text);
    return JSON.parse(made.text).id;
  }

  async itemOfTwoVersions(district) {
    const id = await this.item(district);
    await this.helpers[district].editor.postJson(`/api/v1/desk/${district}/items/${id}`, { values: changed }, seen(1));
    return id;
  }

  async stateOf(district, id) {
    const { version, state } = JSON.parse((await this.helpers[district].editor.get(`/api/v1/desk/${district}/items/${id}`)).text);
    return `${version} ${state}`;
  }

  // The path of an invitation.
  async invitation() {
    const [[district, { head }]] = Object.entries(this.helpers);
    const made = await head.postJson(`/api/v1/desk/${district}/people`, { name: this.name('invited'), role: 'editor' });
    return JSON.parse(made.text).invitation;
  }

  async remark(district) {
    const address = `/fr/desk/${district}/remarks`;
    await this.helpers[district].head.post(address, { page: `/fr/d/${district}`, text: this.name('remark') });
    const { text } = await this.helpers[district].editor.get(address);
    return text.match(/name="remark"[^>]*value="(\d+)"/)[1];
  }

  send(district, text) {
    return say(new Person(this.url), text, { district });
  }

  // Something that was said to the courts of a district, as whoever sent it gets it; with a link it is held.
  async voice(district, isHeld = false) {
    const text = `${this.name('banc')} devant la salle 2.${isHeld ? ' Voir www.gains-faciles.com' : ''}`;
    const one = { ...await this.send(district, text), version: 1 };
    if (isHeld || one.state !== 'held') return one;
    // So many alike wait for somebody to read them.
    const moderator = this.helpers[district]?.moderator;
    if (!moderator) return one;
    const read = await moderator.postJson(`/api/v1/desk/${district}/voice/${one.number}/steps`, { step: 'publish' }, seen(1));
    if (read.status !== 200) throw new Error(read.text);
    return { ...one, version: 2 };
  }

  // One that everybody reads: like no other.
  async publicVoice(district) {
    this.public ??= {};
    const texts = ['Ouvrez un guichet de plus le lundi matin, avant neuf heures.', 'من فضلكم كرسي أمام القاعة الكبرى'];
    return (this.public[district] ??= await this.send(district, texts[Object.keys(this.public).length]));
  }

  // The same, answered.
  async answered() {
    const [[district, { editor }]] = Object.entries(this.helpers);
    const one = await this.voice(district);
    const steps = [{ step: 'acknowledge' }, { step: 'answer', answer: { outcome: 'done', words: 'C’est fait.', proof: 'Salle 2' } }];
    for (const [index, step] of steps.entries()) {
      const done = await editor.postJson(`/api/v1/desk/${district}/voice/${one.number}/steps`, step, seen(one.version + index));
      if (done.status !== 200) throw new Error(done.text);
    }
    return one;
  }

  async offer(district) {
    const { text } = await this.helpers[district].editor.get(`/api/v1/desk/${district}/copies?limit=1`);
    return JSON.parse(text).items[0].item;
  }
}

// What stands in the braces of the patterns. Public pages are those of districts that have one of each kind.
export async function samples(url, districts, helpers) {
  const first = async (path) => JSON.parse((await request(url, `/api/v1${path}?limit=1`)).text).items[0];
  const at = {};
  for (const [place, { desk, open }] of Object.entries(districts)) {
    const slug = async (section) => (await first(`/districts/${open}/${section}`)).id;
    at[place] = {
      desk, open, service: await slug('services'), article: await slug('news'), activity: await slug('activities'),
      programme: await slug('programmes'), court: await slug('courts'), resource: await slug('help'),
    };
  }
  const sent = await helpers[districts.own.desk].editor.send(`/api/v1/desk/${districts.own.desk}/images`, { method: 'POST', type: 'image/png', body: plain(320, 200) });
  const shared = {
    guide: (await first('/guides')).id, code: (await sendRating(url)).code, image: JSON.parse(sent.text).address.split('/').at(-1), version: '1',
  };
  return { at, shared };
}

function multipart() {
  const boundary = 'between-the-parts';
  const head = (disposition, rest = '') => `--${boundary}\r\nContent-Disposition: form-data; ${disposition}${rest}\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(`${head('name="alt"')}Le guichet, vu de face\r\n${head('name="file"; filename="x.png"', '\r\nContent-Type: image/png')}`),
    plain(32, 20), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}

const ratingFields = async (url) => [['key', await freshKey(url)], ['level', '4'], ['completed', 'yes'], ['reason', 'waiting'], ['text', '']];
const rating = async ({ world }) => ({ type: 'application/x-www-form-urlencoded', body: encodeForm(await ratingFields(world.url)) });

const event = (portal) => ({ secondsAgo: 3, portal, language: 'fr', screen: 'district', type: 'active', value: 15 });

// Who judges an emergency announces; whoever else may take a step may send a draft on its way.
const stepOf = (role) => (role === 'moderator' ? { kind: 'notice', step: 'announce' } : { kind: 'article', step: 'submit' });

// A text of its own for each who asks; who is refused has changed nothing of it.
async function onItem({ world, district }, kind, send) {
  const item = await world.item(district, kind);
  return { item, isUntouched: async () => await world.stateOf(district, item) === '1 draft', ...send() };
}

// Moderators judge what is held, a court acknowledges what is public.
const voiceStepOf = (role) => (role === 'moderator' ? { isHeld: true, step: 'publish' } : { isHeld: false, step: 'acknowledge' });

async function onVoice({ world, district, role }, send) {
  const { isHeld, step } = voiceStepOf(role);
  const { number, code, version } = await world.voice(district, isHeld);
  const isUntouched = async () => JSON.parse((await new Person(world.url).get(`/api/v1/receipts/${code}`)).text).steps.length === version;
  return { number, isUntouched, ...send(step, version) };
}

// Passages of it are replaced, and what it was is sealed.
async function onSealed({ world, district }, send) {
  const { number, text } = await world.voice(district, true);
  const redaction = { step: 'redact', reason: 'advertising', text: text.replace(/www\S+/, '[…]') };
  const done = await world.helpers[district].head.postJson(`/api/v1/desk/${district}/voice/${number}/steps`, redaction, seen(1));
  if (done.status !== 200) throw new Error(done.text);
  return { number, ...send() };
}

const said = (world) => ({ kind: 'suggestion', service: '', text: `${world.name('chaise')} devant la salle 2.` });

// By route; a route that is not here is only asked for. `as` is who sends it, where it ends a session.
export const requests = {
  'POST /{lang}/account': ({ name }) => form({ name, email: '', current: '', password: '' }),
  'POST /{lang}/account/delete': async ({ again }) => ({ as: await again(), ...form({ password }) }),
  'POST /{lang}/account/sign-in': async ({ again, name }) => ({ as: await again(), ...form({ name, password }) }),
  'POST /{lang}/account/new': async ({ again, world }) => ({ as: await again(), ...form({ name: world.name('new'), email: '', password }) }),
  'POST /{lang}/account/code': () => form({ code: '123456' }),
  'POST /{lang}/account/authenticator': () => form({ code: '123456' }),
  'GET /{lang}/account/invitation/{code}': async ({ world }) => ({ path: await world.invitation() }),
  'POST /{lang}/account/invitation/{code}': async ({ again, world }) => ({ as: await again(), path: await world.invitation(), ...form({ password }) }),
  'POST /{lang}/account/sign-out': async ({ again }) => ({ as: await again(), ...form({}) }),
  'POST /{lang}/preferences': () => form({ theme: 'dark', back: '/fr' }),

  'POST /{lang}/desk/{district}/people': ({ world }) => form({ name: world.name('invited'), role: 'editor' }),
  'POST /api/v1/desk/{district}/people': ({ world }) => json({ name: world.name('invited'), role: 'editor' }),
  'POST /{lang}/desk/{district}/people/role': ({ district }) => form({ name: `${district}-spare`, role: 'reviewer' }),
  'POST /api/v1/desk/{district}/people/role': ({ district }) => json({ name: `${district}-spare`, role: 'editor' }),

  'POST /{lang}/desk/{district}/items/{item}': (one) =>
    onItem(one, 'article', () => form({ version: '1', kind: 'article', do: 'save', ...changed })),
  'POST /{lang}/desk/{district}/items/{item}/step': (one) =>
    onItem(one, stepOf(one.role).kind, () => form({ version: '1', step: stepOf(one.role).step })),
  'POST /{lang}/desk/{district}/items/{item}/restore': async ({ world, district }) =>
    ({ item: await world.itemOfTwoVersions(district), ...form({ version: '2', to: '1' }) }),
  'POST /api/v1/desk/{district}/items': () => json({ kind: 'article', values: texts.article }),
  'POST /api/v1/desk/{district}/items/{item}': (one) => onItem(one, 'article', () => json({ values: changed }, seen(1))),
  'POST /api/v1/desk/{district}/items/{item}/steps': (one) =>
    onItem(one, stepOf(one.role).kind, () => json({ step: stepOf(one.role).step }, seen(1))),
  'POST /api/v1/desk/{district}/items/{item}/restore': async ({ world, district }) =>
    ({ item: await world.itemOfTwoVersions(district), ...json({ version: 1 }, seen(2)) }),

  'POST /{lang}/desk/{district}/images': () => multipart(),
  'POST /api/v1/desk/{district}/images': () => ({ type: 'image/png', body: plain(32, 20) }),
  'POST /{lang}/desk/{district}/duties': async ({ world, district }) => form({ item: await world.item(district, 'sheet'), version: '1', path: 'fee' }),
  'POST /api/v1/desk/{district}/duties': async ({ world, district }) => json({ item: await world.item(district, 'sheet'), version: 1, path: 'fee' }),
  'POST /{lang}/desk/{district}/copies': async ({ world, district }) => form({ item: await world.offer(district) }),
  'POST /api/v1/desk/{district}/copies': async ({ world, district }) => json({ item: await world.offer(district) }),
  'POST /{lang}/desk/{district}/opening': () => form({ declare: 'accessibility' }),
  'POST /{lang}/desk/{district}/remarks': ({ world, district }) => form({ page: `/fr/d/${district}`, text: world.name('remark') }),
  'POST /{lang}/desk/{district}/remarks/answer': async ({ world, district }) => {
    const remark = await world.remark(district);
    return form({ remark, [`answer-${remark}`]: 'Vu.' });
  },

  'POST /{lang}/d/{district}/participate': ({ world }) => form({ ...said(world), key: randomUUID(), do: 'send' }),
  'POST /api/v1/districts/{district}/contributions': ({ world }) => json(said(world), { 'Idempotency-Key': randomUUID() }),
  'GET /{lang}/d/{district}/participate/{number}': async ({ world, district }) => ({ number: (await world.publicVoice(district)).number }),
  'GET /api/v1/districts/{district}/contributions/{number}': async ({ world, district }) => ({ number: (await world.publicVoice(district)).number }),
  'GET /{lang}/follow/{code}': async ({ world }) => ({ path: `/fr/follow/${(await world.voice('rabat')).code}` }),
  'GET /{lang}/follow/{code}/qr.png': async ({ world }) => ({ path: `/fr/follow/${(await world.voice('rabat')).code}/qr.png` }),
  'POST /{lang}/follow/{code}': async ({ world }) => {
    const { code, secret } = await world.voice('rabat');
    return { path: `/fr/follow/${code}`, ...form({ secret, step: 'withdraw' }) };
  },
  'POST /api/v1/receipts/{code}/steps': async ({ world }) => {
    const { code, secret } = await world.voice('rabat');
    return { path: `/api/v1/receipts/${code}/steps`, ...json({ step: 'withdraw', secret }) };
  },
  'POST /api/v1/receipts/{code}/verdict': async ({ world }) => {
    const { code, secret } = await world.answered();
    return { path: `/api/v1/receipts/${code}/verdict`, ...json({ verdict: 'helped', secret }) };
  },
  'GET /{lang}/desk/{district}/voice/{number}': (one) => onVoice(one, () => ({})),
  'GET /api/v1/desk/{district}/voice/{number}': (one) => onVoice(one, () => ({})),
  'POST /{lang}/desk/{district}/voice/{number}': (one) => onVoice(one, (step, version) => form({ step, version: String(version) })),
  'POST /api/v1/desk/{district}/voice/{number}/steps': (one) => onVoice(one, (step, version) => json({ step }, seen(version))),
  'POST /{lang}/desk/{district}/voice/{number}/assignment': (one) => onVoice(one, () => form({ to: '' })),
  'POST /api/v1/desk/{district}/voice/{number}/assignment': (one) => onVoice(one, () => json({ to: '' })),
  'POST /{lang}/desk/{district}/voice': async (one) => {
    const { number, version, ...sent } = await onVoice(one, (_, seenVersion) => ({ version: seenVersion }));
    return { ...sent, ...form({ step: 'acknowledge', pick: `${number}-${version}` }) };
  },
  'POST /{lang}/desk/{district}/voice/rules': () => form({ rule: 'campaign', on: 'campaign' }),
  'POST /{lang}/desk/{district}/voice/{number}/sealed': (one) => onSealed(one, () => form({ why: 'Une plainte.' })),

  'POST /{lang}/d/{district}/services/{service}': rating,
  'POST /{lang}/d/{district}/services/{service}/rating': rating,
  'POST /api/v1/districts/{district}/services/{service}/ratings': () =>
    json({ level: 4, text: '' }, { 'Idempotency-Key': randomUUID() }),
  'POST /api/v1/events': ({ district }) => json({ visit: randomUUID().replaceAll('-', ''), channel: 'web', events: [event(district)] }),
};

// Another session of somebody, whose codes for recovery are `codes`; a visitor has none.
export async function signInAgain(url, name, codes) {
  const person = new Person(url);
  if (!name) return person;
  await person.post('/fr/account/sign-in', { name, password });
  if (codes) await person.post('/fr/account/code', { code: codes.shift() });
  return person;
}
