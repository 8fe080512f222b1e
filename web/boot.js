// Starts the client on the page that the server printed. Until it is ready, and wherever it cannot run, the page is HTML.

import createWasm from 'rihab-wasm';
import { Client } from './client.js';
import { allFields, event, Kind, listen, writeField } from './events.js';
import { kept, makeHost, storageName } from './host.js';
import { fingerprint, Mirror } from './mirror.js';
import { Observers, viewport, writeMedium, writeViewport } from './observers.js';
import { watchPresence } from './presence.js';

const forcedColors = matchMedia('(forced-colors: active)');

const canRun = () =>
  new URLSearchParams(location.search).get('skin') !== 'html' &&
  typeof WebAssembly === 'object' && 'WebGL2RenderingContext' in window && 'ResizeObserver' in window;

const patience = 3000; // ms for the first paint: a browser may keep it to itself

/** @returns {Promise<void>} */
const firstPaint = () =>
  new Promise((resolve) => {
    setTimeout(resolve, patience);
    new PerformanceObserver((list) => {
      if (list.getEntriesByName('first-contentful-paint').length > 0) resolve();
    }).observe({ type: 'paint', buffered: true });
  });

/** @returns {Promise<void>} */
const idle = () =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 400 });
    else setTimeout(resolve, 50);
  });

/** @param {Response} response */
const bytesOf = async (response) => new Uint8Array(await response.arrayBuffer());

function stored() {
  try {
    return sessionStorage.getItem(storageName) ?? '';
  } catch {
    return '';
  }
}

/** The page's own address: the answer to a form stands at another one. */
function settleAddress() {
  const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? location.pathname;
  const entry = history.state?.entry ?? 0;
  const here = canonical === location.pathname || canonical === location.pathname + location.search;
  history.replaceState({ entry }, '', here ? location.href : canonical);
  return { address: location.pathname + location.search, entry };
}

/** @param {string} address @param {number} entry */
function started(address, entry) {
  const random = crypto.getRandomValues(new Uint32Array(2));
  const out = event(Kind.Started).text(address).text(document.documentElement.lang)
    .text(document.getElementById('page-data')?.textContent ?? '').text(fingerprint()).text(stored()).text(kept())
    .number(entry).number(random[0]).number(random[1]).float(scrollY);
  writeMedium(writeViewport(out, viewport()));
  const fields = allFields();
  out.number(fields.length);
  for (const field of fields) writeField(out, field);
  return out;
}

/**
 * Starting its graphics takes the browser a while, in which nobody can do anything: while the bytes are on their way
 * is the best time. The client finds this context, and what it asks for is what stands here (client/paint/screen_web.cpp).
 * @param {HTMLCanvasElement} canvas
 */
const startGraphics = (canvas) => canvas.getContext('webgl2', { alpha: false, depth: false, stencil: false, antialias: false });

/** @param {ReturnType<typeof makeHost>} host @param {Promise<Response>} code */
function loadWasm(host, code) {
  return createWasm({
    host,
    instantiateWasm(imports, done) {
      WebAssembly.instantiateStreaming(code, imports)
        .then(({ instance, module }) => done(instance, module), () => {}); // Without it the page stays HTML.
      return {};
    },
  });
}

async function run() {
  const canvas = document.querySelector('body > canvas');
  if (!(canvas instanceof HTMLCanvasElement)) return;
  // The bytes come while the page is painted; nothing is compiled before a moment of rest.
  const code = fetch(RIHAB_ASSETS['rihab.wasm'], { priority: 'low' });
  const dataBytes = fetch(RIHAB_ASSETS['icudt-cut.dat'], { priority: 'low' }).then(bytesOf);
  for (const part of [code, dataBytes]) part.catch(() => {}); // Told where they are awaited, not before.
  await firstPaint();
  await idle();
  startGraphics(canvas);

  // The page that the client keeps has no field that nobody sees (server-stub/http/sent_form.hpp).
  for (const trap of document.querySelectorAll('[data-trap]')) trap.remove();
  const observers = new Observers();
  const mirror = new Mirror((block) => observers.watch(block));
  const host = makeHost(mirror, observers, canvas);
  const [wasm, data] = await Promise.all([loadWasm(host, code), dataBytes]);
  const client = new Client(wasm, () => mirror.showHtml());
  if (!client.loadData(data)) return;

  host.connect(client);
  const { address, entry } = settleAddress();
  client.send(started(address, entry));
  listen(client);
  observers.start(client);
  watchPresence(client);
  Object.assign(window, { rihab: { stats: () => client.stats(), boxes: () => client.boxes() } });
}

/** Without the wasm, the data or a network the page is what it was: HTML that works. */
const start = () => void run().catch(() => {});

if (canRun()) {
  if (forcedColors.matches) forcedColors.addEventListener('change', start, { once: true });
  else start();
}
