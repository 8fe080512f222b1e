// Every page that only some see, in every language and width: open to everybody as HTML, the same on the canvas, and right
// to left to its last box. Which pages there are, the table of routes says. Without RIHAB_FULL every page is looked at in
// two languages, one in each width; in four days all have had their turn (RIHAB_TURN=0 to 3 chooses one).
import assert from 'node:assert/strict';
import { axeViolations } from '../support/accessibility.mjs';
import { domBoxes, forgotten, ourBoxes, parted } from '../support/boxes.mjs';
import { addStyle, launch, openAnswer, openCanvas, openHtml, sharedPage } from '../support/browser.mjs';
import { directions, languages, pageKinds, product } from '../support/cases.mjs';
import { note, run, test } from '../support/harness.mjs';
import { isFull } from '../support/places.mjs';
import { privateScreens } from '../support/private_screens.mjs';
import { mirrored, outsideThePage, unaligned } from '../support/right_to_left.mjs';

const widths = [768, 1280];
const height = 400;  // The canvas is as large as the window, and what is painted costs.
const turns = 4;
const today = Math.floor(Date.now() / 86_400_000);
const turn = Number(process.env.RIHAB_TURN ?? today % turns);

const { server, people, screens } = await privateScreens();
const browser = await launch();
const inTab = sharedPage(browser, { context: { bypassCSP: true } });

// Which of the turns looks at a cell.
const turnOf = (row, column, width) => (row + column + 2 * widths.indexOf(width)) % turns;
const cells = [...product([...screens.entries()], [...languages.entries()], widths)]
  .map(([[row, screen], [column, language], width]) => ({ screen, language, width, turn: turnOf(row, column, width) }));
const chosen = cells.filter((cell) => isFull || cell.turn === turn);

const privateKinds = pageKinds().filter((kind) => kind.private);
const matches = (pattern, address) => new RegExp(`^${pattern.replace(/\{[a-z]+\}/g, '[^/]+')}$`).test(address);

test('every private page of the table of routes is looked at, and is the page that its case says', () => {
  assert.deepEqual([...new Set(screens.map(({ kind }) => kind))].sort(), privateKinds.map(({ name }) => name).sort());
  for (const { kind, path } of screens)
    assert.ok(matches(privateKinds.find(({ name }) => name === kind).pattern, `/fr${path.split('?')[0]}`), `${path} is no ${kind}`);
});

test('each cell has its turn, and each turn looks at every page in both widths and at every language as often', () => {
  for (let which = 0; which < turns; ++which) {
    const part = cells.filter((cell) => cell.turn === which);
    assert.equal(part.length * turns, cells.length);
    assert.equal(new Set(part.map(({ screen, width }) => `${screens.indexOf(screen)} ${width}`)).size, part.length);
    assert.equal(new Set(part.map(({ screen, language }) => `${screens.indexOf(screen)} ${language}`)).size, part.length);
    for (const [language, width] of product(languages, widths)) {
      const count = part.filter((cell) => cell.language === language && cell.width === width).length;
      assert.ok(Math.abs(count - screens.length / turns) < 1, `${count} pages in ${language} at ${width} px`);
    }
  }
});

async function lookAs(tab, who) {
  await tab.context().clearCookies();
  await tab.context().addCookies([...people[who].cookies].map(([name, value]) => ({ name, value, url: server.url.replace('http:', 'https:'), secure: true })));
}

// What was sent is answered once; both skins show that answer.
const answers = new Map();
async function answerOf({ who, path, fields, status }, language) {
  const key = `${language} ${path} ${JSON.stringify(fields)}`;
  if (!answers.has(key)) {
    const answer = await people[who].post(`/${language}${path}`, typeof fields === 'function' ? fields(language) : fields);
    assert.equal(answer.status, status, answer.text.slice(0, 300));
    answers.set(key, answer);
  }
  return answers.get(key);
}

async function open(tab, skin, screen, language) {
  const address = `${server.url}/${language}${screen.path}`;
  const show = { html: openHtml, canvas: openCanvas }[skin];
  const answer = await (screen.fields ? openAnswer(tab, show, address, await answerOf(screen, language)) : show(tab, address));
  assert.equal(answer.status(), screen.status ?? 200);
  assert.equal(new URL(tab.url()).pathname, new URL(address).pathname, 'another page');
  assert.equal(await tab.evaluate(() => document.documentElement.dir), directions[language]);
}

