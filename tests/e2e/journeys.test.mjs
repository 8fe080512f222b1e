// What people come for, from the first page to the answer: with the canvas, without script, and by keyboard alone.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd, test, run } from '../support/harness.mjs';
import { startServer } from '../support/server.mjs';
import { launch, openCanvas, reachSkin, settled, withPage } from '../support/browser.mjs';
import { languages } from '../support/cases.mjs';
import { request } from '../support/http.mjs';
import { assertPainted, press } from '../support/keyboard.mjs';
import { say, source } from '../support/messages.mjs';
import { root } from '../support/places.mjs';

const folder = await mkdtemp(join(tmpdir(), 'rihab-clock-'));
const clock = join(folder, 'now');
const setClock = (instant) => writeFileSync(clock, instant);
// A Tuesday of the usual hours; Morocco is at UTC+0 since 20 September 2026.
const morning = '2026-11-24T09:30:00Z';
const evening = (closes) => `2026-11-24T${minutesBefore(closes, 40)}:00Z`;
const saturday = '2026-11-28T10:00:00Z';
setClock(morning);
const server = await startServer({ flags: ['--lab', '--test-clock', clock] });
atEnd(() => rm(folder, { recursive: true }));
const browser = await launch();

const get = async (address) => JSON.parse((await request(server.url, address)).text);
const district = (await get('/api/v1/districts')).items.find(({ id }) => id === 'tanger');
const service = await get('/api/v1/districts/tanger/services/casier-judiciaire');
const open = (await get('/api/v1/districts/tanger/activities')).items
  .filter(({ endsAt }) => endsAt > morning).sort((a, b) => a.startsAt.localeCompare(b.startsAt))[0];
const home = (language) => `/${language}`;
const front = (language) => `/${language}/d/tanger`;
// What has no words in a language stands in Arabic.
const inLanguage = (words, language) => words[language] ?? words.ar;
const next = (language) => languages[(languages.indexOf(language) + 1) % languages.length];

function minutesBefore(time, minutes) {
  const [hour, minute] = time.split(':').map(Number);
  const left = hour * 60 + minute - minutes;
  return `${String(Math.floor(left / 60)).padStart(2, '0')}:${String(left % 60).padStart(2, '0')}`;
}

// The hours of every day, as the decree has them: neither a season nor a list of courts of their own.
const [usual] = JSON.parse(readFileSync(join(root, 'assets/content/calendar.json'), 'utf8')).regimes
  .filter(({ periods, yearly, courts }) => !periods && !yearly && !courts);
const { from: opens, to: closes } = usual.shifts.find(({ days }) => days.includes('tuesday') && days.includes('monday'));

// English counts twelve hours twice.
function hour(language, time) {
  if (language !== 'en') return time;
  const [hours, minutes] = time.split(':');
  return `${hours % 12 || 12}:${minutes} ${hours < 12 ? 'AM' : 'PM'}`;
}

const instants = [
  { name: 'a weekday morning', at: morning, words: (language) => say(language, 'door_open_until', { time: hour(language, closes) }) },
  { name: '40 minutes before closing', at: evening(closes), words: (language) => say(language, 'door_open_closes', { minutes: 40, time: hour(language, closes) }) },
  { name: 'a Saturday', at: saturday, words: (language) => say(language, 'door_closed', { when: 'weekday', weekday: source(language, 'weekday_monday'), time: hour(language, opens) }) },
];

const main = (tab) => tab.getByRole('main');
const link = (tab, name) => main(tab).getByRole('link', { name, exact: true }).first();
const section = (tab, language, key) => tab.getByRole('navigation', { name: source(language, 'nav_label') })
  .getByRole('link', { name: source(language, key), exact: true });
const field = (tab, language) => tab.getByRole('textbox', { name: source(language, 'find_label') });
const heading = (tab, name) => tab.getByRole('heading', { name, exact: true }).first();
const at = (tab, address) => tab.waitForURL((url) => decodeURIComponent(url.pathname + url.search.replaceAll('+', ' ')) === address);

async function follow(tab, target, address) {
  await target.click();
  await at(tab, address);
}

async function findBy(tab, language, words) {
  await field(tab, language).fill(words);
  await tab.getByRole('button', { name: source(language, 'find_button') }).click();
  await at(tab, `${home(language)}?q=${words}`);
}

