// Keeps the DOM equal to the engine's tree: does what a list of patches says (client/mirror/patches.hpp), decides nothing.

import { Reader } from './bytes.js';

const svg = 'http://www.w3.org/2000/svg';
const drawn = new Set(['svg', 'path']);
const skins = ['skin-html', 'skin-canvas', 'skin-kiosk'];

/** @param {Element} element */
export const idOf = (element) => parseInt(element.getAttribute('data-n') ?? '0', 36);

/** The node of ours that `target` lies in, or 0.  @param {EventTarget | null} target */
export function ownerOf(target) {
  const owner = target instanceof Element ? target.closest('[data-n]') : null;
  return owner ? idOf(owner) : 0;
}

/** @param {string} tag */
const make = (tag) => (drawn.has(tag) ? document.createElementNS(svg, tag) : document.createElement(tag));

/** @param {Node} node */
const isBreak = (node) => node instanceof HTMLElement && node.localName === 'wbr' && node.className === 'b';

/** The same string as mirror::fingerprint makes of a document. */
export function fingerprint() {
  const root = rootElement();
  let out = '';
  /** @param {Node} node */
  const add = (node) => {
    if (node instanceof Text) out += node.data;
    if (!(node instanceof Element) || isBreak(node)) return;
    const id = node.getAttribute('data-n');
    if (id) out += `\x01${id}\n`;
    else if (node.localName !== 'path') out += '\x02';
    if (node.localName === 'textarea' || node.hasAttribute('aria-live')) return;
    for (const child of node.childNodes) add(child);
  };
  if (root) add(root);
  return out;
}

/** @returns {HTMLElement | null} */
export const rootElement = () => document.querySelector('body > [data-n]');

export class Mirror {
  /** @param {(block: Element) => void} watch  Called for every block of text that is made. */
  constructor(watch) {
    /** @type {Map<number, Element>} */
    this.nodes = new Map();
    this.watch = watch;
    this.patches = 0;
    for (const element of document.querySelectorAll('[data-n]')) this.nodes.set(idOf(element), element);
  }

  /** @param {number} id */
  node(id) {
    const found = this.nodes.get(id);
    if (!found) throw new Error(`no node ${id.toString(36)}`);
    return found;
  }

  /** @param {Element} element */
  forget(element) {
    for (const child of [element, ...element.querySelectorAll('[data-n]')]) this.nodes.delete(idOf(child));
  }

  /** @param {Reader} reader @param {number} id */
  open(reader, id) {
    const element = make(reader.text());
    if (id) {
      element.setAttribute('data-n', id.toString(36));
      this.nodes.set(id, element);
    }
    for (let count = reader.byte(); count > 0; --count) element.setAttribute(reader.text(), reader.text());
    return element;
  }

  /** @param {Reader} reader */
  content(reader) {
    const block = this.node(reader.number());
    for (const child of block.querySelectorAll('[data-n]')) this.nodes.delete(idOf(child));
    const inside = new DocumentFragment();
    /** @type {ParentNode & Node} */
    let open = inside;
    for (let token = reader.byte(); token !== 0; token = reader.byte()) {
      if (token === 1) open.append(reader.text());
      else if (token === 2) open = open.appendChild(this.open(reader, reader.number()));
      else open = /** @type {ParentNode & Node} */ (open.parentNode);
    }
    block.replaceChildren(inside);
    this.watch(block);
  }

  /** @param {Element} block */
  removeBreaks(block) {
    const breaks = block.querySelectorAll('wbr.b');
    for (const one of breaks) one.remove();
    if (breaks.length > 0) block.normalize();
  }

  /** @param {Reader} reader */
  breaks(reader) {
    const block = this.node(reader.number());
    this.removeBreaks(block);
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let passed = 0;
    let text = /** @type {Text | null} */ (walker.nextNode());
    for (let count = reader.number(); count > 0; --count) {
      const offset = reader.number();
      while (text && passed + text.length < offset) {
        passed += text.length;
        text = /** @type {Text | null} */ (walker.nextNode());
      }
      if (!text) continue;
      const mark = document.createElement('wbr');
      mark.className = 'b';
      const rest = passed + text.length > offset ? text.splitText(offset - passed) : null;
      text.after(mark);
      if (rest) {
        passed = offset;
        text = rest;
        walker.currentNode = rest;
      }
    }
  }

  /** @param {Uint8Array} bytes */
  apply(bytes) {
    const reader = new Reader(bytes);
    const top = scrollY; // Before anything changes: it costs nothing to ask.
    while (reader.more) this.step(reader, top);
  }

  /** @param {string} skin */
  wear(skin) {
    document.documentElement.classList.remove(...skins);
    document.documentElement.classList.add(skin);
  }

  showHtml() {
    this.wear('skin-html');
    const root = rootElement();
    if (root) this.removeBreaks(root);
  }

  /** @param {Reader} reader @param {number} from Where the reader was. */
  step(reader, from) {
    const page = document.documentElement;
    switch (reader.byte()) {
      case 1: { // Create
        const id = reader.number();
        const parent = this.nodes.get(reader.number()) ?? document.body;
        const before = this.nodes.get(reader.number()) ?? (parent === document.body ? parent.querySelector('script') : null);
        parent.insertBefore(this.open(reader, id), before);
        break;
      }
      case 2: { // Remove
        const element = this.node(reader.number());
        this.forget(element);
        element.remove();
        break;
      }
      case 3: { // Move
        const element = this.node(reader.number());
        element.parentNode?.insertBefore(element, this.nodes.get(reader.number()) ?? null);
        break;
      }
      case 4: this.node(reader.number()).setAttribute(reader.text(), reader.text()); break;
      case 5: this.node(reader.number()).removeAttribute(reader.text()); break;
      case 6: this.content(reader); break;
      case 7: this.breaks(reader); break;
      case 8: { // Value
        const field = /** @type {HTMLInputElement} */ (this.node(reader.number()));
        const text = reader.text();
        if (field.value !== text) field.value = text;
        break;
      }
      case 9: { // Checked
        const field = /** @type {HTMLInputElement} */ (this.node(reader.number()));
        const checked = reader.byte() !== 0;
        if (field.checked !== checked) field.checked = checked;
        break;
      }
      case 10: document.title = reader.text(); break;
      case 11:
        page.lang = reader.text();
        page.dir = reader.text();
        break;
      case 12: document.querySelector('link[rel=canonical]')?.setAttribute('href', reader.text()); break;
      case 13: {
        const link = document.querySelector(`link[rel=alternate][hreflang="${reader.text()}"]`);
        const href = reader.text();
        link?.setAttribute('href', href);
        break;
      }
      case 14: { // Focus
        const element = /** @type {HTMLElement} */ (this.node(reader.number()));
        element.focus({ preventScroll: reader.byte() === 0 });
        break;
      }
      case 15: this.node(reader.number()).textContent = reader.text(); break;
      case 16: this.wear(reader.text()); break;
      case 17: {
        const top = reader.float();
        // A page that lies at its top stays there: to scroll would lay it out before its turn.
        if (top !== 0 || from !== 0) scrollTo({ top, behavior: 'instant' });
        break;
      }
      case 18: {
        const root = rootElement();
        if (root) this.removeBreaks(root);
        break;
      }
      case 19: { // Clear
        const root = rootElement();
        if (root) {
          this.forget(root);
          root.remove();
        }
        break;
      }
      default: throw new Error('an unknown patch');
    }
  }
}
