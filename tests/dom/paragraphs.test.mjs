// 2,000 paragraphs in four languages, laid out by Chromium's DOM, by our engine as a native program, and by /lab/text while
// nothing in the page may measure: lines start at the same letter, lines and carets agree within 0.05 px. `full`
// lays out each ten times.
// Usage: node paragraphs.test.mjs     RIHAB_SEED=N for other paragraphs
import assert from 'node:assert/strict';
import { note, run, test } from '../support/harness.mjs';
import { chunks, layOutInPage, layOutNatively, measureInPage, openLab } from '../support/lab.mjs';
import { isFull } from '../support/places.mjs';
import { startServer } from '../support/server.mjs';
import { jaccard, languages, layouts, mostAlike, paragraphs, ratios, shingles } from './paragraphs.mjs';

const toleranceOfWidth = 0.05;  // CSS px
const leastEqual = { ar: 1, zgh: 1, fr: 0.995, en: 0.995 };
const atOnce = 250;             // Paragraphs in the page.

const server = await startServer({ flags: ['--lab'] });
const { kept, refused } = paragraphs(2000, Number(process.env.RIHAB_SEED ?? 1));
const all = layouts(kept, isFull ? 20_000 : 2000);
const withCarets = Math.floor(all.length / 500);
all.forEach((one, index) => { one.wantsCarets = index % withCarets === 0; });

test('the paragraphs are 500 of each language, and none is nearly another', () => {
  note(`${refused} near-duplicates were refused (more than ${mostAlike} of the runs of three words shared)`);
  for (const language of languages) {
    const own = kept.filter((one) => one.language === language).map(({ text }) => shingles(text));
    assert.equal(own.length, 500);
    own.forEach((one, i) => own.slice(0, i).forEach((other) => assert.ok(jaccard(one, other) <= mostAlike)));
  }
});

// As numbers of 32 bits, which is what the engine gives: equal means equal.
const rounded = ({ heightPx, lines }) => ({
  heightPx: Math.fround(heightPx),
  lines: lines.map(({ start, end, widthPx }) => ({ start, end, widthPx: Math.fround(widthPx) })),
});

function compareCarets(one, dom, figures) {
  one.native.lines.forEach(({ carets }, number) => dom.carets[number].forEach((box, i) => {
    if (!box) return;
    const [offset, x] = carets[i];
    const off = Math.min(Math.abs(box[0] - x), Math.abs(box[1] - x));
    ++figures.carets;
    figures.worstCaret = Math.max(figures.worstCaret, off);
    if (off > toleranceOfWidth) figures.wrong.push(`caret at ${offset}: ${x}, the browser's letter spans ${box}: ${describe(one)}`);
  }));
}

const describe = ({ language, sizePx, widthPx, text }) => `${language}, ${sizePx} px in ${widthPx} px, ${JSON.stringify(text)}`;

// Tells the first line that parts, and by how much our line would have to be wider.
function explain(one, dom) {
  const ours = one.native.lines;
  const at = dom.starts.findIndex((start, i) => start !== ours[i]?.start);
  const line = Math.max(0, at - 1);
  return `line ${line + 1} ends before ${ours[at]?.start} for us (${ours[line].widthPx} px), before ${dom.starts[at]} for the browser ` +
    `(${dom.lines[line].widthPx} px): ${describe(one)}`;
}

function compare(one, dom, figures) {
  const counts = figures.languages[one.language];
  ++counts.layouts;
  figures.lines += one.native.lines.length;
  if (!dom.agrees) {
    ++counts.parted;
    figures.explained.push(explain(one, dom));
    return;
  }
  const height = Math.abs(dom.heightPx - one.native.heightPx);
  if (height > toleranceOfWidth) figures.wrong.push(`height ${one.native.heightPx}, the browser's ${dom.heightPx}: ${describe(one)}`);
  dom.lines.forEach(({ widthPx }, i) => {
    const off = Math.abs(widthPx - one.native.lines[i].widthPx);
    figures.worstWidth = Math.max(figures.worstWidth, off);
    if (off > toleranceOfWidth) figures.wrong.push(`line ${i + 1} is ${one.native.lines[i].widthPx} px, the browser's ${widthPx} px: ${describe(one)}`);
  });
  if (dom.carets) compareCarets(one, dom, figures);
}

const newFigures = () => ({
  languages: Object.fromEntries(languages.map((language) => [language, { layouts: 0, parted: 0 }])),
  lines: 0, carets: 0, worstWidth: 0, worstCaret: 0, unlikeNative: [], wrong: [], explained: [],
});

// Takes what the page must know of a layout: not our answer.
const forPage = ({ text, language, direction, sizePx, widthPx, native, wantsCarets }) => ({
  text, language, direction, sizePx, widthPx,
  starts: native.lines.map(({ start }) => start),
  carets: wantsCarets ? native.lines.map(({ carets }) => carets.slice(0, -1).map(([start], i) => [start, carets[i + 1][0]])) : null,
});

async function compareAll(some, lab, ratio) {
  const native = await layOutNatively(some.map((one) => ({ ...one, ratio })));
  const cases = some.map((one, i) => ({ ...one, native: native[i] }));
  const figures = newFigures();
  for (const part of chunks(cases, atOnce)) {
    const sent = part.map(forPage);
    const inPage = await lab.page.evaluate(layOutInPage, sent);
    const dom = await lab.page.evaluate(measureInPage, sent);
    part.forEach((one, i) => {
      try {
        assert.deepEqual(rounded(inPage[i]), rounded(one.native));
      } catch {
        figures.unlikeNative.push(describe(one));
      }
      compare(one, dom[i], figures);
    });
  }
  return figures;
}

function check(figures, lab) {
  note(`${figures.lines} lines, worst width ${figures.worstWidth.toFixed(4)} px; ${figures.carets} carets, worst ${figures.worstCaret.toFixed(4)} px; ` +
    Object.entries(figures.languages).map(([language, { layouts: count, parted }]) => `${language} ${count - parted} of ${count}`).join(', '));
  for (const line of figures.explained) note(line);
  assert.deepEqual(figures.unlikeNative.slice(0, 3), [], 'the lab and the native program part');
  for (const [language, { layouts: count, parted }] of Object.entries(figures.languages))
    assert.ok(count - parted >= leastEqual[language] * count, `${language}: ${parted} of ${count} layouts break elsewhere`);
  assert.deepEqual(figures.wrong.slice(0, 5), []);
  assert.ok(figures.carets > 0, 'no caret was compared');
  assert.deepEqual(lab.page.problems, []);
}

for (const ratio of ratios) {
  const some = all.filter((one) => one.ratio === ratio);
  test(`at ratio ${ratio} the lines of ${some.length} layouts are the browser's, natively and in the lab that cannot measure`, async () => {
    const lab = await openLab(server, { ratio });
    check(await compareAll(some, lab, ratio), lab);
  }, { timeout: 600_000 });
}

test('where a ratio is only pretended, the lines are those of ratio 1', async () => {
  const lab = await openLab(server, { pretended: 2 });
  check(await compareAll(all.filter((_, i) => i % Math.floor(all.length / 100) === 0), lab, 1), lab);
}, { timeout: 600_000 });

await run();
