// How many requests a second the server answers with a page and a list, beside nginx with the same bytes as a file:
// one run, turn by turn, so that both meet the same noise of the machine. Both write a line of log for each request into
// a file.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, rmSync, watch } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { availableParallelism, tmpdir, userInfo } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { atEnd, run, test } from '../support/harness.mjs';
import { serverFile, siteFolder } from '../support/places.mjs';

const subjects = { page: '/ar/d/rabat', list: '/api/v1/districts/rabat/services' };
const rounds = 9;
const seconds = 1;
const connections = 16;
const limitMicroseconds = 1000;

const folder = await mkdtemp(join(tmpdir(), 'rihab-bench-'));
/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
const endAll = () => { for (const child of running) child.kill('SIGTERM'); };
process.on('exit', () => {
  endAll();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));
atEnd(async () => {
  const ended = [...running].map((child) => once(child, 'exit'));
  endAll();
  await Promise.all(ended);
  await rm(folder, { recursive: true, force: true });
});

// Starts a program whose words go into a file, and waits until that holds `word`. Resolves with a way to read it.
async function start(program, flags, word) {
  const file = join(folder, `${basename(program)}.log`);
  const written = openSync(file, 'a');
  const read = () => readFileSync(file, 'utf8');
  const watcher = watch(file);
  const child = spawn(program, flags, { cwd: folder, stdio: ['ignore', written, written] });
  closeSync(written);
  running.add(child);
  for (const end of ['error', 'exit']) child.once(end, () => running.delete(child));
  await new Promise((resolve, reject) => {
    watcher.on('change', () => { if (read().includes(word)) resolve(undefined); });
    child.once('error', () => reject(new Error(`${program} does not start`)));
    child.once('exit', () => reject(new Error(`${program} ended: ${read().trim().slice(-600)}`)));
  }).finally(() => watcher.close());
  return read;
}

async function startOurs() {
  const flags = ['serve', '--port', '0', '--data', join(folder, 'data'), '--site', siteFolder];
  const log = await start(serverFile, flags, '"listening"');
  const line = log().split('\n').find((each) => each.includes('"listening"')) ?? '';
  return { url: JSON.parse(line).url, log };
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
  probe.close();
  await once(probe, 'close');
  return port;
}

// What nginx writes by itself, or must not write twice.
const ownHeaders = new Set(['connection', 'content-length', 'content-type', 'date', 'etag', 'keep-alive', 'server', 'x-request-id']);

function location(path, file, headers) {
  const added = Object.entries(headers).filter(([name]) => !ownHeaders.has(name))
    .map(([name, value]) => `add_header ${name} "${String(value).replace(/["\\]/g, '\\$&')}";`);
  return `location = ${path} { alias ${join(folder, file)}; types {} default_type "${headers['content-type']}"; ${added.join(' ')} }`;
}

// Each subject with the head and the body that our server has just answered.
async function startNginx(url) {
  const places = [];
  for (const [name, path] of Object.entries(subjects)) {
    const { headers, body } = await ask(url + path);
    await writeFile(join(folder, name), body);
    places.push(location(path, name, headers));
  }
  const port = await freePort();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((use) => `${use}_temp_path ${folder};`);
  await writeFile(join(folder, 'nginx.conf'), `
    daemon off; pid nginx.pid; error_log stderr notice; worker_processes ${availableParallelism()};
    ${process.getuid?.() === 0 ? `user ${userInfo().username};` : ''}
    events { worker_connections 256; }
    http {
      ${temporary.join(' ')}
      access_log access.log; sendfile on; tcp_nopush on; open_file_cache max=16; keepalive_requests 1000000000;
      server { listen 127.0.0.1:${port}; ${places.join('\n')} }
    }`);
  await start('nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], 'start worker process ');
  return `http://127.0.0.1:${port}`;
}

// The head, and the body as it travels.
async function ask(address) {
  const sent = get(address, { agent: false, headers: { 'Accept-Encoding': 'br' } });
  const [answer] = await once(sent, 'response');
  if (answer.statusCode !== 200) throw new Error(`${address} is answered ${answer.statusCode}`);
  return { headers: answer.headers, body: Buffer.concat(await answer.toArray()) };
}

async function requestsPerSecond(address) {
  const flags = ['-t', '1', '-c', String(connections), '-d', `${seconds}s`, '-H', 'Accept-Encoding: br', address];
  const { stdout } = await promisify(execFile)('wrk', flags);
  const found = /^Requests\/sec: +([\d.]+)$/m.exec(stdout);
  if (!found || /Non-2xx|Socket errors/.test(stdout)) throw new Error(`wrk says: ${stdout}`);
  return Number(found[1]);
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

let ours = { url: '', log: () => '' };
let nginx = '';

test('both servers start', async () => {
  ours = await startOurs();
  nginx = await startNginx(ours.url);
});

for (const [name, path] of Object.entries(subjects)) {
  test(`nginx answers the ${name} with the bytes of our server`, async () => {
    const [own, other] = [await ask(ours.url + path), await ask(nginx + path)];
    assert.equal(other.headers['content-encoding'], own.headers['content-encoding']);
    assert.ok(Math.abs(other.body.length - own.body.length) <= own.body.length / 100, 'another minute, another page; not another size');
  });

  test(`the ${name} is answered without an error, by both`, async () => {
    const rates = { ours: [], nginx: [] };
    for (let round = 0; round < rounds; ++round) {
      rates.ours.push(await requestsPerSecond(ours.url + path));
      rates.nginx.push(await requestsPerSecond(nginx + path));
    }
    const ratio = median(rates.ours.map((rate, round) => rate / rates.nginx[round]));
    const [own, other] = [median(rates.ours), median(rates.nginx)].map(Math.round);
    console.log(`${name} ours/nginx ${ratio.toFixed(2)}  (${own} and ${other} requests/s, ${path})`);
  });
}

test(`half of the pages take the server at most ${limitMicroseconds} µs`, async () => {
  const answered = /"route":"\/{lang}\/d\/{district}","status":200,"microseconds":(\d+)/g;
  const times = [...ours.log().matchAll(answered)].map(([, microseconds]) => Number(microseconds));
  console.log(`page, the server's own time: median ${median(times)} µs of ${times.length} requests`);
  assert.ok(median(times) <= limitMicroseconds);
});

await run();
