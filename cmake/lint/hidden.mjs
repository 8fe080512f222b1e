// Tries to include each library's header from every folder that is not its home: none may find the copy that
// we compile. (A header of the same name that the machine happens to have is the business of includes.mjs.)
// Usage: node hidden.mjs COMPILE_COMMANDS.json PREFIX
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
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

const probed = homes.filter((library) => library.probe);

// The libraries whose header the compiler finds from this folder, in the copy that we compile.
function findable(entry) {
  const [compiler, args] = searchArguments(entry);
  const source = probed.map(({ library, probe }) => `#if __has_include(<${probe}>)\nfound ${library}\n#endif\n`).join('');
  const run = spawnSync(compiler, [...args, '-E', '-P', '-x', 'c++', '-'], { input: source, cwd: entry.directory, encoding: 'utf8' });
  if (run.status !== 0) throw run.error ?? new Error(run.stderr);
  const places = args.map((word) => word.replace(/^-I/, '')).filter((word) => word.startsWith(prefix));
  return probed.filter(({ library, probe }) => run.stdout.includes(`found ${library}\n`)
    && places.some((place) => existsSync(join(place, probe))));
}

let failures = 0;
let seenAtHome = 0;
for (const [folder, entry] of byFolder) {
  for (const { library, home, probe } of findable(entry)) {
    if (folder === home || folder.startsWith(`${home}/`)) {
      seenAtHome++;
      continue;
    }
    failures++;
    console.log(`${folder} can include <${probe}>: ${library} belongs to ${home} alone.`);
  }
}
console.log(`${byFolder.size} folders tried, ${seenAtHome} libraries seen at home, ${failures} elsewhere`);
process.exit(failures === 0 && seenAtHome > 0 ? 0 : 1);
