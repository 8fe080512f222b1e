// Lays out the same paragraphs in Chromium's DOM and in our engine (through text-cli) and compares where lines
// begin, how wide they are and where their baselines lie.
// Usage: node text.test.mjs [--cli PROGRAM] [--fonts FOLDER] [--random COUNT] [--seed N] [--verbose]
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumFile, isFull, root } from '../support/places.mjs';
import { corpusCases, pairCases, randomCases } from './text_cases.mjs';

const { values: options } = parseArgs({
  options: {
    cli: { type: 'string', default: join(root, 'build/native/tests/client/text/text-cli') },
    fonts: { type: 'string', default: join(root, 'build/native/assets/fonts') },
    random: { type: 'string', default: isFull ? '4000' : '400' },
    seed: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
});

const WIDTH_TOLERANCE_PX = 0.05;
const BASELINE_TOLERANCE_PX = 0.02;
const CHUNK = 200; // Paragraphs in the page at once.

const faces = [
  ['Rihab Arabic', 400, 'arabic-400.ttf'],
  ['Rihab Arabic', 700, 'arabic-700.ttf'],
  ['Rihab Latin', 400, 'latin-400.ttf'],
  ['Rihab Latin', 700, 'latin-700.ttf'],
  ['Rihab Tifinagh', 400, 'tifinagh-400.ttf'],
  ['Rihab Names Arabic', 400, 'names-arabic-400.ttf'],
  ['Rihab Names Tifinagh', 400, 'names-tifinagh-400.ttf'],
];
const chains = {
  ar: "'Rihab Arabic','Rihab Latin','Rihab Tifinagh'",
  zgh: "'Rihab Tifinagh','Rihab Latin','Rihab Arabic'",
  latin: "'Rihab Latin','Rihab Arabic','Rihab Tifinagh'",
  names: "'Rihab Latin','Rihab Names Arabic','Rihab Names Tifinagh'",
};

const html = `<!doctype html><meta charset=utf-8><style>
${faces.map(([family, weight, file]) => `@font-face{font-family:'${family}';font-weight:${weight};src:url(/${file})}`).join('\n')}
body{margin:0;text-rendering:geometricPrecision;font-kerning:normal;font-synthesis:none}
p{margin:0}</style><body>`;

async function serve() {
  const server = createServer(async (request, response) => {
    if (request.url === '/') return response.end(html);
    const file = faces.map((face) => face[2]).find((name) => request.url === `/${name}`);
    if (!file) return response.writeHead(404).end();
    response.setHeader('content-type', 'font/ttf');
    response.end(await readFile(join(options.fonts, file)));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

// Runs in the page. What the browser shows of each case, in the form that text-cli prints.
function measureInPage(cases, chainFamilies) {
  document.body.textContent = '';
  const paragraphs = cases.map((one) => {
    const p = document.createElement('p');
    p.lang = one.language;
    p.dir = one.direction;
    p.style.cssText = `font:${one.weight} ${one.sizePx}px/${one.lineHeight} ${chainFamilies[one.chain]};width:${one.widthPx}px;` +
      `white-space:${one.wrap === 'nowrap' ? 'nowrap' : one.text.includes('\n') ? 'pre-line' : 'normal'};` +
      `overflow-wrap:${one.overflowWrap}`;
    const fill = (parent, begin, end, spans) => {
      let at = begin;
      for (let i = 0; i < spans.length; i++) {
        const span = spans[i];
        if (span.begin < at) continue;
        if (span.begin > at) parent.append(document.createTextNode(one.text.slice(at, span.begin)));
        const element = document.createElement(span.isolate ? 'bdi' : 'span');
        element.style.fontWeight = span.weight;
        element.lang = span.language;
        fill(element, span.begin, span.end, spans.slice(i + 1).filter((inner) => inner.end <= span.end));
        parent.append(element);
        at = span.end;
      }
      if (at < end) parent.append(document.createTextNode(one.text.slice(at, end)));
    };
    fill(p, 0, one.text.length, one.spans);
    // What stands on the baseline, beside a letter of the same style: tells how far below a text box's top it lies.
    const probe = document.createElement('p');
    probe.style.cssText = p.style.cssText + ';white-space:nowrap';
    const mark = document.createElement('span');
    mark.style.display = 'inline-block';
    probe.append('x', mark);
    document.body.append(p, probe);
    return { p, probe, mark };
  });

  return paragraphs.map(({ p, probe, mark }, index) => {
    const one = cases[index];
    const letter = document.createRange();
    letter.selectNodeContents(probe.firstChild);
    const ascentPx = mark.getBoundingClientRect().bottom - letter.getBoundingClientRect().top;
    const box = p.getBoundingClientRect();
    const lineHeightPx = Math.floor(Math.round(one.sizePx * 64) / 64 * one.lineHeight * 64) / 64;
    const nodes = [];
    const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(), begin = 0; node; node = walker.nextNode()) {
      nodes.push({ node, begin });
      begin += node.data.length;
    }
    const lines = [];
    for (const { node, begin } of nodes) {
      for (let i = 0; i < node.data.length; i++) {
        const range = document.createRange();
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        for (const rect of range.getClientRects()) {
          if (rect.width === 0 && node.data[i] === ' ') continue; // Hangs, or is gone.
          const number = Math.floor((rect.top + rect.height / 2 - box.top) / lineHeightPx);
          const line = (lines[number] ??= { start: begin + i, left: Infinity, right: -Infinity, top: rect.top - box.top });
          line.start = Math.min(line.start, begin + i);
          if (rect.width === 0 || node.data[i] === '\n') continue;
          line.left = Math.min(line.left, rect.left);
          line.right = Math.max(line.right, rect.right);
        }
      }
    }
    return {
      heightPx: box.height,
      lines: Array.from(lines, (line) => line && ({ start: line.start, widthPx: Math.max(0, line.right - line.left), baselinePx: line.top + ascentPx })),
    };
  });
}

function layOutWithEngine(cases) {
  const escape = (text) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
  const input = cases.map((one) => [
    one.language, one.direction, one.chain, one.sizePx, one.lineHeight, one.weight, one.widthPx, one.wrap, one.overflowWrap,
    one.spans.map((s) => [s.begin, s.end, s.weight, s.isolate ? 1 : 0, s.language].join(',')).join(';'),
    escape(one.text)].join('\t') + '\n').join('');
  const run = spawnSync(options.cli, [options.fonts], { input, maxBuffer: 1 << 30, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`text-cli failed: ${run.stderr || run.signal || run.error}`);
  return run.stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
}

// Chromium drops a letter where it has broken a right-to-left word and the rest ends with a space before another
// text node or level (seen in its pictures too): it cuts the space from the wrong side. We do not follow it.
function dropsLetter(one, line) {
  const insideWord = line.start > 0 && !' \n'.includes(one.text[line.start - 1]);
  const text = one.text.slice(line.start, line.end);
  return one.overflowWrap === 'anywhere' && insideWord && text.includes(' ') && /[\u0600-\u06ff]/.test(text);
}

function differences(one, dom, engine, worst) {
  const found = [];
  const ours = engine.lines.filter((line) => line.visibleEnd > line.start);
  const theirs = dom.lines.filter((line) => line && line.widthPx > 0);
  const starts = (lines) => lines.map((line) => line.start).join(' ');
  if (starts(ours) !== starts(theirs)) return [`breaks: DOM ${starts(theirs)}, engine ${starts(ours)}`];
  if (Math.abs(dom.heightPx - engine.heightPx) > 0.02) found.push(`height: DOM ${dom.heightPx}, engine ${engine.heightPx}`);
  ours.forEach((line, i) => {
    const width = dropsLetter(one, line) ? 0 : Math.abs(line.widthPx - theirs[i].widthPx);
    worst.width = Math.max(worst.width, width);
    if (width > WIDTH_TOLERANCE_PX) found.push(`width of line ${i} ${JSON.stringify(one.text.slice(line.start, line.end))}: DOM ${theirs[i].widthPx}, engine ${line.widthPx}`);
    const baseline = Math.abs(line.baselinePx - theirs[i].baselinePx);
    worst.baseline = Math.max(worst.baseline, baseline);
    if (baseline > BASELINE_TOLERANCE_PX) found.push(`baseline of line ${i} differs by ${baseline}`);
  });
  return found;
}

const cases = [...corpusCases(), ...pairCases(), ...randomCases(Number(options.random), Number(options.seed))];
const server = await serve();
const browser = await chromium.launch({
  executablePath: chromiumFile,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
let failed = 0;
let lineCount = 0;
const worst = { width: 0, baseline: 0 };
const byKind = {};
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.evaluate((list) => Promise.all(list.map(([family, weight]) => document.fonts.load(`${weight} 16px '${family}'`, 'aبⵣ'))), faces);
  const engine = layOutWithEngine(cases);
  for (let first = 0; first < cases.length; first += CHUNK) {
    const some = cases.slice(first, first + CHUNK);
    const dom = await page.evaluate(`(${measureInPage})(${JSON.stringify(some)}, ${JSON.stringify(chains)})`);
    some.forEach((one, i) => {
      const found = differences(one, dom[i], engine[first + i], worst);
      lineCount += dom[i].lines.length;
      const kind = (byKind[one.kind] ??= { cases: 0, failed: 0 });
      kind.cases++;
      if (found.length === 0) return;
      failed++;
      kind.failed++;
      if (options.verbose || failed <= 10) {
        console.log(`${one.kind} ${one.chain} ${one.sizePx}px in ${one.widthPx}px ${one.overflowWrap}: ${JSON.stringify(one.text)} ${JSON.stringify(one.spans)}`);
        for (const line of found.slice(0, 3)) console.log(`  ${line}`);
      }
    });
  }
} finally {
  await browser.close();
  server.close();
}

for (const [kind, { cases: all, failed: bad }] of Object.entries(byKind)) console.log(`${kind}: ${all - bad} of ${all} equal`);
console.log(`${lineCount} lines; worst width ${worst.width.toFixed(4)} px, worst baseline ${worst.baseline.toFixed(4)} px`);
console.log(`${cases.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
