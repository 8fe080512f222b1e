// The wording of the catalogues, as far as tests need it: messages without arguments, and patterns that match the others.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';
import { languages } from './cases.mjs';

const read = (file) => JSON.parse(readFileSync(join(root, 'assets/messages', file), 'utf8'));

// The portal's and the desk's as one: no key stands in both.
export const catalogues = Object.fromEntries(languages.map((language) =>
  [language, { ...read(`${language}.json`), ...read(`desk/${language}.json`) }]));

// The source of a message; in the Amazigh catalogue it carries its state.
export function source(language, key) {
  const message = catalogues[language][key];
  if (message === undefined) throw new Error(`no message "${key}" in ${language}`);
  return typeof message === 'string' ? message : message.text;
}

export const keys = () => Object.keys(catalogues.en);

const quote = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

// The words of a message that stand outside of its arguments, the longest stretch first.
export function words(language, key) {
  let [depth, kept] = [0, ''];
  for (const letter of source(language, key)) {
    if (letter === '{') ++depth;
    if (depth === 0) kept += letter;
    if (letter === '}') { --depth; kept += '\u0000'; }
  }
  return kept.split('\u0000').map((part) => part.trim()).filter(Boolean).sort((a, b) => b.length - a.length);
}

// True where `text` says the message, whatever its arguments are.
export function says(text, language, key) {
  const whole = source(language, key);
  if (!whole.includes('{')) return text.includes(whole);
  const [longest] = words(language, key);
  if (longest) return new RegExp(quote(longest)).test(text);
  // All of it stands in a plural: one of the branches, with any number.
  const branches = [...whole.matchAll(/\{([^{}]*)\}/g)].map(([, branch]) => quote(branch).replaceAll('#', '[\\s\\S]{1,40}'));
  return branches.some((branch) => new RegExp(branch).test(text));
}

// The branches of a plural or a select: "one {…} other {…}" -> { one: "…", other: "…" }.
function branchesOf(text) {
  const branches = {};
  let [depth, from, name] = [0, 0, ''];
  for (let at = 0; at < text.length; ++at) {
    if (text[at] === '{' && depth++ === 0) [name, from] = [text.slice(from, at).trim(), at + 1];
    if (text[at] === '}' && --depth === 0) [branches[name], from] = [text.slice(from, at), at + 1];
  }
  return branches;
}

// In Amazigh, every number takes the same words, as the catalogue has them.
const categoryOf = (language, number) => (language === 'zgh' ? 'other' : new Intl.PluralRules(language).select(number));

function fill(language, text, values) {
  let [out, at] = ['', 0];
  while (at < text.length) {
    if (text[at] !== '{') {
      out += text[at++];
      continue;
    }
    let [depth, end] = [1, at + 1];
    for (; depth > 0; ++end) depth += { '{': 1, '}': -1 }[text[end]] ?? 0;
    const [, name, kind, rest] = text.slice(at + 1, end - 1).match(/^\s*(\w+)\s*(?:,\s*(\w+)\s*,?([\s\S]*))?$/);
    if (kind === 'plural') {
      const branches = branchesOf(rest);
      const chosen = branches[categoryOf(language, values[name])] ?? branches.other;
      out += fill(language, chosen.replaceAll('#', String(values[name])), values);
    } else if (kind === 'select') {
      const branches = branchesOf(rest);
      out += fill(language, branches[values[name]] ?? branches.other, values);
    } else {
      out += values[name];
    }
    at = end;
  }
  return out;
}

// A message with its arguments, as a reader sees it; numbers below a thousand, dates and times come as text.
export const say = (language, key, values = {}) => fill(language, source(language, key), values);
