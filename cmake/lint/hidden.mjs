// Tries to include each library's header from every folder that is not its home: none may find the copy that
// we compile. (A header of the same name that the machine happens to have is the business of includes.mjs.)
// Usage: node hidden.mjs COMPILE_COMMANDS.json PREFIX
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { relative, dirname, resolve } from 'node:path';
import { homes } from './homes.mjs';

const [commandsPath, prefix] = process.argv.slice(2);
const root = resolve(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname), '../..');
const commands = JSON.parse(readFileSync(commandsPath, 'utf8'));

// One compile command for each folder of ours.
const byFolder = new Map();
for (const entry of commands) {
  const folder = relative(root, dirname(entry.file));
  const isOfModule = entry.file.endsWith('.cpp') && !/ -o tests\//.test(entry.command);  // Fuzzers compile sources again.
  if (/^(shared|client|server-stub)\//.test(folder) && isOfModule) byFolder.set(folder, entry);
}

// Keeps what decides the search for headers: the compiler and its -I, -isystem and -D arguments.
function searchArguments(entry) {
  const words = entry.command.split(' ').filter(Boolean);
  const compiler = words.find((word) => /clang\+\+/.test(word));
  const kept = [];
  words.forEach((word, i) => {
    if (/^-(I|D|std)/.test(word)) kept.push(word);
    if (word === '-isystem') kept.push(word, words[i + 1]);
  });
  return [compiler, [...kept, '-stdlib=libc++']];
}

function preprocess(entry, source, ...options) {
  const [compiler, args] = searchArguments(entry);
  const run = spawnSync(compiler, [...args, ...options, '-x', 'c++', '-'], { input: source, cwd: entry.directory, encoding: 'utf8' });
  if (run.error) throw run.error;
  return run.stdout;
}

const probed = homes.filter((library) => library.probe);

// The libraries whose header this folder would find, wherever it lies.
function findable(entry) {
  const source = probed.map(({ library, probe }) => `#if __has_include(<${probe}>)\nfound ${library}\n#endif\n`).join('');
  const output = preprocess(entry, source, '-E', '-P');
  return probed.filter(({ library }) => output.includes(`found ${library}\n`));
}

function isOurCopy(entry, header) {
  return preprocess(entry, `#include <${header}>\n`, '-M').includes(prefix);
}

let failures = 0;
for (const [folder, entry] of byFolder) {
  const found = findable(entry).filter(({ probe }) => isOurCopy(entry, probe)).map(({ library }) => library);
  for (const { library, home, probe } of probed) {
    const isHome = folder === home || folder.startsWith(`${home}/`);
    if (found.includes(library) === isHome) continue;
    failures++;
    console.log(isHome ? `${folder} is the home of ${library} but does not find <${probe}>.`
      : `${folder} can include <${probe}>: ${library} belongs to ${home} alone.`);
  }
}
console.log(`${byFolder.size} folders tried, ${failures} includes wrong`);
process.exit(failures === 0 && byFolder.size > 0 ? 0 : 1);
