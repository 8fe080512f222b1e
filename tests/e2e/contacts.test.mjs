// How a court is reached, from the editor's form to a reader's thumb: what is wrong is said, what is right is shown before
// it is public, and a link to call or to write is the browser's in both skins.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { axeViolations } from '../support/accessibility.mjs';
import { Person, invite } from '../support/accounts.mjs';
import { domBoxes, ourBoxes, parted } from '../support/boxes.mjs';
import { hideDom, launch, openCanvas, openHtml, withPage } from '../support/browser.mjs';
import { languages } from '../support/cases.mjs';
import { atEnd, note, run, test } from '../support/harness.mjs';
import { errorSummary, visibleText } from '../support/html.mjs';
import { request } from '../support/http.mjs';
import { say, says, source } from '../support/messages.mjs';
import { crop, ink, ssim } from '../support/picture.mjs';
import { shot } from '../support/screens.mjs';
import { startServer } from '../support/server.mjs';

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
atEnd(() => rm(data, { recursive: true, force: true }));
const roles = ['editor', 'reviewer', 'court-head'];
const invitations = roles.map((role) => invite(data, role, `rabat-${role}`, 'rabat'));
const server = await startServer({ data, flags: ['--lab'] });
const browser = await launch();
const people = {};
for (const [at, role] of roles.entries()) await (people[role] = new Person(server.url)).accept(invitations[at]);

