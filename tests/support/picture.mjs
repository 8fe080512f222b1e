// Compares pictures: structural similarity, ink, and boxes around ink.

// { width, height, rgba } from pictures of the same width, one below the other.
export function stack(pictures) {
  const width = pictures[0].width;
  return {
    width,
    height: pictures.reduce((sum, picture) => sum + picture.height, 0),
    rgba: Buffer.concat(pictures.map((picture) => picture.rgba)),
  };
}

export function crop(picture, { x = 0, y = 0, width = picture.width - x, height = picture.height - y }) {
  const rgba = Buffer.alloc(width * height * 4);
  for (let row = 0; row < height; ++row) {
    const from = ((y + row) * picture.width + x) * 4;
    picture.rgba.copy(rgba, row * width * 4, from, from + width * 4);
  }
  return { width, height, rgba };
}

// Rec. 601 luma, 0 to 255.
export function luminance({ width, height, rgba }) {
  const out = new Float64Array(width * height);
  for (let pixel = 0; pixel < out.length; ++pixel) {
    out[pixel] = 0.299 * rgba[pixel * 4] + 0.587 * rgba[pixel * 4 + 1] + 0.114 * rgba[pixel * 4 + 2];
  }
  return out;
}

// Sums over rectangles in four look-ups: table[(y+1)*(width+1)+(x+1)] is the sum of all before and above.
function sumTable(values, width, height) {
  const table = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; ++y) {
    let row = 0;
    for (let x = 0; x < width; ++x) {
      row += values[y * width + x];
      table[(y + 1) * (width + 1) + x + 1] = table[y * (width + 1) + x + 1] + row;
    }
  }
  return table;
}

const product = (a, b) => a.map((value, index) => value * b[index]);

function maskOf(rects, width, height) {
  const mask = new Float64Array(width * height);
  for (const rect of rects) {
    const from = Math.max(0, Math.floor(rect.x));
    const to = Math.min(width, Math.ceil(rect.x + rect.width));
    for (let y = Math.max(0, Math.floor(rect.y)); y < Math.min(height, Math.ceil(rect.y + rect.height)); ++y) {
      mask.fill(1, y * width + from, y * width + to);
    }
  }
  return mask;
}

const windowSize = 8;
const stabiliser1 = (0.01 * 255) ** 2;
const stabiliser2 = (0.03 * 255) ** 2;
const flatVariance = 4;  // Under this, a window holds no ink worth comparing.

// Wang, Bovik, Sheikh, Simoncelli (2004), with 8 × 8 windows at every pixel, on luminance.
// `whole` is the mean over all windows; `inked` the mean over those where either picture shows something, which
// much empty ground cannot lift. Windows that touch a rect of `without` do not count.
export function ssim(a, b, { without = [] } = {}) {
  if (a.width !== b.width || a.height !== b.height) {
    throw new Error(`pictures of ${a.width} × ${a.height} and ${b.width} × ${b.height}`);
  }
  const { width, height } = a;
  const [la, lb] = [luminance(a), luminance(b)];
  const tables = [la, lb, product(la, la), product(lb, lb), product(la, lb), maskOf(without, width, height)]
    .map((values) => sumTable(values, width, height));
  const stride = width + 1;
  const count = windowSize ** 2;
  let [sum, windows, inkedSum, inked] = [0, 0, 0, 0];
  for (let y = 0; y + windowSize <= height; ++y) {
    for (let x = 0; x + windowSize <= width; ++x) {
      const corner = y * stride + x;
      const below = corner + windowSize * stride;
      const total = (table) => table[below + windowSize] - table[below] - table[corner + windowSize] + table[corner];
      if (total(tables[5]) > 0) continue;
      const meanA = total(tables[0]) / count;
      const meanB = total(tables[1]) / count;
      const varianceA = total(tables[2]) / count - meanA * meanA;
      const varianceB = total(tables[3]) / count - meanB * meanB;
      const covariance = total(tables[4]) / count - meanA * meanB;
      const value = ((2 * meanA * meanB + stabiliser1) * (2 * covariance + stabiliser2)) /
        ((meanA * meanA + meanB * meanB + stabiliser1) * (varianceA + varianceB + stabiliser2));
      sum += value;
      ++windows;
      if (varianceA <= flatVariance && varianceB <= flatVariance) continue;
      inkedSum += value;
      ++inked;
    }
  }
  return { whole: windows ? sum / windows : 1, inked: inked ? inkedSum / inked : 1, windows, inkedWindows: inked };
}

const differs = (rgba, pixel, color, tolerance) =>
  Math.abs(rgba[pixel * 4] - color[0]) > tolerance || Math.abs(rgba[pixel * 4 + 1] - color[1]) > tolerance ||
  Math.abs(rgba[pixel * 4 + 2] - color[2]) > tolerance;

// Pixels that are not of the ground's colour (by default that of the first pixel), and the box around them.
export function ink(picture, { ground, tolerance = 0, without = [] } = {}) {
  const { width, height, rgba } = picture;
  const color = ground ?? [rgba[0], rgba[1], rgba[2]];
  const mask = maskOf(without, width, height);
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  let pixels = 0;
  for (let pixel = 0; pixel < width * height; ++pixel) {
    if (mask[pixel] || !differs(rgba, pixel, color, tolerance)) continue;
    ++pixels;
    const x = pixel % width;
    const y = (pixel - x) / width;
    box.x0 = Math.min(box.x0, x);
    box.x1 = Math.max(box.x1, x + 1);
    box.y0 = Math.min(box.y0, y);
    box.y1 = Math.max(box.y1, y + 1);
  }
  return { pixels, box: pixels ? box : null, ground: color };
}

// The most frequent colour of a picture: [red, green, blue].
export function commonColor({ width, height, rgba }) {
  const votes = new Map();
  for (let pixel = 0; pixel < width * height; ++pixel) {
    const color = rgba.readUInt32LE(pixel * 4);
    votes.set(color, (votes.get(color) ?? 0) + 1);
  }
  const [most] = [...votes].reduce((best, vote) => (vote[1] > best[1] ? vote : best));
  return [most & 255, (most >> 8) & 255, (most >> 16) & 255];
}

// The number of pixels whose colours differ by more than `tolerance` in any channel.
export function countDifferent(a, b, tolerance = 0) {
  let count = 0;
  for (let pixel = 0; pixel < a.width * a.height; ++pixel) {
    if (differs(a.rgba, pixel, [b.rgba[pixel * 4], b.rgba[pixel * 4 + 1], b.rgba[pixel * 4 + 2]], tolerance)) ++count;
  }
  return count;
}
