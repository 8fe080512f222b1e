// Pictures that mean harm, and a few that do not, written byte for byte.
import { deflateSync } from 'node:zlib';
import { chunk, encode, signature } from './png.mjs';

export const payload = '<script>alert(document.domain)</script>';
export const place = 'GPS 34.0209N 6.8416W';

function head(width, height, { depth = 8, color = 2, interlaced = 0 } = {}) {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([depth, color, 0, 0, interlaced], 8);
  return chunk('IHDR', data);
}
const png = (...chunks) => Buffer.concat([signature, ...chunks]);
const ending = chunk('IEND', Buffer.alloc(0));

// Each pixel tells where it is, so that turning and scaling can be seen.
export function plain(width, height, opacity = 255) {
  const rgba = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; ++y) {
    for (let x = 0; x < width; ++x) {
      rgba.set([Math.floor(x * 255 / width), Math.floor(y * 255 / height), 90, opacity], (y * width + x) * 4);
    }
  }
  return encode({ width, height, rgba });
}

// A head that promises 2.5 thousand million pixels, and a few bytes of them.
export const hugePng = png(head(50_000, 50_000), chunk('IDAT', deflateSync(Buffer.alloc(1 << 16))), ending);
// Within the limit of pixels, and as large as it allows when it is decoded: it needs its whole memory at once.
export const interlacedPng = (() => {
  const [width, height] = [6_320, 6_320];
  const passes = [[8, 8], [8, 8], [4, 8], [4, 4], [2, 4], [2, 2], [1, 2]];
  const starts = [[0, 0], [4, 0], [0, 4], [2, 0], [0, 2], [1, 0], [0, 1]];
  const rows = passes.map(([dx, dy], i) => {
    const columns = Math.ceil((width - starts[i][0]) / dx);
    return (columns * 4 + 1) * Math.ceil((height - starts[i][1]) / dy);
  });
  const raw = Buffer.alloc(rows.reduce((sum, each) => sum + each, 0));
  return png(head(width, height, { color: 6, interlaced: 1 }), chunk('IDAT', deflateSync(raw, { level: 1 })), ending);
})();
// One pixel whose data unpack to 256 MB, and a text that does.
const zeros = deflateSync(Buffer.alloc(256 << 20), { level: 1 });
export const zipBombPng = png(head(1, 1), chunk('IDAT', zeros), ending);
export const textBombPng = (() => {
  const image = plain(8, 8);
  const text = chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), zeros]));
  const profile = chunk('iCCP', Buffer.concat([Buffer.from('profile\0\0'), zeros]));
  return Buffer.concat([image.subarray(0, 33), text, profile, image.subarray(33)]);
})();
// A picture, a comment in it and a page behind it.
export const pngWithPage = (() => {
  const image = plain(40, 30);
  const text = chunk('tEXt', Buffer.from(`Comment\0${payload}`));
  return Buffer.concat([image.subarray(0, 33), text, image.subarray(33), Buffer.from(`<html>${payload}</html>`)]);
})();
export const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${payload}</svg>`);
export const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
export const pdf = Buffer.from(`%PDF-1.7\n${payload}`);
export const html = Buffer.from(`<!doctype html>${payload}`);

// JPEG, ITU T.81: a marker and its segment, whose length counts itself.
function segment(marker, data) {
  const frame = Buffer.from([0xff, marker, 0, 0]);
  frame.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([frame, data]);
}
const startOfImage = Buffer.from([0xff, 0xd8]);
const endOfImage = Buffer.from([0xff, 0xd9]);
const quantization = segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)]));

// TIFF with the orientation 6 (the top of the picture is at its right) and a text that says where it was taken.
function exif(orientation) {
  const tiff = Buffer.from(`II*\0\x08\0\0\0\x02\0\x12\x01\x03\0\x01\0\0\0${String.fromCharCode(orientation)}\0\0\0`
    + `\x0e\x01\x02\0${String.fromCharCode(place.length + 1)}\0\0\0\x26\0\0\0\0\0\0\0${place}\0`, 'latin1');
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff]));
}

// What a camera or a prankster puts into a JPEG: EXIF, a profile, a comment, a script that begins as a comment and
// text behind the end. `image` is a JPEG file.
export function dressed(image, orientation = 6) {
  const profile = segment(0xe2, Buffer.from(`ICC_PROFILE\0\x01\x01${place}`, 'latin1'));
  const comment = segment(0xfe, Buffer.from(`*/=alert("${payload}")/*`));
  return Buffer.concat([startOfImage, exif(orientation), profile, comment, image.subarray(2), Buffer.from(`*/alert(1)//${payload}`)]);
}

function frame(marker, width, height, components, sampling = 0x11) {
  const data = Buffer.alloc(6 + 3 * components);
  data[0] = 8;
  data.writeUInt16BE(height, 1);
  data.writeUInt16BE(width, 3);
  data[5] = components;
  for (let i = 0; i < components; ++i) data.set([i + 1, sampling, 0], 6 + 3 * i);
  return segment(marker, data);
}
// A code table with one code of one bit.
const code = (kind, value) => segment(0xc4, Buffer.from([kind, 1, ...Array(15).fill(0), value]));
function scan(components, first, last, high, low, bits) {
  const which = components.flatMap((each) => [each, 0]);
  return Buffer.concat([segment(0xda, Buffer.from([components.length, ...which, first, last, high << 4 | low])), bits]);
}

export const hugeJpeg = Buffer.concat([startOfImage, quantization, frame(0xc0, 65_500, 65_500, 3), code(0x00, 0), code(0x10, 0),
  scan([1, 2, 3], 0, 63, 0, 0, Buffer.alloc(1000)), endOfImage]);

// Progressive: each scan goes over every block of the picture again, and costs the sender next to nothing, since one
// code (a run of 32,767 blocks without anything: 0xE0 and fourteen bits of 1) stands for many of them.
export function manyScans(width, height, scans, components = 1) {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  const bits = '0'.repeat(blocks * components);
  const bytesOf = (text) => {
    const padded = text.padEnd(Math.ceil(text.length / 8) * 8, '1');
    return Buffer.from(padded.match(/.{8}/g).flatMap((byte) => (byte === '11111111' ? [255, 0] : [parseInt(byte, 2)])));
  };
  const all = Array.from({ length: components }, (_, i) => i + 1);
  const first = scan(all, 0, 0, 0, 0, bytesOf(bits));
  const runs = Math.ceil(blocks / 32_767);
  const run = scan([1], 1, 63, 0, 0, bytesOf(`0${'1'.repeat(14)}`.repeat(runs)));
  return Buffer.concat([startOfImage, quantization, frame(0xc2, width, height, components), code(0x00, 0), code(0x10, 0xe0),
    first, ...Array(scans).fill(run), endOfImage]);
}

// No two pixels alike, the same each time: an image that only a JPEG makes small.
export function noise(width, height) {
  const rgba = Buffer.alloc(width * height * 4, 255);
  let state = 1;
  for (let i = 0; i < rgba.length; ++i) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    if (i % 4 !== 3) rgba[i] = state >>> 24;
  }
  return encode({ width, height, rgba });
}
