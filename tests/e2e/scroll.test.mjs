// While the page is flung about, what the canvas draws and what the DOM draws stay together in every frame that a
// reader sees, and the canvas draws only when it is placed anew.
import assert from 'node:assert/strict';
import { test, run, note } from '../support/harness.mjs';
import { startServer } from '../support/server.mjs';
import { addStyle, launch, openCanvas, settled, withPage } from '../support/browser.mjs';
import { languages, product, sheet } from '../support/cases.mjs';
import { isFull } from '../support/places.mjs';
import { decode } from '../support/png.mjs';
import { commonColor, crop, stack } from '../support/picture.mjs';

const server = await startServer();
const browser = await launch();

const steps = 60;
const stepLength = 240;
const limit = 1;   // px that anything may part
const reach = 6;   // px around it in which the best place is looked for
const ruler = 8;   // px at the start of the window that a ruler takes, and that is not compared

// A ruler along the page, drawn by the DOM: red counts pixels by twos, green counts blocks of 128 px.
const rulerStyle = `
  html { position: relative; }
  html::before { content: ''; position: absolute; z-index: 9; left: 0; top: 0; width: 4px; height: 100%;
    background: repeating-linear-gradient(to bottom, rgb(0 0 0) 0, rgb(254 0 0) 127px, rgb(254 0 0) 128px); }
  html::after { content: ''; position: absolute; z-index: 9; left: 4px; top: 0; width: 4px; height: 100%;
    background: repeating-linear-gradient(to bottom, ${Array.from({ length: 64 }, (_, block) =>
    `rgb(0 ${block * 4} 0) ${block * 128}px ${block * 128 + 128}px`).join(', ')}); }
  * { caret-color: transparent !important; }`;

// The scroll offset of a picture, read from its ruler in the middle of the window.
function offsetOf(picture) {
  const row = Math.floor(picture.height / 2);
  const at = (row * picture.width + 2) * 4;
  const fine = Math.floor(picture.rgba[at] / 2);
  const block = Math.round(picture.rgba[(row * picture.width + 6) * 4 + 1] / 4);
  return block * 128 + fine - row;
}

// The window as it is presented, without touching the page as a test's own screenshot would.
async function present(session) {
  const { data } = await session.send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: false });
  return decode(Buffer.from(data, 'base64'));
}

// The whole page at rest.
async function referenceOf(tab, session) {
  const { height, total } = await tab.evaluate(() => ({ height: innerHeight, total: document.documentElement.scrollHeight }));
  const parts = [];
  for (let y = 0; y < total; y += height) {
    await tab.evaluate((top) => scrollTo({ top, behavior: 'instant' }), y);
    await settled(tab);
    const at = await tab.evaluate(() => scrollY);
    const picture = await present(session);
    parts.push(at === y ? picture : crop(picture, { y: y - at }));
  }
  const picture = stack(parts);
  return { picture, ground: commonColor(picture) };
}

const isColor = ({ rgba }, at, [red, green, blue]) => rgba[at] === red && rgba[at + 1] === green && rgba[at + 2] === blue;

// Of the window's ink against the reference moved by `by`: the share that stands where it should not (`wrong`), and
// the share that is not there yet (`missing`).
function misplaced(frame, { picture: reference, ground }, offset, by) {
  let [wrong, missing, inked] = [0, 0, 0];
  for (let y = 0; y < frame.height; ++y) {
    const row = y + offset + by;
    if (row < 0 || row >= reference.height) continue;
    for (let x = ruler; x < frame.width; ++x) {
      const a = (y * frame.width + x) * 4;
      const b = (row * reference.width + x) * 4;
      const isGround = isColor(frame, a, ground);
      if (isGround && isColor(reference, b, ground)) continue;
      ++inked;
      if (Math.abs(frame.rgba[a] - reference.rgba[b]) <= 40 && Math.abs(frame.rgba[a + 1] - reference.rgba[b + 1]) <= 40) continue;
      if (isGround) ++missing;
      else ++wrong;
    }
  }
  return inked ? { wrong: wrong / inked, missing: missing / inked } : { wrong: 0, missing: 0 };
}

// How far the picture lies from where its ruler says, and how well it fits there.
function fit(frame, reference) {
  const offset = offsetOf(frame);
  let best = { by: 0, ...misplaced(frame, reference, offset, 0) };
  for (let by = -reach; by <= reach && best.wrong > 0.005; ++by) {
    const one = misplaced(frame, reference, offset, by);
    if (one.wrong < best.wrong) best = { by, ...one };
  }
  return { ...best, offset };
}

// Where canvas and DOM part, one of them misses the place that fits the other: then much of the ink is wrong.
function checkFrames(frames, reference) {
  const places = frames.map((frame) => fit(frame, reference));
  const most = (measure) => places.reduce((a, b) => (measure(b) > measure(a) ? b : a));
  assert.ok(new Set(places.map(({ offset }) => offset)).size > frames.length / 4, 'the page did not scroll');
  const [furthest, worst] = [most(({ by }) => Math.abs(by)), most(({ wrong }) => wrong)];
  assert.ok(Math.abs(furthest.by) <= limit, `at ${furthest.offset} px the picture lies ${furthest.by} px from its ruler`);
  assert.ok(worst.wrong < 0.02, `at ${worst.offset} px ${(worst.wrong * 100).toFixed(1)} % of the ink is where it should not be`);
  return { by: furthest.by, wrong: worst.wrong, missing: places.map(({ missing }) => missing) };
}

