// Idle is idle.
import assert from 'node:assert/strict';
import { test, run } from '../support/harness.mjs';
import { startServer } from '../support/server.mjs';
import { launch, openCanvas, withPage } from '../support/browser.mjs';
import { countWork } from '../support/probes.mjs';
import { product, sampled, samplePages } from '../support/cases.mjs';
import { isFull } from '../support/places.mjs';

const server = await startServer();
const browser = await launch();
const pages = await samplePages(server);
const idleTime = 5000;  // ms, the figure of the promise

// The page rests: nothing is waited for but time itself, which is what is measured.
const rest = (tab, time) => tab.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), time);

const busiest = pages.filter(({ name }) => isFull || ['home', 'district', 'sheet', 'receipt'].includes(name));
for (const [page, language] of sampled(product(busiest, ['ar', 'en']), 3)) {
  test(`${page.name} in ${language}: 5 s of rest bring no animation frame, no GL call and no draw`, async () => {
    await withPage(browser, { probes: [countWork] }, async (tab) => {
      await openCanvas(tab, server.url + page.addressIn(language));
      const started = await tab.evaluate(() => ({ gl: globalThis.__idle.gl, frames: globalThis.__idle.frames }));
      assert.ok(started.gl > 0 && started.frames > 0, 'the counters count nothing');
      await rest(tab, 500);
      const before = await tab.evaluate(() => (globalThis.__idle.reset(), globalThis.rihab.stats()));
      await rest(tab, idleTime);
      const { idle, after } = await tab.evaluate(() => ({ idle: { ...globalThis.__idle }, after: globalThis.rihab.stats() }));
      assert.deepEqual({ frames: idle.frames, gl: idle.gl, names: idle.names }, { frames: 0, gl: 0, names: {} });
      assert.deepEqual(after, before, 'the counters of the engine');
    });
  });
}

test('a field with a blinking caret costs nothing either', async () => {
  await withPage(browser, { probes: [countWork] }, async (tab) => {
    await openCanvas(tab, server.url + pages.find(({ name }) => name === 'sheet').addressIn('fr'));
    await tab.locator('#text').focus();
    await rest(tab, 500);
    await tab.evaluate(() => globalThis.__idle.reset());
    await rest(tab, 2000);
    const idle = await tab.evaluate(() => ({ ...globalThis.__idle }));
    assert.deepEqual([idle.frames, idle.gl], [0, 0]);
  });
});

await run();
