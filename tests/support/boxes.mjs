// Boxes of the DOM, boxes of our layout, and where they part.

// Border boxes of every element of ours, in page coordinates: { id: {x, y, width, height, name} }.
export const domBoxes = (page) => page.evaluate(() => {
  const boxes = {};
  for (const element of document.querySelectorAll('[data-n]')) {
    const rect = element.getBoundingClientRect();
    boxes[element.dataset.n] = {
      x: rect.x + scrollX, y: rect.y + scrollY, width: rect.width, height: rect.height,
      name: `${element.localName}.${element.getAttribute('class') ?? ''}`,
    };
  }
  return boxes;
});

// The same from the engine's layout.
export async function ourBoxes(page) {
  const list = await page.evaluate(() => globalThis.rihab.boxes());
  return Object.fromEntries(list.map(({ id, ...box }) => [id, box]));
}

export const agreement = 1;  // px

// One sentence for each box of `ours` that lies elsewhere in `theirs`, the widest apart first.
export function parted(ours, theirs, limit = agreement) {
  const findings = [];
  for (const [id, box] of Object.entries(ours)) {
    const other = theirs[id];
    if (!other) {
      findings.push({ by: Infinity, text: `${box.name ?? id} is in one and not in the other` });
      continue;
    }
    const by = Math.max(...['x', 'y'].map((side) => Math.abs(box[side] - other[side])),
      Math.abs(box.x + box.width - other.x - other.width), Math.abs(box.y + box.height - other.y - other.height));
    const at = (one) => `${one.x.toFixed(2)},${one.y.toFixed(2)} ${one.width.toFixed(2)}×${one.height.toFixed(2)}`;
    if (by > limit) findings.push({ by, text: `${other.name ?? box.name ?? id} by ${by.toFixed(2)} px: ${at(box)} and ${at(other)}` });
  }
  return findings.sort((a, b) => b.by - a.by).map(({ text }) => text);
}

// Boxes a reader can see that are not in our layout; spans within a line of text are not boxes of ours.
const spans = /^(bdi|strong|span|a)\.$/;
const outside = /\.(skip|live|hidden)$/;
export const forgotten = (ours, html) => Object.entries(html)
  .filter(([id, box]) => !ours[id] && box.width > 0 && box.height > 0 && !spans.test(box.name) && !outside.test(box.name))
  .map(([, box]) => box.name);

// The largest distance between two sets of boxes.
export function widest(ours, theirs) {
  return Math.max(0, ...Object.entries(ours).filter(([id]) => theirs[id]).map(([id, box]) => Math.max(
    Math.abs(box.x - theirs[id].x), Math.abs(box.y - theirs[id].y),
    Math.abs(box.width - theirs[id].width), Math.abs(box.height - theirs[id].height))));
}

// Where text, fields and icons stand: what a reader sees, without the boxes that hold them.
export const leaves = (page) => page.evaluate(() => {
  const isField = (element) => element.matches('textarea, select, input:not([type=radio], [type=checkbox], [type=hidden])');
  const found = [];
  for (const element of document.querySelectorAll('[data-n]')) {
    const rect = element.getBoundingClientRect();
    if (rect.width < 2 || rect.height < 2 || getComputedStyle(element).opacity === '0') continue;
    const holdsText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
    const kind = isField(element) ? 'field' : element.localName === 'svg' ? 'icon' : holdsText ? 'text' : '';
    if (!kind || (kind === 'text' && element.parentElement.closest('p, h1, h2, h3, a.language, li') && /^(bdi|a|strong|span)$/.test(element.localName))) continue;
    found.push({
      id: element.dataset.n, kind, name: `${element.localName}.${element.getAttribute('class') ?? ''}`,
      x: rect.x + scrollX, y: rect.y + scrollY, width: rect.width, height: rect.height,
      words: kind === 'text' ? element.textContent.slice(0, 40) : '',
    });
  }
  return found;
});

// What stays a control of the browser's own, drawn by it in every skin.
export const fieldBoxes = async (page) => (await leaves(page)).filter(({ kind }) => kind === 'field');
