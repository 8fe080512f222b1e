// The canvas is the picture: it shows alone what HTML shows, and the DOM above it leaves no ink.
import assert from 'node:assert/strict';
import { test, run, note } from '../support/harness.mjs';
import { startServer } from '../support/server.mjs';
import { dropStyles, hideCanvas, hideDom, launch, openCanvas, openHtml, settled, sharedPage, withPage } from '../support/browser.mjs';
import { fieldBoxes, leaves } from '../support/boxes.mjs';
import { looks, product, sampled, samplePages, sheet, themes } from '../support/cases.mjs';
import { commonColor, crop, ink, ssim } from '../support/picture.mjs';
import { shot, wholePage } from '../support/screens.mjs';

const server = await startServer();
const browser = await launch();
const pages = await samplePages(server);
const atDesk = sharedPage(browser);
const url = (page, language) => server.url + page.addressIn(language);

const wholeLikeness = 0.95;
// Over windows that hold ink alone, where empty ground lifts nothing.
const inkedLikeness = 0.95;

// { html, canvas, dom, fields }: the page as HTML, the canvas alone, and the DOM alone.
async function pictures(page, { language, theme, width }) {
  const html = await atDesk({ theme, width }, async (tab) => {
    await openHtml(tab, url(page, language));
    return wholePage(tab);
  });
  return atDesk({ theme, width }, async (tab) => {
    await openCanvas(tab, url(page, language));
    const [fields, boxes] = [await fieldBoxes(tab), await leaves(tab)];
    await hideDom(tab);
    const canvas = await wholePage(tab);
    await dropStyles(tab);
    await hideCanvas(tab);
    const dom = await wholePage(tab);
    return { html, canvas, dom, fields, boxes };
  });
}

// The box around what differs from the most frequent colour within a rect.
function inkBox(picture, rect) {
  const part = crop(picture, rect);
  return ink(part, { ground: commonColor(part), tolerance: 64 }).box;
}

const whole = ({ x, y, width, height }, picture) => {
  const [x0, y0] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))];
  return { x: x0, y: y0, width: Math.min(picture.width, Math.ceil(x + width)) - x0, height: Math.min(picture.height, Math.ceil(y + height)) - y0 };
};

function inkParted(html, canvas, boxes) {
  return boxes.filter(({ kind }) => kind !== 'field').flatMap((box) => {
    const rect = whole(box, html);
    if (rect.width <= 0 || rect.height <= 0) return [];
    const [a, b] = [inkBox(html, rect), inkBox(canvas, rect)];
    if (!a && !b) return [];
    if (!a || !b) return [`${box.name} "${box.words}": ink ${a ? 'in HTML only' : 'on the canvas only'}`];
    const by = Math.max(...['x0', 'x1', 'y0', 'y1'].map((side) => Math.abs(a[side] - b[side])));
    return by > 1 ? [`${box.name} "${box.words}": ink parted by ${by} px`] : [];
  });
}

for (const [page, look] of sampled(product(pages, looks()), 23)) {
  const { language, theme, width } = look;
  test(`${page.name} in ${language}, ${theme}, ${width} px: the canvas alone is the picture, and the DOM leaves no ink`, async () => {
    const { html, canvas, dom, fields, boxes } = await pictures(page, look);
    assert.equal(canvas.height, html.height, 'height of the page');
    assert.ok(ink(html).pixels > 5000, 'the HTML skin shows hardly anything');
    const { whole: likeness, inked } = ssim(html, canvas, { without: fields });
    const left = ink(dom, { without: fields });
    note(`${page.name} ${language} ${theme} ${width}: SSIM ${likeness.toFixed(4)}, inked windows ${inked.toFixed(4)}, ink left by the DOM ${left.pixels}`);
    assert.ok(likeness >= wholeLikeness, `SSIM ${likeness.toFixed(4)}`);
    assert.ok(inked >= inkedLikeness, `SSIM of inked windows ${inked.toFixed(4)}`);
    assert.deepEqual(inkParted(html, canvas, boxes).slice(0, 5), []);
    assert.equal(left.pixels, 0, `ink of the DOM within ${JSON.stringify(left.box)}`);
  });
}

test('on a dense screen the canvas is as sharp as the DOM', async () => {
  for (const scale of [1.5, 2, 3]) {
    const context = { deviceScaleFactor: scale };
    const look = { width: 360, height: 640, context };
    const html = await withPage(browser, look, async (tab) => {
      await openHtml(tab, server.url + sheet('ar'));
      return shot(tab, { scale: 'device' });
    });
    const canvas = await withPage(browser, look, async (tab) => {
      await openCanvas(tab, server.url + sheet('ar'));
      await hideDom(tab);
      return shot(tab, { scale: 'device' });
    });
    const { whole: likeness } = ssim(html, canvas);
    assert.ok(likeness >= wholeLikeness, `SSIM ${likeness.toFixed(4)} at ${scale}`);
  }
});

test('a chosen radio and checkbox are drawn by the canvas', async () => {
  await withPage(browser, { width: 768 }, async (tab) => {
    await openCanvas(tab, server.url + sheet('fr'));
    const area = async () => {
      const rect = await tab.locator('label:has(#level-4)').boundingBox();
      return crop(await shot(tab), whole(rect, { width: 768, height: 800 }));
    };
    await tab.locator('label:has(#level-4)').scrollIntoViewIfNeeded();
    await hideDom(tab);
    const before = await area();
    await tab.evaluate(() => document.querySelector('#level-4').click());
    await settled(tab);
    const after = await area();
    assert.ok(!before.rgba.equals(after.rgba), 'the canvas does not show the choice');
    await dropStyles(tab);
  });
});

test('a theme that is chosen in the footer is what canvas and HTML show, and it is there at the first paint', async () => {
  for (const theme of themes) {
    await withPage(browser, { width: 768 }, async (tab) => {
      await openHtml(tab, server.url + sheet('en'));
      await Promise.all([tab.waitForEvent('load'), tab.locator(`button[name=theme][value=${theme}]`).click()]);
      const html = await shotAfter(tab, () => openHtml(tab, server.url + sheet('en')));
      await openCanvas(tab, server.url + sheet('en'));
      assert.equal(await tab.evaluate(() => document.documentElement.dataset.theme), theme);
      await hideDom(tab);
      const { whole: likeness } = ssim(html, await shot(tab));
      assert.ok(likeness >= wholeLikeness, `${theme}: SSIM ${likeness.toFixed(4)}`);
    });
  }
});

async function shotAfter(tab, open) {
  await open();
  return shot(tab);
}

test('a theme that changes on the device changes the canvas', async () => {
  await withPage(browser, { width: 768, theme: 'light' }, async (tab) => {
    await openCanvas(tab, server.url + sheet('zgh'));
    await hideDom(tab);
    const light = ink(await shot(tab)).ground;
    await tab.emulateMedia({ colorScheme: 'dark' });
    await settled(tab);
    const dark = ink(await shot(tab)).ground;
    assert.ok(light[0] > 200 && dark[0] < 80, `ground ${light} and ${dark}`);
  });
});

await run();
