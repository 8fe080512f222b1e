// The code beside a receipt's number, and that of an authenticator's key: a reader written from the standard finds the
// address in what is on the screen, on both skins, in the light and in the dark, on paper.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { Person, codesOf, invite, password } from '../support/accounts.mjs';
import { hideDom, launch, openCanvas, openHtml, reachSkin, settled, withPage } from '../support/browser.mjs';
import { atEnd, run, test } from '../support/harness.mjs';
import { request } from '../support/http.mjs';
import { source } from '../support/messages.mjs';
import { crop } from '../support/picture.mjs';
import { decode } from '../support/png.mjs';
import { readQr } from '../support/qr.mjs';
import { unknownCode } from '../support/rating.mjs';
import { startServer } from '../support/server.mjs';

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
atEnd(() => rm(data, { recursive: true, force: true }));
const invitation = invite(data, 'editor', 'newcomer', 'rabat');
const server = await startServer({ data });
const browser = await launch();

const sent = await new Person(server.url).post('/fr/d/rabat/participate',
  { kind: 'suggestion', service: '', text: 'Un banc de plus.', key: randomUUID(), do: 'send' });
assert.equal(sent.status, 303, sent.text);
const path = sent.headers.location;
const code = path.split('/').pop();

const border = 1;  // Of a picture, around what is drawn.

// What the screen shows where the picture stands.
async function pictureOn(tab) {
  const picture = tab.locator('main img');
  await picture.evaluate((image) => image.decode());
  await picture.scrollIntoViewIfNeeded();
  await settled(tab);
  const box = await picture.boundingBox();
  const screen = decode(await tab.screenshot());
  return crop(screen, { x: Math.round(box.x) + border, y: Math.round(box.y) + border, width: Math.round(box.width) - 2 * border, height: Math.round(box.height) - 2 * border });
}

for (const [theme, width] of [['light', 360], ['dark', 360], ['contrast', 1280]]) {
  test(`the canvas at ${width} px, ${theme}, shows the address of the page`, () => withPage(browser, { width, theme }, async (tab) => {
    await openCanvas(tab, server.url + path);
    await tab.locator('main img').evaluate((image) => image.decode());
    await settled(tab);
    await reachSkin(tab, 'skin-canvas');
    await hideDom(tab);
    assert.equal(readQr(await pictureOn(tab)), server.url + path);
    assert.deepEqual(tab.problems, []);
  }));
}

for (const [theme, medium] of [['light', 'screen'], ['dark', 'screen'], ['dark', 'print']]) {
  test(`as HTML, ${theme}, for ${medium}, it shows the address of the page`, () => withPage(browser, { width: 360, theme }, async (tab) => {
    await openHtml(tab, `${server.url}/ar/follow/${code}`);
    await tab.emulateMedia({ media: medium });
    assert.equal(await tab.locator('main img').getAttribute('alt'), source('ar', 'voice_qr'));
    assert.equal(readQr(await pictureOn(tab)), `${server.url}/ar/follow/${code}`);
  }));
}

test('only who has the number gets its picture; nobody keeps it, and it names no host that was not asked', async () => {
  const picture = await request(server.url, `${path}/qr.png`);
  assert.equal(picture.status, 200);
  assert.equal(picture.headers['content-type'], 'image/png');
  assert.equal(picture.headers['cache-control'], 'no-store');
  const unknown = await request(server.url, `/fr/follow/${unknownCode(7)}/qr.png`);
  assert.equal(unknown.status, 302);
  assert.match(unknown.headers.location, /^\/fr\/receipt\//);
  const strange = await request(server.url, `${path}/qr.png`, { headers: { Host: 'a<b>' } });
  assert.equal(strange.status, 400);
});

test('the authenticator takes its key from the screen, and nobody else gets it', async () => {
  const person = new Person(server.url);
  await person.post(invitation, { password });
  const page = await person.get('/fr/account/authenticator');
  const [key] = codesOf(page);
  await withPage(browser, { width: 360 }, async (tab) => {
    await tab.context().addCookies([...person.cookies].map(([name, value]) => ({ name, value, url: server.url.replace('http:', 'https:'), secure: true })));
    await openCanvas(tab, `${server.url}/fr/account/authenticator`);
    await hideDom(tab);
    assert.equal(readQr(await pictureOn(tab)), `otpauth://totp/Rihab?issuer=Rihab&secret=${key}`);
  });
  const stranger = await request(server.url, '/fr/account/authenticator/qr.png');
  assert.equal(stranger.status, 303);
});

await run();
