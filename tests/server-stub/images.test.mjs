// Pictures that mean harm, sent as an editor would send them: what the worker may use, what is left of them, and what
// everybody else notices.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite } from '../support/accounts.mjs';
import * as hostile from '../support/hostile_images.mjs';
import { atEnd, note, run, test } from '../support/harness.mjs';
import { request, requestOrRefusal } from '../support/http.mjs';
import { says, source } from '../support/messages.mjs';
import { serverFile } from '../support/places.mjs';
import { decode } from '../support/png.mjs';
import { startServer } from '../support/server.mjs';

const memoryLimit = 256 * 1024;  // KiB
const api = '/api/v1/desk/rabat/images';

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
const invitation = invite(data, 'editor', 'rabat-editor', 'rabat');
const server = await startServer({ data });
atEnd(() => rm(data, { recursive: true, force: true }));
const editor = new Person(server.url);
await editor.accept(invitation);

const send = (body, type = 'image/png') => editor.send(api, { method: 'POST', type, body });
// What the server's log says of the last picture.
const lastWorker = () => JSON.parse(server.log.trim().split('\n').filter((line) => line.includes('"image"')).at(-1));

async function refused(body, type, code) {
  const answer = await send(body, type);
  assert.equal(JSON.parse(answer.text).type, `/problems/${code}`);
  for (const language of ['ar', 'zgh', 'fr', 'en']) assert.ok(JSON.parse(answer.text).message[language]);
  return answer;
}

async function taken(body, type) {
  const answer = await send(body, type);
  assert.equal(answer.status, 201, answer.text);
  const said = JSON.parse(answer.text);
  const image = await request(server.url, said.address);
  assert.equal(image.status, 200);
  for (const trace of [hostile.payload, hostile.place, 'alert', 'Exif', 'ICC_PROFILE', 'Comment', '<html']) {
    assert.ok(!image.bytes.includes(trace), `"${trace}" is still there`);
  }
  assert.ok(lastWorker().peak_kib > 0 && lastWorker().peak_kib < memoryLimit, `${lastWorker().peak_kib} KiB`);
  return { ...said, ...image, peak: lastWorker().peak_kib, took: lastWorker().milliseconds };
}

test('the worker has taken everything from itself before it reads a byte', async () => {
  const worker = spawn(serverFile, ['image-worker', 'image/png'], { stdio: ['pipe', 'ignore', 'ignore'], env: {} });
  const place = `/proc/${worker.pid}`;
  // Blocked where it reads: then all is done that comes before.
  const waiting = async () => /^0 0x0 /.test(await readFile(`${place}/syscall`, 'utf8').catch(() => ''));
  for (let i = 0; i < 500 && !await waiting(); ++i) await new Promise((resolve) => setTimeout(resolve, 10));
  const status = await readFile(`${place}/status`, 'utf8');
  assert.match(status, /^NoNewPrivs:\s1$/m);
  assert.match(status, /^Seccomp:\s2$/m);
  const limits = await readFile(`${place}/limits`, 'utf8');
  assert.match(limits, /^Max address space +268435456 +268435456 /m);
  assert.match(limits, /^Max cpu time +5 +5 /m);
  assert.match(limits, /^Max open files +0 +0 /m);
  assert.match(limits, /^Max core file size +0 +0 /m);
  assert.equal((await readFile(`${place}/environ`, 'utf8')), '');
  assert.deepEqual((await readdir(`${place}/fd`)).sort(), ['0', '1', '2', '3']);
  const ended = once(worker, 'exit');
  worker.kill();
  await ended;
});

test('a picture is taken, shown to everybody with its type, and kept for ever by its name', async () => {
  const image = await taken(hostile.plain(320, 200));
  assert.deepEqual([image.width, image.height], [320, 200]);
  assert.match(image.address, /^\/images\/[0-9a-f]{64}\.(png|jpg)$/);
  assert.equal(image.headers['content-type'], image.address.endsWith('png') ? 'image/png' : 'image/jpeg');
  assert.equal(image.headers['x-content-type-options'], 'nosniff');
  assert.match(image.headers['cache-control'], /immutable/);
  assert.match(image.headers['content-security-policy'], /default-src 'none'/);
  const again = await request(server.url, image.address, { headers: { 'If-None-Match': image.headers.etag } });
  assert.equal(again.status, 304);
  assert.equal((await send(hostile.plain(320, 200))).text, JSON.stringify({ address: image.address, width: 320, height: 200 }));
  assert.equal((await request(server.url, image.address.replace(/\w(?=\.)/, (digit) => (digit === '0' ? '1' : '0')))).status, 404);
  note(`a picture of 320 x 200: ${image.took} ms, ${image.peak} KiB`);
});

