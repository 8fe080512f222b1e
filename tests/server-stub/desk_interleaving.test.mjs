// Two editors of one court and one text, over HTTP: whoever read, saved and restored in which order ever, no text that
// was acknowledged is lost, none is written over one that its author had not seen, and who comes late has both.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite } from '../support/accounts.mjs';
import { atEnd, note, run, test } from '../support/harness.mjs';
import { find, formFields, formHtml, textOf } from '../support/html.mjs';
import { source } from '../support/messages.mjs';
import { isFull, serverFile } from '../support/places.mjs';
import { startServer } from '../support/server.mjs';

const moves = isFull ? 30_000 : 10_000;
const seed = Number(process.env.RIHAB_SEED ?? 20261122);
const tabsOfEach = 2;  // Somebody may have the same text open twice.

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
atEnd(() => rm(data, { recursive: true, force: true }));
const invitations = ['first', 'second'].map((name) => invite(data, 'editor', `rabat-${name}`, 'rabat'));
const server = await startServer({ data });
const agent = new http.Agent({ keepAlive: true });
atEnd(() => agent.destroy());
const editors = [];
for (const invitation of invitations) {
  const editor = new Person(server.url, agent);
  await editor.accept(invitation);
  editors.push(editor);
}

// Mulberry32: the same choices from the same seed.
function randomFrom(state) {
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}
const random = randomFrom(seed);
const oneOf = (list) => list[random(list.length)];

const first = { original: 'ar', 'title/ar': 'شباك', 'summary/ar': 'ملخص.', 'published-on': '2026-11-22' };
const made = await editors[0].postJson('/api/v1/desk/rabat/items', { kind: 'article', values: first });
const { id } = JSON.parse(made.text);
const page = `/fr/desk/rabat/items/${id}`;
const api = `/api/v1/desk/rabat/items/${id}`;

// What was acknowledged, by the version that the answer names: texts, or the number of the version that was restored.
const acknowledged = new Map([[1, { values: first }]]);
let newest = 1;        // That any answer told.
const told = [];       // Versions with their texts, as some answer showed them.
const mergePages = [];
const counts = { read: 0, saved: 0, unchanged: 0, refused: 0, 'of them by a moment': 0, merged: 0, restored: 0, 'without a version': 0 };

function learn(version) {
  newest = Math.max(newest, version);
}

// Where nothing newer was known when it was sent, another was quicker.
function countRefusal(seen, known) {
  ++counts.refused;
  if (seen >= known) ++counts['of them by a moment'];
}

const same = (left, right) => JSON.stringify(Object.entries(left).sort()) === JSON.stringify(Object.entries(right).sort());

// `known` is what had been told when the request was sent: who saves over less than that has not seen it.
function acknowledge(what, seen, version, known, content) {
  assert.ok(seen >= known, `${what} over version ${seen} is taken where ${known} was there`);
  if (version === seen) {  // Nothing was changed; it must be what is there.
    ++counts.unchanged;
    told.push({ version, ...content });
    return;
  }
  assert.equal(version, seen + 1, what);
  assert.ok(!acknowledged.has(version), `two were told that theirs is version ${version}`);
  acknowledged.set(version, content);
  ++counts[content.from === undefined ? 'saved' : 'restored'];
  learn(version);
}

const versionIn = (answer) => Number(answer.headers.etag.slice(1, -1));

// As a browser sends a form: lines end with two characters.
const typed = (fields) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.replaceAll('\n', '\r\n')]));
const withoutEmpty = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
const valuesIn = ({ version: _version, kind: _kind, do: _do, ...values }) => withoutEmpty(values);

async function readPage(tab) {
  const answer = await tab.who.get(page);
  assert.equal(answer.status, 200);
  const fields = formFields(formHtml(answer.text, ({ action }) => action === page));
  Object.assign(tab, { version: Number(fields.version), values: valuesIn(fields), merge: undefined });
}

async function readJson(tab) {
  const answer = await tab.who.get(api);
  assert.equal(answer.status, 200);
  const item = JSON.parse(answer.text);
  assert.equal(versionIn(answer), item.version);
  Object.assign(tab, { version: item.version, values: item.values, merge: undefined });
}

