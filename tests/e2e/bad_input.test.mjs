// Bad input is answered by a sentence in the reader's language at its field, or by problem+json; nothing typed is lost.
import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { test, run } from '../support/harness.mjs';
import { startServer } from '../support/server.mjs';
import { launch, openCanvas, openHtml, withPage } from '../support/browser.mjs';
import { languages, sheet } from '../support/cases.mjs';
import { request } from '../support/http.mjs';
import { says, source } from '../support/messages.mjs';
import { errorSummary, find, formValues, title, visibleText } from '../support/html.mjs';
import { encodeForm, freshKey, jsonHeaders, postForm, postJson, sendRating } from '../support/rating.mjs';
import { requestOrRefusal } from '../support/http.mjs';

const server = await startServer();
const browser = await launch();

const typed = () => `ما كتبته ${randomInt(1e9)} — <i>"gardé"</i> ⵉⵖⵔⵉ`;
const longText = (length) => 'ⵣ'.repeat(length - 1) + '😀'.slice(0, 2);  // Code points, not UTF-16 units or bytes.
const megabytes = 10;

// What no page of ours sends, and what the answer says: { pairs | body, says, at, keeps }.
const formCases = {
  'no level': { pairs: (text) => [['text', text]], says: 'problem_level_missing', at: '#level-1' },
  'a level beyond the scale': { pairs: (text) => [['level', '6'], ['text', text]], says: 'problem_level_unknown', at: '#level-1' },
  'a level that is a word': { pairs: (text) => [['level', 'très'], ['text', text]], says: 'problem_level_unknown', at: '#level-1' },
  'a level with a sign': { pairs: (text) => [['level', '+4'], ['text', text]], says: 'problem_level_unknown', at: '#level-1' },
  'a level in Arabic digits of a float': { pairs: (text) => [['level', '٤٫٥'], ['text', text]], says: 'problem_level_unknown', at: '#level-1' },
  'two levels': { pairs: (text) => [['level', '4'], ['level', '5'], ['text', text]], says: 'problem_field_twice', at: '#level-1' },
  'an unknown answer': { pairs: (text) => [['level', '4'], ['completed', 'maybe'], ['text', text]], says: 'problem_completed_unknown', at: '#completed-yes' },
  'an unknown reason': { pairs: (text) => [['level', '4'], ['reason', 'weather'], ['text', text]], says: 'problem_reason_unknown', at: '#reason-waiting' },
  'the same reason twice': { pairs: (text) => [['level', '4'], ['reason', 'cost'], ['reason', 'cost'], ['text', text]], says: 'problem_reason_twice', at: '#reason-waiting' },
  'an unknown field': { pairs: (text) => [['level', '4'], ['text', text], ['is_admin', '1']], says: 'problem_field_unknown' },
  'two texts': { pairs: (text) => [['level', '4'], ['text', text], ['text', 'b']], says: 'problem_field_twice', at: '#text' },
};

function checkRefusal(answer, language, { says: key, at }) {
  assert.equal(answer.status, 422);
  const page = answer.text;
  assert.equal(find(page, ({ name }) => name === 'html').attributes.lang, language, 'lang');
  assert.ok(title(page).startsWith(source(language, 'error_page_title').split('{')[0].trim()), `title "${title(page)}"`);
  const lines = errorSummary(page);
  assert.ok(lines.length > 0, 'no summary of errors');
  const line = lines.find(({ words }) => says(words, language, key));
  assert.ok(line, `the summary says ${JSON.stringify(lines.map(({ words }) => words))}`);
  if (at) assert.equal(line.href, at, 'the line leads to its field');
  const target = find(page, ({ attributes }) => attributes.id === line.href.slice(1));
  assert.ok(target, `${line.href} is not on the page`);
  if (at) {
    assert.equal(target.attributes['aria-invalid'], 'true', 'the field is marked');
    const described = (target.attributes['aria-describedby'] ?? '').split(' ').filter((id) => id.endsWith('-error'));
    const sentence = find(page, ({ attributes }) => described.includes(attributes.id));
    assert.ok(sentence, 'the field is not described by its sentence');
    const words = visibleText(page.slice(sentence.at, page.indexOf('</p>', sentence.at)));
    assert.ok(says(words, language, key), `the field says "${words}"`);
  }
}

