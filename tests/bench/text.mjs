// How fast our text engine is beside CanvasKit's Paragraph and Chromium's DOM: one page, one run, turn by turn, the same
// fonts, sizes and widths, the same 1,000 distinct paragraphs a language. One line a language and case, then medians.
//
// Cold is from a string to its lines: shaped, broken, the lines read; code and fonts are warm, no text is known. The DOM
// shapes words by themselves only in a canvas, not in a paragraph, and no paragraph comes twice; CanvasKit's cache of
// paragraphs goes by their whole text. Relayout is the same paragraphs at other widths, each of them new.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from '../support/browser.mjs';
import { atEnd, run, test } from '../support/harness.mjs';
import { root } from '../support/places.mjs';
import { languages, paragraphs } from './text_corpus.mjs';

const count = 1000;
const warmUpCount = 100;
const batch = 10;        // Paragraphs in one turn of one engine: short enough that a busy machine seldom interrupts it.
const coldWidth = 320;   // px: about five lines.
const otherWidths = [272, 300, 250, 288];

// At most these times what the other engine takes, as the median of the languages. All three meet the same noise, so that
// a busy machine moves a ratio far less than a time.
const budgets = { 'cold ours/canvaskit': 0.5, 'cold ours/dom': 1.0, 'relayout ours/canvaskit': 0.1 };

const web = join(root, 'build/web');
const canvasKit = join(root, 'node_modules/canvaskit-wasm/bin');
const { faces } = JSON.parse(await readFile(join(root, 'fonts/manifest.json'), 'utf8'));

const page = '<!doctype html><meta charset=utf-8><script src=/canvaskit/canvaskit.js></script><script src=/text_page.js></script><body>';
const files = {
  '/text_page.js': fileURLToPath(new URL('text_page.js', import.meta.url)),
  '/textbench.mjs': join(web, 'wasm/textbench.mjs'),
  '/textbench.wasm': join(web, 'wasm/textbench.wasm'),
  '/icudt-cut.dat': join(web, 'assets/icudt-cut.dat'),
  '/canvaskit/canvaskit.js': join(canvasKit, 'canvaskit.js'),
  '/canvaskit/canvaskit.wasm': join(canvasKit, 'canvaskit.wasm'),
  ...Object.fromEntries(faces.map(({ file }) => [`/fonts/${file}`, join(web, 'assets/fonts', file)])),
};
const types = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };

// The headers isolate the page: only then does its clock count in 5 µs.
async function serve() {
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const isolation = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
    if (path === '/') return response.writeHead(200, { 'Content-Type': 'text/html', ...isolation }).end(page);
    if (!files[path]) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream', ...isolation });
    response.end(await readFile(files[path]));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  atEnd(() => new Promise((resolve) => server.close(resolve)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return `http://127.0.0.1:${port}/`;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const address = await serve();
const browser = await launch();
const tab = await browser.newPage();
const figures = {};  // "ar cold": { ours, canvaskit, dom } in µs a paragraph, and the ratios of the turns.

async function measure(language) {
  const texts = paragraphs(language, count + warmUpCount);
  return tab.evaluate((asked) => globalThis.measure(asked), {
    faces, language, batch, coldWidth, otherWidths, warmUp: texts.slice(count), texts: texts.slice(0, count),
  });
}

// The ratio of the two engines in each turn: both met the same noise of the machine.
const ratio = (turns, phase, other) => median(turns.map((turn) => turn.ours[phase].ms / turn[other][phase].ms));
const layouts = { cold: batch, relayout: batch * otherWidths.length };
const micros = (turns, phase, name) => median(turns.map((turn) => turn[name][phase].ms)) * 1000 / layouts[phase];

function tell(language, turns) {
  for (const phase of ['cold', 'relayout']) {
    const [canvaskit, dom] = ['canvaskit', 'dom'].map((other) => ratio(turns, phase, other));
    figures[`${language} ${phase}`] = { canvaskit, dom, micros: ['ours', 'canvaskit', 'dom'].map((name) => micros(turns, phase, name)) };
    console.log(`${language} ${phase} ours/canvaskit ${canvaskit.toFixed(2)} ours/dom ${dom.toFixed(2)}`);
  }
}

// That all three did the same work: as many lines as the browser has.
function sameLines(turns, name, phase) {
  const pairs = turns.flatMap((turn) => turn[name][phase].lines.map((lines, i) => lines === turn.dom[phase].lines[i]));
  return pairs.filter(Boolean).length / pairs.length;
}

test('the page is isolated, so that its clock is fine', async () => {
  await tab.goto(address);
  assert.ok(await tab.evaluate(() => globalThis.crossOriginIsolated));
});

for (const language of languages) {
  test(`${language}: three engines lay out the same paragraphs in as many lines`, async () => {
    const turns = await measure(language);
    tell(language, turns);
    for (const phase of ['cold', 'relayout']) {
      assert.ok(sameLines(turns, 'ours', phase) >= 0.99, `${phase}: ours differ from the DOM's`);
      assert.ok(sameLines(turns, 'canvaskit', phase) >= 0.9, `${phase}: CanvasKit's differ from the DOM's`);
    }
  }, { timeout: 300_000 });
}

test('the medians keep their budgets', async () => {
  const medians = {};
  console.log('median of the turns, µs a paragraph (ours, CanvasKit, DOM):');
  for (const [name, { micros: numbers }] of Object.entries(figures))
    console.log(`${name.padEnd(14)} ${numbers.map((number) => number.toFixed(1).padStart(7)).join('')}`);
  for (const [name, most] of Object.entries(budgets)) {
    const [phase, pair] = name.split(' ');
    const ratios = languages.map((language) => figures[`${language} ${phase}`][pair.split('/')[1]]);
    medians[name] = median(ratios);
    console.log(`median ${name} ${medians[name].toFixed(3)}, at most ${most}`);
  }
  for (const [name, most] of Object.entries(budgets)) assert.ok(medians[name] <= most, `${name} is over its budget`);
});

await run();
