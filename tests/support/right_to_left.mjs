// Whether a page is written from the right as well as from the left: what each function tells is wrong, a sentence each.

// Boxes that a reader can see and that do not lie between the edges of the page.
export const outsideThePage = (page) => page.evaluate(() => {
  const width = document.documentElement.clientWidth;
  const found = document.documentElement.scrollWidth > width ? [`the page is ${document.documentElement.scrollWidth} px wide`] : [];
  for (const element of document.querySelectorAll('[data-n]')) {
    if (element.matches('.skip, .live, .hidden')) continue;
    const { left, right, width: own } = element.getBoundingClientRect();
    if (own > 0 && (left < -0.5 || right > width + 0.5)) found.push(`${element.localName}.${element.getAttribute('class') ?? ''}: ${left} to ${right}`);
  }
  return found;
});

// Blocks of text, and fields, that do not begin at the start of their line, unless they are centred.
export const unaligned = (page) => page.evaluate(() => {
  const found = [];
  const range = document.createRange();
  for (const element of document.querySelectorAll('main [data-n], footer [data-n], header [data-n]')) {
    const style = getComputedStyle(element);
    const isField = element.matches('textarea, input:not([type=radio], [type=checkbox], [type=hidden])');
    const what = `${element.localName}.${element.getAttribute('class') ?? ''}`;
    const direction = element.closest('[dir="ltr"], [dir="rtl"]').dir;
    const isFree = element.dir === 'auto' || element.closest('bdi');
    if (!isFree && style.direction !== direction) found.push(`${what} runs ${style.direction} within ${direction}`);
    if (!['start', 'center'].includes(style.textAlign)) found.push(`${what} is aligned to the ${style.textAlign}`);
    const holdsText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
    if (isField || !holdsText || style.textAlign !== 'start' || !/^(block|list-item|flow-root)$/.test(style.display)) continue;
    range.selectNodeContents(element);
    const lines = [...range.getClientRects()].filter((rect) => rect.width > 0);
    if (lines.length === 0) continue;
    const box = element.getBoundingClientRect();
    const pixels = (name) => Number.parseFloat(style[name]);
    const gap = style.direction === 'rtl'
      ? box.right - pixels('borderRightWidth') - pixels('paddingRight') - Math.max(...lines.map(({ right }) => right))
      : Math.min(...lines.map(({ left }) => left)) - box.left - pixels('borderLeftWidth') - pixels('paddingLeft');
    if (Math.abs(gap) > 1) found.push(`${what} begins ${gap.toFixed(1)} px from where its line starts: ${element.textContent.slice(0, 30)}`);
  }
  return found;
});

// Boxes of blocks that are elsewhere than a mirror shows them when the same page runs from left to right; what has a
// direction of its own keeps it. Leaves the page as it found it.
export const mirrored = (page) => page.evaluate(() => {
  const root = document.documentElement;
  const width = root.clientWidth;
  const boxes = () => [...document.querySelectorAll('[data-n]')]
    .filter((element) => getComputedStyle(element).display !== 'inline' && element.parentElement.closest('[dir]') === root)
    .map((element) => [element, element.getBoundingClientRect()]).filter(([, { width }]) => width > 0);
  const before = new Map(boxes());
  const was = root.dir;
  root.dir = was === 'rtl' ? 'ltr' : 'rtl';
  const found = [];
  for (const [element, { left, right, top }] of boxes()) {
    const other = before.get(element);
    const by = Math.max(Math.abs(width - right - other.left), Math.abs(width - left - other.right), Math.abs(top - other.top));
    if (by > 1) found.push(`${element.localName}.${element.getAttribute('class') ?? ''} by ${by.toFixed(1)} px`);
  }
  root.dir = was;
  return found.slice(0, 8);
});
