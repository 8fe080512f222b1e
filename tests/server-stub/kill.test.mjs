// A rating that was acknowledged is there exactly once, whenever the server is killed.
import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { atEnd, note, run, test } from '../support/harness.mjs';
import { serverFile } from '../support/places.mjs';
import { request } from '../support/http.mjs';
import { postForm, postJson } from '../support/rating.mjs';
import { startServer } from '../support/server.mjs';

const kills = 50;
const writers = 8;

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const level = () => randomInt(1, 6);

// One rating, through the form or as JSON. Its receipt's code, or nothing when the connection broke.
async function send(server, rating) {
  try {
    if (rating.form) {
      const answer = await postForm(server.url, [['level', String(rating.level)], ['text', rating.text], ['key', rating.key]]);
      return answer.status === 303 ? answer.headers.location.split('/').at(-1) : undefined;
    }
    const answer = await postJson(server.url, { level: rating.level, text: rating.text }, { key: rating.key });
    return answer.status === 201 ? JSON.parse(answer.text).code : undefined;
  } catch {
    return undefined;
  }
}

// Like no other, and without digits: what looks like the number of a card is masked.
const randomWord = () => randomUUID().replace(/\d/g, (digit) => 'ghijklmnop'[digit]);

test(`${kills} kills with writes in flight lose no acknowledged rating and double none`, async () => {
  const data = await mkdtemp(join(tmpdir(), 'rihab-kill-'));
  atEnd(() => rm(data, { recursive: true, force: true }));
  const server = await startServer({ data });
  const acknowledged = new Map();  // Key -> what was sent and the code that was answered.
  const unanswered = [];
  let slowest = 0;

  for (let i = 0; i < kills; ++i) {
    let running = true;
    const work = Array.from({ length: writers }, async () => {
      while (running) {
        const rating = { key: randomUUID(), level: level(), text: `text ${randomWord()}`, form: randomInt(2) === 0 };
        const code = await send(server, rating);
        if (code) acknowledged.set(rating.key, { ...rating, code });
        else unanswered.push(rating);
      }
    });
    await pause(randomInt(5, 120));
    await server.kill();
    running = false;
    await Promise.all(work);
    const start = performance.now();
    await server.start();
    slowest = Math.max(slowest, performance.now() - start);
  }

  const codes = new Set([...acknowledged.values()].map((rating) => rating.code));
  assert.equal(codes.size, acknowledged.size, 'two ratings have one code');
  for (const rating of acknowledged.values()) {
    const kept = await request(server.url, `/api/v1/receipts/${rating.code}`);
    assert.equal(kept.status, 200, `the receipt ${rating.code} is lost`);
    const receipt = JSON.parse(kept.text);
    assert.deepEqual([receipt.rating.level, receipt.rating.text], [rating.level, rating.text]);
    assert.equal(await send(server, rating), rating.code, 'the key has become another rating');
  }
  // What nobody heard of may be there or not: sent again, it is there once.
  for (const rating of unanswered) {
    const first = await send(server, rating);
    assert.ok(first);
    assert.equal(await send(server, rating), first);
  }
  await server.stop();
  execFileSync(serverFile, ['check', 'data', '--data', data]);
  note(`${acknowledged.size} acknowledged, ${unanswered.length} unanswered, slowest start ${Math.round(slowest)} ms`);
  assert.ok(acknowledged.size > kills, 'too little was written to say anything');
}, { timeout: 300_000 });

test('a key that is sent a hundred times at once is stored once, from form and JSON alike', async () => {
  const server = await startServer();
  const rating = { key: randomUUID(), level: 5, text: 'once' };
  const codes = await Promise.all(Array.from({ length: 100 }, (_, i) => send(server, { ...rating, form: i % 2 === 0 })));
  assert.equal(new Set(codes).size, 1);
  assert.match(codes[0], /^(\d{4}-){3}\d{4}$/);
});

test('a server that is told to stop finishes what it began, and says so', async () => {
  const server = await startServer();
  const sent = Array.from({ length: 40 }, () => send(server, { key: randomUUID(), level: 3, text: '', form: false }));
  await pause(3);
  const start = performance.now();
  const { code, signal } = await server.stop('SIGTERM');
  assert.deepEqual([code, signal], [0, null]);
  assert.ok(performance.now() - start < 10_000);
  assert.ok(server.log.includes('"stopped"'));
  const codes = (await Promise.all(sent)).filter(Boolean);
  await server.start();
  for (const receipt of codes) assert.equal((await request(server.url, `/api/v1/receipts/${receipt}`)).status, 200);
});

test('a second server on the same data is refused in one sentence, and the first one goes on', async () => {
  const server = await startServer();
  const second = await startServer({ data: server.data }).then(() => undefined, (error) => error);
  assert.match(second.message, /another server is using the data folder/);
  assert.equal((await request(server.url, '/readyz')).status, 200);
});

test('a busy port is one sentence', async () => {
  const server = await startServer();
  const second = await startServer({ flags: ['--port', String(server.port)] }).then(() => undefined, (error) => error);
  assert.match(second.message, new RegExp(`port ${server.port} is in use`));
});

await run();
