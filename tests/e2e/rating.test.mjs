// A rating lasts: sent by form, by script, as JSON; once for each key; shown by its receipt; and guesses are held back.
import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { test, run } from '../support/harness.mjs';
import { startServer } from '../support/server.mjs';
import { launch, openCanvas, openHtml, withPage } from '../support/browser.mjs';
import { languages, sheet } from '../support/cases.mjs';
import { request } from '../support/http.mjs';
import { says, source } from '../support/messages.mjs';
import { visibleText } from '../support/html.mjs';
import { encodeForm, freshKey, hyphenated, postForm, postJson, sendRating, unknownCode } from '../support/rating.mjs';

const server = await startServer();
const guessed = await startServer();  // Its guesses run out on purpose.
const browser = await launch();

const receipt = (code, language = 'fr') => request(server.url, `/${language}/receipt/${code}`);
const apiReceipt = (code, base = server.url) => request(base, `/api/v1/receipts/${code}`);
const randomWords = () => `Guichet ${randomInt(1e9)}, «ترقيم ${randomInt(1e6)}» ⵜⵉⵔⵔⴰ <b>&amp; "fin"`;

test('a rating sent by the form is answered 303, and its receipt shows all of it in four languages', async () => {
  const text = randomWords();
  const { code, location } = await sendRating(server.url, { level: 2, completed: 'partly', reasons: ['waiting', 'cost'], text });
  assert.match(location, /^\/fr\/receipt\/\d{4}-\d{4}-\d{4}-\d{4}$/);
  for (const language of languages) {
    const page = await receipt(code, language);
    assert.equal(page.status, 200);
    const shown = visibleText(page.text);
    assert.ok(shown.includes(text), `${language}: the text is not there`);
    assert.ok(shown.includes(code), `${language}: the number is not there`);
    for (const key of ['level_2', 'completed_partly', 'reason_waiting', 'reason_cost']) {
      assert.ok(shown.includes(source(language, key)), `${language}: "${source(language, key)}" is not there`);
    }
    assert.ok(!shown.includes(source(language, 'reason_welcome')), 'a reason that was not sent');
  }
});

test('a rating sent as JSON is the same thing', async () => {
  const text = randomWords();
  const sent = { level: 5, completed: 'no', reasons: ['access', 'other'], text };
  const answer = await postJson(server.url, sent);
  assert.equal(answer.status, 201);
  const body = JSON.parse(answer.text);
  const code = body.code.replace(/\D/g, '');
  assert.equal(code.length, 16);
  const stored = JSON.parse((await apiReceipt(hyphenated(code))).text);
  assert.equal(stored.rating.text, text);
  assert.equal(stored.rating.level, 5);
  assert.deepEqual(stored.rating.reasons, ['access', 'other']);
  assert.ok(visibleText((await receipt(hyphenated(code))).text).includes(text));
});

for (const skin of ['html', 'canvas']) {
  test(`a rating sent with the mouse in the ${skin} skin leads to its receipt`, async () => {
    await withPage(browser, { width: 360 }, async (tab) => {
      await (skin === 'html' ? openHtml : openCanvas)(tab, server.url + sheet('ar'));
      const text = `رأي ${randomInt(1e9)} في الشباك`;
      await tab.locator('label:has(#level-3)').click();
      await tab.locator('label:has(#completed-yes)').click();
      await tab.locator('label:has(#reason-language)').click();
      await tab.locator('#text').fill(text);
      const from = tab.requests.length;
      await tab.locator('#send').click();
      await tab.waitForURL(/\/ar\/receipt\/[\d-]+$/);
      await tab.locator('.user-text').filter({ hasText: text }).waitFor();
      const asked = tab.requests.slice(from);
      if (skin === 'canvas') {
        assert.deepEqual(asked.filter(({ type }) => type === 'document'), [], 'HTML was loaded again');
        assert.ok(asked.some(({ method, path }) => method === 'POST' && path.startsWith('/api/v1/') && path.endsWith('/ratings')));
      }
      const code = tab.url().match(/[\d-]+$/)[0];
      const shown = visibleText((await receipt(code, 'ar')).text);
      assert.ok(shown.includes(text) && shown.includes(source('ar', 'level_3')) && shown.includes(source('ar', 'reason_language')));
      assert.deepEqual(tab.problems, []);
    });
  });
}