// Fields whose words nobody would see.
const unseenFields = (tab) => tab.evaluate(() =>
  [...document.querySelectorAll('textarea, input:not([type=radio], [type=checkbox], [type=hidden])')]
    .filter((field) => /^rgba\(.*, 0\)$|transparent/.test(getComputedStyle(field).color)).map(({ name }) => name));

// What the browser says of the status of an answer that refuses is no problem of the page.
const problemsOf = (tab, { status = 200 }) => tab.problems.filter((problem) => status < 400 || !problem.includes(`status of ${status}`));

async function judge(tab, { screen, language, width }) {
  await lookAs(tab, screen.who);
  await open(tab, 'html', screen, language);
  const html = await domBoxes(tab);
  assert.deepEqual(await axeViolations(tab), [], 'axe');
  assert.deepEqual(await outsideThePage(tab), [], 'outside of the page');
  assert.deepEqual(await unaligned(tab), [], 'not aligned to where its line starts');
  if (directions[language] === 'rtl') assert.deepEqual(await mirrored(tab), [], 'not the mirror of the page from left to right');
  assert.deepEqual(problemsOf(tab, screen), [], 'as HTML');
  tab.problems.length = 0;
  await open(tab, 'canvas', screen, language);
  // The same elements as above; what the canvas adds to them does not depend on the width.
  if (isFull || width === widths.at(-1)) assert.deepEqual(await axeViolations(tab), [], 'axe, on the canvas');
  const ours = await ourBoxes(tab);
  assert.deepEqual(parted(ours, html).slice(0, 5), [], 'our layout and the HTML');
  assert.deepEqual(parted(await domBoxes(tab), html).slice(0, 5), [], 'the DOM under the canvas and the HTML');
  assert.deepEqual(forgotten(ours, html), [], 'boxes that our layout does not know');
  assert.deepEqual(await unseenFields(tab), [], 'what is typed there is seen above the canvas');
  assert.deepEqual(problemsOf(tab, screen), [], 'on the canvas');
  return Object.keys(ours).length;
}

const seen = { cells: 0, boxes: 0 };
for (const screen of screens) {
  const { kind, what } = screen;
  test(`the page "${kind}"${what && `, ${what},`} is open to everybody, and the same in both skins`, async () => {
    for (const cell of chosen.filter((one) => one.screen === screen)) {
      const where = `${cell.language}, ${cell.width} px`;
      const boxes = await inTab({ width: cell.width, height }, (tab) => judge(tab, cell)).catch((error) => {
        throw new Error(`${where}: ${error.message}`, { cause: error });
      });
      assert.ok(boxes > 10, `${where}: our layout tells ${boxes} boxes`);
      seen.cells += 1;
      seen.boxes += boxes;
    }
  }, { timeout: 300_000 });
}

// A judge that never says no proves nothing.
const breaks = [
  [mirrored, 'ar', '.wrap.wrap { padding-left: 60px; }'], [mirrored, 'ar', '.card-space.card-space { margin-left: 20px; }'],
  [unaligned, 'ar', '.hint { text-align: left; }'], [unaligned, 'fr', '.hint { text-indent: 20px; }'], [unaligned, 'ar', '.hint { direction: ltr; }'],
  [outsideThePage, 'ar', '.field.field { margin-inline-start: -700px; }'],
];
for (const [judgement, language, css] of breaks) {
  test(`${judgement.name} tells that "${css}" is wrong`, () => inTab({ width: 1280, height }, async (tab) => {
    const screen = screens.find(({ path }) => path.endsWith('kind=article'));
    await lookAs(tab, screen.who);
    await open(tab, 'html', screen, language);
    assert.deepEqual(await judgement(tab), []);
    await addStyle(tab, css);
    assert.notDeepEqual(await judgement(tab), []);
  }));
}

test('what was looked at is told', () => {
  note(`${screens.length} pages, ${seen.cells} of ${cells.length} cells${isFull ? '' : ` (turn ${turn})`}, ${seen.boxes} boxes`);
});

await run();
