// How many bytes of brotli a first visit in Arabic takes until the canvas is there, and which symbols the wasm consists
// of, against tests/bench/size.json. Growth over 2 % fails until that file is changed on purpose: RIHAB_BLESS=1 writes
// what is measured now; the limits in it are promises and only a person changes them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliSize, firstLoadNames, icon, manifest } from '../support/first_load.mjs';
import { request } from '../support/http.mjs';
import { root, siteFolder } from '../support/places.mjs';
import { startServer } from '../support/server.mjs';
import { sheet } from '../support/cases.mjs';
import { atEnd, run, test } from '../support/harness.mjs';
import { codeSymbols, dataSymbols } from '../support/wasm.mjs';

const file = join(root, 'tests/bench/size.json');
const book = JSON.parse(readFileSync(file, 'utf8'));
const isBlessing = Boolean(process.env.RIHAB_BLESS);
const growth = 1.02;
// The optimiser moves this much of a function from one group to the next when something else changes.
const drift = 512;

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1).padStart(7)} KB`;
const line = (bytes, name, rest = '') => console.log(`${String(bytes).padStart(8)} ${kilobytes(bytes)}  ${name}${rest}`);

const server = await startServer();
const files = manifest();

async function pageSize(address) {
  const answer = await request(server.url, address, { headers: { 'Accept-Encoding': 'br' } });
  if (answer.status !== 200) throw new Error(`${address} is answered ${answer.status}`);
  return answer.wireBytes;
}

const artefactOf = (name) => {
  if (name.endsWith('.wasm')) return 'wasm';
  if (name.endsWith('.dat')) return 'ICU data';
  return name.startsWith('fonts/') ? 'fonts' : 'glue';
};

const assets = firstLoadNames(Object.keys(files)).map((name) => ({ name, artefact: artefactOf(name), bytes: brotliSize(files[name]) }));
const sum = (parts) => parts.reduce((total, { bytes }) => total + bytes, 0);

function check(name, bytes) {
  const entry = book.firstVisit[name];
  line(bytes, name, `, ${(100 * bytes / entry.limit).toFixed(0)} % of ${entry.limit / 1024} KB`);
  if (bytes > entry.limit) throw new Error(`${name}: ${bytes - entry.limit} bytes over the limit`);
  if (isBlessing) entry.measured = bytes;
  else if (bytes > entry.measured * growth) throw new Error(`${name}: ${bytes} bytes, ${entry.measured} are known`);
}

for (const artefact of ['wasm', 'ICU data', 'fonts', 'glue']) {
  test(`of a first visit in Arabic, ${artefact} is as small as promised and no larger than known`, async () => {
    const parts = assets.filter((part) => part.artefact === artefact);
    if (parts.length > 1) for (const { name, bytes } of parts) line(bytes, `  ${name}`);
    check(artefact, sum(parts));
  });
}

// What a page loads besides itself is the same for all pages in a language.
for (const address of [sheet('ar'), '/ar', '/ar/d/rabat']) {
  test(`a first visit of ${address} is as small as promised and no larger than known`, async () => {
    check(address, sum(assets) + await pageSize(address) + await pageSize(icon));
  });
}

// Our modules stand in namespaces of their own names; the rest is told by its prefixes.
const ours = ['app', 'base', 'doc', 'domain', 'fonts', 'i18n', 'layout', 'mirror', 'paint', 'pages', 'platform', 'raster', 'routes',
  'state', 'style', 'text', 'unicode', 'wire'];
const groups = [
  ...ours.map((name) => [name, new RegExp(`\\b${name}::|${name.length}${name}(?=[\\dE])`)]),
  ['texts', /^\.rodata$|^\.rodata\.\.L\.str/], // All string literals, the messages of four languages above all.
  ['harfbuzz', /\b_?hb_|\b(OT|AAT|CFF|graph)::|_hb_|hb_use|ot_languages|indic|khmer|myanmar|_use_|use_|hangul|thai|hebrew|joining_table|arabic/],
  ['icu', /\bicu(_\d+)?::|\bu(bidi|brk|data|hash|char|str|text|loc|res|cptrie|prv|mtx|tag|8|ltag|_)[A-Za-z0-9]*_|^u_|ubidi|_canonicalize|[Rr]esourceBundle|UResource|UErrorCode|LANGUAGES|COUNTRIES|impTab|bracket|UBiDi|UText|uhash/],
  ['imgui', /\bIm[A-Z]|ImGui|^stb|\bstb(tt|rp)_|GCrc32|SettingsHandler/],
  ['yoga', /facebook|\bYG/],
  ['nlohmann_json', /nlohmann/],
];

// The first of these names that stands in a symbol; the libraries of C and C++ where there is none.
function groupOf(symbol) {
  let best = { group: 'libraries of C and C++', at: Infinity };
  for (const [group, pattern] of groups) {
    const at = symbol.search(pattern);
    if (at >= 0 && at < best.at) best = { group, at };
  }
  return best.group;
}

function groupSizes() {
  const folder = join(siteFolder, '../wasm');
  const read = (name) => readFileSync(join(folder, name));
  const sizes = new Map();
  const add = ({ name, bytes }) => sizes.set(groupOf(name), (sizes.get(groupOf(name)) ?? 0) + bytes);
  codeSymbols(read('rihab.wasm'), read('rihab.mjs.symbols').toString()).forEach(add);
  dataSymbols(read('rihab.map').toString()).forEach(add);
  return new Map([...sizes].sort(([, a], [, b]) => b - a));
}

test('no group of symbols in the wasm has grown by more than 2 %', async () => {
  const sizes = groupSizes();
  const grown = [];
  for (const [group, bytes] of sizes) {
    line(bytes, `  ${group}`);
    const known = book.symbols[group] ?? 0;
    if (bytes > known * growth && bytes > known + drift) grown.push(`${group} from ${known} to ${bytes}`);
  }
  if (isBlessing) book.symbols = Object.fromEntries(sizes);
  else if (grown.length) throw new Error(grown.join(', '));
});

atEnd(() => {
  if (isBlessing) writeFileSync(file, `${JSON.stringify(book, null, 2)}\n`);
});

await run();
