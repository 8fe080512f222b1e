// Paragraphs of the portal's own words, about 200 letters each: the same ones on every machine, no two alike.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/places.mjs';

export const languages = ['ar', 'zgh', 'fr', 'en'];
const wantedLength = 200;
const letters = { ar: /\p{Script=Arabic}/u, zgh: /\p{Script=Tifinagh}/u, fr: /\p{Script=Latin}/u, en: /\p{Script=Latin}/u };

// A small generator with a seed: a whole number below `limit`.
function generator(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 2 ** 32 * limit);
  };
}

function jsonFiles(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
}

// Every text of the content in one language.
function textsIn(language) {
  const texts = [];
  const collect = (value) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === language && typeof inner === 'string') texts.push(inner);
      else collect(inner);
    }
  };
  for (const file of jsonFiles(join(root, 'assets/content'))) collect(JSON.parse(readFileSync(file, 'utf8')));
  return texts.filter((text) => letters[language].test(text));
}

// What stands in the portal's texts between words: a date, a time, an amount, a telephone number, a file's number.
function figure(pick) {
  const two = () => String(10 + pick(18));
  const forms = [() => `${two()}/${two()}/20${two()}`, () => `${pick(24)}:${two()}`, () => `${1 + pick(900)},50`,
    () => `0537-${two()}-${two()}-${two()}`, () => `20${two()}/${1000 + pick(9000)}/${two()}`, () => String(1 + pick(3000))];
  return forms[pick(forms.length)]();
}

// Windows of three to nine words that stand together, one in three followed by a figure.
function paragraph(texts, pick) {
  const parts = [];
  for (let length = 0; length < wantedLength;) {
    const words = texts[pick(texts.length)].split(/\s+/);
    const first = pick(words.length);
    const part = words.slice(first, first + 3 + pick(7)).join(' ') + (pick(3) === 0 ? ` ${figure(pick)}` : '');
    parts.push(part);
    length += part.length + 1;
  }
  return parts.join(' ').slice(0, wantedLength + 20).trim();
}

export function paragraphs(language, count) {
  const texts = textsIn(language);
  const pick = generator(languages.indexOf(language) + 1);
  const made = new Set();
  while (made.size < count) made.add(paragraph(texts, pick));
  return [...made];
}
