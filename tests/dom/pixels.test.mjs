// The canvas alone shows each line of text as the DOM does: as sharp, at the same pixel, as heavy, at every ratio, zoom
// and scroll offset. Screens here have their ratio really (tests/support/browser.mjs).
import assert from 'node:assert/strict';
import { fieldBoxes } from '../support/boxes.mjs';
import { dropStyles, fontsReady, hideDom, launchScreen, openCanvas, openHtml, reachSkin, settled } from '../support/browser.mjs';
import { product, samplePages, sheet } from '../support/cases.mjs';
import { note, run, test } from '../support/harness.mjs';
import { ssim } from '../support/picture.mjs';
import { isFull } from '../support/places.mjs';
import { decode } from '../support/png.mjs';
import { startServer } from '../support/server.mjs';
import { compareLines, devicePixels, textLines } from '../support/text_lines.mjs';

const server = await startServer();
const pages = await samplePages(server);

const leastLikeness = 0.97;   // SSIM over windows with ink: of each line, and of the whole picture.
const mostApart = 1;          // Device pixels, each side of a line's ink.
const mostUnevenLine = 0.03;  // Of the weight that the DOM gives a line.
const mostUneven = 0.01;      // Of the weight that it gives all text of a picture.
const fewestLines = 4;        // In a picture, on average.

// Where to scroll: a browser keeps of the fraction what is whole device pixels.
const offsets = [333.5, 777.3, 0, 1203.7];
// Headings, vowel marks, forms, Tifinagh, lists, small print.
const samples = [sheet('ar'), '/zgh/d/rabat', sheet('fr'), '/en/accessibility'];
const deep = [777.3];  // At 125 % a baseline of the Arabic sheet lies on half a pixel here.
const themes = ['light', 'dark'];

// Each language at another offset, and the themes in turn. `full` takes all pages, themes and offsets.
const views = (turn) => isFull
  ? [...product(['ar', 'zgh', 'fr', 'en'], pages, themes)].map(([language, page, theme]) => ({ address: page.addressIn(language), theme, offsets }))
  : samples.map((address, index) => ({ address, theme: themes[(index + turn) % 2], offsets: [offsets[index]] }));

async function scrollTo(tab, y) {
  await tab.evaluate((top) => scrollTo({ top, behavior: 'instant' }), y);
  await settled(tab);
  return tab.evaluate(() => scrollY);
}

const shoot = async (tab) => decode(await tab.shoot());

// At each offset { y, picture, lines, fields }: what an HTML page shows, and where its text and fields stand.
async function htmlLooks(tab, offsets) {
  const looks = [];
  for (const offset of offsets) {
    const y = await scrollTo(tab, offset);
    const fields = (await fieldBoxes(tab)).map((box) => ({ ...box, y: box.y - y }));
    looks.push({ y, picture: await shoot(tab), lines: await textLines(tab), fields });
  }
  return looks;
}

async function canvasLooks(tab, offsets) {
  const looks = [];
  await hideDom(tab);
  for (const offset of offsets) looks.push({ y: await scrollTo(tab, offset), picture: await shoot(tab) });
  await dropStyles(tab);
  return looks;
}

// { whole, inked, lines }: of one look at both skins.
function compare(html, canvas, ratio) {
  assert.equal(canvas.y, html.y, 'the skins stand elsewhere');
  const { whole, inked } = ssim(html.picture, canvas.picture, { without: html.fields.map((box) => devicePixels(box, ratio)) });
  return { whole, inked, lines: compareLines(html.picture, canvas.picture, html.lines, ratio) };
}

const unevenness = ([html, canvas]) => canvas / html - 1;

function summary(looks) {
  const lines = looks.flatMap((look) => look.lines);
  const uneven = lines.map(({ weights }) => unevenness(weights));
  const total = looks.map((look) => unevenness([0, 1].map((which) => look.lines.reduce((sum, { weights }) => sum + weights[which], 0))));
  return {
    lines: lines.length,
    whole: Math.min(...looks.map(({ whole }) => whole)),
    inked: Math.min(...looks.map(({ inked }) => inked)),
    likeness: Math.min(...lines.map(({ likeness }) => likeness)),
    apart: Math.max(...lines.map(({ apart }) => apart)),
    lightest: Math.min(...uneven), heaviest: Math.max(...uneven),
    uneven: Math.max(...total.map(Math.abs)),
  };
}

const percent = (part) => `${(100 * part).toFixed(1)} %`;
const say = (name, { lines, whole, inked, likeness, apart, lightest, heaviest, uneven }) =>
  note(`${name}: ${lines} lines, lowest SSIM ${likeness.toFixed(4)} of a line, ${inked.toFixed(4)} of a picture's ink, ` +
    `${whole.toFixed(4)} in all; ink apart by ${apart} px at most; weight ${percent(lightest)} to ${percent(heaviest)} of a line, ` +
    `${percent(uneven)} of a picture`);

