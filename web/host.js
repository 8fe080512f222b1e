// What the client asks of the browser (client/platform/platform.hpp).

import { event, Kind } from './events.js';

/** @typedef {import('./client.js').Client} Client */

export const storageName = 'rihab';
const draftName = 'rihab-draft ';

/** What is kept on this device: a line for each draft, with its name, a tab and its text. */
export function kept() {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(draftName))
      .map((name) => `${name.slice(draftName.length)}\t${localStorage.getItem(name)}\n`).join('');
  } catch {
    return '';
  }
}

/**
 * @param {import('./mirror.js').Mirror} mirror
 * @param {import('./observers.js').Observers} observers
 * @param {HTMLCanvasElement} canvas
 */
export function makeHost(mirror, observers, canvas) {
  /** @type {Client | null} */
  let client = null;

  /** @param {string} family @param {number} weight */
  const loadInPage = (family, weight) =>
    Promise.all([...document.fonts]
      .filter((face) => face.family.replace(/["']/g, '') === family && Number(face.weight) === weight)
      .map((face) => face.load()));

  const headers = { Accept: 'application/json' };
  /** @param {string} body @param {string} key @returns {RequestInit} */
  const jsonRequest = (body, key) =>
    ({ method: 'POST', body, headers: { ...headers, 'Content-Type': 'application/json', 'Idempotency-Key': key } });
  /** What its fields hold now, as if a button of this name had sent it.  @param {number} form @param {string} pair @returns {RequestInit} */
  const formRequest = (form, pair) => {
    const body = new URLSearchParams(pair);
    for (const [name, value] of new FormData(/** @type {HTMLFormElement} */ (mirror.node(form)))) body.append(name, String(value));
    return { method: 'POST', body, headers };
  };

  return {
    /** @param {Client} one */
    connect(one) {
      client = one;
    },

    /** @param {Uint8Array} bytes */
    apply(bytes) {
      observers.quietly(() => mirror.apply(bytes));
    },

    /** @param {number} top @param {number} width @param {number} height @param {number} from @param {number} to */
    placeCanvas(top, width, height, from, to) {
      canvas.style.setProperty('transform', `translateY(${top}px)`);
      canvas.style.setProperty('width', `${width}px`);
      canvas.style.setProperty('height', `${height}px`);
      observers.range = { from, to };
    },

    measure() {
      observers.measure();
    },

    /** @param {number} number @param {string} address @param {string} body @param {string} key @param {number} form */
    async ask(number, address, body, key, form) {
      const out = event(Kind.Answered).number(number);
      try {
        const response = await fetch(address, form ? formRequest(form, body) : body ? jsonRequest(body, key) : { headers });
        const text = await response.text();
        out.number(response.status).number(Number(response.headers.get('Retry-After')) || 0).text(text);
      } catch {
        out.number(0).number(0).text('');
      }
      client?.send(out);
    },

    /** @param {number} number @param {string} file @param {string} family @param {number} weight */
    async loadFace(number, file, family, weight) {
      let bytes = new Uint8Array();
      try {
        const [response] = await Promise.all([fetch(RIHAB_ASSETS[`fonts/${file}`]), loadInPage(family, weight)]);
        if (response.ok) bytes = new Uint8Array(await response.arrayBuffer());
      } catch {
        // No bytes: it failed.
      }
      client?.send(event(Kind.FaceLoaded).number(number).block(bytes));
    },

    /** @param {string} address @param {number} entry @param {boolean} push */
    visit(address, entry, push) {
      if (push) history.pushState({ entry }, '', address);
      else history.replaceState({ entry }, '', address);
    },

    /** @param {string} address */
    leave(address) {
      location.replace(address);
    },

    /** @param {string} text */
    store(text) {
      try {
        sessionStorage.setItem(storageName, text);
      } catch {
        // Not allowed here, or full: the form itself still holds what was typed.
      }
    },

    /** @param {string} name @param {string} text */
    keep(name, text) {
      try {
        if (text) localStorage.setItem(draftName + name, text);
        else localStorage.removeItem(draftName + name);
      } catch {
        // Not allowed here, or full.
      }
    },

    /** @param {number} number @param {number} delay */
    startTimer(number, delay) {
      setTimeout(() => client?.send(event(Kind.TimerFired).number(number)), delay);
    },

    /** @param {string} address @param {string} body */
    beacon(address, body) {
      navigator.sendBeacon(address, new Blob([body], { type: 'application/json' }));
    },

    random: () => crypto.getRandomValues(new Uint32Array(1))[0],
    today: () => Math.floor(Date.now() / 86_400_000),
    now: () => performance.now(),
    scroll: () => scrollY,
  };
}
