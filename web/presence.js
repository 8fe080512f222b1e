// Whether somebody is there: the page before or behind another, input of any kind, the page that goes.

import { event, Kind } from './events.js';

const What = { Hidden: 0, Visible: 1, Input: 2 };
/** ms: a pointer moves a hundred times a second, and one word about it is enough. */
const pause = 5000;

/** @param {import('./client.js').Client} client */
export function watchPresence(client) {
  /** @param {number} what */
  const tell = (what) => void client.send(event(Kind.PresenceChanged).byte(what));
  const visibility = () => tell(document.visibilityState === 'hidden' ? What.Hidden : What.Visible);

  document.addEventListener('visibilitychange', visibility);
  addEventListener('pagehide', () => tell(What.Hidden));
  addEventListener('pageshow', ({ persisted }) => persisted && visibility());
  if (document.visibilityState === 'hidden') visibility();

  let told = -Infinity;
  const input = () => {
    const now = performance.now();
    if (now - told < pause) return;
    told = now;
    tell(What.Input);
  };
  for (const type of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll', 'touchmove'])
    addEventListener(type, input, { passive: true, capture: true });
}
