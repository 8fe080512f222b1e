// Ten thousand posts of programs among two hundred people, in one morning of a moved clock, over HTTP: what programs send
// waits for a moderator, what people send does not, and nobody is refused (tests/support/morning.mjs says who does what).
//
// What is not caught: a program that opens the form, waits, leaves the trap alone, sends rarely from each network, and
// says something of its own. It goes out unread until somebody reports it, a hundred an hour in a district at most.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { renameSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd, note, run, test } from '../support/harness.mjs';
import { visibleText } from '../support/html.mjs';
import { request } from '../support/http.mjs';
import { says } from '../support/messages.mjs';
import { bots, morning_s, newKey, people, sayings } from '../support/morning.mjs';
import { isFull } from '../support/places.mjs';
import { startServer } from '../support/server.mjs';

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
const clock = `${data}-clock`;
atEnd(() => Promise.all([rm(data, { recursive: true, force: true }), rm(clock, { force: true })]));
const begin = Date.parse('2026-11-23T08:00:00Z');
// The server reads it at any moment: never half a file.
function setTime(seconds) {
  writeFileSync(`${clock}.new`, new Date(begin + Math.round(seconds * 1000)).toISOString());
  renameSync(`${clock}.new`, clock);
}
setTime(0);
const server = await startServer({ data, flags: ['--lab', '--test-clock', clock, '--trusted-proxy', '127.0.0.1'] });
const agent = new Agent({ keepAlive: true, maxSockets: 32 });
atEnd(() => agent.destroy());

// A quick run has a fifth of most programs: as much gets out of them as of all, for that is what is counted.
const share = isFull ? 1 : 0.2;
const most_out = 100;  // 1 % of ten thousand

const address = '/fr/d/rabat/participate';
const ask = (who, path, options = {}) => request(server.url, path, { agent, ...options, headers: { 'X-Forwarded-For': who.from, ...options.headers } });
const post = (who, fields, path = address) => ask(who, path, {
  method: 'POST', body: new URLSearchParams(fields).toString(),
  headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' },
});
const postJson = (who, text) => ask(who, '/api/v1/districts/rabat/contributions', {
  method: 'POST', body: JSON.stringify({ kind: 'comment', text }), headers: { 'Content-Type': 'application/json', 'Idempotency-Key': newKey() },
});

// The fields of the form that says something, as a browser sends them when nothing was typed: also what nobody sees.
function fieldsOf(html) {
  const at = html.indexOf(' name="opened"');
  assert.notEqual(at, -1, 'the page has the form');
  const form = html.slice(html.lastIndexOf('<form', at), html.indexOf('</form>', at));
  const fields = {};
  for (const [tag] of form.matchAll(/<(?:input|textarea)[^>]*>/g)) {
    const of = (name) => tag.match(new RegExp(` ${name}="([^"]*)"`))?.[1] ?? '';
    // A copy: a part of the page would keep all of it.
    if (of('type') !== 'radio') fields[of('name')] = Buffer.from(of('value')).toString();
  }
  return fields;
}

// Of the page whose list of what others say is at its end: it is sooner made.
const openForm = async (who) => fieldsOf((await ask(who, `${address}?after=1`)).text);
const codeOf = (answer) => answer.headers.location?.match(/\/follow\/([\d-]+)/)?.[1];

async function humanOpens(who) {
  if (who.way === 'form') who.fields = { ...await openForm(who), kind: 'comment', service: '', text: who.text };
}
async function humanSends(who) {
  if (who.way === 'json') {
    const answer = await postJson(who, who.text);
    who.code = JSON.parse(answer.text).code;
    return;
  }
  const shown = async (fields, path) => Object.assign(who.fields, { key: '', opened: '' }, pickOpening((await post(who, fields, path)).text));
  if (who.forgets) await shown({ ...who.fields, kind: '', do: 'send' });
  if (who.turns) await shown({ ...who.fields, do: 'keep' }, '/ar/d/rabat/participate');
  who.code = codeOf(await post(who, { ...who.fields, do: 'send' }));
  if (who.twice === 'same form') assert.equal(codeOf(await post(who, { ...who.fields, do: 'send' })), who.code);
  if (who.back) {
    const refused = await post(who, { ...who.fields, text: who.back, do: 'send' });
    assert.equal(refused.status, 422);
    who.second = codeOf(await post(who, { ...who.fields, ...pickOpening(refused.text), text: who.back, do: 'send' }));
  }
}
const pickOpening = (html) => { const { key, opened } = fieldsOf(html); return { key, opened }; };

