// What happens to the page without its reader's hand: sizes, scrolling, media, and changes by somebody else.

import { event, Kind } from './events.js';
import { fingerprint, idOf, rootElement } from './mirror.js';
import { layoutRatio } from './ratio.js';

/** @typedef {import('./bytes.js').Writer} Writer */

/** The root's width as the browser reported it last, with its fraction. */
let reportedWidth = 0;

function rootWidth() {
  const whole = rootElement()?.clientWidth ?? 0;
  return Math.abs(reportedWidth - whole) < 1 ? reportedWidth : whole;
}

export function viewport() {
  const canvas = document.querySelector('body > canvas');
  return [
    rootWidth(), document.documentElement.clientHeight, innerWidth, devicePixelRatio, canvas ? layoutRatio(canvas) : 1,
  ];
}

/** @param {Writer} writer @param {number[]} now */
export function writeViewport(writer, now) {
  for (const number of now) writer.float(number);
  return writer;
}

const media = {
  dark: matchMedia('(prefers-color-scheme: dark)'),
  contrast: matchMedia('(prefers-contrast: more)'),
  forced: matchMedia('(forced-colors: active)'),
};
let printing = false;

/** @param {Writer} writer */
export const writeMedium = (writer) =>
  writer.text(document.documentElement.dataset.theme ?? '').text(document.documentElement.dataset.text ?? '')
    .flag(media.dark.matches).flag(media.contrast.matches).flag(media.forced.matches).flag(printing);

/** @param {Element} element */
const holdsText = (element) => [...element.childNodes].some((child) => child instanceof Text);

export class Observers {
  constructor() {
    /** @type {import('./client.js').Client | null} */
    this.client = null;
    this.seen = viewport();
    this.sizes = new ResizeObserver((entries) => this.report(entries));
    this.changes = new MutationObserver(() => this.tellForeign());
    /** Scroll offsets that the canvas serves. */
    this.range = { from: -Infinity, to: Infinity };
  }

  /** @param {import('./client.js').Client} client */
  start(client) {
    this.client = client;
    for (const element of document.querySelectorAll('[data-n]')) if (holdsText(element)) this.watch(element);
    this.measure();
    this.watchRoot();

    /** @param {EventTarget | null} target */
    const tellPicture = (target) => {
      if (target instanceof HTMLImageElement && target.dataset.n)
        client.send(event(Kind.PictureLoaded).text(target.getAttribute('src') ?? '').flag(target.naturalWidth > 0));
    };
    for (const name of ['load', 'error']) document.addEventListener(name, ({ target }) => tellPicture(target), true);
    for (const image of document.images) if (image.complete) tellPicture(image);

    addEventListener('scroll', () => this.checkScroll(), { passive: true });
    addEventListener('resize', () => this.checkViewport());
    this.watchRatio();

    const tellMedium = () => client.send(writeMedium(event(Kind.MediumChanged)));
    for (const query of Object.values(media)) query.addEventListener('change', tellMedium);
    for (const [name, value] of /** @type {const} */ ([['beforeprint', true], ['afterprint', false]]))
      addEventListener(name, () => {
        printing = value;
        tellMedium();
      });
  }

  watchRoot() {
    const root = rootElement();
    if (root) this.changes.observe(root, { childList: true, characterData: true, subtree: true });
  }

  /** Another padding around the same words is another size.  @param {Element} block */
  watch(block) {
    this.sizes.observe(block, { box: 'border-box' });
  }

  /** The observer reports an element anew after it was taken out and put back. */
  measure() {
    const root = rootElement();
    if (!root) return;
    this.sizes.unobserve(root);
    this.watch(root);
  }

  /** @param {ResizeObserverEntry[]} entries */
  report(entries) {
    const blocks = entries.filter(({ target }) => target.isConnected);
    for (const { target, borderBoxSize } of blocks)
      if (target === rootElement()) reportedWidth = borderBoxSize[0].inlineSize;
    this.checkViewport();
    const out = event(Kind.Measured).float(this.seen[0]).number(blocks.length);
    for (const { target, borderBoxSize } of blocks)
      out.number(idOf(target)).float(borderBoxSize[0].inlineSize).float(borderBoxSize[0].blockSize);
    this.client?.send(out);
  }

  checkViewport() {
    const now = viewport();
    if (now.every((number, index) => number === this.seen[index])) return;
    this.seen = now;
    this.client?.send(writeViewport(event(Kind.Resized), now));
  }

  checkScroll() {
    const y = scrollY;
    if (y < this.range.from || y > this.range.to) this.client?.send(event(Kind.Scrolled).float(y));
  }

  watchRatio() {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
      this.checkViewport();
      this.watchRatio();
    }, { once: true });
  }

  tellForeign() {
    this.client?.send(event(Kind.ForeignChange).text(fingerprint()));
  }

  /** What we change ourselves is not foreign.  @param {() => void} change */
  quietly(change) {
    if (this.changes.takeRecords().length > 0) queueMicrotask(() => this.tellForeign()); // Not within a frame.
    const root = rootElement();
    change();
    this.changes.takeRecords();
    if (rootElement() !== root) this.watchRoot();
  }
}
