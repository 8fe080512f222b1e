// From the click to the next page on the screen, between the longest pages, with the answers at hand and without.
import assert from 'node:assert/strict';
import { test, run, note } from '../support/harness.mjs';
import { startServer } from '../support/server.mjs';
import { launch, openCanvas, withPage } from '../support/browser.mjs';

const server = await startServer();
const browser = await launch();

const budget = 50;         // ms, on this machine
const slowBudget = 200;    // ms, on one that is six times slower
const slowness = 6;
const pause = 150;         // ms between two changes: nobody clicks while the frame before is still on its way
const language = 'ar';
const round = [`/${language}/map`, `/${language}`, `/${language}/d/tanger`, `/${language}/d/tanger/services/casier-judiciaire`];

// In the page: clicks a link, and waits for the frame in which the page of that address is painted. The link is one of
// the page's own where it has one; else it stands within the canvas for the click alone, where nobody looks for changes.
// `work` is how long the client itself was busy in its frame.
const travel = (tab, address) => tab.evaluate((address) => new Promise((resolve, reject) => {
  const own = document.querySelector(`[data-n][href="${address}"]`);
  const link = own ?? Object.assign(document.createElement('a'), { href: address });
  if (!own) document.body.firstElementChild.append(link);
  const frames = globalThis.rihab.stats().frames;
  const title = document.title;
  const start = performance.now();
  const late = start + 10_000;
  const look = () => {
    const stats = globalThis.rihab.stats();
    if (stats.frames > frames && document.title !== title && location.pathname === address) {
      const after = performance.now();
      if (!own) link.remove();
      resolve({ time: after - start, work: stats.lastFrameMs });
    } else if (performance.now() > late) {
      reject(new Error(`${address} is not painted after 10 s`));
    } else {
      requestAnimationFrame(look);
    }
  };
  link.click();
  requestAnimationFrame(look);
}), address);

const sorted = (list) => [...list].sort((a, b) => a - b);
const median = (list) => sorted(list)[Math.floor(list.length / 2)];
const told = (list) => `median ${median(list).toFixed(1)}, worst ${Math.max(...list).toFixed(1)} ms`;

// What the server was asked since its log had `from` letters.
const askedSince = (from) => server.log.slice(from).split('\n').filter((line) => line.includes('"event":"request"'))
  .map((line) => JSON.parse(line)).map(({ method, route }) => `${method} ${route}`);

// `count` changes, round after round; by address, how long each took.
async function measure(tab, count) {
  const seen = [];
  for (let change = 1; change <= count; ++change) {
    const address = round[change % round.length];
    seen.push({ address, ...await travel(tab, address) });
    await tab.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), pause);
  }
  return seen;
}

function tell(name, seen) {
  note(`${name}: ${told(seen.map(({ time }) => time))} from click to paint; the client's own frame ${told(seen.map(({ work }) => work))}`);
  for (const address of round) {
    const own = seen.filter((one) => one.address === address);
    if (own.length > 0) note(`  ${address}: ${told(own.map(({ time }) => time))}; frame ${told(own.map(({ work }) => work))}`);
  }
}

// Whether the median keeps the budget. The machine may be busy with something else: it has three tries.
async function within(budget, name, measureOnce) {
  for (let attempt = 0; attempt < 3; ++attempt) {
    const seen = await measureOnce();
    tell(name, seen);
    if (median(seen.map(({ time }) => time)) <= budget) return true;
  }
  return false;
}

test('30 changes between the longest pages: painted within 50 ms of the click, and only the interface is asked', async () => {
  await withPage(browser, {}, async (tab) => {
    await openCanvas(tab, server.url + round[0]);
    const asked = tab.requests.length;
    tell('answers not yet here', await measure(tab, round.length));
    // A page may bring a weight of a font that none before it had. The browser looks for the icon in its own cache.
    const strange = tab.requests.slice(asked).filter(({ path }) => !/^\/(api\/v1|assets\/fonts)\//.test(path) && path !== '/icon.svg');
    assert.deepEqual(strange.map(({ method, path }) => `${method} ${path}`), []);
    const from = server.log.length;
    const reached = await within(budget, 'answers at hand', () => measure(tab, 30));
    assert.deepEqual(askedSince(from).filter((each) => !/ \/api\/v1\//.test(each)), []);
    assert.deepEqual(tab.problems, []);
    assert.ok(reached, `the median is over ${budget} ms`);
  });
});

test('on a machine that is six times slower: within 200 ms', async () => {
  await withPage(browser, {}, async (tab) => {
    await openCanvas(tab, server.url + round[0]);
    await measure(tab, round.length);
    const session = await tab.context().newCDPSession(tab);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
    const reached = await within(slowBudget, `${slowness} times slower`, () => measure(tab, 8));
    assert.ok(reached, `the median is over ${slowBudget} ms`);
  });
});

await run();