for (const [what, one] of Object.entries(formCases)) {
  test(`a form with ${what} comes back in four languages with its sentence and everything typed`, async () => {
    for (const language of languages) {
      const text = typed();
      const key = await freshKey(server.url, language);
      const answer = await postForm(server.url, [['key', key], ...one.pairs(text)], { language });
      checkRefusal(answer, language, one);
      const kept = formValues(answer.text);
      assert.equal(kept.text, text, 'the text');
      assert.ok(kept.key, 'the form has a key again');
    }
  });
}

test('a form that is refused keeps its choices, and is taken once it is right', async () => {
  for (const language of languages) {
    const key = await freshKey(server.url, language);
    const pairs = [['key', key], ['level', '2'], ['completed', 'no'], ['reason', 'welcome'], ['reason', 'cost'], ['text', 'x'.repeat(1201)]];
    const refused = await postForm(server.url, pairs, { language });
    checkRefusal(refused, language, { says: 'problem_text_too_long', at: '#text' });
    const kept = formValues(refused.text);
    assert.deepEqual({ ...kept, key: undefined }, { level: '2', completed: 'no', reasons: ['welcome', 'cost'], text: 'x'.repeat(1201), key: undefined });
    const right = await postForm(server.url, [['key', kept.key], ['level', kept.level], ['text', kept.text.slice(1)]], { language });
    assert.equal(right.status, 303);
  }
});

test('1200 code points are taken, 1201 are not, in any script', async () => {
  for (const letter of ['x', 'ش', 'ⵣ', '😀']) {
    const send = async (length) => postForm(server.url, [['key', await freshKey(server.url)], ['level', '3'], ['text', letter.repeat(length)]]);
    assert.equal((await send(1200)).status, 303, `1200 times ${letter}`);
    const over = await send(1201);
    checkRefusal(over, 'fr', { says: 'problem_text_too_long', at: '#text' });
    assert.equal(formValues(over.text).text, letter.repeat(1201));
  }
});

test('line ends count once, and come back as they were typed', async () => {
  const text = `${'a\r\n'.repeat(599)}bb`;
  const answer = await postForm(server.url, [['key', await freshKey(server.url)], ['level', '3'], ['text', text]]);
  assert.equal(answer.status, 303, 'a browser sends each line end as two characters; people typed one');
});

test('broken UTF-8 is said, and what arrived whole is kept', async () => {
  for (const language of languages) {
    const key = await freshKey(server.url, language);
    for (const broken of ['%FF', '%C3%28', '%E2%82', '%ED%A0%80', '%F4%90%80%80', '%C0%AF']) {
      const answer = await postForm(server.url, `${encodeForm([['key', key], ['level', '4']])}&text=avant${broken}apr%C3%A8s`, { language });
      checkRefusal(answer, language, { says: 'problem_text_broken', at: '#text' });
      const { text } = formValues(answer.text);
      assert.ok(text.startsWith('avant') && text.endsWith('près'), `kept "${text}"`);
    }
  }
});

test('a form without a key, or with an empty one, gets one and keeps everything', async () => {
  for (const language of languages) {
    for (const keys of [[], [['key', '']]]) {
      const answer = await postForm(server.url, [...keys, ['level', '4'], ['text', 'gardé']], { language });
      checkRefusal(answer, language, { says: 'problem_key_missing' });
      const kept = formValues(answer.text);
      assert.deepEqual([kept.level, kept.text], ['4', 'gardé']);
      assert.ok(kept.key);
      assert.equal((await postForm(server.url, [['key', kept.key], ['level', '4'], ['text', 'gardé']], { language })).status, 303);
    }
  }
});

