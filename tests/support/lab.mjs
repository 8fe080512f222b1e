// The text lab in Chromium, what the browser's own layout says there, and our engine as a native program.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { launch } from './browser.mjs';
import { fontsFolder, textCli } from './places.mjs';

// A browser with the lab open and ready. Its own pixels are `ratio` to each CSS px, as on a real screen; a page whose
// ratio is only `pretended` is laid out in CSS px.
export async function openLab(server, { ratio = 1, pretended = undefined } = {}) {
  const browser = await launch({ gpu: false, args: [`--force-device-scale-factor=${ratio}`] });
  const context = await browser.newContext(pretended ? { deviceScaleFactor: pretended } : { viewport: null });
  const page = await context.newPage();
  page.problems = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) page.problems.push(message.text()); });
  page.on('pageerror', (error) => page.problems.push(error.message));
  await page.goto(`${server.url}/lab/text`);
  await page.evaluate(() => globalThis.textlab.ready);
  return { page };
}

// Runs in the page. Of each { text, language, direction, sizePx, widthPx, starts, carets }: the browser's lines. `starts`
// are where our lines start: each is looked at, and where the browser disagrees all of its own are told.
// carets: { offset, end } of each line's graphemes -> their boxes from the line's left edge.
export function measureInPage(cases) {
  document.body.replaceChildren();
  const elements = cases.map((one) => {
    const p = document.createElement('p');
    p.lang = one.language;
    p.dir = one.direction;
    p.style.cssText = `font-family:${globalThis.textlab.fontFamily};font-size:${one.sizePx}px;width:${one.widthPx}px;` +
      'white-space:normal;overflow-wrap:normal;line-height:1.5;margin:0 0 40px';
    p.textContent = one.text;
    document.body.append(p);
    return p;
  });
  const range = document.createRange();
  const rectsOf = (node, start, end) => {
    range.setStart(node, start);
    range.setEnd(node, end);
    return [...range.getClientRects()];
  };

  return elements.map((p, index) => {
    const one = cases[index];
    const node = p.firstChild;
    const box = p.getBoundingClientRect();
    if (!node || box.height === 0) return { heightPx: box.height, agrees: one.starts.length === 0, starts: [], lines: [] };
    const lineHeightPx = Number.parseFloat(getComputedStyle(p).lineHeight);
    const numberOf = (rect) => Math.floor((rect.top + rect.height / 2 - box.top) / lineHeightPx);
    const lines = [];
    for (const rect of rectsOf(node, 0, node.length)) {
      if (rect.width === 0) continue;
      const line = (lines[numberOf(rect)] ??= { left: Infinity, right: -Infinity });
      line.left = Math.min(line.left, rect.left);
      line.right = Math.max(line.right, rect.right);
    }
    // The first and the last line that a unit shows something on; nothing for collapsed white space and controls.
    const shownOn = (unit) => {
      const numbers = rectsOf(node, unit, unit + 1).filter(({ width }) => width > 0).map(numberOf);
      return numbers.length > 0 ? numbers[0] : null;
    };
    const before = (unit) => {
      for (let at = unit - 1; at >= 0; --at) if (shownOn(at) !== null) return shownOn(at);
      return null;
    };
    const after = (unit) => {
      for (let at = unit; at < node.length; ++at) if (shownOn(at) !== null) return shownOn(at);
      return null;
    };
    const shown = Array.from(lines, (line, number) => line && { number, ...line }).filter(Boolean);
    const agrees = shown.length === one.starts.length && one.starts.every((start, i) =>
      after(start) === shown[i].number && (i === 0 || before(start) === shown[i - 1].number));
    let starts = one.starts;
    if (!agrees) {
      const firsts = new Map();
      for (let unit = 0; unit < node.length; ++unit) {
        const number = shownOn(unit);
        if (number !== null && !firsts.has(number)) firsts.set(number, unit);
      }
      starts = shown.map(({ number }) => firsts.get(number));
    }
    const carets = agrees && one.carets ? one.carets.map((graphemes, i) => graphemes.map(([start, end]) => {
      const rects = rectsOf(node, start, end);
      if (rects.length === 0) return null;
      const { left } = shown[i];
      return [Math.min(...rects.map((rect) => rect.left)) - left, Math.max(...rects.map((rect) => rect.right)) - left];
    })) : null;
    return { heightPx: box.height, agrees, starts, lines: shown.map(({ left, right }) => ({ widthPx: right - left })), carets };
  });
}

// As text-cli wants it.
export const escapeText = (text) => text.replace(/[\\\n\r\t]/g, (c) => ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' })[c]);

// One line of text-cli for a plain text.
const cliLine = (one) => ['plain', one.language, one.direction, one.sizePx, one.lineHeight ?? 1.5, one.ratio ?? 1, one.widthPx,
  one.wantsCarets ? 1 : 0, escapeText(one.text)].join('\t');

// Lines of text-cli in, its answers out.
export async function askEngine(lines) {
  const child = spawn(textCli, [fontsFolder], { stdio: ['pipe', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => { output += text; });
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  const [status, signal] = await once(child, 'close');
  if (status !== 0) throw new Error(`text-cli ended with ${status ?? signal}`);
  return output.trimEnd().split('\n').map((line) => JSON.parse(line));
}

export const layOutNatively = (cases) => askEngine(cases.map(cliLine));

// Runs in the page: the lab's answers, while whatever could measure text in the DOM throws.
export function layOutInPage(cases) {
  const never = () => { throw new Error('the lab measures in the DOM'); };
  const kept = [
    [Range.prototype, 'getClientRects'], [Range.prototype, 'getBoundingClientRect'],
    [Element.prototype, 'getClientRects'], [Element.prototype, 'getBoundingClientRect'],
    [CanvasRenderingContext2D.prototype, 'measureText'], [OffscreenCanvasRenderingContext2D.prototype, 'measureText'],
    [Document.prototype, 'createRange'],
  ].map(([owner, name]) => [owner, name, owner[name]]);
  const { Range: range } = globalThis;
  for (const [owner, name] of kept) owner[name] = never;
  globalThis.Range = never;
  try {
    return cases.map(({ text, language, direction, sizePx, widthPx }) =>
      globalThis.textlab.layout({ text, lang: language, dir: direction, sizePx, widthPx }));
  } finally {
    globalThis.Range = range;
    for (const [owner, name, value] of kept) owner[name] = value;
  }
}

export function* chunks(list, size) {
  for (let first = 0; first < list.length; first += size) yield list.slice(first, first + size);
}
