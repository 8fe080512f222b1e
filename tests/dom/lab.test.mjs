// The contract of /lab/text, with texts of every kind: what it refuses, what always holds, and the browser's own answer
// wherever our faces have all the letters.
import assert from 'node:assert/strict';
import { note, run, test } from '../support/harness.mjs';
import { request } from '../support/http.mjs';
import { chunks, layOutInPage, layOutNatively, measureInPage, openLab } from '../support/lab.mjs';
import { startServer } from '../support/server.mjs';
import { generator } from './paragraphs.mjs';

const server = await startServer({ flags: ['--lab'] });
const lab = await openLab(server);

test('without --lab there is no lab', async () => {
  const closed = await startServer();
  for (const path of ['/lab/text', '/lab/text/', '/lab']) assert.equal((await request(closed.url, path)).status, 404, path);
});

test('the lab has the policy of every page, and nothing in it breaks it', async () => {
  const [page, home] = [await request(server.url, '/lab/text'), await request(server.url, '/fr')];
  assert.equal(page.headers['content-security-policy'], home.headers['content-security-policy']);
  assert.deepEqual(lab.page.problems, []);
});

test('fontFamily is a string for CSS, and gives each language its chain', async () => {
  const chains = await lab.page.evaluate(() => Object.fromEntries(['ar', 'zgh', 'fr', 'en'].map((lang) => {
    const p = document.createElement('p');
    p.lang = lang;
    p.style.fontFamily = globalThis.textlab.fontFamily;
    const inner = p.appendChild(document.createElement('span'));
    document.body.append(p);
    const families = (element) => getComputedStyle(element).fontFamily.match(/Rihab \w+( \w+)?/g).join();
    const told = [families(p), families(inner)];
    p.remove();
    return [lang, told];
  })));
  const foreign = 'Rihab Arabic More,Rihab Arabic Forms,Rihab Latin More,Rihab Latin Phonetic,' +
    'Rihab Rare Arabic,Rihab Rare Math,Rihab Rare Latin,Rihab Rare Wide,Rihab Rare Epact,Rihab Wait';
  const latin = `Rihab Latin,Rihab Arabic,Rihab Tifinagh,${foreign}`;
  const arabic = `Rihab Arabic,Rihab Latin,Rihab Tifinagh,${foreign}`;
  const amazigh = `Rihab Tifinagh,Rihab Latin,Rihab Arabic,${foreign}`;
  assert.deepEqual(chains, { ar: [arabic, arabic], zgh: [amazigh, amazigh], fr: [latin, latin], en: [latin, latin] });
});

test('every face is loaded when it is ready', async () => {
  const waiting = await lab.page.evaluate(() => [...document.fonts].filter(({ family, status }) => status !== 'loaded' && !family.includes('Wait')).length);
  assert.equal(waiting, 0);
});

const refused = [
  [{ lang: 'de' }, /lang is one of ar, zgh, fr, en, not "de"/], [{ lang: undefined }, /lang/], [{ dir: 'auto' }, /dir is one of ltr, rtl/],
  [{ dir: undefined }, /dir/], [{ sizePx: 0 }, /sizePx/], [{ sizePx: -1 }, /sizePx/], [{ sizePx: Number.NaN }, /sizePx/], [{ sizePx: '16' }, /sizePx/],
  [{ widthPx: -1 }, /widthPx/], [{ widthPx: Number.NaN }, /widthPx/], [{ widthPx: undefined }, /widthPx/], [{ text: null }, /text is a string/],
];

test('what it does not know it refuses with a sentence', async () => {
  for (const [change, sentence] of refused) {
    const message = await lab.page.evaluate((wrong) => {
      try {
        globalThis.textlab.layout({ text: 'a', lang: 'en', dir: 'ltr', sizePx: 16, widthPx: 100, ...wrong });
      } catch (error) {
        return error.message;
      }
      return 'accepted';
    }, change);
    assert.match(message, sentence, JSON.stringify(change));
  }
});