const desk = '/fr/desk/rabat/items';
const [, number] = (await people.editor.get(`${desk}?kind=court`)).text.match(/items\/(\d+)"/);
const { slug, values: before } = JSON.parse((await people.editor.get(`/api/v1${desk.slice(3)}/${number}`)).text);
const court = (language) => `${server.url}/${language}/d/rabat/courts/${slug}`;
const save = (fields) => people.editor.post(`${desk}/${number}`, { ...before, kind: 'court', version: '1', ...fields });

const rows = (...contacts) => Object.fromEntries(contacts.flatMap((contact, row) => Object.entries(contact).map(([name, text]) => [`contacts/${row}/${name}`, text])));
const typed = rows(
  { kind: 'telephone', value: '٠٥.٣٧-٠٠ ٠٠ ٠٠', 'text/ar': 'مكتب الاستقبال', 'text/fr': 'Accueil', source: 'Greffe' },
  { kind: 'fax', value: '00212 537000001' },
  { kind: 'email', value: 'greffe.civil.et.commercial@tpi-rabat.court.example' },
  { kind: 'website', value: 'https://tpi-rabat.court.example/contact' },
  { 'text/ar': 'بالبريد', 'text/fr': 'Par la poste' });
const links = ['tel:+212537000000', 'mailto:greffe.civil.et.commercial@tpi-rabat.court.example', 'https://tpi-rabat.court.example/contact'];

test('what is wrong in a contact is said by its field, in each language, and stays as it was typed', async () => {
  const wrong = rows({ kind: 'telephone', value: 'javascript:alert(1)' }, { kind: 'fax', value: '05 37' },
    { kind: 'email', value: 'greffe@court' }, { kind: 'website', value: 'javascript:alert(2)' }, { value: '05 37 00 00 02' });
  const answer = await save(wrong);
  assert.equal(answer.status, 422);
  for (const text of Object.values(wrong)) assert.ok(answer.text.includes(`value="${text}"`), text);
  const lines = errorSummary(answer.text);
  assert.deepEqual(lines.map(({ href }) => href), [0, 1, 2, 3].map((row) => `#contacts/${row}/value`));
  const keys = ['item_problem_telephone', 'item_problem_telephone', 'item_problem_email', 'item_problem_address'];
  for (const language of languages) {
    const { text } = await people.editor.post(`/${language}${desk.slice(3)}/${number}`, { ...before, kind: 'court', version: '1', ...wrong });
    const said = errorSummary(text).map(({ words }) => words);
    for (const [row, key] of keys.entries()) {
      const sentence = say(language, key, { example: row < 2 ? '05 37 00 00 00' : 'greffe@court.example', start: 'https://' });
      assert.ok(said[row].endsWith(sentence), `${language}: ${said[row]}`);
    }
  }
});

test('a value without its kind is kept as a draft, and does not leave its author', async () => {
  const made = await people.editor.post(`${desk}/new`, { kind: 'court', version: '0', original: 'fr', 'title/fr': 'Essai', 'court-kind': 'appeal', 'contacts/0/value': '05 37 00 00 02' });
  assert.equal(made.status, 303);
  const draft = made.headers.location.match(/items\/(\d+)/)[1];
  const early = await people.editor.post(`${desk}/${draft}/step`, { version: '1', step: 'submit' });
  assert.equal(early.status, 422);
  assert.ok(early.text.includes('href="#contacts/0/kind"') && early.text.includes('value="05 37 00 00 02"'));
});

test('the preview shows the links before anything is public', async () => {
  const { status, text } = await save({ ...typed, do: 'preview' });
  assert.equal(status, 200);
  for (const link of links) assert.equal(text.split(`href="${link}"`).length, 1 + languages.length, link);
  assert.ok(!(await request(server.url, `/fr/d/rabat/courts/${slug}`)).text.includes('tel:'));
});

test('the preview of a number that is not written yet says so, and leads nowhere', async () => {
  for (const value of ['', '05 37']) {
    const { text } = await save({ ...rows({ kind: 'telephone', value, 'text/fr': 'Accueil' }), do: 'preview' });
    const shown = text.slice(text.indexOf('id="preview"'));
    for (const language of languages) assert.ok(shown.includes(`>${source(language, 'preview_missing')}</p>`), `${language}: ${value}`);
    assert.ok(!shown.includes('tel:') && shown.includes('Accueil'), value);
  }
});

test('once it is published each language leads there, and says of which kind it is', async () => {
  assert.equal((await save(typed)).status, 303);
  for (const [role, step] of [['editor', 'submit'], ['reviewer', 'accept'], ['court-head', 'publish']]) {
    const answer = await people[role].post(`${desk}/${number}/step`, { version: '2', step });
    assert.equal(answer.status, 303, `${step}: ${answer.text.match(/id="errors"[\s\S]{0,1500}/)?.[0]}`);
  }
  for (const language of languages) {
    const { text } = await request(server.url, `/${language}/d/rabat/courts/${slug}`);
    for (const link of links) assert.equal(text.split(`href="${link}"`).length, 2, `${language} ${link}`);
    assert.ok(text.includes('>+212 5 37 00 00 01</bdi></p>'), 'a fax is no link');
    for (const key of ['contact_telephone', 'contact_fax', 'contact_email', 'contact_website']) assert.ok(says(visibleText(text), language, key), `${language} ${key}`);
  }
});

// What becomes of a click on the link, without what the browser would do of it.
const clicked = async (page, selector) => {
  await page.evaluate(() => {
    globalThis.taken = undefined;
    addEventListener('click', (click) => {
      globalThis.taken = click.defaultPrevented;
      click.preventDefault();
    }, { once: true });
  });
  await page.click(selector);
  return page.evaluate(() => globalThis.taken);
};

const phone = { width: 360, height: 740, context: { bypassCSP: true } };
for (const [skin, open] of [['html', openHtml], ['canvas', openCanvas]])
  test(`in the ${skin} skin a call, a letter and a website are left to the browser, with room for a thumb`, () => withPage(browser, phone, async (page) => {
    await open(page, court('ar'));
    for (const link of links) {
      const selector = `a[href="${link}"]`;
      assert.equal(await clicked(page, selector), false, link);
      const box = await page.locator(selector).boundingBox();
      assert.ok(box.height >= 44 && box.x >= 0 && box.x + box.width <= 360, `${link}: ${JSON.stringify(box)}`);
      assert.equal(new URL(page.url()).pathname, new URL(court('ar')).pathname);
    }
    if (skin === 'canvas') assert.equal(await clicked(page, 'a[href="/ar/d/rabat/courts"]'), true, 'a page of ours is the client’s');
    assert.deepEqual(page.problems, []);
  }));

// The horizontal places of the letters of a text, line by line.
const lettersOf = (page, selector) => page.$eval(selector, (element) => {
  const text = element.querySelector('bdi').firstChild;
  return [...text.data].map((letter, at) => {
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const { x, y } = range.getBoundingClientRect();
    return { letter, x, y };
  });
});

test('amid Arabic words numbers and addresses are read from the left, and the canvas shows them so', async () => {
  const pictures = {};
  const boxes = {};
  for (const [skin, open] of [['html', openHtml], ['canvas', openCanvas]])
    await withPage(browser, phone, async (page) => {
      await open(page, court('ar'));
      for (const link of links) {
        const letters = await lettersOf(page, `a[href="${link}"]`);
        for (const [at, { letter, x, y }] of letters.entries())
          if (at > 0 && letters[at - 1].y === y) assert.ok(x > letters[at - 1].x, `${skin} ${link}: "${letter}" at ${at}`);
      }
      const section = page.locator('section', { has: page.locator('a[href^="tel:"]') }).last();
      await section.scrollIntoViewIfNeeded();
      if (skin === 'html') assert.deepEqual(await axeViolations(page), []);
      else {
        assert.deepEqual(parted(await ourBoxes(page), await domBoxes(page)), []);
        await hideDom(page);
      }
      boxes[skin] = await section.boundingBox();
      pictures[skin] = crop(await shot(page, { fullPage: false }), Object.fromEntries(Object.entries(boxes[skin]).map(([name, px]) => [name, Math.round(px)])));
    });
  assert.ok(ink(pictures.html).pixels > 500, 'nothing is shown');
  const { whole } = ssim(pictures.html, pictures.canvas);
  note(`the contacts on the canvas and as HTML: SSIM ${whole.toFixed(4)}`);
  assert.ok(whole >= 0.95, `SSIM ${whole.toFixed(4)}`);
});

await run();
