// How many bytes of brotli a first visit in Arabic takes until the canvas is there, against tests/bench/size.json.
// Growth over 2 % fails until that file is changed on purpose: RIHAB_BLESS=1 writes what is measured now; the limits in
// it are promises and only a person changes them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliSize, firstLoadNames, icon, manifest } from '../support/first_load.mjs';
import { request } from '../support/http.mjs';
import { root, siteFolder } from '../support/places.mjs';
import { startServer } from '../support/server.mjs';
import { sheet } from '../support/cases.mjs';
import { atEnd, run, test } from '../support/harness.mjs';

const file = join(root, 'tests/bench/size.json');
const book = JSON.parse(readFileSync(file, 'utf8'));
const isBlessing = Boolean(process.env.RIHAB_BLESS);
const growth = 1.02;

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

atEnd(() => {
  if (isBlessing) writeFileSync(file, `${JSON.stringify(book, null, 2)}\n`);
});

await run();
