// What hostile, broken and hurried clients send, byte for byte.
import assert from 'node:assert/strict';
import net from 'node:net';
import { networkInterfaces } from 'node:os';
import { note, run, test } from '../support/harness.mjs';
import { request } from '../support/http.mjs';
import { postJson, unknownCode } from '../support/rating.mjs';
import { startServer } from '../support/server.mjs';
import { exchange, responses } from './raw.mjs';

const server = await startServer();
const { port } = server;
const sheet = '/fr/d/rabat/services/casier-judiciaire';
const form = 'Content-Type: application/x-www-form-urlencoded\r\n';
const post = (headers, body = '') => `POST ${sheet}/rating HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n${body}`;
const alive = async () => assert.equal((await request(server.url, '/healthz')).status, 200);

const malformed = {
  'a length beside an encoding': post('Content-Length: 3\r\nTransfer-Encoding: chunked\r\n', '0\r\n\r\n'),
  'two lengths': post('Content-Length: 3\r\nContent-Length: 3\r\n', 'a=b'),
  'two different lengths': post('Content-Length: 3\r\nContent-Length: 30\r\n', 'a=b'),
  'a folded line': 'GET /fr HTTP/1.1\r\nHost: a\r\nX-A: b\r\n c\r\n\r\n',
  'bare line feeds': 'GET /fr HTTP/1.1\nHost: a\n\n',
  'a bare line feed in a head': 'GET /fr HTTP/1.1\r\nHost: a\nX: y\r\n\r\n',
  'a carriage return in a value': 'GET /fr HTTP/1.1\r\nHost: a\r\nX: y\rz\r\n\r\n',
  'a NUL in a value': 'GET /fr HTTP/1.1\r\nHost: a\r\nX: y\0z\r\n\r\n',
  'a space before a colon': 'GET /fr HTTP/1.1\r\nHost : a\r\n\r\n',
  'no host': 'GET /fr HTTP/1.1\r\n\r\n',
  'two hosts': 'GET /fr HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
  'a chunk size that is no number': post(`${form}Transfer-Encoding: chunked\r\n`, 'zz\r\na=b\r\n0\r\n\r\n'),
  'a chunk size beyond 64 bits': post(`${form}Transfer-Encoding: chunked\r\n`, '10000000000000000\r\na=b\r\n0\r\n\r\n'),
  'a chunk that is longer than it says': post(`${form}Transfer-Encoding: chunked\r\n`, '3\r\na=bcd\r\n0\r\n\r\n'),
  'an encoding of two kinds': post('Transfer-Encoding: gzip, chunked\r\n', '0\r\n\r\n'),
  'raw UTF-8 in the address': 'GET /fr/\u00e9 HTTP/1.1\r\nHost: a\r\n\r\n',
  'the start of HTTP/2': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'a TLS hello': Buffer.from('160301020001000100fd03030a0a0d0a', 'hex'),
  'no request at all': '\r\n\r\n',
};

for (const [name, bytes] of Object.entries(malformed)) {
  test(`${name} is answered once with 400, and the connection ends`, async () => {
    const answer = await exchange(port, bytes);
    assert.deepEqual(answer.statuses, [400]);
    assert.ok(answer.ended);
    assert.match(answer.text, /X-Content-Type-Options: nosniff/);
    await alive();
  });
}

test('a request that could be smuggled behind a refused one is never answered', async () => {
  const inner = 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n';
  const answer = await exchange(port, post(`Content-Length: ${inner.length}\r\nTransfer-Encoding: chunked\r\n`, `0\r\n\r\n${inner}`));
  assert.deepEqual(answer.statuses, [400]);
});