test('bidi overrides are taken out, what honest Arabic needs stays', async () => {
  const honest = 'كلمة\u200Cموصولة \u200Fو\u200E12\u200D';
  const text = `abc\u202E${honest}\u202C\u2066x\u0000\u0007`;
  const { code } = await sendRating(server.url, { text });
  const page = await request(server.url, `/ar/receipt/${code}`);
  assert.ok(page.text.includes(honest));
  assert.ok(!/[\u202A-\u202E\u0000\u0007]/.test(page.text));
  const json = JSON.parse((await request(server.url, `/api/v1/receipts/${code}`)).text);
  assert.ok(!/[\u202A-\u202E\u0000\u0007]/.test(json.rating.text) && json.rating.text.includes(honest));
});

test('markup in a text stays a text, on the receipt, in the form and in the page data', async () => {
  const attack = `</script><script>globalThis.hacked=1</script><!--<script> "><img src=x onerror=globalThis.hacked=1> ]]> &lt;`;
  const { code } = await sendRating(server.url, { text: attack });
  const refused = await postForm(server.url, [['key', await freshKey(server.url)], ['text', attack]]);
  assert.equal(formValues(refused.text).text, attack);
  for (const [path, selector] of [[`/fr/receipt/${code}`, '.user-text']]) {
    await withPage(browser, {}, async (tab) => {
      await openCanvas(tab, server.url + path);
      assert.equal(await tab.locator(selector).textContent(), attack);
      assert.equal(await tab.evaluate(() => globalThis.hacked), undefined);
      assert.deepEqual(tab.problems, []);
    });
  }
  const data = refused.text.match(/<script type="application\/json" id="page-data">([\s\S]*?)<\/script>/)[1];
  assert.equal(JSON.parse(data).form.values.text, attack);
});

test('ten megabytes are refused before they are read, in the language of the page', async () => {
  for (const language of languages) {
    const body = `key=k&level=4&text=${'x'.repeat(megabytes * 1024 * 1024)}`;
    const form = await requestOrRefusal(server.url, `${sheet(language)}/rating`, {
      method: 'POST', body, headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: server.url },
    });
    assert.ok([413, 0].includes(form.status), `answered ${form.status}`);
    if (form.status) assert.ok(says(visibleText(form.text), language, 'problem_too_large'), visibleText(form.text).slice(0, 200));
  }
  const json = await requestOrRefusal(server.url, `/api/v1/districts/rabat/services/casier-judiciaire/ratings`, {
    method: 'POST', body: JSON.stringify({ level: 4, text: 'x'.repeat(megabytes * 1024 * 1024) }), headers: jsonHeaders(server.url),
  });
  assert.ok([413, 0].includes(json.status), `answered ${json.status}`);
  if (json.status) assert.match(json.headers['content-type'], /^application\/problem\+json/);
  assert.equal((await request(server.url, '/healthz')).status, 200);
});

test('ten megabytes that wait for leave to come are refused at once', async () => {
  for (const [path, type] of [[`${sheet('zgh')}/rating`, 'application/x-www-form-urlencoded'], ['/api/v1/districts/rabat/services/casier-judiciaire/ratings', 'application/json']]) {
    const answer = await requestOrRefusal(server.url, path, {
      method: 'POST', headers: { 'Content-Type': type, 'Content-Length': String(megabytes * 1024 * 1024), Expect: '100-continue', Origin: server.url, 'Idempotency-Key': randomUUID() },
    });
    assert.equal(answer.status, 413);
    if (type.endsWith('json')) assert.match(answer.headers['content-type'], /^application\/problem\+json/);
    else assert.ok(says(visibleText(answer.text), 'zgh', 'problem_too_large'));
  }
});

