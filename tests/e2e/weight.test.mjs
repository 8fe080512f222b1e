// How much travels: the page without script, and everything until the takeover.
import assert from 'node:assert/strict';
import { test, run, note } from '../support/harness.mjs';
import { startServer } from '../support/server.mjs';
import { launch, reachSkin, withPage } from '../support/browser.mjs';
import { languages, product, samplePages, sheet } from '../support/cases.mjs';
import { budget, firstLoadNames, icon, manifest } from '../support/first_load.mjs';
import { request } from '../support/http.mjs';

const server = await startServer();
const browser = await launch();
const pages = await samplePages(server);

const pageLimit = 30 * 1024;
const reports = '/api/v1/events';

for (const [page, language] of product(pages, languages)) {
  test(`${page.name} in ${language} weighs at most 30 KB`, async () => {
    const answer = await request(server.url, page.addressIn(language), { headers: { 'Accept-Encoding': 'br' } });
    if (page.name === 'sheet') assert.equal(answer.headers['content-encoding'], 'br');
    assert.ok(answer.text.includes('</html>'));
    assert.ok(answer.wireBytes <= pageLimit, `${answer.wireBytes} bytes`);
    if (language === 'ar') note(`${page.name}: ${answer.wireBytes} bytes, ${answer.headers['content-encoding'] ?? 'not compressed'}`);
  });
}

// [{ path, bytes }] of all that travelled until the takeover, heads of the answers included.
async function travelled(tab, address) {
  const session = await tab.context().newCDPSession(tab);
  await session.send('Network.enable');
  const paths = new Map();
  const bytes = new Map();
  session.on('Network.requestWillBeSent', ({ requestId, request: { url } }) => paths.set(requestId, new URL(url).pathname));
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => bytes.set(requestId, (bytes.get(requestId) ?? 0) + encodedDataLength));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(requestId, Math.max(encodedDataLength, bytes.get(requestId) ?? 0)));
  await tab.goto(address, { waitUntil: 'domcontentloaded' });
  await reachSkin(tab, 'skin-canvas');
  // What the tab reports about itself goes the other way.
  return [...paths].map(([id, path]) => ({ path, bytes: bytes.get(id) ?? 0 })).filter(({ path }) => path !== reports);
}

for (const language of languages) {
  test(`the first load in ${language} until the takeover is at most 480 KB`, async () => {
    await withPage(browser, { width: 360 }, async (tab) => {
      const parts = await travelled(tab, server.url + sheet(language));
      const sum = parts.reduce((total, { bytes }) => total + bytes, 0);
      for (const { path, bytes } of parts.sort((a, b) => b.bytes - a.bytes)) note(`${String(bytes).padStart(8)}  ${path}`);
      note(`${language}: ${sum} bytes, ${(sum / 1024).toFixed(1)} KiB`);
      assert.ok(parts.some(({ path }) => path.endsWith('.wasm')) && parts.some(({ path }) => path.endsWith('.ttf')), 'parts are missing');
      assert.ok(sum <= budget, `${sum} bytes`);
      if (language === 'ar') checkNames(parts);
    });
  });
}

// `./rihab bench size` counts without a browser: it must know of everything that the browser loads.
function checkNames(parts) {
  const files = manifest();
  const known = new Set([sheet('ar'), icon, ...firstLoadNames(Object.keys(files)).map((name) => files[name])]);
  assert.deepEqual(parts.map(({ path }) => path).filter((path) => !known.has(path)), []);
}

test('a second load asks for the page alone', async () => {
  await withPage(browser, { width: 360 }, async (tab) => {
    await travelled(tab, server.url + sheet('ar'));
    const parts = (await travelled(tab, server.url + sheet('ar'))).filter(({ bytes }) => bytes > 0);
    assert.deepEqual(parts.map(({ path }) => path), [sheet('ar')]);
  });
});

await run();
