// What the browser itself sends about a visit.
import assert from 'node:assert/strict';
import { run, test } from '../support/harness.mjs';
import { startServer } from '../support/server.mjs';
import { launch, openCanvas, withPage } from '../support/browser.mjs';

const server = await startServer();
const browser = await launch();
const sheet = '/fr/d/rabat/services/casier-judiciaire';

// The bodies of beacons are not shown to a debugger: they are read where they are made.
function recordBeacons() {
  const sent = [];
  Object.defineProperty(globalThis, '__beacons', { value: sent });
  const send = navigator.sendBeacon;
  navigator.sendBeacon = (address, body) => {
    sent.push(body.text());
    return send.call(navigator, address, body);
  };
}

function watchReports(tab) {
  const reports = [];
  tab.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/v1/events') reports.push(request);
  });
  return reports;
}

test('a first screen, a change of language and a hidden page are reported under one key', async () => {
  await withPage(browser, { probes: [recordBeacons] }, async (tab) => {
    const reports = watchReports(tab);
    await openCanvas(tab, server.url + sheet);
    await tab.evaluate(() => document.querySelector('nav a[hreflang=ar]').click());
    await tab.waitForFunction(() => document.documentElement.lang === 'ar');
    await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
    await tab.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
    await tab.waitForTimeout(200);

    const sent = (await tab.evaluate(() => Promise.all(globalThis.__beacons))).map((body) => JSON.parse(body));
    assert.equal(sent.length, reports.length);
    assert.equal(new Set(sent.map(({ visit }) => visit)).size, 1);
    assert.match(sent[0].visit, /^[0-9a-f]{32}$/);
    const events = sent.flatMap((batch) => batch.events);
    assert.deepEqual(events.filter(({ type }) => type === 'screen').map(({ language, screen, value }) => [language, screen, value]),
      [['fr', 'sheet/casier-judiciaire', 1], ['ar', 'sheet/casier-judiciaire', 0]]);
    assert.ok(events.filter(({ type }) => type === 'active').reduce((sum, { value }) => sum + value, 0) >= 1);
    assert.deepEqual([...new Set(await Promise.all(reports.map(async (request) => (await request.response())?.status())))], [204]);
    assert.deepEqual(await tab.evaluate(() => [localStorage.length, document.cookie]), [0, '']);
    assert.deepEqual(tab.problems, []);
  });
});

test('without script nothing is reported', async () => {
  await withPage(browser, { context: { javaScriptEnabled: false } }, async (tab) => {
    const reports = watchReports(tab);
    await tab.goto(server.url + sheet);
    assert.deepEqual(reports, []);
  });
});

await run();
