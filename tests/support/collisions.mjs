// What a reader cannot read because it lies elsewhere than it should.

// Texts of different blocks that lie on each other, and texts cut off or out of the window.
export const collisions = (tab, { fewest = 20 } = {}) => tab.evaluate((fewest) => {
  const lines = [];
  const walker = document.createTreeWalker(document.body.children[1], NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest('.live, .hidden, .skip, svg, textarea')) continue;
    const block = element.closest('p, h1, h2, h3, label, legend, dt, dd, li, button, a[data-n], div');
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width > 1) lines.push({ block, words: node.data.slice(0, 24), x0: rect.left, x1: rect.right, y0: rect.top + rect.height * 0.2, y1: rect.bottom - rect.height * 0.2 });
    }
  }
  const found = [];
  if (lines.length < fewest) found.push(`only ${lines.length} lines of text`);
  lines.sort((a, b) => a.y0 - b.y0);
  for (let i = 0; i < lines.length; ++i) {
    const a = lines[i];
    if (a.x0 < -1 || a.x1 > innerWidth + 1) found.push(`"${a.words}" leaves the window`);
    for (let j = i + 1; j < lines.length && lines[j].y0 < a.y1; ++j) {
      const b = lines[j];
      const overlap = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
      if (overlap > 1 && a.block !== b.block && !a.block.contains(b.block) && !b.block.contains(a.block)) {
        found.push(`"${a.words}" lies on "${b.words}"`);
      }
    }
  }
  if (document.documentElement.scrollWidth > innerWidth + 1) found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  return found;
}, fewest);
