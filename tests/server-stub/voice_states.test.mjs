// The life of a contribution over HTTP: from every state every step by every hand, against the list that is kept by hand.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite } from '../support/accounts.mjs';
import { atEnd, note, run, test } from '../support/harness.mjs';
import { root } from '../support/places.mjs';
import { startServer } from '../support/server.mjs';
import { say } from '../support/voice.mjs';

const district = 'rabat';
const staff = { moderator: 'moderator', 'other-moderator': 'moderator', editor: 'editor', 'other-editor': 'editor' };
const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
atEnd(() => rm(data, { recursive: true, force: true }));
const invitations = Object.fromEntries(Object.entries(staff).map(([who, role]) => [who, invite(data, role, who, district)]));
const server = await startServer({ data });
const people = {};
for (const [who, invitation] of Object.entries(invitations)) await (people[who] = new Person(server.url)).accept(invitation);
const visitor = new Person(server.url);

const rows = readFileSync(join(root, 'tests/shared/domain/contribution.txt'), 'utf8').split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.trim().split(/\s+/))
  .map(([state, step, to, hand]) => ({ state, step, to, hand }));
const steps = [...new Set(rows.map(({ step }) => step))];

// Whose hands each has. The first moderator declines and the first editor drafts and answers, in every life below.
const hands = {
  moderator: ['moderator'], 'other-moderator': ['moderator', 'other-moderator'],
  editor: ['court'], 'other-editor': ['court', 'other-of-court'],
  author: ['author', 'author-once'],
};

const answer = (outcome) => ({
  outcome, words: 'Nous l’avons lu.', proof: 'Guichet 4.', by: tomorrow, legalBasis: 'Loi 55-19, article 4', body: 'Le greffe', mergedInto: other,
});
const outcomes = { ask: 'needs-information', 'draft-refusal': 'refused', answer: 'done', decide: 'done', fulfil: 'done' };
const tomorrow = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
const bodyOf = (step) => ({
  step, words: 'Parce que.', ...(['decline', 'redact'].includes(step) && { reason: 'off-topic' }), ...(outcomes[step] && { answer: answer(outcomes[step]) }),
  ...(step === 'correct' && { text: 'Plus de lumière dans le hall d’entrée.' }),
});

const texts = { held: 'Venez gagner de l’argent sur www.gains-faciles.com', private: 'Le juge de mon procès a rendu un jugement injuste contre moi.' };
const plain = 'Une chaise de plus devant la salle';
let sent = 0;
async function sayMore(text = plain) {
  const one = await say(visitor, `${text} ${++sent}`, { district });
  // Very much comes at once here, and waits for that alone.
  if (text === plain && one.state === 'held') assert.equal((await take('other-moderator', one, 'publish')).status, 200);
  return one;
}
const other = (await sayMore()).code;

const now = async ({ code }) => JSON.parse((await visitor.get(`/api/v1/receipts/${code}`)).text);

async function take(who, one, step) {
  if (who === 'author') return visitor.postJson(`/api/v1/receipts/${one.code}/steps`, { ...bodyOf(step), answer: undefined, secret: one.secret });
  const address = `/api/v1/desk/${district}/voice/${one.number}`;
  const { steps: taken, text } = JSON.parse((await people[who].get(address)).text);
  const version = taken.length;
  const redacted = step === 'redact' && { text: text.replace(/\p{L}+ /u, '[…] ') };
  return people[who].postJson(`${address}/steps`, { ...bodyOf(step), ...redacted }, { 'If-Match': `"${version}"` });
}