test('what stands in the place of a code may be anything', async () => {
  for (const code of ['a%2Fb', '%2F', '%3Cscript%3E', '..%2F..%2Fdesk', '%00', '%FF', 'a'.repeat(3_000)]) {
    for (const place of ['account/invitation', 'receipt', 'd/rabat/news', 'desk/rabat/items']) {
      const answer = await request(server.url, `/fr/${place}/${code}`);
      assert.ok([303, 400, 404].includes(answer.status), `${place}/${code}: ${answer.status}`);
    }
    const sent = await request(server.url, `/fr/account/invitation/${code}`, { method: 'POST', body: 'password=x', headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' } });
    assert.ok([400, 404].includes(sent.status), `${code}: ${sent.status}`);
  }
  await alive();
});

test('requests that come together are answered in their order', async () => {
  const one = (path, connection = '') => `GET ${path} HTTP/1.1\r\nHost: a\r\n${connection}\r\n`;
  const body = 'level=';
  const whole = one('/healthz') + post(`${form}Content-Length: ${body.length}\r\n`, body) + one('/nowhere') + one('/', 'Connection: close\r\n');
  assert.deepEqual((await exchange(port, whole)).statuses, [200, 422, 404, 302]);
  // Cut anywhere, the same.
  for (const size of [1, 7, 64]) {
    const parts = whole.match(new RegExp(`[^]{1,${size}}`, 'g'));
    assert.deepEqual((await exchange(port, parts)).statuses, [200, 422, 404, 302], `in pieces of ${size}`);
  }
});

test('a chunked form is read like any other', async () => {
  const chunks = '8;name=value\r\nlevel=4&\r\n9\r\ntext=abcd\r\n0\r\nX-Trailer: y\r\n\r\n';
  const answer = await exchange(port, post(`${form}Transfer-Encoding: chunked\r\nConnection: close\r\n`, chunks));
  assert.deepEqual(answer.statuses, [422]);  // Its key is missing.
  assert.match(answer.text, /abcd/);
});

const limits = {
  'an address of 4097 bytes': [`GET /${'a'.repeat(4096)} HTTP/1.1\r\nHost: a\r\n\r\n`, 414],
  'a head of more than 16 KiB': [`GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(17_000)}\r\n\r\n`, 431],
  'a hundred and one fields': [`GET / HTTP/1.1\r\nHost: a\r\n${'X: y\r\n'.repeat(100)}\r\n`, 431],
  'a compressed body': [post(`${form}Content-Encoding: gzip\r\nContent-Length: 3\r\n`, 'a=b'), 415],
  'a body of another type': [post('Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 3\r\nConnection: close\r\n', 'a=b'), 415],
  'an expectation that nobody knows': [post('Expect: tea\r\nContent-Length: 3\r\n', 'a=b'), 417],
  'an unknown version': ['GET / HTTP/1.2\r\nHost: a\r\n\r\n', 505],
};
for (const [name, [bytes, status]] of Object.entries(limits)) {
  test(`${name} is answered with ${status}`, async () => {
    assert.deepEqual((await exchange(port, bytes)).statuses, [status]);
  });
}

test('a body of 10 MB is refused after its beginning, in the language of the page, with what was chosen', async () => {
  const beginning = 'level=2&completed=no&reason=cost&text=the+beginning+';
  const part = beginning + 'a'.repeat(64 * 1024 - beginning.length);
  const early = await exchange(port, post(`${form}Content-Length: 10485760\r\n`, part), { patience: 5000 });
  assert.deepEqual(early.statuses, [413], 'no answer before the limit and 64 KiB more were read');
  assert.match(early.text, /Content-Language: fr/);
  assert.match(early.text, /the beginning/);
  assert.match(early.text, /value="2"[^>]* checked/);

  const whole = await request(server.url, `${sheet}/rating`,
    { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: part + 'a'.repeat(10 * 1024 * 1024) });
  assert.equal(whole.status, 413);
});

test('10 MB of JSON are refused with a problem, whole and in chunks', async () => {
  const text = `{"level":4,"text":"${'a'.repeat(10 * 1024 * 1024)}"}`;
  const whole = await postJson(server.url, text);
  assert.equal(whole.status, 413);
  assert.equal(whole.headers['content-type'], 'application/problem+json');
  const chunk = `10000\r\n${'a'.repeat(65536)}\r\n`;
  const chunked = await exchange(port, [post(`${form}Transfer-Encoding: chunked\r\n`), chunk, chunk, chunk]);
  assert.deepEqual(chunked.statuses, [413]);
});

test('a length of a terabyte takes no memory', async () => {
  const answer = await exchange(port, post(`${form}Content-Length: 999999999999\r\nExpect: 100-continue\r\n`));
  assert.deepEqual(answer.statuses, [413]);
  await alive();
});

test('who asks first is told to go on', async () => {
  const head = post(`${form}Content-Length: 7\r\nExpect: 100-continue\r\nConnection: close\r\n`);
  const answer = await exchange(port, [head, 'level=4'], { pause: 200 });
  assert.deepEqual(answer.statuses, [100, 422]);
});

test('a head that is never finished ends after 10 seconds with 408', async () => {
  const slow = await exchange(port, ['GET / HTTP/1.1\r\nHost: a\r\n', ...Array(30).fill('X: y\r\n')], { pause: 1000, patience: 20_000 });
  assert.deepEqual(slow.statuses, [408]);
  assert.ok(slow.ms > 9000 && slow.ms < 13_000, `after ${slow.ms} ms`);
});

test('a body that drips slower than 1 KiB a second ends with 408', async () => {
  const slow = await exchange(port, [post(`${form}Content-Length: 60000\r\n`), ...Array(60).fill('a')], { pause: 500, patience: 30_000 });
  assert.deepEqual(slow.statuses, [408]);
  assert.ok(slow.ms > 9000 && slow.ms < 14_000, `after ${slow.ms} ms`);
});

test('five hundred connections that say nothing keep nobody waiting', async () => {
  const idle = Array.from({ length: 500 }, () => net.connect(port, '127.0.0.1'));
  await Promise.all(idle.map((socket) => new Promise((done) => socket.on('connect', done))));
  idle.forEach((socket, i) => socket.write(i % 2 ? 'GET / HT' : ''));
  const times = [];
  for (let i = 0; i < 50; ++i) {
    const start = performance.now();
    await alive();
    times.push(performance.now() - start);
  }
  idle.forEach((socket) => socket.destroy());
  note(`slowest of 50 answers beside 500 idle connections: ${Math.max(...times).toFixed(1)} ms`);
  assert.ok(times.sort((a, b) => a - b)[25] < 250);
});

test('a network takes 64 connections and no more', async () => {
  const address = Object.values(networkInterfaces()).flat().find((each) => each.family === 'IPv4' && !each.internal)?.address;
  if (!address) return note('this machine has no address but the loopback, which is not counted');
  const open = await startServer({ flags: ['--host', '0.0.0.0'] });
  const sockets = Array.from({ length: 70 }, () => net.connect(open.port, address));
  const ends = sockets.map((socket) => new Promise((done) => {
    socket.on('data', (bytes) => done(String(bytes).startsWith('HTTP/1.1 503')));
    socket.on('error', () => done(true));
    setTimeout(() => done(false), 2000);
  }));
  const refused = (await Promise.all(ends)).filter(Boolean).length;
  sockets.forEach((socket) => socket.destroy());
  assert.equal(refused, 6);
});

const escapes = ['..', '%2e%2e', '%252e%252e', '..%2f', '..%5c', '%c0%ae%c0%ae', '..;', '.%00.', '%2e%2e%2f%2e%2e', '\\..\\'];
test('no path leaves the closed table of files', async () => {
  let tried = 0;
  for (const up of escapes)
    for (const start of ['/', '/assets/', '/assets/fonts/', '/fr/', '/api/v1/', '//', `${sheet}/`])
      for (const depth of [1, 3, 8])
        for (const file of ['etc/passwd', 'rihab.db', 'manifest.json', 'lock']) {
          const target = `${start}${`${up}/`.repeat(depth)}${file}`;
          const [answer] = responses((await exchange(port, `GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)).text);
          assert.equal(answer.status, 404, target);
          assert.doesNotMatch(answer.body, /root:|SQLite format/);
          ++tried;
        }
  note(`${tried} addresses tried`);
});

test('what is typed into an address never becomes a header or markup', async () => {
  for (const typed of ['%0d%0aSet-Cookie:%20a=b', '%3Cscript%3Ealert(1)%3C/script%3E', '%22%3E%3Cb%3E', '%E2%80%AE', '%ff%fe', '%00']) {
    for (const path of [`/fr/${typed}`, `/fr/receipt/${typed}`, `/fr/receipt/1234${typed}`, `/${typed}/`]) {
      const [answer] = responses((await exchange(port, `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)).text);
      assert.equal(answer.status, 404, path);
      assert.equal(answer.headers['set-cookie'], undefined, path);
      assert.doesNotMatch(answer.body, /<script>alert|"><b>|\0|\xe2\x80[\xaa-\xae]/, path);
    }
  }
});

test('the headers that protect a reader stand on every kind of answer', async () => {
  const requests = [
    'GET / HTTP/1.1\r\nHost: a', `GET ${sheet} HTTP/1.1\r\nHost: a`, 'GET /nowhere HTTP/1.1\r\nHost: a', 'DELETE / HTTP/1.1\r\nHost: a',
    'GET /api/v1/districts HTTP/1.1\r\nHost: a', 'GET /api/v1/nowhere HTTP/1.1\r\nHost: a', 'GET / HTTP/1.1', 'GET /fr HTTP/9.9\r\nHost: a',
  ];
  for (const head of requests) {
    const [answer] = responses((await exchange(port, `${head}\r\nConnection: close\r\n\r\n`)).text);
    assert.match(answer.headers['content-security-policy'], /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';.*require-trusted-types-for 'script'/, head);
    for (const [name, value] of [['x-content-type-options', 'nosniff'], ['cross-origin-opener-policy', 'same-origin'],
      ['cross-origin-resource-policy', 'same-origin'], ['referrer-policy', 'strict-origin-when-cross-origin']])
      assert.equal(answer.headers[name], value, head);
    assert.match(answer.headers['x-request-id'], /^[0-9a-f]{16}$/, head);
    assert.equal(answer.headers.server, undefined, head);
  }
});

test('a HEAD has the head of its GET and no body', async () => {
  for (const path of [sheet, '/nowhere', '/api/v1/districts', '/']) {
    const ask = (method) => exchange(port, `${method} ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
    const [got] = responses((await ask('GET')).text);
    const { text } = await ask('HEAD');
    assert.equal(Number(text.split(' ')[1]), got.status);
    assert.ok(text.endsWith('\r\n\r\n'), path);
    assert.ok(text.includes(`Content-Length: ${got.headers['content-length']}\r\n`), path);
  }
});

test('the eleventh unknown receipt of a network is 429 with its wait, on pages and in JSON', async () => {
  const own = JSON.parse((await postJson(server.url, { level: 4 })).text).code;
  for (let i = 0; i < 10; ++i) {
    const path = i % 2 ? `/ar/receipt/${unknownCode(i)}` : `/api/v1/receipts/${unknownCode(i)}`;
    assert.equal((await request(server.url, path)).status, 404);
  }
  for (const path of [`/ar/receipt/${unknownCode(99)}`, `/api/v1/receipts/${unknownCode(99)}`]) {
    const refused = await request(server.url, path);
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers['retry-after']) > 500);
  }
  assert.equal((await request(server.url, `/fr/receipt/${own}`)).status, 200, 'a receipt that was given here does not open');
});

test('who follows no redirect guesses no more receipts on the pages and in the pictures of what was said', async () => {
  const asked = await startServer();
  for (let i = 0; i < 10; ++i) {
    const answer = await request(asked.url, `/fr/follow/${unknownCode(i)}${i % 2 ? '/qr.png' : ''}`);
    assert.equal(answer.status, 302);
  }
  assert.equal((await request(asked.url, `/fr/receipt/${unknownCode(99)}`)).status, 429);
});

test('who asks is believed of a trusted proxy alone, and of what it has seen itself', async () => {
  const trusting = await startServer({ flags: ['--trusted-proxy', '127.0.0.1,::1'] });
  const ask = async (base, i, forwarded) =>
    (await request(base, `/ar/receipt/${unknownCode(200 + i)}`, { headers: { 'X-Forwarded-For': forwarded } })).status;
  for (let i = 0; i < 10; ++i) assert.equal(await ask(trusting.url, i, `198.51.100.${i}, 192.0.2.7`), 404);
  assert.equal(await ask(trusting.url, 10, '198.51.100.99, 192.0.2.8'), 429, 'the same network');
  assert.equal(await ask(trusting.url, 11, '192.0.2.7, 203.0.113.5'), 404, 'another network');

  const plain = await startServer();
  for (let i = 0; i < 10; ++i) assert.equal(await ask(plain.url, i, `192.0.${i}.7`), 404);
  assert.equal(await ask(plain.url, 10, '203.0.113.5'), 429, 'nobody said that this one may be believed');
});

test('the log is JSON, line by line, and holds neither typed text nor addresses nor receipts', async () => {
  const secret = 'Canary-7f3a';
  const kept = await postJson(server.url, { level: 4, text: secret });
  const { code } = JSON.parse(kept.text);
  await request(server.url, `/fr/receipt/${code}?q=${secret}`, { headers: { 'X-Forwarded-For': '198.51.100.7', 'User-Agent': secret } });
  await request(server.url, `/fr/${secret}`);
  const lines = server.log.trim().split('\n');
  for (const line of lines) JSON.parse(line);
  for (const hidden of [secret, code, '127.0.0.1', '198.51.100.7']) assert.ok(!server.log.includes(hidden), hidden);
});

await run();