test('a form of another type, or of none, is refused with a sentence', async () => {
  for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/json', '']) {
    const answer = await request(server.url, `${sheet('en')}/rating`, {
      method: 'POST', body: 'level=4', headers: { 'Content-Type': type, Origin: server.url },
    });
    assert.ok(answer.status >= 400 && answer.status < 500, `"${type}" is answered ${answer.status}`);
    assert.match(answer.headers['content-type'], /^text\/html/);
    assert.equal(find(answer.text, ({ name }) => name === 'html').attributes.lang, 'en');
  }
});

const deep = (depth) => '['.repeat(depth) + ']'.repeat(depth);
// Body -> the status, the type of the problem and its pointer.
const jsonCases = {
  'an empty body': ['', 400],
  'no JSON': ['level=4', 400],
  'half of it': ['{"level":4', 400],
  'two values': ['{"level":4}{}', 400],
  'a list': ['[]', [400, 422]],
  'null': ['null', [400, 422]],
  'no level': ['{"text":"x"}', 422, 'level-missing', '/level'],
  'a level beyond the scale': ['{"level":6}', 422, 'level-unknown', '/level'],
  'a level of no integer': ['{"level":4.5}', 422, undefined, '/level'],
  'a level as text': ['{"level":"4"}', 422, 'wrong-type', '/level'],
  'a huge level': ['{"level":1e400}', [400, 422]],
  'a level of 400 digits': [`{"level":${'9'.repeat(400)}}`, [400, 422]],
  'an unknown field': ['{"level":4,"isAdmin":true}', 422, 'field-unknown', '/isAdmin'],
  'a field twice': ['{"level":4,"level":5}', [400, 422], 'field-twice', '/level'],
  'a text that is a number': ['{"level":4,"text":7}', 422, 'wrong-type', '/text'],
  'reasons that are no list': ['{"level":4,"reasons":"waiting"}', 422, 'wrong-type', '/reasons'],
  'an unknown reason': ['{"level":4,"reasons":["waiting","weather"]}', 422, 'reason-unknown', undefined],
  'a reason that is null': ['{"level":4,"reasons":[null]}', 422, 'wrong-type', '/reasons/0'],
  'an unknown answer': ['{"level":4,"completed":"perhaps"}', 422, 'completed-unknown', '/completed'],
  'a text too long': [`{"level":4,"text":"${'x'.repeat(1201)}"}`, 422, 'text-too-long', '/text'],
  'a lone surrogate': ['{"level":4,"text":"\\ud800"}', [400, 422], undefined, undefined],
  'broken UTF-8': [Buffer.concat([Buffer.from('{"level":4,"text":"'), Buffer.from([0xff, 0xc3, 0x28]), Buffer.from('"}')]), [400, 422]],
  'a byte order mark': ['\ufeff{"level":4}', [400, 201]],
  'depth 33': [`{"level":4,"text":${deep(33)}}`, [400, 413, 422]],
  'depth 100 000': [deep(100_000), [400, 413]],
  '65 KiB': [JSON.stringify({ level: 4, text: 'x'.repeat(65 * 1024) }), 413],
  'ten thousand keys': [`{${Array.from({ length: 5000 }, (_, index) => `"k${index}":1`).join(',')}}`, [400, 413, 422]],
  'NaN': ['{"level":NaN}', 400],
  'a comment': ['{"level":4/*x*/}', 400],
  'a trailing comma': ['{"level":4,}', 400],
};

