// Runs the tests that need a server or a browser, each file with a server and a browser of its own, and adds them up.
// Usage: node tests/e2e/run.mjs [NAME ...]     all files, or those of the folder NAME, or whose name begins with NAME
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../support/places.mjs';

const folders = ['tests/dom', 'tests/e2e', 'tests/server-stub'];  // The file that takes longest is in the first.
// A file keeps little more than one core busy, and often waits.
const atOnce = 2;
// What is shown in which time is measured with the machine to itself, after all others.
const measuring = new Set(['images', 'load', 'route_change', 'scroll', 'takeover', 'voice_load']);

const nameOf = (file) => basename(file, '.test.mjs');

function filesIn(folder) {
  const place = join(root, folder);
  if (!existsSync(place)) return [];
  return readdirSync(place).filter((name) => name.endsWith('.test.mjs')).sort().map((name) => join(place, name));
}

// Prints what a file says, without its count, which is given back.
async function runFile(file) {
  const start = performance.now();
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'], env: process.env });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => { output += text; });
  const [status] = await once(child, 'close');
  const lines = output.trimEnd().split('\n');
  const count = lines.pop().match(/^(\d+) passed, (\d+) failed$/);
  let [passed, failed] = count ? [Number(count[1]), Number(count[2])] : [0, 1];
  if (status !== 0 && failed === 0) failed = 1;
  for (const line of lines) if (line) console.log(line);
  if (!count) console.log(`FAIL ${nameOf(file)} ended with ${status} and without its count: ${output.slice(-400)}`);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${nameOf(file).padEnd(16)} ${seconds.padStart(6)} s  ${passed} passed, ${failed} failed`);
  return { passed, failed };
}

// Results in any order. Each of `width` hands takes the next file as soon as it is done with one.
async function runFiles(files, width) {
  const left = [...files];
  const results = [];
  const hand = async () => {
    for (let file = left.shift(); file; file = left.shift()) results.push(await runFile(file));
  };
  await Promise.all(Array.from({ length: width }, hand));
  return results;
}

const names = process.argv.slice(2);
const isChosen = (folder, file) => names.length === 0 ||
  names.some((name) => name === basename(folder) || nameOf(file).startsWith(name));
const files = folders.flatMap((folder) => filesIn(folder).filter((file) => isChosen(folder, file)));
const results = [
  ...await runFiles(files.filter((file) => !measuring.has(nameOf(file))), atOnce),
  ...await runFiles(files.filter((file) => measuring.has(nameOf(file))), 1),
];
if (files.length === 0) console.log(`no test file begins with ${names.join(' or ')}`);
const [passed, failed] = ['passed', 'failed'].map((what) => results.reduce((sum, result) => sum + result[what], 0));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