const sentence = (tab, words) => main(tab).getByText(words, { exact: true }).first().waitFor({ timeout: 5000 });

// The names under which a person knows the same place.
const namesOfPlace = [district.city.ar, district.city.zgh, district.city.fr, district.courtOfAppeal.ar,
  district.courts.find(({ id }) => id === 'tpi-larache').name.fr, 'tange', 'طنج'];
const nonsense = 'qqxyzzy';

async function findDistrict(tab, language, { every }) {
  const city = inLanguage(district.city, language);
  for (const words of namesOfPlace.filter((_, index) => (index + languages.indexOf(language)) % every === 0)) {
    await findBy(tab, language, words);
    await link(tab, city).waitFor();
    assert.equal(await field(tab, language).inputValue(), words);
    assert.ok(await main(tab).getByRole('listitem').count() <= 4, `"${words}" finds more than its own region`);
  }
  await findBy(tab, language, nonsense);
  await heading(tab, source(language, 'find_nothing_title')).waitFor();
  assert.equal(await main(tab).getByRole('listitem').count(), 0);
  await follow(tab, link(tab, source(language, 'find_all')), home(language));
  await main(tab).getByRole('listitem').nth(20).waitFor();
  await findBy(tab, language, district.city.fr);
  await follow(tab, link(tab, city), front(language));
  await heading(tab, say(language, 'district_title', { district: city })).waitFor();
}

async function askDoor(tab, language) {
  const court = district.courts[0];
  try {
    for (const { at: instant, words } of instants) {
      setClock(instant);
      await follow(tab, section(tab, language, 'courts'), `${front(language)}/courts`);
      await sentence(tab, words(language));
      await follow(tab, link(tab, inLanguage(court.name, language)), `${front(language)}/courts/${court.id}`);
      await heading(tab, inLanguage(court.name, language)).waitFor();
      await sentence(tab, words(language));
    }
  } finally {
    setClock(morning);
  }
}

async function readPapers(tab, language) {
  await follow(tab, section(tab, language, 'services'), `${front(language)}/services`);
  await follow(tab, link(tab, inLanguage(service.shortTitle, language)), `${front(language)}/services/${service.id}`);
  await heading(tab, inLanguage(service.title, language)).waitFor();
  const part = main(tab).locator('section').filter({ has: heading(tab, source(language, 'papers_title')) });
  const items = await part.getByRole('listitem').allInnerTexts();
  assert.equal(items.length, service.papers.length);
  service.papers.forEach(({ text }, index) => assert.ok(items[index].replace(/\s+/g, ' ').includes(inLanguage(text, language).replace(/\s+/g, ' ')), items[index]));
}

const compact = (instant) => instant.replace(/\.\d+/, '').replace(/[-:]/g, '');
const value = (calendar, name) => calendar.match(new RegExp(`^${name}[^:]*:(.*)\\r$`, 'm'))?.[1];

async function readCalendar(tab, language, address) {
  const answers = [await request(server.url, address), await request(server.url, address)];
  for (const { status, headers, text, bytes } of answers) {
    assert.equal(status, 200);
    assert.match(headers['content-type'], /^text\/calendar\b/);
    assert.ok(text.endsWith('\r\n') && !/[^\r]\n|\r[^\n]/.test(text), 'lines end with CR and LF');
    let from = 0;
    for (let end = bytes.indexOf('\r\n'); end >= 0; from = end + 2, end = bytes.indexOf('\r\n', from)) {
      assert.ok(end - from <= 75, `a line of ${end - from} bytes`);
      bytes.subarray(from, end).toString('utf8').split('').forEach((letter) => assert.notEqual(letter, '\uFFFD', 'a line ends within a letter'));
    }
    assert.equal(value(text, 'DTSTART'), compact(open.startsAt));
    assert.equal(value(text, 'DTEND'), compact(open.endsAt));
    assert.ok(value(text, 'UID'));
  }
  assert.equal(value(answers[0].text, 'UID'), value(answers[1].text, 'UID'));
  return answers[0].text;
}

