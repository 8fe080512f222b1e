// Pictures within a text: in both skins, at every width, in four languages; when they come late, and when they do not
// come at all.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { axeViolations } from '../support/accessibility.mjs';
import { Person, invite } from '../support/accounts.mjs';
import { domBoxes, ourBoxes, parted } from '../support/boxes.mjs';
import { hideDom, launch, openCanvas, openHtml, reachSkin, settled, withPage } from '../support/browser.mjs';
import { atEnd, run, test } from '../support/harness.mjs';
import { request } from '../support/http.mjs';
import { decode, encode } from '../support/png.mjs';
import { startServer } from '../support/server.mjs';

const languages = ['ar', 'zgh', 'fr', 'en'];
const says = { ar: 'واجهة المحكمة', zgh: 'ⵜⴰⵖⴰⵡⵙⴰ', fr: 'La façade du tribunal', en: 'The front of the court' };

// Two halves of one colour each, so that a picture that is upside down or mirrored is seen to be.
const above = [200, 30, 40], below = [20, 60, 180];
function halves(width, height) {
  const rgba = Buffer.alloc(width * height * 4, 255);
  for (let at = 0; at < width * height; ++at) rgba.set(at < (width * height) / 2 ? above : below, at * 4);
  return encode({ width, height, rgba });
}

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
atEnd(() => rm(data, { recursive: true, force: true }));
const invitations = Object.entries({ editor: 'editor', reviewer: 'reviewer', head: 'court-head' })
  .map(([name, role]) => [name, invite(data, role, `rabat-${name}`, 'rabat')]);
const server = await startServer({ data });
const people = {};
for (const [name, invitation] of invitations) await (people[name] = new Person(server.url)).accept(invitation);
const browser = await launch();

async function send(width, height) {
  const answer = await people.editor.send('/api/v1/desk/rabat/images', { method: 'POST', type: 'image/png', body: halves(width, height) });
  const image = JSON.parse(answer.text);
  return { ...image, reference: `${image.address}#${image.width}x${image.height}` };
}

// Through the desk, to the public. Returns its slug.
async function publish(bodyIn) {
  const fields = { kind: 'article', version: '0', do: 'save', original: 'fr', 'published-on': '2026-11-20' };
  for (const language of languages)
    Object.assign(fields, { [`title/${language}`]: says[language], [`summary/${language}`]: says[language], [`body/${language}`]: bodyIn(language) });
  const made = await people.editor.post('/fr/desk/rabat/items/new', fields);
  assert.equal(made.status, 303, made.text);
  const place = made.headers.location.split('?')[0];
  for (const [who, step] of [['editor', 'submit'], ['reviewer', 'accept'], ['head', 'publish']])
    assert.equal((await people[who].post(`${place}/step`, { version: '1', step })).status, 303, step);
  return JSON.parse((await request(server.url, '/api/v1/districts/rabat/news?limit=1')).text).items[0].id;
}

const wide = await send(1200, 600), small = await send(120, 80);
const slug = await publish((language) => `${says[language]}\n\n![${says[language]}](${wide.reference})\n\n![${says[language]}](${small.reference})\n\n${says[language]}`);
const address = (language) => `${server.url}/${language}/d/rabat/news/${slug}`;

const near = (pixel, wanted) => pixel.every((value, index) => Math.abs(value - wanted[index]) <= 6);

// The pixel of a screenshot of the whole page.
function pixelAt({ width, rgba }, x, y) {
  const at = (Math.round(y) * width + Math.round(x)) * 4;
  return [...rgba.subarray(at, at + 3)];
}

async function wholePage(page) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: page.viewportSize().width, height });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return decode(await page.screenshot());
}

const imagesOf = (page) => page.evaluate(() => [...document.images].map((image) => {
  const { x, y, width, height } = image.getBoundingClientRect();
  return { x: x + scrollX, y: y + scrollY, width, height, alt: image.alt, lang: image.lang };
}));

// Each half of each picture has its colour there.
function assertSeen(shot, images) {
  for (const { x, y, width, height } of images) {
    for (const across of [0.1, 0.9]) {
      assert.ok(near(pixelAt(shot, x + width * across, y + height * 0.2), above), 'the upper half');
      assert.ok(near(pixelAt(shot, x + width * across, y + height * 0.8), below), 'the lower half');
    }
  }
}

