// window.textlab of /lab/text: our text engine, to be held against the browser's. It never measures in the DOM.

import createWasm from 'textlab-wasm';

const languages = ['ar', 'zgh', 'fr', 'en'];
const lineHeight = 1.5;

/** @param {string} name */
const load = async (name) => new Uint8Array(await (await fetch(RIHAB_ASSETS[name])).arrayBuffer());

/** @type {LabWasm} */
let wasm;

/** @param {Uint8Array} bytes */
function copyIn(bytes) {
  const pointer = wasm._malloc(bytes.length);
  wasm.HEAPU8.set(bytes, pointer);
  return pointer;
}

async function start() {
  const code = fetch(RIHAB_ASSETS['textlab.wasm']);
  const faces = Promise.all(RIHAB_FACES.map((file) => load(`fonts/${file}`)));
  await Promise.allSettled([...document.fonts].map((face) => face.load())); // A local fallback may be missing.
  const made = createWasm({
    host: {},
    instantiateWasm(imports, done) {
      WebAssembly.instantiateStreaming(code, imports).then(({ instance, module }) => done(instance, module));
      return {};
    },
  });
  wasm = /** @type {LabWasm} */ (/** @type {unknown} */ (await made));
  const data = await load('icudt-cut.dat');
  if (!wasm._textlab_load_data(copyIn(data), data.length)) throw new Error('the Unicode data are not ours');
  (await faces).forEach((bytes, face) => wasm._textlab_add_face(face, copyIn(bytes), bytes.length));
}

const ready = start();

/**
 * Offsets are UTF-16 units of the logical text; a width leaves out the spaces at the line's end.
 * @param {{ text: string, lang: string, dir: string, sizePx: number, widthPx: number, lineHeight?: number }} asked
 */
function layout({ text, lang, dir, sizePx, widthPx, lineHeight: given = lineHeight }) {
  const bytes = new TextEncoder().encode(text);
  const pointer = copyIn(bytes);
  const rtl = dir === 'rtl';
  let at = wasm._textlab_layout(pointer, bytes.length, languages.indexOf(lang), rtl ? 1 : 0, sizePx, given, widthPx) >> 3;
  wasm._free(pointer);
  const next = () => wasm.HEAPF64[at++];
  const heightPx = next();
  const lines = Array.from({ length: next() }, () => ({ start: next(), end: next(), widthPx: next(), rtl }));
  return { lines, heightPx };
}

Object.assign(window, { textlab: { ready, layout, fontFamily: 'var(--chain)' } });
