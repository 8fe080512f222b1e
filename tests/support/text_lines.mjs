// The lines of text that stand in a window, and how alike two pictures show them.
import { commonColor, crop, ink, luminance, ssim } from './picture.mjs';

const inkTolerance = 64;  // Of 255, from the ground: what is fainter is the blur of an edge.

// [{ words, x, y, width, height }] in CSS px of the window: what a line of a block covers, and a little on its sides.
export const textLines = (page) => page.evaluate(() => {
  const found = [];
  for (const block of document.querySelectorAll('[data-n]')) {
    const holdsText = [...block.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
    const style = getComputedStyle(block);
    if (!holdsText || style.display === 'inline' || style.clipPath !== 'none' || block.matches('textarea, option')) continue;
    const range = document.createRange();
    range.selectNodeContents(block);
    const lines = [];
    for (const rect of [...range.getClientRects()].sort((a, b) => a.top - b.top)) {
      const last = lines.at(-1);
      if (!last || rect.top > (last.top + last.bottom) / 2) lines.push({ left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom });
      else for (const [side, choose] of Object.entries({ left: Math.min, right: Math.max, top: Math.min, bottom: Math.max })) last[side] = choose(last[side], rect[side]);
    }
    for (const { left, right, top, bottom } of lines) {
      found.push({ words: block.textContent.trim().slice(0, 30), x: left - 2, y: top, width: right - left + 4, height: bottom - top });
    }
  }
  return found;
});

export const devicePixels = ({ x, y, width, height }, ratio) => ({ x: x * ratio, y: y * ratio, width: width * ratio, height: height * ratio });

// Whole pixels, or null where the line is not wholly in the picture.
function areaOf(line, ratio, picture) {
  const exact = devicePixels(line, ratio);
  const [x, y] = [Math.max(0, Math.floor(exact.x)), Math.floor(exact.y)];
  const [right, bottom] = [Math.min(picture.width, Math.ceil(exact.x + exact.width)), Math.ceil(exact.y + exact.height)];
  const isThere = y >= 0 && bottom <= picture.height && right - x >= 8 && bottom - y >= 8;
  return isThere ? { x, y, width: right - x, height: bottom - y } : null;
}

// How much stands out from the ground.
function weightOf(picture, ground) {
  const [base] = luminance({ width: 1, height: 1, rgba: Buffer.from([...ground, 255]) });
  return luminance(picture).reduce((sum, value) => sum + Math.abs(value - base), 0);
}

function compareLine(a, b) {
  const ground = commonColor(a);
  const [one, other] = [a, b].map((picture) => ink(picture, { ground, tolerance: inkTolerance }).box);
  if (!one && !other) return null;
  const apart = one && other ? Math.max(...Object.keys(one).map((side) => Math.abs(one[side] - other[side]))) : Infinity;
  return { likeness: ssim(a, b).inked, apart, weights: [weightOf(a, ground), weightOf(b, ground)] };
}

// For each line with ink: { words, likeness (SSIM where there is ink), apart (the farthest that a side of the ink's box
// is, in device pixels), weights (of the first picture and of the second) }.
export function compareLines(a, b, lines, ratio) {
  return lines.flatMap((line) => {
    const area = areaOf(line, ratio, a);
    const result = area && compareLine(crop(a, area), crop(b, area));
    return result ? [{ words: line.words, ...result }] : [];
  });
}