let kept;  // The one form that is sent again and again.
async function botOpens(who) {
  if (who.way === 'json' || who.opens === false) return;
  if (who.replays) kept ??= await openForm(who);
  else who.fields = await openForm(who);
}
async function botSends(who) {
  if (who.copies) {
    const list = JSON.parse((await ask(who, '/api/v1/districts/rabat/contributions?limit=100')).text).items;
    who.text = list[Math.floor(list.length * ((who.send * 7919) % 1))]?.text ?? who.text;
  }
  if (who.way === 'json') {
    const answer = await postJson(who, who.text);
    who.code = JSON.parse(answer.text).code;
    return;
  }
  const fields = who.opens === false ? { key: newKey() } : who.replays ? { ...kept, ...(who.replays === 'new key' && { key: newKey() }) } : who.fields;
  const filled = who.fillsAll ? Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value || who.text])) : fields;
  who.code = codeOf(await post(who, { ...filled, kind: 'comment', service: '', text: who.text, do: 'send' }));
}

// One after the other in the time of the morning; what falls into the same second comes at once.
async function live(crowd) {
  const events = [];
  for (const who of crowd) {
    events.push({ who, at: who.open, do: () => (who.isHuman ? humanOpens(who) : botOpens(who)) });
    for (const { at, wish } of who.steps ?? []) events.push({ who, at, do: async () => post(who, { ...who.fields, do: wish }) });
    events.push({ who, at: who.send, do: () => (who.isHuman ? humanSends(who) : botSends(who)) });
    if (who.twice === 'new form') {
      const again = { ...who, twice: undefined };
      who.again = again;
      events.push({ who, at: who.send + 40, do: () => humanOpens(again) }, { who, at: who.send + 55, do: () => humanSends(again) });
    }
  }
  events.sort((a, b) => a.at - b.at);
  for (let first = 0; first < events.length;) {
    const second = Math.floor(events[first].at);
    let last = first;
    while (last < events.length && Math.floor(events[last].at) === second) ++last;
    setTime(second);
    const done = new Map();  // Of each, one thing after the other.
    for (const event of events.slice(first, last)) done.set(event.who, (done.get(event.who) ?? Promise.resolve()).then(event.do));
    await Promise.all(done.values());
    first = last;
  }
}

const stateOf = async (who, code) => JSON.parse((await ask(who, `/api/v1/receipts/${code}`)).text).state;
const table = (figures) => Object.entries(figures).map(([kind, { all, held, refused }]) => `${kind}: ${held} of ${all} held${refused ? `, ${refused} refused` : ''}`);

// What people say is what the rules of words let through: how often those are wrong is counted elsewhere
// (./rihab test moderation). Asked by the preview, of which nothing is kept.
async function letThrough(texts) {
  const through = [];
  for (const text of texts) {
    const { text: shown } = await post({ from: '127.0.0.1' }, { kind: 'comment', text, do: 'preview' });
    if (says(visibleText(shown), 'fr', 'voice_preview_open')) through.push(text);
  }
  return through;
}

test('people are neither refused nor kept waiting, programs are read first', async () => {
  const words = await letThrough(sayings);
  const of_people = 190;
  const crowd = [...people(words.slice(0, of_people)), ...bots(words.slice(of_people), share)];
  assert.equal(crowd.filter(({ isHuman }) => isHuman).length, 200);
  await live(crowd);
  setTime(morning_s + 3600);
  const human = {}, program = {}, delayed = [];
  for (let first = 0; first < crowd.length; first += 32)
    await Promise.all(crowd.slice(first, first + 32).map(async (who) => {
      const figures = (who.isHuman ? human : program);
      const figure = figures[who.kind] ??= { all: 0, held: 0, refused: 0 };
      ++figure.all;
      const codes = [who.code, who.second, who.again?.code].filter(Boolean);
      const wanted = 1 + (who.back ? 1 : 0) + (who.again ? 1 : 0);
      if (codes.length < (who.isHuman ? wanted : 1)) { ++figure.refused; return; }
      const states = await Promise.all(codes.map((code) => stateOf(who, code)));
      if (states.every((state) => state === 'published')) return;
      ++figure.held;
      if (who.isHuman) delayed.push(`${who.kind}: ${who.text}`);
    }));
  for (const line of [...table(human), ...table(program)]) note(line);
  const sum = (figures, what) => Object.values(figures).reduce((all, figure) => all + figure[what], 0);
  const out = sum(program, 'all') - sum(program, 'held') - sum(program, 'refused');
  note(`${sum(program, 'all')} posts of programs: ${out} out unread; 200 people: ${sum(human, 'refused')} refused, ${sum(human, 'held')} held`);
  assert.equal(sum(human, 'refused'), 0);
  assert.ok(sum(human, 'held') <= 2, `delayed: ${delayed.join(' | ')}`);
  assert.ok(out <= most_out, `${out} of the programs’ posts went out unread`);
}, { timeout: 900_000 });

await run();