async function read(tab) {
  const known = newest;
  tab.older = { version: tab.version, values: tab.values };
  await (random(2) === 0 ? readPage : readJson)(tab);
  assert.ok(tab.version >= known, `version ${tab.version} is read where ${known} was there`);
  told.push({ version: tab.version, values: tab.values });
  learn(tab.version);
  ++counts.read;
}

let written = 0;
const paths = ['title/ar', 'title/fr', 'summary/ar', 'summary/fr', 'body/ar', 'body/fr'];

// One or two new texts, each written once in all the time.
function edited(values) {
  const after = { ...values };
  for (let i = random(2); i >= 0; --i) {
    const path = oneOf(paths);
    after[path] = `${++written} "a" & <b> 'c' نص`;
    if (path.startsWith('body')) after[path] += `\n\n- ${written}\n- &lt;`;
  }
  return after;
}

const empty = source('fr', 'merge_empty');

// What the other wrote, by the path of the field that stands beside it with mine: { path: text }.
function conflictsIn(inner) {
  return Object.fromEntries(inner.split('<div class="card-row"').slice(1).map((row) => {
    const field = find(row, ({ attributes }) => Boolean(attributes.name));
    return [field.attributes.name, textOf(row, ({ attributes }) => attributes.class === 'user-text')];
  }));
}

// A page on which both texts stand. What it holds is judged when all versions are known.
function meetMerge(tab, answer, seen, known, mine) {
  const inner = formHtml(answer.text, ({ action }) => action === page);
  const fields = formFields(inner);
  const version = Number(fields.version);
  assert.ok(version > seen && version >= known, `a save over ${seen} is refused for ${version}; ${known} was there`);
  tab.merge = { version, values: valuesIn(fields), theirs: conflictsIn(inner) };
  mergePages.push({ seen, mine, ...tab.merge });
  learn(version);
  countRefusal(seen, known);
}

async function saveForm(tab, { version, values }, isMerge = false) {
  const known = newest;
  const answer = await tab.who.post(page, typed({ version: String(version), kind: 'article', ...values, do: 'save' }));
  if (answer.status === 412) return meetMerge(tab, answer, version, known, values);
  assert.equal(answer.status, 303, answer.text.slice(0, 500));
  const [, now] = answer.headers.location.match(/\?saved=(\d+)$/);
  acknowledge('a form', version, Number(now), known, { values });
  if (isMerge) ++counts.merged;
  return Object.assign(tab, { version: Number(now), values, merge: undefined });
}

// What is there, or what came of it.
function takeJson(tab, answer, seen, known, content) {
  const item = JSON.parse(answer.text);
  assert.equal(versionIn(answer), item.version);
  told.push({ version: item.version, values: item.values });
  if (answer.status === 412) {
    assert.ok(item.version > seen && item.version >= known, `${seen} is refused for ${item.version}; ${known} was there`);
    learn(item.version);
    countRefusal(seen, known);
    return;
  }
  assert.equal(answer.status, 200, answer.text);
  acknowledge('JSON', seen, item.version, known, content);
  Object.assign(tab, { version: item.version, values: item.values, merge: undefined });
}

async function saveJson(tab, { version, values }) {
  const known = newest;
  const answer = await tab.who.postJson(api, { values }, { 'If-Match': `"${version}"` });
  takeJson(tab, answer, version, known, { values });
}

async function saveWithoutVersion(tab) {
  const answer = await tab.who.postJson(api, { values: edited(tab.values) });
  assert.equal(answer.status, 428);
  ++counts['without a version'];
}

// The page's own form: what stands in it, mine; theirs; or one after the other.
const firstLine = (text) => text.split('\n')[0];
const choices = [(mine) => mine, (_, theirs) => theirs, (mine, theirs) => `${firstLine(theirs)} ${firstLine(mine)}`.slice(0, 140)];
function takeOver(tab) {
  const { version, values, theirs } = tab.merge;
  const chosen = { ...values };
  for (const [path, text] of Object.entries(theirs)) chosen[path] = oneOf(choices)(values[path] ?? '', text === empty ? '' : text).trim();
  return saveForm(tab, { version, values: withoutEmpty(chosen) }, true);
}

