// Pictures of whole pages, taken a window at a time as a reader scrolls, because the canvas follows the window.
import { decode } from './png.mjs';
import { crop, stack } from './picture.mjs';
import { settled } from './browser.mjs';

export const shot = async (page, options = {}) => decode(await page.screenshot({ scale: 'css', caret: 'hide', ...options }));

const scrollTo = async (page, y) => {
  await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), y);
  await settled(page);
  return page.evaluate(() => scrollY);
};

// [{ y, picture }]: windows that follow each other without overlap.
export async function windowsOf(page) {
  const { height, total } = await page.evaluate(() => ({
    height: innerHeight, total: document.documentElement.scrollHeight,
  }));
  const windows = [];
  for (let y = 0; y < total; y += height) {
    const at = await scrollTo(page, y);
    const picture = await shot(page);
    windows.push({ y, picture: at === y ? picture : crop(picture, { y: y - at }) });
  }
  await scrollTo(page, 0);
  return windows;
}

export const wholePage = async (page) => stack((await windowsOf(page)).map(({ picture }) => picture));
