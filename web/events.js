// What the reader does, as events for the client (client/platform/event.hpp). The DOM decides what was hit.

import { Writer } from './bytes.js';
import { idOf, ownerOf } from './mirror.js';

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

/** The place of each kind in platform::Event. */
export const Kind = {
  Started: 0, Resized: 1, Scrolled: 2, LinkFollowed: 3, Submitted: 4, FieldChanged: 5, Hovered: 6, Focused: 7,
  HistoryMoved: 8, Answered: 9, FaceLoaded: 10, TimerFired: 11, MediumChanged: 12, Measured: 13, ForeignChange: 14, PresenceChanged: 15,
  Reconnected: 16, PictureLoaded: 17, Pressed: 18,
};

/** @param {number} kind */
export const event = (kind) => new Writer().byte(kind);

/** Passwords and files stay in their fields: the client never sees them. @param {EventTarget | null} target @returns {target is Field} */
const isField = (target) =>
  (target instanceof HTMLInputElement && !['password', 'file'].includes(target.type)) || target instanceof HTMLTextAreaElement;

export const allFields = () =>
  /** @type {Field[]} */ ([...document.querySelectorAll('input[data-n], textarea[data-n]')].filter(isField));

/** @param {Writer} writer @param {Field} field */
export function writeField(writer, field) {
  const isChoice = field.type === 'radio' || field.type === 'checkbox';
  const checked = field instanceof HTMLInputElement && field.checked;
  return writer.number(idOf(field)).text(field.name).text(field.value).flag(isChoice).flag(isChoice && checked);
}

/** @param {MouseEvent} click */
const isPlain = (click) =>
  click.button === 0 && !click.metaKey && !click.ctrlKey && !click.shiftKey && !click.altKey && !click.defaultPrevented;

/** @param {URL} address */
const local = (address) => (address.origin === location.origin ? address.pathname + address.search : '');

/** @param {import('./client.js').Client} client */
export function listen(client) {
  /** @param {Field} field */
  const tell = (field) => client.send(writeField(event(Kind.FieldChanged), field));

  document.addEventListener('click', (click) => {
    const target = click.target instanceof Element ? click.target : null;
    const button = target?.closest('button[type=button]');
    if (button) client.send(event(Kind.Pressed).number(idOf(button)));
    const link = target?.closest('a');
    if (!link?.href || link.target || !isPlain(click)) return;
    const address = new URL(link.href);
    if (address.hash && local(address) === local(new URL(location.href))) return jump(click, address.hash);
    const path = local(address);
    if (path && client.send(event(Kind.LinkFollowed).number(idOf(link)).text(path).float(scrollY))) click.preventDefault();
  });

  document.addEventListener('submit', (submit) => {
    const form = submit.target;
    if (!(form instanceof HTMLFormElement) || submit.defaultPrevented) return;
    const button = submit.submitter;
    const action = button?.hasAttribute('formaction') ? /** @type {HTMLButtonElement} */ (button).formAction : form.action;
    for (const field of form.elements) if (isField(field) && field.dataset.n) tell(field);
    const path = local(new URL(action));
    if (path && client.send(event(Kind.Submitted).number(idOf(form)).text(path).float(scrollY))) submit.preventDefault();
  });

  document.addEventListener('input', ({ target }) => {
    if (isField(target) && target.dataset.n) tell(target);
  });

  addEventListener('online', () => client.send(event(Kind.Reconnected)));

  let hovered = 0;
  /** @param {number} id */
  const hover = (id) => {
    if (id !== hovered) client.send(event(Kind.Hovered).number((hovered = id)));
  };
  document.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType !== 'touch') hover(ownerOf(target));
  });
  document.documentElement.addEventListener('pointerleave', () => hover(0));

  document.addEventListener('focusin', ({ target }) => {
    client.send(event(Kind.Focused).number(ownerOf(target)));
  });

  let entry = history.state?.entry ?? 0;
  addEventListener('popstate', ({ state }) => {
    if (typeof state?.entry !== 'number') return history.replaceState({ entry }, ''); // A fragment, typed by hand.
    entry = state.entry;
    client.send(event(Kind.HistoryMoved).number(entry).text(location.pathname + location.search).float(scrollY));
  });
  history.scrollRestoration = 'manual';
  addEventListener('pageshow', () => (history.scrollRestoration = 'manual'));
  addEventListener('pagehide', () => (history.scrollRestoration = 'auto')); // A reload is the browser's.
}

/** Within the page: focus goes along, the history stays as it is.  @param {Event} click @param {string} hash */
function jump(click, hash) {
  const target = document.getElementById(decodeURIComponent(hash.slice(1)));
  if (!target) return;
  click.preventDefault();
  target.focus();
  target.scrollIntoView({ block: 'nearest' });
}
