// What a frame of the longest page costs the client: page function, layout, diff, paint and patches, on this machine and
// on one that is six times slower. The processor's time is counted, not the clock's: others may use the machine too.
// Then that a frame in which nothing changes shapes and draws nothing, and that without an event there is no frame.
import assert from 'node:assert/strict';
import { launch, openCanvas, withPage } from '../support/browser.mjs';
import { note, run, test } from '../support/harness.mjs';
import { startServer } from '../support/server.mjs';

const server = await startServer();
const browser = await launch();

const longest = '/ar/map';
const other = '/ar/d/tanger';
const budget = 4;       // ms
const slowBudget = 24;  // ms, where the machine is six times slower
const slowness = 6;
const rounds = 12;

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

// In the page: does something, and tells what the client has counted two frames later. Two marks in the browser's trace
// stand around it.
function addHelpers() {
  const rest = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const frames = async (count) => { for (; count > 0; --count) await new Promise((resolve) => requestAnimationFrame(resolve)); };
  // The link stands within the canvas for the click alone, where nobody looks for changes.
  const follow = (address) => {
    const link = Object.assign(document.createElement('a'), { href: address });
    document.body.firstElementChild.append(link);
    link.click();
    link.remove();
  };
  const measured = async (act) => {
    const before = globalThis.rihab.stats();
    performance.mark('act');
    act();
    await frames(3);
    performance.mark('done');
    const after = globalThis.rihab.stats();
    return Object.fromEntries(Object.keys(after).map((name) => [name, after[name] - before[name]]));
  };
  const repeat = async (rounds, prepare, act) => {
    const seen = [];
    for (let round = 0; round < rounds; ++round) {
      prepare(round);
      await frames(3);
      await rest(50);
      seen.push(await measured(() => act(round)));
    }
    return seen;
  };
  Object.defineProperty(globalThis, '__bench', { value: { rest, frames, follow, repeat } });
}

// What is done to the page, and what must have happened before.
const cases = {
  // Made, laid out, compared and painted from nothing but its data.
  'the page again': (tab, rounds) => tab.evaluate(([rounds, longest]) =>
    globalThis.__bench.repeat(rounds, () => {}, () => globalThis.__bench.follow(longest)), [rounds, longest]),
  // Far enough for another picture.
  'another part of it': (tab, rounds) => tab.evaluate((rounds) =>
    globalThis.__bench.repeat(rounds, () => {}, (round) => scrollTo(0, round % 2 === 0 ? 4000 : 0)), rounds),
  // Every box is laid out anew, and the picture drawn.
  'at another width': async (tab, rounds) => {
    const { width, height } = tab.viewportSize();
    const seen = [];
    for (let round = 0; round < rounds; ++round) {
      const before = await tab.evaluate(() => (performance.mark('act'), globalThis.rihab.stats()));
      await tab.setViewportSize({ width: round % 2 === 0 ? width - 8 : width, height });
      const after = await tab.evaluate(async () => {
        await globalThis.__bench.frames(3);
        performance.mark('done');
        return globalThis.rihab.stats();
      });
      seen.push(Object.fromEntries(Object.keys(after).map((name) => [name, after[name] - before[name]])));
    }
    return seen;
  },
};

// All of its DOM is made anew, and laid out by the browser when the heading is focused: route_change.test.mjs holds that.
const afterAnother = (tab, rounds) => tab.evaluate(([rounds, longest, other]) =>
  globalThis.__bench.repeat(rounds, () => globalThis.__bench.follow(other), () => globalThis.__bench.follow(longest)),
[rounds, longest, other]);

// The processor's ms of the main thread within the longest callback of a frame or a timer, for each pair of marks:
// without the waiting for the graphics, which make a new buffer for a canvas of another size.
function frameTimes(trace) {
  const { traceEvents } = JSON.parse(trace.toString());
  const marks = traceEvents.filter(({ cat, name }) => cat?.includes('blink.user_timing') && (name === 'act' || name === 'done'))
    .toSorted((a, b) => a.ts - b.ts);
  const callbacks = traceEvents.filter(({ name, tdur, pid, tid }) =>
    ['FireAnimationFrame', 'TimerFire'].includes(name) && tdur !== undefined && pid === marks[0].pid && tid === marks[0].tid);
  const waits = traceEvents.filter(({ name, tid }) => name === 'ImplementationBase::WaitForCmd' && tid === marks[0].tid);
  const ownTime = ({ ts, dur, tdur }) =>
    waits.filter((wait) => wait.ts >= ts && wait.ts < ts + dur).reduce((left, wait) => left - wait.tdur, tdur);
  const times = [];
  for (let i = 0; i + 1 < marks.length; i += 2) {
    const within = callbacks.filter(({ ts }) => ts >= marks[i].ts && ts <= marks[i + 1].ts);
    times.push(Math.max(...within.map(ownTime)) / 1000);
  }
  return times;
}

async function traced(tab, work) {
  await browser.startTracing(tab, { categories: ['devtools.timeline', 'blink.user_timing', 'gpu'] });
  const seen = await work();
  const times = frameTimes(await browser.stopTracing());
  assert.equal(times.length, seen.length, 'the trace lacks marks');
  return { seen, times };
}

async function keeps(tab, name, measure, most) {
  const { seen, times } = await traced(tab, () => measure(tab, rounds));
  const [{ patches, shapeMisses, glCalls, wakeups }] = seen;
  note(`${name}: median ${median(times).toFixed(1)}, worst ${Math.max(...times).toFixed(1)} ms, at most ${most}; ` +
    `${patches} patches, ${shapeMisses} shaped, ${glCalls} GL calls, ${wakeups} frames`);
  assert.ok(seen.every(({ wakeups }) => wakeups > 0), 'nothing asked for a frame');
  assert.ok(median(times) <= most, `${name}: the median of ${median(times).toFixed(1)} ms is over ${most}`);
}

const onLongest = (look, options = {}) => withPage(browser, options, async (tab) => {
  await tab.addInitScript(addHelpers);
  await openCanvas(tab, server.url + longest);
  await afterAnother(tab, 2);  // Both pages are known, and the code is warm.
  await look(tab);
});

for (const width of [1280, 360]) {
  for (const [name, measure] of Object.entries(cases)) {
    test(`${name}, ${width} px wide: within ${budget} ms, and ${slowBudget} ms where the machine is ${slowness} times slower`, async () => {
      await onLongest(async (tab) => {
        await measure(tab, rounds);
        await keeps(tab, `${name}, ${width} px`, measure, budget);
        const session = await tab.context().newCDPSession(tab);
        await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
        await keeps(tab, `${name}, ${width} px, ${slowness} times slower`, measure, slowBudget);
      }, { width });
    });
  }
}

test('a frame in which nothing changes shapes nothing and draws nothing', async () => {
  await onLongest(async (tab) => {
    for (const { frames, glCalls, shapeMisses, atlasUploads } of await cases['the page again'](tab, 5))
      assert.deepEqual({ frames, glCalls, shapeMisses, atlasUploads }, { frames: 0, glCalls: 0, shapeMisses: 0, atlasUploads: 0 });
  });
});

test('without an event there is no frame', async () => {
  await onLongest(async (tab) => {
    await tab.evaluate(() => globalThis.__bench.rest(500));
    const before = await tab.evaluate(() => globalThis.rihab.stats());
    await tab.evaluate(() => globalThis.__bench.rest(2000));
    assert.deepEqual(await tab.evaluate(() => globalThis.rihab.stats()), before);
  });
});

await run();