async function keepActivity(tab, language) {
  await follow(tab, section(tab, language, 'activities'), `${front(language)}/activities`);
  const part = main(tab).locator('section').filter({ has: heading(tab, source(language, 'next_activities')) });
  const first = part.getByRole('link').first();
  assert.equal(await first.innerText(), inLanguage(open.title, language), 'the first of the next activities');
  const address = `${front(language)}/activities/${open.id}`;
  await follow(tab, first, address);
  await heading(tab, inLanguage(open.title, language)).waitFor();
  const file = link(tab, source(language, 'add_to_calendar'));
  const calendar = await readCalendar(tab, language, await file.getAttribute('href'));
  const utc = (name) => hour(language, value(calendar, name).match(/T(\d\d)(\d\d)00Z$/).slice(1).join(':'));
  const shown = (await main(tab).locator('.meta').first().innerText()).match(/\d\d?:\d\d(\s[AP]M)?/g).map((text) => text.replace(/\s/, ' '));
  assert.deepEqual(shown, [utc('DTSTART'), utc('DTEND')], 'at UTC+0 the page and the file have the same hour');
  const [download] = await Promise.all([tab.waitForEvent('download'), file.click()]);
  assert.equal(await download.failure(), null);
  // A page that becomes a file is, for the browser, a page that did not come.
  tab.problems = tab.problems.filter((problem) => !problem.includes('/calendar.ics'));
  assert.equal(new URL(tab.url()).pathname, address);
}

const place = (tab) => tab.evaluate(() => ({
  y: Math.round(scrollY), path: location.pathname, href: document.activeElement.getAttribute('href') ?? document.activeElement.localName,
}));

// The browser, too, finds the place of a page again only once the page is there.
async function isBack(tab, { y, path, href }, focusReturns) {
  const holds = (now) => now.path === path && Math.abs(now.y - y) <= 2 && (!focusReturns || now.href === href);
  const late = performance.now() + 3000;
  let now = await place(tab);
  while (!holds(now) && performance.now() < late) now = await place(tab);
  assert.ok(holds(now), `${JSON.stringify(now)} instead of ${JSON.stringify({ y, path, href })}`);
}

// How far from the top of the window the first text stands that reaches into it; the same text again after a change.
const textAtTop = (tab) => tab.evaluate(() => {
  const topOf = (element) => Math.round(element.getBoundingClientRect().top);
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  globalThis.atTop ??= [...document.querySelectorAll('body *')]
    .find((element) => hasText(element) && element.getBoundingClientRect().bottom > 0 && element.checkVisibility());
  return globalThis.atTop.isConnected ? topOf(globalThis.atTop) : 'gone';
});

// Three pages deep, from the lower part of each, and home again.
async function returnToPlace(tab, language, { focusReturns, rest }) {
  await follow(tab, tab.getByRole('banner').getByRole('link', { name: source(language, 'site_name'), exact: true }), home(language));
  const targets = [`${front(language)}`, `${front(language)}/courts`, `${front(language)}/courts/${district.courts.at(-1).id}`];
  const left = [];
  for (const target of targets) {
    const step = main(tab).locator(`a[href="${target}"]`).last();
    await step.scrollIntoViewIfNeeded();
    await step.focus();
    await rest(tab);
    left.push(await place(tab));
    await tab.keyboard.press('Enter');
    await tab.waitForURL((url) => url.pathname === target);
    await rest(tab);
  }
  assert.ok(left.every(({ y }) => y > 50), `the links lie below the first window: ${left.map(({ y }) => y)}`);
  for (const [move, before] of [...left.toReversed().map((one) => ['goBack', one]), ['goForward', left[1]], ['goForward', left[2]]]) {
    await tab[move]();
    await isBack(tab, before, focusReturns);
  }
}

async function switchLanguage(tab, language) {
  const other = next(language);
  const to = (name) => tab.getByRole('navigation', { name: source(language, 'languages_label') }).getByRole('link', { name: source(name, `name_${name}`) });
  await follow(tab, tab.getByRole('banner').getByRole('link', { name: source(language, 'site_name'), exact: true }), home(language));
  await findBy(tab, language, district.city.ar);
  await link(tab, inLanguage(district.city, language)).waitFor();
  await follow(tab, to(other), `${home(other)}?q=${district.city.ar}`);
  assert.equal(await field(tab, other).inputValue(), district.city.ar);
  await follow(tab, link(tab, inLanguage(district.city, other)), front(other));
  await follow(tab, section(tab, other, 'courts'), `${front(other)}/courts`);
  await follow(tab, tab.locator(`a[hreflang=${language}]`).first(), `${front(language)}/courts`);
  await heading(tab, source(language, 'courts')).waitFor();
}

