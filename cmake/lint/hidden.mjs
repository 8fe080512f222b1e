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
  if (/^(shared|client|server-stub)\//.test(folder) && entry.file.endsWith('.cpp')) byFolder.set(folder, entry);
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

function findsOurCopy(entry, header) {
  const [compiler, args] = searchArguments(entry);
  const run = spawnSync(compiler, [...args, '-M', '-x', 'c++', '-'],
    { input: `#if __has_include(<${header}>)\n#include <${header}>\n#endif\n`, cwd: entry.directory, encoding: 'utf8' });
  if (run.error) throw run.error;
  return run.stdout.includes(prefix);
}

let failures = 0;
let tries = 0;
for (const [folder, entry] of byFolder) {
  for (const { library, home, probe } of homes) {
    if (!probe) continue;
    tries++;
    const found = findsOurCopy(entry, probe);
    const isHome = folder === home || folder.startsWith(`${home}/`);
    if (found === isHome) continue;
    failures++;
    console.log(found ? `${folder} can include <${probe}>: ${library} belongs to ${home} alone.`
      : `${folder} is the home of ${library} but does not find <${probe}>.`);
  }
}
if (tries === 0) { failures++; console.log('no folder was tried'); }
console.log(`${tries} includes tried, ${failures} wrong`);
process.exit(failures === 0 ? 0 : 1);
