// People who send hostile texts, and what looks at every answer that they get.
import assert from 'node:assert/strict';
import { isFull } from './places.mjs';
import { Judge, calendarFaults, jsonFaults } from './strict_html.mjs';
import { payloads } from '../server-stub/hostile/payloads.mjs';

export const texts = payloads();

const today = Math.floor(Date.now() / 86_400_000);
// What takes long takes a quarter of them, another one each day (RIHAB_TURN=0 to 3); with RIHAB_FULL all.
export const turns = isFull ? [0, 1, 2, 3] : [Number(process.env.RIHAB_TURN ?? today % 4)];
export const quarter = texts.filter((_, at) => turns.includes(at % 4));

const policy = /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';.*require-trusted-types-for 'script'; trusted-types 'none'$/;
const ownWords = /^attachment; filename="[a-z0-9.-]+"$/;

// `people` are { who: Person }. While `isHonest`, pages are learnt from; then they are judged.
export class Watch {
  #judge = new Judge();
  #met = new Map();  // Each fault once, with the place where it was met first.
  isHonest = true;
  counts = { pages: 0, json: 0, calendars: 0 };

  constructor(people) {
    this.people = people;
  }

  #faultsOf({ status, headers, text, bytes }) {
    const type = headers['content-type'] ?? '';
    if (status >= 500) return [`${status}`];
    if (type.startsWith('text/html')) {
      ++this.counts.pages;
      if (!policy.test(headers['content-security-policy'])) return [`the policy ${headers['content-security-policy']}`];
      if (!this.isHonest) return this.#judge.faults(text);
      this.#judge.learn(text);
      return [];
    }
    if (type.includes('json')) {
      ++this.counts.json;
      return jsonFaults(text);
    }
    if (type.startsWith('text/calendar')) {
      ++this.counts.calendars;
      return calendarFaults(text);
    }
    return bytes.length > 0 && !type.startsWith('image/') ? [`the type ${type}`] : [];
  }

  look(answer, what) {
    const faults = this.#faultsOf(answer);
    for (const header of ['location', 'set-cookie', 'content-disposition', 'etag']) {
      const value = String(answer.headers[header] ?? '');
      if (/[\r\n<>]/.test(value) || (header === 'content-disposition' && value && !ownWords.test(value))) faults.push(`${header}: ${value}`);
    }
    for (const fault of faults) if (!this.#met.has(fault)) this.#met.set(fault, what);
    return answer;
  }

  async get(who, path) {
    return this.look(await this.people[who].get(path), path);
  }

  async post(who, path, fields) {
    return this.look(await this.people[who].post(path, fields), `POST ${path}`);
  }

  async json(who, path, body, version) {
    return this.look(await this.people[who].postJson(path, body, version ? { 'If-Match': `"${version}"` } : {}), `POST ${path}`);
  }

  async send(who, path, sent) {
    return this.look(await this.people[who].send(path, sent), `${sent.method} ${path}`);
  }

  // Tells the faults since the last time.
  assertNone() {
    const told = [...this.#met].map(([fault, place]) => `${place}: ${fault}`);
    this.#met.clear();
    assert.deepEqual(told.slice(0, 8), [], `${told.length} faults`);
  }
}