const journeys = [['finding a district by any of its names', findDistrict], ['is my court open now', askDoor],
  ['which papers', readPapers], ['the next activity into my calendar', keepActivity],
  ['back to where I was', returnToPlace], ['the other language', switchLanguage]];

const ways = {
  'with the canvas': { open: openCanvas, options: {}, rest: settled, focusReturns: true, every: 1 },
  'without script': { open: (tab, url) => tab.goto(url), options: { context: { javaScriptEnabled: false } }, rest: () => {}, focusReturns: false, every: 3 },
};

async function walkTo(tab, address) {
  const stop = await press(tab, 'Tab', ({ href }) => href === address, address);
  await tab.keyboard.press('Enter');
  await at(tab, address);
  await settled(tab);
  return stop;
}

for (const language of languages) {
  test(`${language}, by keyboard alone: from the first Tab to the open court, the papers and the calendar, and never trapped`, async () => {
    await withPage(browser, { width: 390, height: 700 }, async (tab) => {
      tab.setDefaultTimeout(8000);
      await openCanvas(tab, server.url + home(language));
      await assertPainted(tab, await press(tab, 'Tab', ({ id }) => id === 'q', 'the field'));
      await tab.keyboard.insertText(nonsense);
      await tab.keyboard.press('Enter');
      await heading(tab, source(language, 'find_nothing_title')).waitFor();
      await press(tab, 'Tab', ({ href }) => href === home(language) , 'the way out');
      await tab.keyboard.press('Enter');
      await at(tab, home(language));
      await press(tab, 'Tab', ({ id }) => id === 'q', 'the field');
      await tab.keyboard.insertText(district.city.zgh);
      await tab.keyboard.press('Enter');
      await at(tab, `${home(language)}?q=${district.city.zgh}`);
      await settled(tab);
      await walkTo(tab, front(language));
      // The sections stand before the title, which has the focus now.
      await press(tab, 'Shift+Tab', ({ href }) => href === `${front(language)}/courts`, 'the courts');
      await tab.keyboard.press('Enter');
      await at(tab, `${front(language)}/courts`);
      await settled(tab);
      const court = `${front(language)}/courts/${district.courts[0].id}`;
      await assertPainted(tab, await press(tab, 'Tab', ({ href }) => href === court, 'the court'));
      await tab.keyboard.press('Enter');
      await at(tab, court);
      await sentence(tab, instants[0].words(language));
      await press(tab, 'Shift+Tab', ({ href }) => href === `${front(language)}/services`, 'the services');
      await tab.keyboard.press('Enter');
      await at(tab, `${front(language)}/services`);
      await settled(tab);
      await walkTo(tab, `${front(language)}/services/${service.id}`);
      await heading(tab, source(language, 'papers_title')).waitFor();
      await press(tab, 'Tab', ({ name }) => name === 'level', 'the five answers');
      assert.equal((await press(tab, 'ArrowDown', () => true, 'an answer')).name, 'level');
      const values = new Set();
      for (let count = 0; count < 5; ++count) values.add((await press(tab, 'ArrowDown', () => true, 'an answer')).value);
      assert.equal(values.size, 5, 'the arrows reach every answer');
      await press(tab, 'Tab', ({ isBody }) => isBody, 'the end of the page: the focus is trapped');
      await walkTo(tab, `${front(language)}/activities`);
      await walkTo(tab, `${front(language)}/activities/${open.id}`);
      await assertPainted(tab, await press(tab, 'Tab', ({ href }) => href.endsWith('/calendar.ics'), 'the file'));
      const [download] = await Promise.all([tab.waitForEvent('download'), tab.keyboard.press('Enter')]);
      assert.equal(download.suggestedFilename(), `${open.id}.ics`);
      assert.deepEqual(tab.problems.filter((problem) => !problem.includes('/calendar.ics')), []);
    });
  });
}

