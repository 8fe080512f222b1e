// The field of the form that only programs fill in: nobody sees it, hears it or comes to it, and the client has none.
import assert from 'node:assert/strict';
import { launch, openCanvas, withPage } from '../support/browser.mjs';
import { run, test } from '../support/harness.mjs';
import { request } from '../support/http.mjs';
import { startServer } from '../support/server.mjs';

const server = await startServer();
const browser = await launch();
const address = `${server.url}/fr/d/rabat/participate`;
const trap = 'input[name=website]';

test('the server prints it into the form once', async () => {
  const { text } = await request(server.url, '/fr/d/rabat/participate');
  assert.equal(text.split('name="website"').length, 2);
  const form = text.slice(text.indexOf('<form', text.indexOf('name="opened"') - 2000), text.indexOf('</form>', text.indexOf('name="opened"')));
  assert.ok(form.includes('name="website"'));
});

test('without script it is neither shown, nor read out, nor reached, and is sent empty', async () => {
  await withPage(browser, { width: 360, height: 740, context: { javaScriptEnabled: false } }, async (tab) => {
    await tab.goto(address);
    assert.equal(await tab.locator(trap).count(), 1);
    assert.equal(await tab.locator(trap).isVisible(), false);
    assert.equal(await tab.getByRole('textbox').count(), 1, 'one field is there to be read out');
    const names = new Set();
    for (let stop = 0; stop < 60; ++stop) {
      await tab.keyboard.press('Tab');
      names.add(await tab.locator(':focus').getAttribute('name', { timeout: 200 }).catch(() => null));
    }
    assert.ok(names.has('text') && !names.has('website'), [...names].join(' '));
  });
});

test('the page that the client keeps does not have it', async () => {
  await withPage(browser, { width: 360, height: 740 }, async (tab) => {
    await openCanvas(tab, address);
    assert.equal(await tab.locator(trap).count(), 0);
    assert.ok(await tab.locator('html.skin-canvas').count(), 'the canvas has taken over');
    assert.equal(await tab.locator('input[name=opened]').count(), 1);
    assert.deepEqual(tab.problems, []);
  });
});

await run();
