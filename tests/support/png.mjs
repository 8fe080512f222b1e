// Reads and writes PNG files of 8 bits per channel, as browsers take them of a screen.
import { deflateSync, inflateSync } from 'node:zlib';

export const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const colorRgb = 2;
const colorRgba = 6;

function* chunks(bytes) {
  if (!bytes.subarray(0, 8).equals(signature)) throw new Error('not a PNG file');
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    yield { type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) };
    at += 12 + length;
  }
}

// PNG specification, 9.4: the predictor that comes closest to its neighbours.
function paeth(before, above, corner) {
  const guess = before + above - corner;
  const toBefore = Math.abs(guess - before);
  const toAbove = Math.abs(guess - above);
  const toCorner = Math.abs(guess - corner);
  if (toBefore <= toAbove && toBefore <= toCorner) return before;
  return toAbove <= toCorner ? above : corner;
}

// PNG specification, 9.2. Each takes a filtered row, the row above and the place for this one, `bpp` bytes a pixel.
// What lies before the first pixel is 0.
const filters = [
  (raw, above, row) => row.set(raw),
  (raw, above, row, bpp) => {
    row.set(raw.subarray(0, bpp));
    for (let x = bpp; x < row.length; ++x) row[x] = raw[x] + row[x - bpp];
  },
  (raw, above, row) => {
    for (let x = 0; x < row.length; ++x) row[x] = raw[x] + above[x];
  },
  (raw, above, row, bpp) => {
    for (let x = 0; x < bpp; ++x) row[x] = raw[x] + (above[x] >> 1);
    for (let x = bpp; x < row.length; ++x) row[x] = raw[x] + ((row[x - bpp] + above[x]) >> 1);
  },
  (raw, above, row, bpp) => {
    for (let x = 0; x < bpp; ++x) row[x] = raw[x] + above[x];
    for (let x = bpp; x < row.length; ++x) row[x] = raw[x] + paeth(row[x - bpp], above[x], above[x - bpp]);
  },
];

function unfilter(raw, width, height, channels) {
  const stride = width * channels;
  const out = Buffer.alloc(stride * height);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; ++y) {
    const from = y * (stride + 1) + 1;
    const row = out.subarray(y * stride, (y + 1) * stride);
    filters[raw[from - 1]](raw.subarray(from, from + stride), above, row, channels);
    above = row;
  }
  return out;
}

function toRgba(samples, pixels, channels) {
  if (channels === 4) return samples;
  const out = Buffer.alloc(pixels * 4, 255);
  for (let from = 0, to = 0; from < samples.length; from += 3, to += 4) {
    out[to] = samples[from];
    out[to + 1] = samples[from + 1];
    out[to + 2] = samples[from + 2];
  }
  return out;
}

// { width, height, rgba }
export function decode(bytes) {
  let head;
  const data = [];
  for (const chunk of chunks(bytes)) {
    if (chunk.type === 'IHDR') head = chunk.data;
    if (chunk.type === 'IDAT') data.push(chunk.data);
  }
  const width = head.readUInt32BE(0);
  const height = head.readUInt32BE(4);
  const channels = { [colorRgb]: 3, [colorRgba]: 4 }[head[9]];
  if (head[8] !== 8 || !channels || head[12] !== 0) throw new Error('a PNG of another kind');
  const samples = unfilter(inflateSync(Buffer.concat(data)), width, height, channels);
  return { width, height, rgba: toRgba(samples, width * height, channels) };
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; ++bit) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = crcTable[(value ^ byte) & 255] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

export function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

export function encode({ width, height, rgba }) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, colorRgba, 0, 0, 0], 8);
  const raw = Buffer.alloc((width * 4 + 1) * height);
  for (let y = 0; y < height; ++y) rgba.copy(raw, y * (width * 4 + 1) + 1, y * width * 4, (y + 1) * width * 4);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(raw, { level: 1 })), chunk('IEND', Buffer.alloc(0))]);
}
