// Judges printed HTML by a grammar that is narrower than the one of HTML, in which both agree on what is markup: what
// somebody wrote can be nothing else than text. Which elements and attributes there are, pages of honest texts tell.
import { decodeText } from './html.mjs';

const overrides = /[\u202a-\u202e\u2066-\u2069]/;
// Titles and labels have no elements: there the printer itself isolates what it fills in.
const isolates = /\u2068[^\u2066-\u2069]*\u2069/g;
const controls = /[\0-\u0008\u000b-\u001f\u007f-\u009f]/;  // But for tabulators and line ends.
const links = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data', 'srcset']);
const safeLink = /^(?:\/(?!\/)|#|https:\/\/|mailto:|tel:|otpauth:\/\/totp\/Rihab\?)/;
const startTag = /^([a-z][a-z0-9]*)((?: [a-zA-Z][a-zA-Z0-9-]*(?:="[^"<>]*")?)*)$/;
const endTag = /^\/[a-z][a-z0-9]*$/;
const attribute = / ([a-zA-Z][a-zA-Z0-9-]*)(?:="([^"]*)")?/g;

// Of what a page says besides its own isolates.
export const hasOverride = (text) => overrides.test(text.replace(isolates, ''));

const near = (html, pattern) => JSON.stringify(html.slice(Math.max(0, html.search(pattern) - 40)).slice(0, 60));

// { names, faults } of what stands between "<" and ">": "input", "input type", …
function readTag(tag) {
  const [, name, attributes] = tag.match(startTag) ?? [];
  if (!name) return { names: [], faults: endTag.test(tag) || tag === '!doctype html' ? [] : [`no tag: <${tag.slice(0, 60)}`] };
  const names = [name];
  const faults = [];
  for (const [, key, value = ''] of attributes.matchAll(attribute)) {
    names.push(`${name} ${key}`);
    if (links.has(key) && value && !safeLink.test(decodeText(value))) faults.push(`${name} leads to ${value}`);
  }
  return { names, faults };
}

// Calls `onTag` with each tag as it is written; the faults of what stands between them.
function read(html, onTag) {
  const faults = [];
  if (controls.test(html)) faults.push(`a control: ${near(html, controls)}`);
  const others = html.replace(isolates, '');
  if (overrides.test(others)) faults.push(`an override: ${near(others, overrides)}`);
  const parts = html.split('<');
  for (let at = 1; at < parts.length; ++at) {
    const part = parts[at];
    const end = part.indexOf('>');
    if (end < 0) faults.push(`an open tag: <${part.slice(0, 60)}`);
    const tag = part.slice(0, Math.max(end, 0));
    onTag(tag);
    if (!tag.startsWith('script') && !tag.startsWith('style')) continue;
    const name = tag.split(' ')[0];
    if (!parts[at + 1]?.startsWith(`/${name}>`)) faults.push(`a ${name} is open`);
    if (tag.includes('application/json')) JSON.parse(part.slice(end + 1));
  }
  return faults;
}

export class Judge {
  #known = new Set();
  #good = new Set();  // Tags that were judged already; on most pages they are the same.

  // A page of honest texts.
  learn(html) {
    const faults = read(html, (tag) => {
      const read = readTag(tag);
      if (read.faults.length > 0) throw new Error(`an honest page: ${read.faults.join('; ')}`);
      for (const name of read.names) this.#known.add(name);
    });
    if (faults.length > 0) throw new Error(`an honest page: ${faults.join('; ')}`);
  }

  // What is wrong with a page, a sentence each.
  faults(html) {
    const found = new Set();
    for (const fault of read(html, (tag) => this.#judgeTag(tag, found))) found.add(fault);
    return [...found];
  }

  #judgeTag(tag, found) {
    if (this.#good.has(tag)) return;
    const { names, faults } = readTag(tag);
    const foreign = names.filter((name) => !this.#known.has(name)).map((name) => `no honest page has "${name}"`);
    for (const fault of [...faults, ...foreign]) found.add(fault);
    // A copy: a piece of a page keeps all of the page in memory.
    if (faults.length + foreign.length === 0 && this.#good.size < 20_000) this.#good.add(Buffer.from(tag).toString());
  }
}

// What is wrong with an answer that is JSON. A pointer names a member as the program has sent it.
export function jsonFaults(text) {
  const faults = [];
  JSON.parse(text, (key, value) => {
    if (typeof value === 'string' && key !== 'pointer' && (overrides.test(value) || controls.test(value))) faults.push(`${key}: ${JSON.stringify(value.slice(0, 60))}`);
    return value;
  });
  return faults;
}

// RFC 5545: one event, whole lines, none that a text could have begun.
export function calendarFaults(text) {
  const lines = text.split('\r\n');
  const faults = overrides.test(text) ? ['an override'] : [];
  for (const line of ['BEGIN:VEVENT', 'END:VEVENT', 'BEGIN:VCALENDAR', 'END:VCALENDAR'])
    if (lines.filter((one) => one === line).length !== 1) faults.push(`not one ${line}`);
  if (/[^\r]\n|\r[^\n]/.test(text)) faults.push('a bare line end');
  for (const line of lines.filter(Boolean))
    if (!/^(?: |(?:BEGIN|END|VERSION|PRODID|UID|DTSTAMP|DTSTART|DTEND):|(?:SUMMARY|DESCRIPTION|LOCATION);LANGUAGE=[a-z]+:)/.test(line)) faults.push(`a line of its own: ${line}`);
  return faults;
}
