// What a first visit in Arabic loads until the canvas is there; the browser's own count in weight.test.mjs must not
// name anything else.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { siteFolder } from './places.mjs';

export const icon = '/icon.svg';
export const budget = 480 * 1024;

// Fonts that only pages in other languages show, or pages with letters of other languages; style sheets for larger letters;
// the text lab, which no page of the portal loads.
const ofOthers = /^(fonts\/(tifinagh|arabic-more|arabic-forms|latin-more|latin-phonetic|rare-\w+)-|skin-(?!100)|textlab\.)/;

// { logical name: address }
export const manifest = () => JSON.parse(readFileSync(join(siteFolder, 'manifest.json'), 'utf8'));

export const firstLoadNames = (names) => names.filter((name) => !ofOthers.test(name));

// Bytes that travel for an address: those of the .br file where there is one, as the server sends it.
export function brotliSize(address) {
  const file = join(siteFolder, address);
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
}
