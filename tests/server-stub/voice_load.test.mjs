// A hundred contributions a second: each is kept once, and answered soon.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite } from '../support/accounts.mjs';
import { atEnd, note, run, test } from '../support/harness.mjs';
import { isFull } from '../support/places.mjs';
import { startServer } from '../support/server.mjs';

const seconds = isFull ? 60 : 10;
const each_second = 100;
const slowest_ms = 50;  // p99

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
atEnd(() => rm(data, { recursive: true, force: true }));
const invitation = invite(data, 'moderator', 'moderator', 'rabat');
const server = await startServer({ data });
const moderator = new Person(server.url);
await moderator.accept(invitation);
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
atEnd(() => agent.destroy());
const crowd = new Person(server.url, agent);

test(`${each_second} a second for ${seconds} s: none lost, none doubled, p99 at most ${slowest_ms} ms`, async () => {
  const took = [], sent = [];
  const start = performance.now();
  await Promise.all(Array.from({ length: seconds * each_second }, async (_, index) => {
    await new Promise((go) => { setTimeout(go, start + (index * 1000) / each_second - performance.now()); });
    const key = randomUUID(), body = { kind: 'suggestion', text: `Un banc de plus, demande ${index}.` };
    const begun = performance.now();
    const answer = await crowd.postJson('/api/v1/districts/rabat/contributions', body, { 'Idempotency-Key': key });
    took.push(performance.now() - begun);
    assert.equal(answer.status, 201, answer.text);
    const { code } = JSON.parse(answer.text);
    sent.push(code);
    // Every tenth client did not hear the answer.
    if (index % 10 === 0) {
      const again = await crowd.postJson('/api/v1/districts/rabat/contributions', body, { 'Idempotency-Key': key });
      assert.equal(JSON.parse(again.text).code, code);
    }
  }));
  assert.equal(new Set(sent).size, seconds * each_second);
  const kept = new Set();
  for (let cursor = ''; cursor !== null;) {
    // At the desk: so much at once is read before it is public.
    const { items, next } = JSON.parse((await moderator.get(`/api/v1/desk/rabat/voice?limit=100${cursor && `&cursor=${cursor}`}`)).text);
    for (const { text } of items) {
      assert.ok(!kept.has(text), `${text} is there twice`);
      kept.add(text);
    }
    cursor = next;
  }
  assert.equal(kept.size, seconds * each_second);
  took.sort((a, b) => a - b);
  const at = (part) => took[Math.ceil(took.length * part) - 1];
  note(`${took.length} contributions: median ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms, worst ${at(1).toFixed(1)} ms`);
  assert.ok(at(0.99) <= slowest_ms, `p99 is ${at(0.99).toFixed(1)} ms`);
}, { timeout: 180_000 });

await run();
