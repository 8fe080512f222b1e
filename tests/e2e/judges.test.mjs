// The judges themselves: what measures the pages must see what is wrong with a picture, and nothing else.
import assert from 'node:assert/strict';
import { test, run } from '../support/harness.mjs';
import { decode, encode } from '../support/png.mjs';
import { countDifferent, crop, ink, ssim, stack } from '../support/picture.mjs';
import { parted } from '../support/boxes.mjs';
import { checkDigits, unknownCode } from '../support/rating.mjs';

// Words, roughly: dark strokes of 2 px on light ground in lines.
function page({ shift = 0, color = 0, width = 320, height = 200, strokes = true } = {}) {
  const rgba = Buffer.alloc(width * height * 4, 250);
  for (let y = 0; y < height; ++y) {
    for (let x = 0; x < width; ++x) {
      rgba[(y * width + x) * 4 + 3] = 255;
      const on = strokes && y % 20 > 6 && (Math.imul(((x + shift) >> 1) + 97 * Math.floor(y / 20), 2654435761) >>> 28) < 6;
      if (on) rgba.fill(color, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { width, height, rgba };
}

test('a picture survives being written and read', () => {
  const one = page();
  assert.ok(decode(encode(one)).rgba.equals(one.rgba));
});

test('a picture is like itself, and not like one moved by two pixels, paler, or empty', () => {
  assert.equal(ssim(page(), page()).whole, 1);
  assert.ok(ssim(page(), page({ shift: 2 })).whole < 0.8);
  assert.ok(ssim(page(), page({ color: 180 })).whole < 0.95);
  assert.ok(ssim(page(), page({ strokes: false })).whole < 0.5);
});

test('empty ground does not lift the likeness of inked windows', () => {
  const tall = (options) => stack([page(options), page({ strokes: false }), page({ strokes: false }), page({ strokes: false })]);
  const { whole, inked } = ssim(tall(), tall({ shift: 2 }));
  assert.ok(whole > inked + 0.5, `${whole} ${inked}`);
});

test('what is masked does not count', () => {
  const half = { x: 0, y: 0, width: 160, height: 200 };
  const other = page();
  for (let y = 0; y < 200; ++y) other.rgba.fill(0, y * 320 * 4, (y * 320 + 160) * 4 - 4);
  assert.ok(ssim(page(), other).whole < 0.8);
  assert.ok(ssim(page(), other, { without: [half] }).whole > 0.999);
  assert.equal(ink(crop(page({ strokes: false }), half)).pixels, 0);
});

test('ink is found where it is', () => {
  const one = page({ strokes: false });
  one.rgba.fill(0, (10 * 320 + 5) * 4, (10 * 320 + 9) * 4 - 1);
  assert.deepEqual(ink(one).box, { x0: 5, x1: 9, y0: 10, y1: 11 });
  assert.equal(countDifferent(one, page({ strokes: false }), 8), 4);
});

test('boxes a pixel and a half apart are told, and so is one that is missing', () => {
  const box = { x: 0, y: 0, width: 10, height: 10 };
  assert.deepEqual(parted({ a: box }, { a: { ...box, x: 0.9 } }), []);
  assert.equal(parted({ a: box, b: box }, { a: { ...box, width: 11.5 } }).length, 2);
});

test('check digits are those of ISO 7064 MOD 97-10', () => {
  assert.equal(checkDigits('79400000000000').length, 2);
  const digits = unknownCode(12345678901234).replaceAll('-', '');
  assert.equal(BigInt(digits) % 97n, 1n);
});

await run();
