// Reads QR codes of version 6, level M, in bytes (ISO/IEC 18004): written from the standard, and not from the program
// that draws them. A code with a single wrong byte is refused: what is read has not gone through a lens.

const side = 41;
const quiet = 4;
const blocks = 4, blockData = 27, blockCheck = 16;

const masks = [
  (x, y) => (x + y) % 2 === 0, (x, y) => y % 2 === 0, (x) => x % 3 === 0, (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0, (x, y) => (x * y) % 2 + (x * y) % 3 === 0,
  (x, y) => ((x * y) % 2 + (x * y) % 3) % 2 === 0, (x, y) => ((x + y) % 2 + (x * y) % 3) % 2 === 0,
];

// Annex C: the five bits and what they are sent as.
const formats = { 0: 0x5412, 1: 0x5125, 2: 0x5e7c, 3: 0x5b4b, 4: 0x45f9, 5: 0x40ce, 6: 0x4f97, 7: 0x4aa0 };

const isFunction = (x, y) =>
  x === 6 || y === 6 || (x < 9 && y < 9) || (x < 9 && y > side - 9) || (x > side - 9 && y < 9) ||
  (Math.abs(x - 34) <= 2 && Math.abs(y - 34) <= 2);

// Powers of 2 in the field of 256 elements, and their logarithms.
const powers = [1];
while (powers.length < 255) powers.push(powers.at(-1) * 2 > 255 ? (powers.at(-1) * 2) ^ 0x11d : powers.at(-1) * 2);

// Zero for each of the first powers, where data and check bytes belong together.
const isWhole = (words) => Array.from({ length: blockCheck }, (_, power) => words.reduce((sum, word) => {
  const product = sum === 0 ? 0 : powers[(powers.indexOf(sum) + power) % 255];
  return product ^ word;
}, 0)).every((rest) => rest === 0);

// The text in `modules[y][x]`, true where it is black.
export function readModules(modules) {
  const bitAt = (x, y) => Number(modules[y][x]);
  const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];
  for (const [left, top] of [[0, 0], [side - 7, 0], [0, side - 7]]) {
    const seen = finder.map((_, y) => Array.from({ length: 7 }, (_, x) => bitAt(left + x, top + y)).join(''));
    if (seen.join() !== finder.join()) throw new Error(`no finder at ${left},${top}`);
  }
  const format = [[0, 8], [1, 8], [2, 8], [3, 8], [4, 8], [5, 8], [7, 8], [8, 8], [8, 7], [8, 5], [8, 4], [8, 3], [8, 2], [8, 1], [8, 0]]
    .reduce((bits, [x, y]) => bits * 2 + bitAt(x, y), 0);
  const mask = Object.keys(formats).find((one) => formats[one] === format);
  if (mask === undefined) throw new Error(`not level M: ${format.toString(16)}`);
  const bits = [];
  let up = true;
  for (let right = side - 1; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5;
    for (let step = 0; step < side; ++step) {
      const y = up ? side - 1 - step : step;
      for (const x of [right, right - 1]) if (!isFunction(x, y)) bits.push(bitAt(x, y) ^ Number(masks[mask](x, y)));
    }
  }
  const words = Array.from({ length: blocks * (blockData + blockCheck) }, (_, at) => parseInt(bits.slice(at * 8, at * 8 + 8).join(''), 2));
  const data = [];
  for (let block = 0; block < blocks; ++block) {
    const own = Array.from({ length: blockData + blockCheck }, (_, at) => words[at * blocks + block]);
    if (!isWhole(own)) throw new Error(`block ${block} is damaged`);
    data.push(...own.slice(0, blockData));
  }
  const stream = data.map((word) => word.toString(2).padStart(8, '0')).join('');
  if (stream.slice(0, 4) !== '0100') throw new Error('not in bytes');
  const length = parseInt(stream.slice(4, 12), 2);
  const bytes = Array.from({ length }, (_, at) => parseInt(stream.slice(12 + at * 8, 20 + at * 8), 2));
  return Buffer.from(bytes).toString('utf8');
}

// The text in a picture { width, height, rgba } that holds the code and the white around it, and nothing else.
export function readQr({ width, height, rgba }) {
  const whole = side + 2 * quiet;
  const light = (x, y) => {
    const at = (Math.floor((y + 0.5) * height / whole) * width + Math.floor((x + 0.5) * width / whole)) * 4;
    return (rgba[at] + rgba[at + 1] + rgba[at + 2]) / 3;
  };
  const modules = Array.from({ length: whole }, (_, y) => Array.from({ length: whole }, (_, x) => {
    const value = light(x, y);
    if (value > 60 && value < 195) throw new Error(`neither black nor white at ${x},${y}: ${value}`);
    return value < 128;
  }));
  const isInside = (at) => at >= quiet && at < quiet + side;
  modules.forEach((row, y) => row.forEach((black, x) => {
    if (black && !(isInside(x) && isInside(y))) throw new Error(`black at ${x},${y}, where it must be white`);
  }));
  return readModules(modules.slice(quiet, quiet + side).map((row) => row.slice(quiet, quiet + side)));
}
