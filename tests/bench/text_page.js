// In the page of text.mjs: three engines lay out the same paragraphs, turn by turn. Each has `make`, which takes strings
// and gives the lines of each at a width; `again`, which gives the lines of the same paragraphs at another width; and
// `forget`.

const languages = ['ar', 'zgh', 'fr', 'en'];
const latin = ['Rihab Latin', 'Rihab Arabic', 'Rihab Tifinagh'];
const families = {
  ar: ['Rihab Arabic', 'Rihab Latin', 'Rihab Tifinagh'],
  zgh: ['Rihab Tifinagh', 'Rihab Latin', 'Rihab Arabic'],
  fr: latin,
  en: latin,
};
const directionOf = (language) => language === 'ar' ? 'rtl' : 'ltr';
const fontSize = 16;   // px
const lineHeight = 24; // px

const bytesOf = async (address) => new Uint8Array(await (await fetch(address)).arrayBuffer());

async function startOurs(faces) {
  const { default: createWasm } = await import('/textbench.mjs');
  const wasm = await createWasm();
  const copyIn = (bytes) => {
    const pointer = wasm._malloc(bytes.length);
    wasm.HEAPU8.set(bytes, pointer);
    return pointer;
  };
  const data = await bytesOf('/icudt-cut.dat');
  if (!wasm._textbench_load_data(copyIn(data), data.length)) throw new Error('the Unicode data are not ours');
  for (const [face, { file }] of faces.entries()) {
    const bytes = await bytesOf(`/fonts/${file}`);
    if (!wasm._textbench_add_face(face, copyIn(bytes), bytes.length)) throw new Error(`${file} is no font`);
  }
  const encoder = new TextEncoder();
  const roomSize = 4096;
  const room = wasm._malloc(roomSize);
  const layout = (paragraph, width) => {
    const at = wasm._textbench_layout(paragraph, width) >> 3;
    return wasm.HEAPF64[at + 1];
  };
  let kept = [];
  return {
    make: (texts, language, width) => texts.map((text) => {
      const { written } = encoder.encodeInto(text, wasm.HEAPU8.subarray(room, room + roomSize));
      const paragraph = wasm._textbench_keep(room, written, languages.indexOf(language), fontSize);
      kept.push(paragraph);
      return layout(paragraph, width);
    }),
    again: (width) => kept.map((paragraph) => layout(paragraph, width)),
    forget() {
      wasm._textbench_forget();
      kept = [];
    },
  };
}

// One font collection for all, so that it finds a typeface by name once. Its cache of paragraphs goes by their text, so
// it never has what has not been laid out before.
async function startCanvasKit(faces) {
  const kit = await globalThis.CanvasKitInit({ locateFile: (file) => `/canvaskit/${file}` });
  const provider = kit.TypefaceFontProvider.Make();
  for (const { file, family } of faces) provider.registerFont(await bytesOf(`/fonts/${file}`), family);
  const collection = kit.FontCollection.Make();
  collection.setDefaultFontManager(provider);
  const styles = Object.fromEntries(languages.map((language) => [language, new kit.ParagraphStyle({
    textDirection: language === 'ar' ? kit.TextDirection.RTL : kit.TextDirection.LTR,
    textStyle: { fontFamilies: families[language], fontSize, heightMultiplier: lineHeight / fontSize, locale: language },
  })]));
  const layout = (paragraph, width) => {
    paragraph.layout(width);
    return paragraph.getLineMetrics().length;
  };
  let kept = [];
  return {
    make: (texts, language, width) => texts.map((text) => {
      const builder = kit.ParagraphBuilder.MakeFromFontCollection(styles[language], collection);
      builder.addText(text);
      const paragraph = builder.build();
      builder.delete();
      kept.push(paragraph);
      return layout(paragraph, width);
    }),
    again: (width) => kept.map((paragraph) => layout(paragraph, width)),
    forget() {
      for (const paragraph of kept) paragraph.delete();
      kept = [];
    },
  };
}

// All paragraphs of a turn are put in before the browser lays out: reading a height forces it, once.
async function startDom(faces) {
  await Promise.all(faces.map(async ({ file, family, weight }) => {
    const face = new FontFace(family, await bytesOf(`/fonts/${file}`), { weight: String(weight) });
    document.fonts.add(await face.load());
  }));
  const box = document.createElement('div');
  box.style.cssText = `position:absolute;font-size:${fontSize}px;line-height:${lineHeight}px;text-rendering:geometricPrecision;font-kerning:normal`;
  document.body.append(box);
  const lines = () => Array.from(box.children, (each) => each.offsetHeight / lineHeight);
  return {
    make(texts, language, width) {
      box.lang = language;
      box.dir = directionOf(language);
      box.style.fontFamily = families[language].join();
      box.style.width = `${width}px`;
      box.append(...texts.map((text) => Object.assign(document.createElement('div'), { textContent: text })));
      return lines();
    },
    again(width) {
      box.style.width = `${width}px`;
      return lines();
    },
    forget() {
      box.textContent = '';
      box.offsetHeight;
    },
  };
}

function timed(work) {
  const start = performance.now();
  const lines = work();
  return { ms: performance.now() - start, lines };
}

// Two figures of each engine for each turn: ms cold and ms at the other widths, with the lines.
function oneTurn(engines, order, texts, { language, coldWidth, otherWidths }) {
  const turn = {};
  for (const name of order) turn[name] = { cold: timed(() => engines[name].make(texts, language, coldWidth)) };
  for (const name of order) turn[name].relayout = timed(() => otherWidths.flatMap((width) => engines[name].again(width)));
  for (const name of order) engines[name].forget();
  return turn;
}

// `warmUp` runs first, with texts of its own, so that code and fonts are warm and no text is known.
async function measure({ faces, warmUp, texts, batch, ...asked }) {
  globalThis.engines ??= { ours: await startOurs(faces), canvaskit: await startCanvasKit(faces), dom: await startDom(faces) };
  const { engines } = globalThis;
  const names = Object.keys(engines);
  const turns = (list) => Array.from({ length: Math.floor(list.length / batch) }, (_, number) => {
    const order = names.map((_each, i) => names[(i + number) % names.length]);
    return oneTurn(engines, order, list.slice(number * batch, (number + 1) * batch), asked);
  });
  turns(warmUp);
  return turns(texts);
}

globalThis.measure = measure;
