// The wording of the catalogues, as far as tests need it: messages without arguments, and patterns that match the others.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';
import { languages } from './cases.mjs';

const catalogues = Object.fromEntries(languages.map((language) =>
  [language, JSON.parse(readFileSync(join(root, `assets/messages/${language}.json`), 'utf8'))]));

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
