// window.textlab of /lab/text: our text engine, to be held against the browser's. It never measures text in the DOM.

import createWasm from 'textlab-wasm';
import { layoutRatio } from './ratio.js';

const languages = ['ar', 'zgh', 'fr', 'en'];
const directions = ['ltr', 'rtl'];
const lineHeight = 1.5;

/** The chain of the style sheet. Its order depends on the language: an element takes that of its `lang`, or of its parent's. */
const fontFamily = 'var(--chain)';

/** @param {string} name */
const load = async (name) => new Uint8Array(await (await fetch(RIHAB_ASSETS[name])).arrayBuffer());

/** @type {LabWasm | undefined} */
let wasm;

/** @param {LabWasm} wasm @param {Uint8Array} bytes */
function copyIn(wasm, bytes) {
  const pointer = wasm._malloc(bytes.length);
  wasm.HEAPU8.set(bytes, pointer);
  return pointer;
}

/** @param {LabWasm} wasm @param {string} text */
function copyUnits(wasm, text) {
  const pointer = wasm._malloc(2 * text.length);
  const units = new Uint16Array(wasm.HEAPU8.buffer, pointer, text.length);
  for (let i = 0; i < text.length; ++i) units[i] = text.charCodeAt(i);
  return pointer;
}

async function start() {
  const code = fetch(RIHAB_ASSETS['textlab.wasm']);
  const faces = Promise.all(RIHAB_FACES.map((file) => load(`fonts/${file}`)));
  await Promise.allSettled([...document.fonts].map((face) => face.load())); // A local fallback may be missing.
  const made = await createWasm({
    host: {},
    instantiateWasm(imports, done) {
      WebAssembly.instantiateStreaming(code, imports).then(({ instance, module }) => done(instance, module));
      return {};
    },
  });
  const loaded = /** @type {LabWasm} */ (/** @type {unknown} */ (made));
  const data = await load('icudt-cut.dat');
  if (!loaded._textlab_load_data(copyIn(loaded, data), data.length)) throw new Error('the Unicode data are not ours');
  (await faces).forEach((bytes, face) => {
    const pointer = copyIn(loaded, bytes);
    if (!loaded._textlab_add_face(face, pointer, bytes.length)) throw new Error(`${RIHAB_FACES[face]} is not a font`);
    loaded._free(pointer);
  });
  wasm = loaded;
}

/** @param {string} name @param {unknown} value @param {string[]} known */
function oneOf(name, value, known) {
  const index = known.indexOf(String(value));
  if (index < 0) throw new RangeError(`textlab.layout: ${name} is one of ${known.join(', ')}, not ${JSON.stringify(value)}`);
  return index;
}

/** @param {string} name @param {unknown} value @param {(value: number) => boolean} fits @param {string} range */
function numberOf(name, value, fits, range) {
  if (typeof value === 'number' && fits(value)) return value;
  throw new RangeError(`textlab.layout: ${name} is a number ${range}, not ${String(value)}`);
}

/**
 * Offsets are UTF-16 units of the logical text; a width leaves out the spaces at the line's end. White space is
 * collapsed and lines are broken as in an element with `white-space:normal; overflow-wrap:normal; line-height:1.5`.
 * @param {{ text: string, lang: string, dir: string, sizePx: number, widthPx: number }} asked
 */
function layout({ text, lang, dir, sizePx, widthPx }) {
  if (!wasm) throw new Error('textlab.layout: await textlab.ready first');
  if (typeof text !== 'string') throw new TypeError('textlab.layout: text is a string');
  const language = oneOf('lang', lang, languages);
  const rtl = oneOf('dir', dir, directions);
  const size = numberOf('sizePx', sizePx, (px) => px > 0 && px <= 1000, 'above 0 and up to 1000');
  const width = numberOf('widthPx', widthPx, (px) => px >= 0, 'from 0 to Infinity');
  const pointer = copyUnits(wasm, text);
  let at = wasm._textlab_layout(pointer, text.length, language, rtl, size, lineHeight, layoutRatio(document.documentElement), width) >> 3;
  wasm._free(pointer);
  const numbers = wasm.HEAPF64;
  const heightPx = numbers[at++];
  const lines = Array.from({ length: numbers[at++] }, () =>
    ({ start: numbers[at++], end: numbers[at++], widthPx: numbers[at++], rtl: rtl === 1 }));
  return { lines, heightPx };
}

// What is put into the page is laid out as layout() does it, so far as it does not say otherwise.
document.documentElement.style.columnRule = '.01px solid';
Object.assign(document.body.style, { overflowWrap: 'normal', lineHeight: String(lineHeight), fontFamily });

const ready = start();
ready.catch((error) => console.error(error));
Object.assign(window, { textlab: { ready, layout, fontFamily } });
