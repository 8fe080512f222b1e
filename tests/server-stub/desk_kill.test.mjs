// What a desk was told is kept, is published, is scheduled: so it is, whenever the server is killed. Each scheduled text
// becomes public once, and the audit log stays whole.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite } from '../support/accounts.mjs';
import { atEnd, note, run, test } from '../support/harness.mjs';
import { request } from '../support/http.mjs';
import { isFull, serverFile } from '../support/places.mjs';
import { startServer } from '../support/server.mjs';

const kills = isFull ? 40 : 12;
const writers = 4;
const desk = '/en/desk/rabat/items';
const morning = Date.parse('2026-11-23T08:31:00Z');
const scheduled = '2026-11-23 12:00';
const noon = Date.parse('2026-11-23T12:01:00Z');

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// The location, or nothing where the connection broke.
async function post(person, path, fields) {
  try {
    const answer = await person.post(path, fields);
    assert.equal(answer.status, 303, `${path} ${JSON.stringify(fields)}: ${answer.status}`);
    return answer.headers.location;
  } catch (error) {
    if (error instanceof assert.AssertionError) throw error;
    return undefined;
  }
}

// One text on its way, as far as it comes. What was acknowledged is noted on it.
async function write(people, texts, ends) {
  const title = `k-${randomUUID()}`;
  const values = (words) => ({ kind: 'article', original: 'en', 'title/en': title, 'summary/en': words, 'published-on': '2026-11-23' });
  const made = await post(people.editor, `${desk}/new`, { ...values('first'), version: '0' });
  if (!made) return;
  const text = { title, number: made.match(/items\/(\d+)/)[1], version: 1, steps: [] };
  texts.push(text);
  if (!await post(people.editor, `${desk}/${text.number}`, { ...values('second'), version: '1' })) return;
  text.version = 2;
  const last = randomInt(2) === 0 ? ['court-head', 'publish', {}] : ['court-head', 'schedule', { 'schedule-at': scheduled }];
  for (const [role, step, fields] of [['editor', 'submit', {}], ['reviewer', 'accept', {}], last]) {
    if (!await post(people[role], `${desk}/${text.number}/step`, { version: '2', step, ...fields })) return;
    text.steps.push(step);
  }
  ends.count += 1;
}

async function publicTitles(server) {
  const titles = [];
  for (let cursor = ''; cursor !== null;) {
    const page = JSON.parse((await request(server.url, `/api/v1/districts/rabat/news?limit=100${cursor && `&cursor=${cursor}`}`)).text);
    titles.push(...page.items.map((item) => item.title.en));
    cursor = page.next;
  }
  return titles;
}

test(`${kills} kills while texts are saved, published and scheduled lose nothing that was acknowledged`, async () => {
  const data = await mkdtemp(join(tmpdir(), 'rihab-kill-'));
  const clock = `${data}-clock`;
  atEnd(() => Promise.all([rm(data, { recursive: true, force: true }), rm(clock, { force: true })]));
  await writeFile(clock, new Date(morning).toISOString());
  const roles = ['editor', 'reviewer', 'court-head'];
  const invitations = roles.map((role) => invite(data, role, `rabat-${role}`, 'rabat'));
  const server = await startServer({ data, flags: ['--lab', '--test-clock', clock] });
  const people = {};
  for (const [at, role] of roles.entries()) await (people[role] = new Person(server.url)).accept(invitations[at], morning);

  const texts = [];
  const ends = { count: 0 };
  for (let i = 0; i < kills; ++i) {
    let running = true;
    const work = Array.from({ length: writers }, async () => {
      while (running) await write(people, texts, ends);
    });
    await pause(randomInt(30, 250));
    await server.kill();
    running = false;
    await Promise.all(work);
    await server.start();
  }

  for (const text of texts) {
    const page = (await people.editor.get(`${desk}/${text.number}`)).text;
    assert.ok(page.includes(text.title), `${text.number} is lost`);
    if (text.version === 2) assert.ok(page.includes('second'), `the second revision of ${text.number} is lost`);
  }
  const before = await publicTitles(server);
  const published = texts.filter((text) => text.steps.includes('publish'));
  for (const text of published) assert.equal(before.filter((title) => title === text.title).length, 1, `${text.number} is not public once`);
  const waiting = texts.filter((text) => text.steps.includes('schedule'));
  for (const text of waiting) assert.ok(!before.includes(text.title), `${text.number} is public before its time`);

  // Their time comes, and the server is killed while they become public.
  await writeFile(clock, new Date(noon).toISOString());
  for (let i = 0; i < 3; ++i) {
    await pause(randomInt(0, 1500));
    await server.kill();
    await server.start();
  }
  const until = Date.now() + 20_000;
  let after = await publicTitles(server);
  while (!waiting.every((text) => after.includes(text.title)) && Date.now() < until) after = await publicTitles(server);
  for (const text of waiting) assert.equal(after.filter((title) => title === text.title).length, 1, `${text.number} is not public once`);
  await server.stop();
  execFileSync(serverFile, ['check', 'audit', '--data', data]);
  execFileSync(serverFile, ['check', 'data', '--data', data]);
  note(`${texts.length} texts begun, ${ends.count} went all the way, ${published.length} published, ${waiting.length} scheduled`);
  assert.ok(published.length > 0 && waiting.length > 0, 'too little was written to say anything');
}, { timeout: 300_000 });

await run();