for (const language of languages)
  test(`the canvas alone shows the pictures of a text, where the DOM has them (${language})`, async () => {
    for (const width of [360, 768, 1280])
      await withPage(browser, { width, theme: width === 768 ? 'dark' : 'light' }, async (page) => {
        await openCanvas(page, address(language));
        const images = await imagesOf(page);
        assert.deepEqual(images.map(({ alt }) => alt), [says[language], says[language]]);
        assert.equal(images[1].width, 120, 'a small picture is not blown up');
        assert.ok(images[0].width <= width - 32 && Math.abs(images[0].height * 2 - images[0].width) <= 2);
        assert.deepEqual(parted(await ourBoxes(page), await domBoxes(page)), []);
        await hideDom(page);
        assertSeen(await wholePage(page), images);
        assert.deepEqual(page.problems, []);
      });
  });

test('a picture that was seen before is there again when its page is', async () => {
  await withPage(browser, { width: 768 }, async (page) => {
    await openCanvas(page, address('fr'));
    await page.locator('nav a[href="/fr/d/rabat/news"]').first().click();
    await page.waitForURL('**/news');
    await page.goBack();
    await page.waitForFunction(() => document.images.length === 2 && [...document.images].every(({ naturalWidth }) => naturalWidth > 0));
    await settled(page);
    assert.ok(await page.evaluate(() => document.documentElement.classList.contains('skin-canvas')));
    const images = await imagesOf(page);
    await hideDom(page);
    const { rgba, width } = decode(await page.screenshot());
    const [small] = images.filter(({ y, height }) => y + height < page.viewportSize().height);
    assert.ok(near(pixelAt({ rgba, width }, small.x + small.width / 2, small.y + small.height * 0.2), above));
  });
});

test('the HTML skin shows them too, and both are without a fault', async () => {
  await withPage(browser, { width: 768, context: { bypassCSP: true } }, async (page) => {
    await openHtml(page, address('fr'));
    assertSeen(await wholePage(page), await imagesOf(page));
    assert.deepEqual(await axeViolations(page), []);
    await openCanvas(page, address('ar'));
    assert.deepEqual(await axeViolations(page), []);
  });
});

test('a picture that comes late is shown when it comes, and nothing moves', async () => {
  await withPage(browser, { width: 768 }, async (page) => {
    let release;
    const held = new Promise((resolve) => { release = resolve; });
    await page.route('**/images/*', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(address('fr'), { waitUntil: 'commit' });
    await reachSkin(page, 'skin-canvas');
    const before = await imagesOf(page);
    release();
    await page.waitForFunction(() => [...document.images].every((image) => image.naturalWidth > 0));
    assertSeen(await wholePage(page), before);
    assert.deepEqual(await imagesOf(page), before);
  });
});

test('where a picture does not come the browser says what it shows', async () => {
  await withPage(browser, { width: 768 }, async (page) => {
    await page.route('**/images/*', (route) => route.abort());
    await page.goto(address('fr'));
    await page.waitForFunction(() => globalThis.rihab?.stats().frames >= 0 && [...document.images].every(({ complete }) => complete));
    await reachSkin(page, 'skin-html');
    assert.equal(await page.getByRole('img', { name: says.fr }).count(), 2);
  });
});

test('after the graphics were lost the pictures are there again', async () => {
  await withPage(browser, { width: 768 }, async (page) => {
    await openCanvas(page, address('fr'));
    await page.evaluate(() => new Promise((resolve) => {
      const gl = document.querySelector('body > canvas').getContext('webgl2');
      const lose = gl.getExtension('WEBGL_lose_context');
      document.querySelector('body > canvas').addEventListener('webglcontextrestored', () => resolve(), { once: true });
      document.querySelector('body > canvas').addEventListener('webglcontextlost', () => setTimeout(() => lose.restoreContext()), { once: true });
      lose.loseContext();
    }));
    await reachSkin(page, 'skin-canvas');
    const images = await imagesOf(page);
    assertSeen(await wholePage(page), images);
  });
});

await run();