const percent = (share) => `${(share * 100).toFixed(2)} %`;

// Counts how often the canvas is placed anew.
const watchCanvas = () => {
  globalThis.__placed = 0;
  new MutationObserver((changes) => { if (changes.length) ++globalThis.__placed; })
    .observe(document.querySelector('canvas'), { attributes: true });
};

// Ready to be flung: ruler, a focus ring and words in a field, and counters.
async function prepare(tab, language) {
  await openCanvas(tab, server.url + sheet(language));
  await addStyle(tab, rulerStyle);
  await tab.locator('#text').fill('نص مكتوب ⵜⵉⵔⵔⴰ écrit');
  await tab.keyboard.press('Shift+Tab');
  await tab.keyboard.press('Tab');
  await settled(tab);
  const session = await tab.context().newCDPSession(tab);
  const reference = await referenceOf(tab, session);
  await tab.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await settled(tab);
  await tab.evaluate(watchCanvas);
  return { session, reference };
}

const counters = (tab) => tab.evaluate(() => ({ ...globalThis.rihab.stats(), placed: globalThis.__placed, y: scrollY }));

const looks = isFull ? [...product(languages, [360, 1280])] : [['ar', 360], ['fr', 768]];
for (const [language, width] of looks) {
  test(`${language}, ${width} px: ${steps} wheel steps part nothing, and frames are drawn only where the canvas is placed anew`, async () => {
    await withPage(browser, { width, height: 640 }, async (tab) => {
      const { session, reference } = await prepare(tab, language);
      const before = await counters(tab);
      const frames = [];
      let [distance, way] = [0, 1];
      for (let step = 0; step < steps; ++step) {
        const from = await tab.evaluate(() => scrollY);
        await session.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: width / 2, y: 320, deltaX: 0, deltaY: way * stepLength });
        frames.push(await present(session));
        const y = await tab.evaluate(() => scrollY);
        if (Math.abs(y - from) < 2) way = -way;
        distance += Math.abs(y - from);
      }
      await settled(tab);
      const after = await counters(tab);
      const drawn = after.frames - before.frames;
      const placed = after.placed - before.placed;
      const { by, wrong, missing } = checkFrames(frames, reference);
      note(`${language} ${width}: ${Math.round(distance)} px in ${steps} steps, ${drawn} frames for ${placed} placements; parted ${by} px, ${percent(wrong)} of the ink`);
      assert.ok(Math.max(...missing) < 0.02, `${percent(Math.max(...missing))} of the ink is not drawn`);
      assert.ok(distance > steps * stepLength / 4, `scrolled ${distance} px only`);
      assert.ok(drawn <= placed, `${drawn} frames for ${placed} placements of the canvas`);
      assert.ok(drawn <= steps * 0.75, `${drawn} frames in ${steps} steps`);
      assert.equal(after.patches, before.patches, 'patches while scrolling');
      assert.deepEqual(tab.problems, []);
    });
  });
}

test('in every frame of a fling that the screen shows, text, field and focus ring are together', async () => {
  await withPage(browser, { width: 768, height: 640 }, async (tab) => {
    const { session, reference } = await prepare(tab, 'ar');
    const frames = [];
    session.on('Page.screencastFrame', ({ data, sessionId }) => {
      frames.push(Buffer.from(data, 'base64'));
      session.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
    });
    await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
    for (const distance of [-3000, 3000, -1500]) {
      await session.send('Input.synthesizeScrollGesture', { x: 384, y: 320, yDistance: distance, speed: 2400, preventFling: false, gestureSourceType: 'mouse' });
    }
    await session.send('Page.stopScreencast');
    const pictures = frames.map(decode).filter(({ width, height }) => width === 768 && height === 640);
    assert.ok(pictures.length >= 20, `${pictures.length} frames were shown`);
    const { by, wrong, missing } = checkFrames(pictures, reference);
    // The browser scrolls ahead of every page's script: what comes late is empty for a moment, and never elsewhere.
    const late = missing.filter((share) => share > 0.02).length;
    note(`${pictures.length} frames shown, parted ${by} px, ${percent(wrong)} of the ink, ${late} frames not drawn to their edge`);
    assert.ok(missing.at(-1) < 0.02, 'the page at rest is not whole');
  });
});

test('the judge sees a canvas that lies 2 px beside the DOM', async () => {
  await withPage(browser, { width: 360, height: 640 }, async (tab) => {
    const { session, reference } = await prepare(tab, 'fr');
    await tab.locator('#text').focus();
    await addStyle(tab, 'body > canvas { margin-block-start: 2px; }');
    const { by, wrong } = fit(await present(session), reference);
    assert.ok(Math.abs(by) === 2 || wrong > 0.02, `${by} px, ${percent(wrong)}`);
  });
});

test('a jump by key, by anchor and by find lands on a drawn page', async () => {
  await withPage(browser, { width: 360, height: 640 }, async (tab) => {
    const { session, reference } = await prepare(tab, 'fr');
    const jumps = [
      () => tab.evaluate(() => { document.activeElement.blur(); scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }); }),
      () => tab.evaluate(() => scrollTo({ top: 0, behavior: 'instant' })),
      () => tab.locator('#send').focus(),
    ];
    for (const jump of jumps) {
      await jump();
      await settled(tab);
      const frame = await present(session);
      const { by, wrong, missing } = fit(frame, reference);
      assert.ok(Math.abs(by) <= limit && wrong + missing < 0.1, `${by} px, ${percent(wrong)} and ${percent(missing)}`);
    }
  });
});

await run();