// How each state is reached.
const lives = {
  held: { text: texts.held, by: [] },
  published: { by: [] },
  private: { text: texts.private, by: [] },
  declined: { text: texts.held, by: [['moderator', 'decline']] },
  appealed: { text: texts.held, by: [['moderator', 'decline'], ['author', 'appeal']] },
  'declined-for-good': { text: texts.held, by: [['moderator', 'decline'], ['author', 'appeal'], ['other-moderator', 'uphold']] },
  acknowledged: { by: [['editor', 'acknowledge']] },
  'needs-information': { by: [['editor', 'acknowledge'], ['editor', 'ask']] },
  'refusal-drafted': { by: [['editor', 'acknowledge'], ['editor', 'draft-refusal']] },
  answered: { by: [['editor', 'acknowledge'], ['editor', 'answer']] },
  contested: { by: [['editor', 'acknowledge'], ['editor', 'answer'], ['author', 'contest']] },
  decided: { by: [['editor', 'acknowledge'], ['editor', 'answer'], ['author', 'contest'], ['other-editor', 'decide']] },
  withdrawn: { by: [['author', 'withdraw']] },
};

// And with passages that the first moderator replaced, or that its author contests, too.
const redacted = { standing: [['moderator', 'redact']], contested: [['moderator', 'redact'], ['author', 'contest-redaction']] };
const handsOfRedacted = { none: { author: 'author-of-whole' }, standing: { author: 'author-of-redacted' }, contested: { 'other-moderator': 'other-moderator-of-contested' } };
const publicStates = rows.filter(({ hand }) => hand === 'author-of-redacted').map(({ state }) => state);

async function live(state, redaction) {
  const one = await sayMore(lives[state].text);
  for (const [who, step] of [...lives[state].by, ...(redacted[redaction] ?? [])]) {
    const done = await take(who, one, step);
    assert.equal(done.status, 200, `${state}: ${who} ${step}: ${done.text}`);
  }
  assert.equal((await now(one)).state, state);
  return one;
}

let tried = 0, allowed = 0;
const cases = [...Object.keys(lives).map((state) => ({ state })),
  ...Object.keys(redacted).flatMap((redaction) => publicStates.map((state) => ({ state, redaction })))];
for (const { state, redaction } of cases) {
  test(`from "${state}" ${redaction ? `with a redaction that is ${redaction} ` : ''}each step leads where the list says, and nobody takes another`, async () => {
    let one = await live(state, redaction);
    // Of what is redacted each time what is new: the rest is as without.
    const asked = redaction ? steps.filter((step) => step.endsWith('redaction') || step === 'correct') : steps;
    for (const who of Object.keys(hands))
      for (const step of asked) {
        const holds = [...hands[who], handsOfRedacted[redaction ?? 'none'][who]];
        const row = rows.find((known) => known.state === state && known.step === step && holds.includes(known.hand));
        const what = `${who} ${step} from ${state} ${redaction ?? ''}`;
        const done = await take(who, one, step);
        ++tried;
        if (row) {
          ++allowed;
          assert.equal(done.status, 200, `${what}: ${done.text}`);
          assert.equal(JSON.parse(done.text).state, row.to, what);
          assert.equal((await now(one)).state, row.to, what);
          one = await live(state, redaction);
        } else {
          assert.ok([403, 409, 422].includes(done.status), `${what}: ${done.status}`);
          assert.equal((await now(one)).state, state, what);
        }
      }
  });
}

test('every state of the list but the one that nobody sees was looked at', () => {
  assert.deepEqual([...new Set(rows.flatMap(({ state, to }) => [state, to]))].filter((state) => state !== 'received').sort(), Object.keys(lives).sort());
  note(`${Object.keys(lives).length} states, ${steps.length} steps, ${Object.keys(hands).length} hands: ${tried} tried, ${allowed} allowed`);
});

test('who has not the number of the receipt, or not its secret, takes no step and learns nothing', async () => {
  const one = await sayMore();
  for (const secret of ['', '000000000000', undefined]) {
    const refused = await visitor.postJson(`/api/v1/receipts/${one.code}/steps`, { step: 'withdraw', secret });
    assert.equal(refused.status, 403);
    assert.ok(!refused.text.includes('published'));
  }
  assert.equal((await now(one)).state, 'published');
});

await run();