const tifinagh = /[\u2d30-\u2d7f]/;
function checkProblem(answer, [, statuses, type, pointer]) {
  assert.ok([statuses].flat().includes(answer.status), `answered ${answer.status}: ${answer.text.slice(0, 200)}`);
  if (answer.status === 201) return;
  assert.match(answer.headers['content-type'], /^application\/problem\+json/);
  const problem = JSON.parse(answer.text);
  assert.ok(/^(\/|https?:|urn:)/.test(problem.type), `type ${problem.type}`);
  assert.equal(problem.status, answer.status);
  for (const language of languages) assert.ok(problem.message[language]?.length > 5, `no message in ${language}`);
  assert.match(problem.message.zgh, tifinagh);
  const all = [problem, ...(problem.errors ?? [])];
  if (type) assert.ok(all.some((one) => one.type?.endsWith(`/${type}`) || one.code === type), `types ${all.map((one) => one.type)}`);
  if (pointer) assert.ok(all.some((one) => one.pointer === pointer), `pointers ${all.map((one) => one.pointer)}`);
}

for (const [what, one] of Object.entries(jsonCases)) {
  test(`JSON: ${what}`, async () => checkProblem(await postJson(server.url, one[0]), one));
}

test('JSON without an Idempotency-Key, with an empty or an endless one is refused', async () => {
  for (const key of [undefined, '', 'k'.repeat(5000)]) {
    const headers = jsonHeaders(server.url, key ?? 'x');
    if (key === undefined) delete headers['Idempotency-Key'];
    const answer = await request(server.url, '/api/v1/districts/rabat/services/casier-judiciaire/ratings', { method: 'POST', body: '{"level":4}', headers });
    assert.ok(answer.status >= 400 && answer.status < 500, `answered ${answer.status}`);
    assert.match(answer.headers['content-type'], /^application\/problem\+json/);
  }
});

test('JSON under another media type is refused', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', '']) {
    const answer = await postJson(server.url, { level: 4 }, { headers: { 'Content-Type': type } });
    assert.equal(answer.status, 415);
  }
});

test('what has no address has a sentence: pages in their language, JSON as a problem', async () => {
  for (const path of ['/fr/nowhere', '/fr/d/rabat/services/%00', '/fr/d/rabat/services/..%2f..%2fetc%2fpasswd', '/fr/d/RABAT/services/x', '/fr/receipt/abc', '/assets/../../etc/passwd']) {
    const answer = await request(server.url, path);
    assert.ok(answer.status === 404 || answer.status === 400 || answer.status === 422, `${path} is answered ${answer.status}`);
    assert.ok(!answer.text.includes('root:'));
  }
  const json = await request(server.url, '/api/v1/districts/atlantis/services/x');
  assert.equal(json.status, 404);
  checkProblem(json, [, 404]);
});

test('no JSON, form or address makes the server say 5xx', () => {
  assert.ok(!/"status":5\d\d/.test(server.log), server.log.match(/.*"status":5\d\d.*/)?.[0]);
});

for (const [skin, open] of Object.entries({ html: openHtml, canvas: openCanvas })) {
  test(`in the ${skin} skin an empty form puts the focus on the summary, prefixes the title and keeps the text`, async () => {
    for (const language of languages) {
      await withPage(browser, {}, async (tab) => {
        await open(tab, server.url + sheet(language));
        const text = typed();
        await tab.locator('#text').fill(text);
        await tab.locator('#reason-cost').check({ force: true });
        if (skin === 'html') await Promise.all([tab.waitForEvent('domcontentloaded'), tab.locator('#send').click()]);
        else await tab.locator('#send').click();
        await tab.locator('#errors').waitFor();
        const seen = await tab.evaluate(() => ({
          focus: document.activeElement.id, title: document.title, text: document.querySelector('#text').value,
          cost: document.querySelector('#reason-cost').checked, words: document.querySelector('#errors').innerText,
        }));
        if (skin === 'canvas') assert.equal(seen.focus, 'errors', `${language}: the focus`);
        assert.ok(seen.title.startsWith(source(language, 'error_page_title').split('{')[0].trim()), seen.title);
        assert.equal(seen.text, text);
        assert.equal(seen.cost, true);
        assert.ok(says(seen.words, language, 'problem_level_missing'));
      });
    }
  });
}

await run();