// What is not as it should be, the worst lines first.
function faults(looks) {
  const { lines, whole, inked, uneven } = summary(looks);
  const bad = looks.flatMap((look) => look.lines).filter(({ likeness, apart, weights }) =>
    !(likeness >= leastLikeness) || apart > mostApart || Math.abs(unevenness(weights)) > mostUnevenLine);
  return [
    ...(lines >= fewestLines * looks.length ? [] : [`only ${lines} lines of text in ${looks.length} pictures`]),
    ...(whole >= leastLikeness && inked >= leastLikeness ? [] : [`SSIM ${whole.toFixed(4)}, of the ink ${inked.toFixed(4)}`]),
    ...(uneven <= mostUneven ? [] : [`the text of a picture is ${percent(uneven)} heavier or lighter`]),
    ...bad.sort((a, b) => a.likeness - b.likeness).slice(0, 5).map(({ words, likeness, apart, weights }) =>
      `"${words}": SSIM ${likeness.toFixed(4)}, ink apart by ${apart} px, weight ${percent(unevenness(weights))}`),
  ];
}

async function lookAt(screen, ratio, width, { address, theme, offsets }) {
  const tab = await screen.open({ width, height: 600, theme });
  await openHtml(tab, server.url + address);
  const html = await htmlLooks(tab, offsets);
  await openCanvas(tab, server.url + address);
  const canvas = await canvasLooks(tab, offsets);
  await tab.close();
  return html.map((look, index) => compare(look, canvas[index], ratio));
}

// A phone has the high ratios, a desk the low ones.
for (const [turn, [ratio, width]] of [[1, 900], [1.5, 720], [2, 412], [3, 360]].entries()) {
  test(`at ratio ${ratio} each line of the canvas is the DOM's, in four languages, light and dark, wherever the page is scrolled`, async () => {
    const screen = await launchScreen(ratio);
    const looks = { light: [], dark: [] };
    for (const view of views(turn)) looks[view.theme].push(...await lookAt(screen, ratio, width, view));
    await screen.close();
    for (const theme of themes) say(`ratio ${ratio}, ${theme}`, summary(looks[theme]));
    assert.deepEqual(themes.flatMap((theme) => faults(looks[theme])), []);
  }, { timeout: isFull ? 3_600_000 : 120_000 });
}

// Resolves when the canvas has a pixel of its own for each of the screen's.
async function followed(tab, ratio) {
  await tab.waitForFunction((wanted) => {
    const canvas = document.querySelector('body > canvas');
    return Math.abs(devicePixelRatio - wanted) < 1e-3 && Math.abs(canvas.getBoundingClientRect().width * devicePixelRatio - canvas.width) < 1;
  }, ratio, { timeout: 10_000 });
  await reachSkin(tab, 'skin-canvas');
  await settled(tab);
}

test('a page that is open follows the zoom of the browser, and is as sharp as the DOM after each step', async () => {
  const screen = await launchScreen(1);
  const [html, canvas] = [await screen.open({ width: 900, height: 600 }), await screen.open({ width: 900, height: 600 })];
  await openHtml(html, server.url + sheet('ar'));
  await openCanvas(canvas, server.url + sheet('ar'));
  for (const zoom of isFull ? [1.1, 1.25, 1.5, 1.75, 2, 3, 0.9, 0.8, 0.67, 1] : [1.25, 2, 1]) {
    await screen.zoom(zoom);
    await followed(canvas, zoom);
    await html.waitForFunction((wanted) => Math.abs(devicePixelRatio - wanted) < 1e-3, zoom);
    await fontsReady(html);
    const [ours, theirs] = [await canvasLooks(canvas, deep), await htmlLooks(html, deep)];
    const looks = theirs.map((look, index) => compare(look, ours[index], zoom));
    say(`zoom ${zoom}`, summary(looks));
    assert.deepEqual(faults(looks), [], `zoom ${zoom}`);
  }
});

// Half a pixel is the mean of two whole ones.
function moved(picture, pixels) {
  const at = (x, shift) => Math.min(picture.width - 1, Math.max(0, x - shift));
  return mapped(picture, (rgba, x, row, channel) =>
    [Math.floor(pixels), Math.ceil(pixels)].reduce((sum, shift) => sum + rgba[(row + at(x, shift)) * 4 + channel], 0) / 2);
}

const withGamma = (picture, gamma) =>
  mapped(picture, (rgba, x, row, channel) => 255 * (rgba[(row + x) * 4 + channel] / 255) ** gamma);

function mapped(picture, value) {
  const rgba = Buffer.from(picture.rgba);
  for (let pixel = 0; pixel < picture.width * picture.height; ++pixel) {
    const x = pixel % picture.width;
    for (let channel = 0; channel < 3; ++channel) rgba[pixel * 4 + channel] = Math.round(value(picture.rgba, x, pixel - x, channel));
  }
  return { ...picture, rgba };
}

test('text that stands 1.5 px beside its place, and text of another weight, are seen', async () => {
  const screen = await launchScreen(1.5);
  const tab = await screen.open({ width: 720, height: 600 });
  await openHtml(tab, server.url + sheet('fr'));
  const [html] = await htmlLooks(tab, [offsets[0]]);
  const against = (picture) => [compare(html, { y: html.y, picture }, 1.5)];
  assert.deepEqual(faults(against(html.picture)), []);
  for (const [name, picture] of [['moved', moved(html.picture, 1.5)], ['lighter', withGamma(html.picture, 0.9)], ['heavier', withGamma(html.picture, 1.1)]]) {
    const looks = against(picture);
    say(name, summary(looks));
    assert.ok(faults(looks).length > 0, `${name}: nobody sees it`);
  }
});

await run();
