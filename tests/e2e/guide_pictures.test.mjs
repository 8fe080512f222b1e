// The pictures of the guides are the screens as they are: each is taken anew here and compared with the one that is
// kept. RIHAB_BLESS=1 keeps what is taken.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite } from '../support/accounts.mjs';
import { launch, openCanvas, settled, sharedPage } from '../support/browser.mjs';
import { languages } from '../support/cases.mjs';
import { atEnd, run, test } from '../support/harness.mjs';
import { root } from '../support/places.mjs';
import { decode } from '../support/png.mjs';
import { startServer } from '../support/server.mjs';

const isBlessing = Boolean(process.env.RIHAB_BLESS);
const folder = join(root, 'assets/content/guides/pictures');
const size = { width: 640, height: 440 };
const bytesLimit = 60 * 1024;
const step = 24;           // Of 255: what two ways of drawing the edge of a letter differ by.
const tile = 16;           // px
const differingLimit = 3;  // Pixels of a tile: an accent has more.

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
const clock = `${data}-clock`;
atEnd(() => Promise.all([rm(data, { recursive: true, force: true }), rm(clock, { force: true })]));
const now = Date.parse('2026-11-23T10:00:00Z');
await writeFile(clock, new Date(now).toISOString());
const roles = ['editor', 'moderator'];
const invitations = roles.map((role) => invite(data, role, role, 'rabat'));
const server = await startServer({ data, flags: ['--lab', '--test-clock', clock] });
const people = {};
for (const [i, role] of roles.entries()) await (people[role] = new Person(server.url)).accept(invitations[i], now);
const browser = await launch();

// A draft notice, in four languages, as an editor leaves it for the moderator.
const closed = {
  ar: ['المحكمة مغلقة اليوم', 'أغلقت المحكمة أبوابها بسبب انقطاع الكهرباء.'],
  zgh: ['ⵜⵔⴳⵍ ⵜⵙⵏⴱⴹⴰⵢⵜ ⴰⵙⵙⴰ', 'ⵜⵔⴳⵍ ⵜⵙⵏⴱⴹⴰⵢⵜ ⴰⵛⴽⵓ ⵉⵅⵚⵚⴰ ⵓⵥⵕⵚⴰⴹ.'],
  fr: ['Le tribunal est fermé aujourd’hui', 'Une panne de courant a fait fermer le tribunal.'],
  en: ['The court is closed today', 'A power cut has closed the court.'],
};
const fields = { kind: 'notice', version: '0', do: 'save', original: 'ar', from: '2026-11-23', to: '2026-11-24', urgency: 'emergency' };
for (const language of languages) [fields[`title/${language}`], fields[`text/${language}`]] = closed[language];
const made = await people.editor.post('/fr/desk/rabat/items/new', fields);
assert.equal(made.status, 303, made.text);
const [notice] = made.headers.location.match(/\/desk\/rabat\/items\/\d+/);

// `top`: what the picture begins with, where that is not the page.
const pictures = {
  citizen: [{ path: '?q=rabat' }, { path: '/d/rabat/services/casier-judiciaire' }],
  editor: [{ path: '/desk/rabat/items', who: 'editor' }, { path: '/desk/rabat/items/new?kind=article', who: 'editor', top: 'main form' }],
  moderator: [{ path: notice, who: 'moderator', top: '#next' }],
};

// A tab for each who looks.
const tabs = Object.fromEntries(['', ...roles].map((who) => [who, sharedPage(browser)]));

async function take(language, { path, who = '', top = 'main' }) {
  return tabs[who](size, async (page) => {
    const cookies = who ? [...people[who].cookies] : [];
    await page.context().addCookies(cookies.map(([name, value]) => ({ name, value, url: server.url.replace('http:', 'https:'), secure: true })));
    await openCanvas(page, `${server.url}/${language}${path}`);
    await page.evaluate((selector) => {
      document.activeElement?.blur();
      document.querySelector(selector).scrollIntoView();
    }, top);
    await settled(page);
    const shot = await page.screenshot();
    assert.deepEqual(page.problems, []);
    return shot;
  });
}

// The tile with the most pixels that differ by more than a step: { x, y, count }. Of all pixels a word is too small a part.
function mostDiffering(one, other) {
  const [a, b] = [decode(one), decode(other)];
  if (a.width !== b.width || a.height !== b.height) return { x: 0, y: 0, count: Infinity };
  const columns = Math.ceil(a.width / tile);
  const counts = new Array(columns * Math.ceil(a.height / tile)).fill(0);
  for (let pixel = 0; pixel < a.width * a.height; ++pixel) {
    const differs = [0, 1, 2].some((channel) => Math.abs(a.rgba[pixel * 4 + channel] - b.rgba[pixel * 4 + channel]) > step);
    if (differs) ++counts[Math.floor(pixel / a.width / tile) * columns + Math.floor((pixel % a.width) / tile)];
  }
  const count = Math.max(...counts);
  const at = counts.indexOf(count);
  return { x: (at % columns) * tile, y: Math.floor(at / columns) * tile, count };
}

for (const [guide, screens] of Object.entries(pictures)) {
  for (const language of languages) {
    test(`the pictures of the guide "${guide}" show the screens as they are (${language})`, async () => {
      for (const [i, screen] of screens.entries()) {
        const file = join(folder, `${guide}-${i + 1}-${language}.png`);
        const shot = await take(language, screen);
        assert.ok(shot.length <= bytesLimit, `${file} would have ${shot.length} bytes`);
        if (isBlessing) {
          mkdirSync(folder, { recursive: true });
          // What is the same stays the same file.
          if (!existsSync(file) || !decode(readFileSync(file)).rgba.equals(decode(shot).rgba)) writeFileSync(file, shot);
          continue;
        }
        const { x, y, count } = mostDiffering(readFileSync(file), shot);
        assert.ok(count <= differingLimit,
          `at ${x}, ${y} ${file} is not what the screen shows; look at it, then run this test with RIHAB_BLESS=1`);
      }
    });
  }
}

await run();
