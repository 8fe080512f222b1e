// How the portal stands much content: server times of pages and lists at 1,000 and 10,000 items, in the full run at
// 100,000, from its own log. Every address is asked once, so nothing that was kept helps.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite } from '../support/accounts.mjs';
import { atEnd, note, run, test } from '../support/harness.mjs';
import { isFull, serverFile } from '../support/places.mjs';
import { request } from '../support/http.mjs';
import { startServer } from '../support/server.mjs';

const sizes = isFull ? [1_000, 10_000, 100_000] : [1_000, 10_000];
const asked = 250;       // Addresses of each kind.
const slowest_ms = 5;    // p95, of the largest size.
const tolerance = 1.5;   // Over the growth of log n: other work of the machine, and memory that is colder.
const seedLimit_s = 120;
const languages = ['ar', 'zgh', 'fr', 'en'];

// The same numbers at every run.
function dice(state) {
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const percentile = (values, part) => values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1];

async function seeded(size) {
  const data = await mkdtemp(join(tmpdir(), 'rihab-load-'));
  atEnd(() => rm(data, { recursive: true, force: true }));
  const start = performance.now();
  execFileSync(serverFile, ['seed', '--data', data, '--size', String(size)]);
  const took = (performance.now() - start) / 1000;
  note(`${size} items seeded in ${took.toFixed(1)} s`);
  assert.ok(took < seedLimit_s, `seeding ${size} items takes ${took} s`);
  const invitation = invite(data, 'ministry', 'ministry');  // Reads every desk.
  const server = await startServer({ data });
  const reader = new Person(server.url);
  await reader.accept(invitation);
  const districts = JSON.parse((await request(server.url, '/api/v1/districts')).text).items.map(({ id }) => id);
  return { size, server, districts, cookies: [...reader.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
}

// An item's number tells its district (they take turns) and its kind, as server-stub/load_seed.cpp makes them.
function itemPath({ size, districts }, roll) {
  const number = roll(size);
  const kind = Math.floor(number / districts.length) % 20;
  const section = kind < 14 ? 'news' : kind < 19 ? 'activities' : 'programmes';
  return `d/${districts[number % districts.length]}/${section}/load-${String(number).padStart(6, '0')}`;
}

// A place within the list of news: some day of the last ten years.
const cursor = (roll) => `${-20_779 + roll(3_650)}.m${roll(1_000_000)}`;

const kinds = {
  'entry, page': (portal, roll) => `/${languages[roll(4)]}/${itemPath(portal, roll)}`,
  'entry, JSON': (portal, roll) => `/api/v1/districts/${itemPath(portal, roll).slice(2)}`,
  'list of 20, JSON': ({ districts }, roll) =>
    `/api/v1/districts/${districts[roll(districts.length)]}/news?limit=20&cursor=${cursor(roll)}`,
  'list of 100, JSON': ({ districts }, roll) =>
    `/api/v1/districts/${districts[roll(districts.length)]}/news?cursor=${cursor(roll)}`,
  'list, page': ({ districts }, roll) =>
    `/${languages[roll(4)]}/d/${districts[roll(districts.length)]}/news?after=${cursor(roll)}`,
  'desk, list of texts': ({ districts }, roll) =>
    `/${languages[roll(4)]}/desk/${districts[roll(districts.length)]}/items?${['', 'state=published', 'kind=article'][roll(3)]}`,
  'desk, parity': ({ districts }, roll) =>
    `/${languages[roll(4)]}/desk/${districts[roll(districts.length)]}/parity?${['', 'status=proposed', 'language=zgh'][roll(3)]}`,
  'desk, list of copies': ({ districts }, roll) =>
    `/${languages[roll(4)]}/desk/${districts[roll(districts.length)]}/copies?kind=${['article', 'activity', 'sheet'][roll(3)]}${['', `&from=${districts[roll(districts.length)]}`][roll(2)]}`,
  'desk, list of texts, JSON': ({ districts }, roll) =>
    `/api/v1/desk/${districts[roll(districts.length)]}/items?limit=${1 + roll(50)}`,
  'district, page': ({ districts }, roll) => `/${languages[roll(4)]}/d/${districts[roll(districts.length)]}?n=${roll(1e6)}`,
};

// Server times in ms of these answers, which must have been fine. The log may come a little after them.
async function timesOf(server, answers) {
  const complete = () => answers.every(({ headers }) => server.log.includes(`"id":"${headers['x-request-id']}"`));
  while (!complete()) await once(server.child.stdout, 'data');
  const lines = new Map(server.log.split('\n').filter((line) => line.includes('"microseconds"') && line.endsWith('}'))
    .map((line) => JSON.parse(line)).map((line) => [line.id, line]));
  return answers.map(({ status, headers }) => {
    assert.equal(status, 200);
    return lines.get(headers['x-request-id']).microseconds / 1000;
  });
}

test('a page or list among many items is made in 5 ms, and takes no longer than log n more', async () => {
  const portals = [];
  for (const size of sizes) portals.push(await seeded(size));
  const tooSlow = [];
  for (const [kind, address] of Object.entries(kinds)) {
    const answers = portals.map(() => []);
    const rolls = portals.map(({ size }) => dice(size));
    for (let i = 0; i < asked; ++i)
      for (const [index, portal] of portals.entries())  // By turns, so that all share what else the machine does.
        answers[index].push(await request(portal.server.url, address(portal, rolls[index]), { headers: { 'Accept-Encoding': 'br', ...(kind.startsWith('desk') && { Cookie: portal.cookies }) } }));
    const medians = [];
    for (const [index, { size, server }] of portals.entries()) {
      const times = await timesOf(server, answers[index]);
      const [median, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
      note(`${kind}, ${size} items: median ${median.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`);
      if (size === sizes.at(-1) && p95 > slowest_ms) tooSlow.push(`${kind}: p95 ${p95} ms`);
      medians.push(median);
    }
    // Of the smallest portal a list of 100 is not full: that it fills is no growth of the search.
    const from = kind.includes('list') ? 1 : 0;
    const allowed = tolerance * Math.log(sizes.at(-1)) / Math.log(sizes[from]);
    if (medians.at(-1) > allowed * medians[from])
      tooSlow.push(`${kind}: from ${medians[from]} ms to ${medians.at(-1)} ms, ${allowed.toFixed(2)} times is allowed`);
  }
  assert.deepEqual(tooSlow, []);
}, { timeout: 400_000 });

await run();