for (const language of languages) {
  test(`${language}, by keyboard alone: back to where I was, and the same page in the other language`, async () => {
    await withPage(browser, { width: 390, height: 480 }, async (tab) => {
      tab.setDefaultTimeout(8000);
      const list = `${front(language)}/courts`;
      await openCanvas(tab, server.url + list);
      const court = `${list}/${district.courts.at(-1).id}`;
      const stop = await press(tab, 'Tab', ({ href }) => href === court, 'the last court');
      await settled(tab);
      const inList = await place(tab);
      assert.ok(inList.y > 50, 'the last court stands within the first window');
      await tab.keyboard.press('Enter');
      await at(tab, court);
      await settled(tab);
      await press(tab, 'Tab', () => true, 'the next stop');
      await press(tab, 'Tab', () => true, 'the next stop');
      await settled(tab);
      const inCourt = await place(tab);
      await tab.goBack();
      await isBack(tab, inList, true);
      await assertPainted(tab, stop);
      await tab.goForward();
      await isBack(tab, inCourt, true);
      await tab.goBack();
      await isBack(tab, inList, true);

      const other = next(language);
      await press(tab, 'Shift+Tab', ({ href }) => href === `${front(other)}/courts`, 'the other language');
      await settled(tab);
      const before = await place(tab);
      const top = await textAtTop(tab);
      await tab.keyboard.press('Enter');
      await at(tab, `${front(other)}/courts`);
      await tab.waitForFunction((words) => document.activeElement.innerText === words, source(other, 'courts'));
      await settled(tab);
      assert.ok(Math.abs(await textAtTop(tab) - top) <= 2, `${await textAtTop(tab)} instead of ${top}: what stands at the top stays there`);
      await press(tab, 'Tab', ({ href }) => href === `${front(other)}/courts/${district.courts[0].id}`, 'the first court');
      await tab.goBack();
      await isBack(tab, before, true);
      assert.deepEqual(tab.problems, []);
    });
  });
}

// The journeys of one reader share a page; each goes on from where the one before ended.
for (const language of languages) {
  for (const [name, way] of Object.entries(ways)) {
    test(`${language}, ${name}: a reader finds the district, its open court, the papers, the activity, and the way back`, async () => {
      await withPage(browser, { width: 390, height: 700, ...way.options }, async (tab) => {
        tab.setDefaultTimeout(8000);
        await way.open(tab, server.url + home(language));
        const failed = [];
        for (const [aim, travel] of journeys) {
          const start = performance.now();
          try {
            await travel(tab, language, way);
          } catch (error) {
            failed.push(`${aim}: ${error.message.split('\n').slice(0, 4).join(' ')}`);
            await way.open(tab, server.url + front(language));
          }
          if (process.env.RIHAB_VERBOSE) console.log(`     ${aim}: ${Math.round(performance.now() - start)} ms`);
        }
        assert.deepEqual(failed, []);
        assert.deepEqual(tab.problems, []);
      });
    });
  }
}

test('an address with what was looked for shows what was found, and shows it again after a reload', async () => {
  await withPage(browser, { width: 390, height: 700 }, async (tab) => {
    const shows = async () => {
      assert.equal(await field(tab, 'fr').inputValue(), district.city.zgh);
      assert.ok(await main(tab).getByRole('listitem').count() <= 4);
    };
    await openCanvas(tab, `${server.url}${home('fr')}?q=${district.city.zgh}`);
    await shows();
    await tab.reload({ waitUntil: 'domcontentloaded' });
    await reachSkin(tab, 'skin-canvas');
    await shows();
  });
});

test('the simple version of a search shows the same search', async () => {
  await withPage(browser, { context: { javaScriptEnabled: false } }, async (tab) => {
    await tab.goto(`${server.url}${home('fr')}?q=${district.city.fr}`);
    const found = await main(tab).getByRole('listitem').allInnerTexts();
    await tab.getByRole('link', { name: source('fr', 'simple_version') }).click();
    await tab.waitForURL(/skin=html/);
    assert.equal(await field(tab, 'fr').inputValue(), district.city.fr);
    assert.deepEqual(await main(tab).getByRole('listitem').allInnerTexts(), found);
  });
});

await run();
