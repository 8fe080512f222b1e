// Shows random pages of the style table in Chromium and compares every box with what client/layout makes of it.
// Usage: node boxes.test.mjs [--cli PROGRAM] [--fonts FOLDER] [--pages COUNT] [--seed N] [--verbose]
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumFile, isFull, root } from '../support/places.mjs';

const { values: options } = parseArgs({
  options: {
    cli: { type: 'string', default: join(root, 'build/native/tests/client/layout/box-samples') },
    fonts: { type: 'string', default: join(root, 'build/native/assets/fonts') },
    pages: { type: 'string', default: isFull ? '60' : '8' },
    seed: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
});
// Size of the text in percent, random pages for each language, one case of how many, widths of the viewport.
const rounds = [
  { size: '100', pages: options.pages, every: '5', widths: [320, 360, 759, 760, 768, 1120, 1280] },
  { size: '125', pages: '0', every: '10', widths: [360, 949, 950, 1280] },
  { size: '150', pages: '0', every: '10', widths: [360, 1139, 1140, 1280] },
  { size: '200', pages: '1', every: '10', widths: [320, 360, 768, 1519, 1520] },
];
if (isFull) for (const round of rounds) Object.assign(round, { every: '1', pages: options.pages });
const tolerancePx = 1;

const folder = mkdtempSync(join(tmpdir(), 'boxes-'));
for (const { size, pages, every, widths } of rounds) {
  const place = join(folder, size);
  mkdirSync(place);
  const made = spawnSync(options.cli, [place, size, pages, options.seed, every, ...widths.map(String)], { encoding: 'utf8' });
  if (made.status !== 0) {
    console.log(`box-samples failed: ${made.stderr || made.signal || made.error}`);
    console.log('0 passed, 1 failed');
    process.exit(1);
  }
}

const types = { html: 'text/html;charset=utf-8', css: 'text/css', ttf: 'font/ttf' };
const server = createServer((request, response) => {
  const name = basename(request.url);
  try {
    const bytes = readFileSync(request.url.startsWith('/fonts/') ? join(options.fonts, name) : join(folder, request.url));
    response.setHeader('content-type', types[name.split('.').at(-1)] ?? 'application/octet-stream');
    response.end(bytes);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

// Runs in the page: the border box of every node.
function boxesOfPage() {
  const found = {};
  for (const element of document.querySelectorAll('[class][data-n]')) {
    const box = element.getBoundingClientRect();
    found[element.dataset.n] = {
      box: [box.left + scrollX, box.top + scrollY, box.width, box.height],
      name: `${element.localName}.${element.className}`,
      words: element.firstElementChild?.className ? '' : element.textContent,
    };
  }
  return found;
}

// The edges of a box, not its size: an error would otherwise hide in the sum of two.
const edges = ([x, y, width, height]) => [x, y, x + width, y + height];

function compare(ours, theirs, worst) {
  const found = [];
  for (const [id, x, y, width, height] of ours.boxes) {
    const shown = theirs[id];
    if (!shown) {
      found.push(`${id} is not in the page`);
      continue;
    }
    const a = edges([x, y, width, height]);
    const b = edges(shown.box);
    const difference = Math.max(...a.map((value, i) => Math.abs(value - b[i])));
    worst.px = Math.max(worst.px, difference);
    if (!(difference <= tolerancePx)) {
      found.push(`${shown.name} ${id}: ours ${[x, y, width, height]}, Chromium ${shown.box.map((value) => +value.toFixed(3))}` +
        (shown.words && ` "${shown.words}"`));
      if (shown.words && Math.abs(height - shown.box[3]) > tolerancePx) found.unshift(found.pop()); // Probably the cause.
    }
  }
  return found;
}

const browser = await chromium.launch({
  executablePath: chromiumFile,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
let passed = 0;
let failed = 0;
let boxes = 0;
const worst = { px: 0 };
try {
  const page = await browser.newPage();
  const samples = rounds.flatMap(({ size }) => JSON.parse(readFileSync(join(folder, size, 'boxes.json'), 'utf8'))
    .map((sample) => ({ ...sample, page: `${size}/${sample.page}` })));
  for (const { page: name, widths } of samples) {
    await page.goto(`http://127.0.0.1:${server.address().port}/${name}`);
    await page.evaluate(() => document.fonts.ready);
    for (const ours of widths) {
      await page.setViewportSize({ width: ours.width, height: 800 });
      const found = compare(ours, await page.evaluate(boxesOfPage), worst);
      boxes += ours.boxes.length;
      if (found.length === 0) {
        ++passed;
        continue;
      }
      ++failed;
      if (options.verbose || failed <= 5) {
        console.log(`${name} at ${ours.width} px (seed ${options.seed}): ${found.length} boxes differ`);
        for (const line of found.slice(0, 4)) console.log(`    ${line}`);
      }
    }
  }
} finally {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true });
}
console.log(`    ${boxes} boxes; worst edge ${worst.px.toFixed(4)} px`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
