// A reader with a keyboard alone: stops that are reached and seen.
import assert from 'node:assert/strict';
import { settled } from './browser.mjs';
import { countDifferent, crop } from './picture.mjs';
import { shot } from './screens.mjs';

// Presses a key until `holds` of what has the focus; each stop must be seen.
export async function press(tab, key, holds, what) {
  for (let count = 0; count < 120; ++count) {
    await tab.keyboard.press(key);
    const stop = await tab.evaluate(() => {
      const element = document.activeElement;
      const rect = (element.closest('label') ?? element).getBoundingClientRect();
      return {
        words: element.textContent.trim(), href: element.getAttribute('href') ?? '', id: element.id, name: element.name ?? '',
        value: element.value ?? '', isShown: element.matches(':focus-visible'), isBody: element === document.body,
        rect: { x: rect.x, y: rect.y, width: rect.width, height: rect.height }, window: { width: innerWidth, height: innerHeight },
      };
    });
    if (!stop.isBody) {
      const { rect, window } = stop;
      assert.ok(stop.isShown && rect.width > 0 && rect.y < window.height && rect.y + rect.height > 0 && rect.x < window.width && rect.x + rect.width > 0,
        `the focus is out of sight: ${JSON.stringify(stop)}`);
    }
    if (holds(stop)) return stop;
  }
  throw new Error(`120 times ${key} does not reach ${what}`);
}

// Where the focus is must be painted: without it, the window looks different there.
export async function assertPainted(tab, { rect, window, href, id }) {
  await settled(tab);
  const area = { x: Math.max(0, Math.floor(rect.x - 6)), y: Math.max(0, Math.floor(rect.y - 6)) };
  area.width = Math.min(window.width, Math.ceil(rect.x + rect.width + 6)) - area.x;
  area.height = Math.min(window.height, Math.ceil(rect.y + rect.height + 6)) - area.y;
  const focused = await shot(tab);
  await tab.evaluate(() => { globalThis.__focused = document.activeElement; document.activeElement.blur(); });
  await settled(tab);
  const blurred = await shot(tab);
  await tab.evaluate(() => globalThis.__focused.focus({ preventScroll: true }));
  assert.ok(countDifferent(crop(focused, area), crop(blurred, area), 24) >= 96, `nothing shows the focus of ${href || id}`);
}