async function restore(tab) {
  const [known, seen, from] = [newest, tab.version, 1 + random(tab.version)];
  if (random(2) === 0) {
    const answer = await tab.who.postJson(`${api}/restore`, { version: from }, { 'If-Match': `"${seen}"` });
    return takeJson(tab, answer, seen, known, { from });
  }
  const answer = await tab.who.post(`${page}/restore`, { version: String(seen), to: String(from) });
  if (answer.status === 412) return countRefusal(seen, known);
  assert.equal(answer.status, 303);
  const [, now] = answer.headers.location.match(/\?saved=(\d+)$/);
  return acknowledge('a restore', seen, Number(now), known, { from });
}

// At times nothing was changed.
const save = (tab, { version, values }) =>
  (random(2) === 0 ? saveForm : saveJson)(tab, { version, values: random(20) === 0 ? values : edited(values) });

// In parts of a hundred.
function move(tab) {
  if (tab.merge && random(100) < 70) return takeOver(tab);
  const dice = random(100);
  if (dice < 32) return read(tab);
  if (dice < 72) return save(tab, tab);
  if (dice < 84) return save(tab, tab.older);  // A page that was left open.
  if (dice < 94) return restore(tab);
  return saveWithoutVersion(tab);
}

test(`${moves} moves of two editors on one text write over nothing that was not seen, and lose nothing`, async () => {
  const start = performance.now();
  const tabs = editors.flatMap((who) => Array.from({ length: tabsOfEach }, () =>
    ({ who, version: 1, values: first, older: { version: 1, values: first } })));
  for (let done = 0; done < moves;) {
    const left = [...tabs];
    const atOnce = Array.from({ length: Math.min(1 + random(3), moves - done) }, () => left.splice(random(left.length), 1)[0]);
    await Promise.all(atOnce.map(move));
    done += atOnce.length;
  }
  const seconds = (performance.now() - start) / 1000;
  note(`seed ${seed}: ${Object.entries(counts).map(([what, count]) => `${count} ${what}`).join(', ')}, ${seconds.toFixed(1)} s`);
  for (const [what, count] of Object.entries(counts)) assert.ok(count > moves / 1000, `only ${count} ${what}`);
}, { timeout: 600_000 });

const revisions = new Map();
test('the history has each acknowledged text under its version, and nothing besides', async () => {
  const listed = JSON.parse((await editors[0].get(`${api}/revisions`)).text).items.map(({ version }) => version);
  assert.deepEqual(listed, Array.from({ length: acknowledged.size }, (_, at) => acknowledged.size - at));
  for (let at = 0; at < listed.length; at += 8) {
    const eight = listed.slice(at, at + 8);
    const answers = await Promise.all(eight.map((version) => editors[version % 2].get(`${api}/revisions/${version}`)));
    for (const [which, answer] of answers.entries()) revisions.set(eight[which], JSON.parse(answer.text).values);
  }
  for (const [version, { values, from }] of acknowledged)
    assert.ok(same(revisions.get(version), values ?? revisions.get(from)), `version ${version} is not what was acknowledged`);
  for (const { version, values, from } of told)
    assert.ok(same(revisions.get(version), values ?? revisions.get(from)), `version ${version} was shown otherwise`);
});

test('each page of who came late holds both texts side by side, and takes along what only one has changed', () => {
  let both = 0;
  for (const { seen, version, mine, values, theirs } of mergePages) {
    const [was, is] = [revisions.get(seen), revisions.get(version)];
    const wanted = { values: {}, theirs: {} };
    for (const path of new Set([was, mine, is].flatMap(Object.keys))) {
      const onlyTheirs = mine[path] === was[path];
      wanted.values[path] = (onlyTheirs ? is[path] : mine[path]) ?? '';
      if (!onlyTheirs && mine[path] !== is[path] && is[path] !== was[path]) wanted.theirs[path] = is[path] ?? empty;
    }
    both += Object.keys(wanted.theirs).length;
    assert.deepEqual({ values, theirs }, { values: withoutEmpty(wanted.values), theirs: wanted.theirs }, `over ${seen}, at ${version}`);
  }
  note(`${mergePages.length} pages of who came late; ${both} times both had changed the same`);
  assert.ok(both > moves / 50);
});

test('the audit log of all this is whole', async () => {
  await server.stop();
  execFileSync(serverFile, ['check', 'audit', '--data', data]);
});

await run();
