// What a paragraph may have besides its text: spans, weights, isolates, forced breaks, words that are too long. Chromium's
// DOM and our engine agree where lines begin, how wide they are and where their baselines lie.
// Usage: node text.test.mjs     RIHAB_SEED=N for other random texts
import assert from 'node:assert/strict';
import { note, run, test } from '../support/harness.mjs';
import { askEngine, chunks, escapeText, openLab } from '../support/lab.mjs';
import { isFull } from '../support/places.mjs';
import { startServer } from '../support/server.mjs';
import { corpusCases, pairCases, randomCases } from './text_cases.mjs';

const WIDTH_TOLERANCE_PX = 0.05;
const BASELINE_TOLERANCE_PX = 0.02;

// Runs in the page. What the browser shows of each case with its spans, in the form that text-cli prints.
function measureStyled(cases) {
  document.body.replaceChildren();
  const paragraphs = cases.map((one) => {
    const p = document.createElement('p');
    p.lang = one.language;
    p.dir = one.direction;
    p.style.cssText = `font:${one.weight} ${one.sizePx}px/${one.lineHeight} var(${one.chain === 'names' ? '--chain-names' : '--chain'});margin:0;width:${one.widthPx}px;` +
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
    probe.lang = one.language;
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

const cliLine = (one) => [
  one.language, one.direction, one.chain, one.sizePx, one.lineHeight, one.weight, one.widthPx, one.wrap, one.overflowWrap,
  one.spans.map((s) => [s.begin, s.end, s.weight, s.isolate ? 1 : 0, s.language].join(',')).join(';'),
  escapeText(one.text)].join('\t');

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

const server = await startServer({ flags: ['--lab'] });
const lab = await openLab(server);
const cases = [...corpusCases(), ...pairCases(), ...randomCases(isFull ? 4000 : 400, Number(process.env.RIHAB_SEED ?? 1))];
const kinds = new Map(cases.map(({ kind }) => [kind, cases.filter((one) => one.kind === kind)]));

for (const [kind, some] of kinds) {
  test(`${kind}: ${some.length} paragraphs are set as the browser sets them`, async () => {
    const engine = await askEngine(some.map(cliLine));
    const worst = { width: 0, baseline: 0 };
    const wrong = [];
    let [at, lines] = [0, 0];
    for (const part of chunks(some, 200)) {
      for (const [i, dom] of (await lab.page.evaluate(measureStyled, part)).entries()) {
        lines += dom.lines.length;
        const found = differences(part[i], dom, engine[at++], worst);
        if (found.length > 0) wrong.push(`${JSON.stringify(part[i])}: ${found.slice(0, 3).join('; ')}`);
      }
    }
    note(`${kind}: ${lines} lines, worst width ${worst.width.toFixed(4)} px, worst baseline ${worst.baseline.toFixed(4)} px`);
    assert.deepEqual(wrong.slice(0, 5), []);
  });
}

await run();