test('a picture with holes stays a PNG, a large one becomes 1,600 pixels wide', async () => {
  const holes = decode((await taken(hostile.plain(64, 48, 120))).bytes);
  assert.deepEqual([...holes.rgba.subarray(0, 4)], [0, 0, 90, 120]);
  const large = await taken(hostile.plain(4000, 3000));
  assert.deepEqual([large.width, large.height], [1600, 1200]);
  note(`4,000 x 3,000: ${large.took} ms, ${large.peak} KiB`);
});

test('of a camera nothing is left but pixels, the right way up; nothing of a script', async () => {
  // A photograph without anything, to be dressed: noise is smaller as a JPEG.
  const photograph = await taken(hostile.noise(240, 120));
  assert.equal(photograph.headers['content-type'], 'image/jpeg');
  const turned = await taken(hostile.dressed(photograph.bytes), 'image/jpeg');
  assert.deepEqual([turned.width, turned.height], [120, 240]);
  const upright = await taken(hostile.dressed(photograph.bytes, 1), 'image/jpeg');
  assert.deepEqual([upright.width, upright.height], [240, 120]);
});

test('a page that is a picture, too, is only the picture', async () => {
  const image = await taken(hostile.pngWithPage);
  assert.deepEqual([image.width, image.height], [40, 30]);
});

test('bombs are refused by their heads, or never unpacked', async () => {
  await refused(hostile.hugePng, 'image/png', 'image-too-many-pixels');
  assert.ok(lastWorker().milliseconds < 1000 && lastWorker().peak_kib < memoryLimit / 2);
  await refused(hostile.hugeJpeg, 'image/jpeg', 'image-too-many-pixels');
  assert.ok(lastWorker().milliseconds < 1000 && lastWorker().peak_kib < memoryLimit / 2);
  for (const bomb of [hostile.zipBombPng, hostile.textBombPng]) {
    const image = await taken(bomb);
    assert.ok(image.took < 1000, `${image.took} ms`);
    assert.ok(image.peak < memoryLimit / 4, `${image.peak} KiB`);
  }
});

test('a picture that needs all its pixels at once fits; one that needs more memory is refused for it', async () => {
  const whole = await taken(hostile.interlacedPng);
  note(`6,320 x 6,320, interlaced: ${whole.took} ms, ${whole.peak} KiB of ${memoryLimit}`);
  await refused(hostile.manyScans(6_320, 6_320, 1, 3), 'image/jpeg', 'image-too-many-pixels');
  note(`6,320 x 6,320, progressive, three full colours: refused at ${lastWorker().peak_kib} KiB of ${memoryLimit}`);
  assert.ok(lastWorker().peak_kib < memoryLimit);
});

test('a thousand scans of a small picture are taken, of a large one stopped at 5 seconds, while others are answered', async () => {
  await taken(hostile.manyScans(64, 64, 1000), 'image/jpeg');
  const quick = async () => {
    const start = performance.now();
    assert.equal((await request(server.url, '/fr/d/rabat')).status, 200);
    return performance.now() - start;
  };
  const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
  const many = async (until) => {
    const times = [];
    while (times.length < 50 || !until()) times.push(await quick());
    return times;
  };
  const before = median(await many(() => true));
  let answered = false;
  const start = performance.now();
  const slow = hostile.manyScans(6_000, 6_000, 40_000);
  const answer = Promise.all([refused(slow, 'image/jpeg', 'image-took-too-long'), refused(slow, 'image/jpeg', 'image-took-too-long')])
    .then(() => { answered = true; });
  const during = await many(() => answered);
  await answer;
  const seconds = (performance.now() - start) / 1000;
  note(`a page: ${before.toFixed(1)} ms alone, ${median(during).toFixed(1)} ms (worst ${Math.max(...during).toFixed(0)}) beside two workers, stopped after ${seconds.toFixed(2)} s`);
  assert.ok(seconds >= 4 && seconds < 7, `${seconds} s`);
  assert.ok(lastWorker().milliseconds < 6000, `${lastWorker().milliseconds} ms`);
  assert.ok(median(during) < Math.max(3 * before, 25), `${before} ms, then ${median(during)} ms`);
  assert.ok(Math.max(...during) < 500, `${Math.max(...during)} ms`);
});