test('the answer has the form of the contract', async () => {
  const [answer] = await lab.page.evaluate(layOutInPage, [{ text: 'محكمة الرباط', language: 'ar', direction: 'rtl', sizePx: 16, widthPx: 50 }]);
  assert.deepEqual(Object.keys(answer).sort(), ['heightPx', 'lines']);
  assert.equal(answer.heightPx, 48);
  assert.deepEqual(answer.lines.map(({ start, end, rtl }) => ({ start, end, rtl })), [{ start: 0, end: 6, rtl: true }, { start: 6, end: 12, rtl: true }]);
  assert.ok(answer.lines.every(({ widthPx }) => widthPx > 0 && widthPx < 60));
});

// What our faces have, and what has no face: there our replacement differs from the browser's, and only the form holds.
const known = {
  arabic: ['ب', 'لا', 'اللّه', 'مُحَمَّد', 'كـتاب', '٣٤٥', 'ة', 'ؤ', 'گ', 'ی', 'ـ', 'لإ'],
  latin: ['a', 'office', 'ffi', 'AVATAR', 'œ', 'é', 'e\u0301', 'ß', '12', '1.234,5', 'x-y', 'l’eau', 'state-of-the-art', 'ḥ', 'ẓ'],
  tifinagh: ['ⴰ', 'ⵜⵉⴼⵉⵏⴰⵖ', 'ⴽⵯ', 'ⵏ⵿ⵏ', 'ⵥ'],
  // Letters of other languages: a face for each few of them, beside and inside words of ours.
  latinOfOthers: ['ƙasa', 'ƴanci', 'ɗan', 'Ɓaure', 'ŋga', 'ǌ', 'Việt', 'nghị', 'người', 'ế', 'quy\u1ec1\u0323n', 'ẹ\u0301', 'a\u0331', 'ʃəˈɪŋ', 'kʷʰ', 'ɡ\u0331', 'ꞵ', 'ᵫ', 'ᶑ\u1dc4', '𐞁', '𝼀', '𝼥', 'Ａｂ', 'ǃꭓ', 'a\u1dc4', 'o\u0485'],
  arabicOfOthers: ['ئۇيغۇر', 'کوردستان', 'ڵ', 'سنڌي', 'ٻ', 'ښوونځی', 'ݐ', 'كݢتب', 'بࢩب', 'ݢل', 'ࢣ', 'ࡰ', 'لࢷا', 'ب\u08f0', 'بࣰت', 'ﷺ', 'ﷲ', 'ݖݖ', '𞸀', 'ݣݣَ'],
  marks: ['«', '»', '(', ')', '[', ']', '“', '”', '،', '؟', '…', '–', '—', '!', '/', '://', '?', '&', '%', '€', '•', '-', '‐', '‑', '"', '{', '}', '<', '>', '@', '#', '°'],
  spaces: [' ', ' ', ' ', '  ', '\t', '\n', '\r', ' \n\t ', '\u00a0', '\u202f'],
  joiners: ['می\u200cخ', 'هـ\u200dب', 'a\u2060b', '\u200e', '\u200f', '\u20682026/12\u2069', '\u2068رقم\u2069', '\u2066a-b\u2069', '\u2067ب 1\u2069'],
};
const unknown = ['😀', '👨‍👩‍👧', '🇲🇦', '漢字', 'かな', 'ไทย', '한글', '\ud800', '\udc00', '\u0000', '\u0007', '\u000b', '\u000c', '\u0085', '\u2028', '\u2029', '\u{10ffff}', 'Ω', 'ж', 'ש',
  // Ours differs from the browser's here, by design or by a bug of one of the two: docs/architecture/how-our-lines-equal-the-browsers.md
  '\u00ad', '\u200c', '\u200d', '\u2060', '\ufeff', '\u2009', '\u200b', 'َ', '\u2068', '\u2069', '\u2066', '\u2067', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e'];

function texts(count, seed, withUnknown) {
  const { pick, below, chance } = generator(seed);
  const kinds = Object.keys(known);
  return Array.from({ length: count }, () => {
    let text = '';
    for (let parts = below(40); parts > 0; --parts) {
      text += withUnknown && chance(15) ? pick(unknown) : pick(known[pick(kinds)]);
      if (chance(45)) text += ' ';
    }
    return {
      text, language: pick(['ar', 'zgh', 'fr', 'en']), direction: pick(['ltr', 'rtl']),
      sizePx: 8 + below(57), widthPx: pick([0, 1, 40, 120, 260, 333.3, 700, 1e6]),
    };
  });
}

function brokenForm({ text }, { lines, heightPx }, sizePx) {
  if (lines.length === 0) return /^[ \t\r\n]*$/.test(text) && heightPx === 0 ? null : 'no line';
  if (lines[0].start !== 0 || lines.at(-1).end !== text.length) return 'the ends of the text';
  if (lines.some(({ start }, i) => i > 0 && start !== lines[i - 1].end)) return 'lines do not follow each other';
  if (lines.some(({ start, end }) => start >= end)) return 'an empty line';
  if (lines.some(({ widthPx }) => !(widthPx >= 0 && Number.isFinite(widthPx)))) return 'a width';
  if (lines.some(({ start }) => /[\udc00-\udfff]/.test(text[start]) && /[\ud800-\udbff]/.test(text[start - 1] ?? ''))) return 'a pair is parted';
  return Math.abs(heightPx - lines.length * sizePx * 1.5) < 0.02 * lines.length ? null : 'the height';
}

test('whatever the text, the form of the answer holds, and the native program gives the same', async () => {
  const cases = texts(4000, 7, true);
  const native = await layOutNatively(cases);
  const wrong = [];
  let at = 0;
  for (const part of chunks(cases, 500)) {
    for (const [i, answer] of (await lab.page.evaluate(layOutInPage, part)).entries()) {
      const broken = brokenForm(part[i], answer, part[i].sizePx);
      if (broken) wrong.push(`${broken}: ${JSON.stringify(part[i])} ${JSON.stringify(answer)}`);
      const form = ({ lines, heightPx }) => [Math.fround(heightPx), ...lines.flatMap(({ start, end, widthPx }) => [start, end, Math.fround(widthPx)])];
      if (form(answer).join() !== form(native[at]).join()) wrong.push(`natively another: ${JSON.stringify(part[i])}`);
      ++at;
    }
  }
  assert.deepEqual(wrong.slice(0, 3), []);
});

// A line of nothing but controls cannot be seen in the DOM.
const shown = ({ lines }) => lines.filter(({ widthPx }) => widthPx > 0);

// Of texts thrown together; what people write is held in paragraphs.test.mjs.
const mostOtherwise = 0.005;

test('wherever our faces have all the letters, the answer is the browser\'s', async () => {
  const cases = texts(2000, 11, false);
  const wrong = [];
  let lines = 0;
  for (const part of chunks(cases, 250)) {
    const ours = await lab.page.evaluate(layOutInPage, part);
    const theirs = await lab.page.evaluate(measureInPage, part.map((one, i) => ({ ...one, starts: shown(ours[i]).map(({ start }) => start) })));
    part.forEach((one, i) => {
      const [answer, dom] = [ours[i], theirs[i]];
      lines += answer.lines.length;
      const parted = Math.abs(answer.heightPx - dom.heightPx) > 0.05 * Math.max(1, answer.lines.length) ? 'height'
        : !dom.agrees ? 'start'
          : dom.lines.some(({ widthPx }, number) => Math.abs(shown(answer)[number].widthPx - widthPx) > 0.05) ? 'width' : null;
      if (parted) wrong.push(`${parted}: ${JSON.stringify(one)} ours ${answer.lines.map((l) => [l.start, l.widthPx])}, the browser's ${dom.starts} ${dom.lines.map((l) => l.widthPx)}`);
    });
  }
  note(`${lines} lines of ${cases.length} texts, ${wrong.length} otherwise`);
  for (const one of wrong) note(one);
  assert.ok(wrong.length <= mostOtherwise * cases.length, `${wrong.length} of ${cases.length} texts`);
});

await run();