test('the same key sent 100 times at once, by form and as JSON, is stored once', async () => {
  const key = await freshKey(server.url);
  const text = randomWords();
  const pairs = [['key', key], ['level', '4'], ['completed', 'yes'], ['reason', 'waiting'], ['text', text]];
  const json = { level: 4, completed: 'yes', reasons: ['waiting'], text };
  const answers = await Promise.all(Array.from({ length: 100 }, (_, index) =>
    index % 2 ? postJson(server.url, json, { key }) : postForm(server.url, pairs)));
  const codes = answers.map(({ status, headers, text: body }) => {
    assert.ok(status === 303 || status === 201 || status === 200, `answered ${status}: ${body.slice(0, 200)}`);
    return (status === 303 ? headers.location : JSON.parse(body).code).replace(/^.*receipt\//, '').replace(/\D/g, '');
  });
  assert.equal(new Set(codes).size, 1, 'more than one receipt');
  const { code: other } = await sendRating(server.url, { text });
  assert.notEqual(other.replace(/\D/g, ''), codes[0], 'another key gives another receipt');
});

test('the same key with other values is refused with 422, and what was stored stays', async () => {
  const { key, code } = await sendRating(server.url, { level: 1, text: 'première' });
  const form = await postForm(server.url, [['key', key], ['level', '5'], ['text', 'seconde']]);
  assert.equal(form.status, 422);
  assert.ok(says(visibleText(form.text), 'fr', 'problem_key_conflict'));
  assert.ok(visibleText(form.text).includes('seconde'), 'what was typed is lost');
  const json = await postJson(server.url, { level: 5, text: 'seconde' }, { key });
  assert.equal(json.status, 422);
  assert.match(json.headers['content-type'], /^application\/problem\+json/);
  assert.ok(visibleText((await receipt(code)).text).includes('première'));
});

test('one key for two services is not one rating', async () => {
  const key = randomUUID();
  const first = await postJson(server.url, { level: 4 }, { key });
  const second = await postJson(server.url, { level: 4 }, { key, service: 'certificat-nationalite' });
  assert.equal(first.status, 201);
  assert.notEqual(second.text, first.text);
  if (second.status === 201) assert.notEqual(JSON.parse(second.text).code, JSON.parse(first.text).code);
  else assert.equal(second.status, 422);
});

test('a key that stands in JSON with spaces and in another order is still the same values', async () => {
  const key = randomUUID();
  const first = await postJson(server.url, '{"level":3,"text":"x","reasons":["waiting","cost"]}', { key });
  const second = await postJson(server.url, ' { "reasons" : [ "cost", "waiting" ] , "text":"\\u0078", "level": 3 } ', { key });
  assert.equal(first.status, 201);
  assert.equal(JSON.parse(second.text).code, JSON.parse(first.text).code);
});

for (const signal of ['SIGTERM', 'SIGKILL']) {
  test(`a receipt is there after ${signal} and a new start`, async () => {
    const own = await startServer();
    const text = randomWords();
    const { code } = await sendRating(own.url, { text });
    const { code: status } = await own.stop(signal);
    if (signal === 'SIGTERM') assert.equal(status, 0, 'a graceful end');
    await own.start();
    const page = await request(own.url, `/en/receipt/${code}`);
    assert.equal(page.status, 200);
    assert.ok(visibleText(page.text).includes(text));
  });
}

test('every single wrong digit and every swap of neighbours is said, and none of them counts as a guess', async () => {
  const { code } = await sendRating(server.url);
  const digits = code.replace(/\D/g, '');
  const wrong = [];
  for (let at = 0; at < 16; ++at) {
    const other = (Number(digits[at]) + 1 + randomInt(9)) % 10;
    wrong.push(digits.slice(0, at) + other + digits.slice(at + 1));
    if (at < 15 && digits[at] !== digits[at + 1]) wrong.push(digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2));
  }
  for (const [index, one] of wrong.entries()) {
    const language = languages[index % languages.length];
    const page = await receipt(hyphenated(one), language);
    assert.ok(page.status >= 400 && page.status < 500 && page.status !== 429, `answered ${page.status}`);
    assert.ok(says(visibleText(page.text), language, 'receipt_mistyped_text'), `${hyphenated(one)} for ${code} is not said in ${language}`);
  }
  const json = await apiReceipt(hyphenated(wrong[0]));
  assert.match(json.headers['content-type'], /^application\/problem\+json/);
  assert.equal((await receipt(code)).status, 200);
});

test('a number may be typed with spaces, without hyphens, and in Arabic digits', async () => {
  const { code } = await sendRating(server.url, { text: 'retrouvé' });
  const digits = code.replace(/\D/g, '');
  const arabic = [...digits].map((digit) => String.fromCharCode(0x660 + Number(digit))).join('');
  const typed = [digits, code.replaceAll('-', ' '), arabic, `\u200E${code}`];
  for (const one of typed) {
    let page = await receipt(encodeURIComponent(one));
    if ([301, 302, 303, 307, 308].includes(page.status)) page = await request(server.url, page.headers.location);
    assert.equal(page.status, 200, `typed as ${one}`);
    assert.ok(visibleText(page.text).includes('retrouvé'));
  }
});

test('an unknown number is 404 in the language of the page, ten times; the eleventh guess is 429', async () => {
  const random = () => unknownCode(randomInt(2 ** 47));
  for (let guess = 1; guess <= 10; ++guess) {
    const language = languages[guess % languages.length];
    const answer = guess % 2 ? await request(guessed.url, `/${language}/receipt/${random()}`) : await apiReceipt(random(), guessed.url);
    assert.equal(answer.status, 404, `guess ${guess}`);
    if (guess % 2) assert.ok(says(visibleText(answer.text), language, 'receipt_unknown_title'));
    else assert.match(answer.headers['content-type'], /^application\/problem\+json/);
  }
  const page = await request(guessed.url, `/ar/receipt/${random()}`);
  assert.equal(page.status, 429);
  assert.ok(Number(page.headers['retry-after']) > 0, 'Retry-After');
  assert.ok(says(visibleText(page.text), 'ar', 'receipt_too_many_title'));
  const json = await apiReceipt(random(), guessed.url);
  assert.equal(json.status, 429);
  assert.match(json.headers['content-type'], /^application\/problem\+json/);
});

test('ratings of other sites are refused, and so are those that a browser sends across sites', async () => {
  const key = await freshKey(server.url);
  const body = encodeForm([['key', key], ['level', '4']]);
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
  for (const headers of [{ Origin: 'https://elsewhere.example' }, { Origin: 'null' }, { 'Sec-Fetch-Site': 'cross-site' }]) {
    const answer = await request(server.url, `${sheet('fr')}/rating`, { method: 'POST', body, headers: { ...type, ...headers } });
    assert.ok(answer.status >= 400 && answer.status < 500, `${JSON.stringify(headers)} is answered ${answer.status}`);
  }
});

await run();