test('what is no picture of the kind that it is said to be is refused', async () => {
  const image = hostile.plain(64, 64);
  const cases = {
    svg: [hostile.svg, 'image/png'], 'svg by its name': [hostile.svg, 'image/svg+xml'], gif: [hostile.gif, 'image/gif'],
    'gif as png': [hostile.gif, 'image/png'], pdf: [hostile.pdf, 'image/jpeg'], html: [hostile.html, 'image/png'],
    'a page by its name': [hostile.html, 'text/html'], 'a png as jpeg': [image, 'image/jpeg'], nothing: [Buffer.alloc(0), 'image/png'],
  };
  for (const [name, [body, type]] of Object.entries(cases)) {
    await refused(body, type, 'image-unreadable').catch((error) => { throw new Error(`${name}: ${error.message}`); });
  }
});

test('a file that is cut off anywhere, or damaged, is refused or taken, and no worker falls', async () => {
  const image = (await taken(hostile.noise(240, 120))).bytes;
  for (const part of [0.05, 0.3, 0.6, 0.9]) {
    await refused(image.subarray(0, Math.floor(image.length * part)), 'image/jpeg', 'image-unreadable');
    const png = hostile.plain(64, 64);
    await refused(png.subarray(0, Math.floor(png.length * part)), 'image/png', 'image-unreadable');
  }
  for (let at = 2; at < image.length; at += Math.ceil(image.length / 24)) {
    const damaged = Buffer.from(image);
    damaged[at] ^= 0x55;
    assert.ok([201, 422].includes((await send(damaged, 'image/jpeg')).status));
  }
  assert.ok(!server.log.includes('ended by signal'), 'a worker fell');
});

test('a file of more than 8 MB is refused before it has come, on the way to pictures alone are larger ones read', async () => {
  const before = await requestOrRefusal(server.url, api, {
    method: 'POST', headers: { 'Content-Type': 'image/png', 'Content-Length': String(9 << 20), Expect: '100-continue' }, body: '' });
  assert.equal(before.status, 413);
  assert.equal(JSON.parse(before.text).type, '/problems/image-too-large');
  const elsewhere = await requestOrRefusal(server.url, '/api/v1/desk/rabat/people', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: Buffer.alloc(1 << 20, 32) });
  assert.ok([0, 413].includes(elsewhere.status));
  const edge = Buffer.concat([hostile.plain(8, 8), Buffer.alloc((8 << 20) - hostile.plain(8, 8).length)]);
  await taken(edge);
  await refused(Buffer.concat([edge, Buffer.alloc(1)]), 'image/png', 'image-too-large');
});

test('the form takes a picture with its words, and says in the language of the page what is missing', async () => {
  const form = (fields) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return new Response(body);
  };
  const post = async (language, fields) => {
    const sent = form(fields);
    return editor.send(`/${language}/desk/rabat/images`, {
      method: 'POST', type: sent.headers.get('content-type'), body: Buffer.from(await sent.arrayBuffer()) });
  };
  const file = new File([hostile.plain(30, 20)], 'نجمة.png', { type: 'image/png' });
  const done = await post('ar', { file, alt: 'نجمة ثمانية' });
  assert.equal(done.status, 303);
  const shown = await editor.get(done.headers.location);
  assert.equal(shown.status, 200);
  assert.ok(shown.text.includes(source('ar', 'image_added_title')));
  assert.match(shown.text, /!\[نجمة ثمانية\]\(\/images\/[0-9a-f]{64}\.(png|jpg)#30x20\)/);
  const page = new File([hostile.html], 'x.png', { type: 'image/png' });
  for (const language of ['ar', 'zgh', 'fr', 'en']) {
    const without = await post(language, { file, alt: '  ' });
    assert.equal(without.status, 422);
    assert.ok(without.text.includes(source(language, 'image_no_text')), language);
    const named = await post(language, { file, alt: 'IMG_2031.jpg' });
    assert.equal(named.status, 422);
    assert.ok(named.text.includes(source(language, 'image_no_text')), language);
    assert.match(named.text, /name="alt"[^>]* value="IMG_2031.jpg"/);
    const wrong = await post(language, { file: page, alt: 'x' });
    assert.equal(wrong.status, 422);
    assert.ok(says(wrong.text, language, 'image_unreadable'), language);
    assert.match(wrong.text, /name="alt"[^>]* value="x"/, 'what was said of it is not lost');
    const large = await post(language, { file: new File([Buffer.alloc(9 << 20)], 'x.png', { type: 'image/png' }), alt: 'x' });
    assert.equal(large.status, 413);
    assert.ok(large.text.includes(source(language, 'image_too_large')), language);
  }
});

test('a picture that was taken is there after the server was killed', async () => {
  const { address } = await taken(hostile.plain(50, 50));
  await server.kill();
  await server.start();
  assert.equal((await request(server.url, address)).status, 200);
});

await run();
