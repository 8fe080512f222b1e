// Takes a picture of random pages in Chromium's HTML skin and compares it with the one that our painter makes.
// Usage: node boxes_pictures.test.mjs [--cli PROGRAM] [--fonts FOLDER] [--pages COUNT] [--seed N] [--ratio R] [--real] [--keep FOLDER]
// A test only pretends to have a ratio: the browser then lays out in CSS px and scales. --real makes it lay out in device px.
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { countDifferent, crop, ssim } from '../support/picture.mjs';
import { chromiumFile, isFull, root } from '../support/places.mjs';
import { decode, encode } from '../support/png.mjs';

const { values: options } = parseArgs({
  options: {
    cli: { type: 'string', default: join(root, 'build/native/tests/client/paint/picture-samples') },
    fonts: { type: 'string', default: join(root, 'build/native/assets/fonts') },
    pages: { type: 'string', default: isFull ? '6' : '2' },
    seed: { type: 'string', default: '1' },
    ratio: { type: 'string', default: '1' },
    real: { type: 'boolean', default: false },
    widths: { type: 'string', default: '360,1120' },
    keep: { type: 'string' },
  },
});
const leastSsim = 0.95;

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
const made = spawnSync(options.cli, [folder, options.pages, options.seed, options.ratio, options.real ? options.ratio : '1', ...options.widths.split(',')], { encoding: 'utf8' });
if (made.status !== 0) {
  console.log(`picture-samples failed: ${made.stderr || made.signal || made.error}`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const types = { html: 'text/html;charset=utf-8', css: 'text/css', ttf: 'font/ttf' };
const server = createServer((request, response) => {
  const name = basename(request.url);
  try {
    const bytes = readFileSync(join(request.url.startsWith('/fonts/') ? options.fonts : folder, name));
    response.setHeader('content-type', types[name.split('.').at(-1)] ?? 'application/octet-stream');
    response.end(bytes);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

// Runs in the page: what the browser alone paints, because people type there.
function fieldsOfPage() {
  return Array.from(document.querySelectorAll('.text-area, .text-input'), (field) => {
    const { left, top, width, height } = field.getBoundingClientRect();
    return { x: (left + 4) * devicePixelRatio, y: (top + scrollY + 4) * devicePixelRatio, width: (width - 8) * devicePixelRatio, height: (height - 8) * devicePixelRatio };
  });
}

// Ours, Chromium's and where they differ, one below the other.
function keep(name, ours, theirs) {
  mkdirSync(options.keep, { recursive: true });
  const difference = Buffer.alloc(ours.rgba.length, 255);
  for (let i = 0; i < ours.rgba.length; i += 4) {
    for (let channel = 0; channel < 3; ++channel) {
      difference[i + channel] = 255 - Math.min(255, 4 * Math.abs(ours.rgba[i + channel] - theirs.rgba[i + channel]));
    }
  }
  const files = { ours, theirs, difference: { ...ours, rgba: difference } };
  for (const [kind, picture] of Object.entries(files)) writeFileSync(join(options.keep, `${name}.${kind}.png`), encode(picture));
}

const browser = await chromium.launch({
  executablePath: chromiumFile,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', ...(options.real ? [`--force-device-scale-factor=${options.ratio}`] : [])],
});
let passed = 0;
let failed = 0;
const worst = { whole: 1, inked: 1, different: 0 };
try {
  const context = await browser.newContext(options.real ? { viewport: null } : { deviceScaleFactor: Number(options.ratio) });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const resize = (width) => options.real
    ? devtools.send('Emulation.setDeviceMetricsOverride', { width, height: 800, deviceScaleFactor: 0, mobile: false })
    : page.setViewportSize({ width, height: 800 });
  const shoot = async () => options.real
    ? Buffer.from((await devtools.send('Page.captureScreenshot', { captureBeyondViewport: true })).data, 'base64')
    : page.screenshot({ fullPage: true });
  for (const one of JSON.parse(readFileSync(join(folder, 'pictures.json'), 'utf8'))) {
    await resize(one.width);
    await page.goto(`http://127.0.0.1:${server.address().port}/${one.page}`);
    await page.evaluate(() => document.fonts.ready);
    const shot = decode(await shoot());
    const whole = { width: one.widthPx, height: one.heightPx, rgba: readFileSync(join(folder, one.picture)) };
    const height = Math.min(shot.height, whole.height);
    const [ours, theirs] = [crop(whole, { height }), crop(shot, { height })];
    const without = await page.evaluate(fieldsOfPage);
    const similarity = ssim(ours, theirs, { without });
    const different = countDifferent(ours, theirs, 32) / (ours.width * ours.height);
    worst.whole = Math.min(worst.whole, similarity.whole);
    worst.inked = Math.min(worst.inked, similarity.inked);
    worst.different = Math.max(worst.different, different);
    const isGood = similarity.inked >= leastSsim && Math.abs(shot.height - Math.max(whole.height, 800 * options.ratio)) <= options.ratio;
    if (isGood) ++passed;
    else {
      ++failed;
      console.log(`${one.page} at ${one.width} px (seed ${options.seed}): SSIM ${similarity.inked.toFixed(4)} where there is ink, ` +
        `${similarity.whole.toFixed(4)} in all; heights ${whole.height} and ${shot.height}`);
    }
    if (options.keep) keep(`${one.page}-${one.width}`, ours, theirs);
  }
} finally {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true });
}
console.log(`    worst SSIM ${worst.inked.toFixed(4)} where there is ink, ${worst.whole.toFixed(4)} in all; ` +
  `at most ${(100 * worst.different).toFixed(3)} % of the pixels differ by more than 32`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
