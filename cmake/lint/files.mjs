// What the checks share: the files of the repository, and what the CMake lists say about its folders.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export const root = resolve(dirname(new URL(import.meta.url).pathname), '../..');

export const read = (path) => readFileSync(join(root, path), 'utf8');

// Every file that is or could be committed, relative to the root.
export const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  { cwd: root, encoding: 'utf8' }).split('\0').filter((path) => path && existsSync(join(root, path)));

export const isCode = (path) => /\.(cpp|hpp)$/.test(path);

// Comments and string contents, blanked: what is left are the words of the program. Line numbers stay.
export function withoutTextAndComments(source) {
  const blank = (match) => match.replace(/[^\n]/g, ' ');
  return source.replace(/R"([^(]*)\([\s\S]*?\)\1"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (match) => (match.startsWith("'") && match.length > 12 ? match : blank(match)));
}

// Puts in what set() and list(APPEND) of the same file may give a variable, on whichever side of an if.
function withVariables(text) {
  const values = new Map();
  for (const [, name, words] of text.matchAll(/\b(?:set|list\s*\(\s*APPEND)\s*\(?\s*([a-z_]+)\s+([^)]*)\)/g)) {
    values.set(name, `${values.get(name) ?? ''} ${words}`);
  }
  return text.replace(/\$\{([a-z_]+)\}/g, (whole, name) => values.get(name) ?? whole);
}

// The calls of module() and module_test() and their arguments: [{ kind, name, folder, SOURCES, PUBLIC, PRIVATE, LINK }].
export function cmakeTargets() {
  const targets = [];
  for (const path of files.filter((file) => /^(shared|client|server-stub|tests|web)\/(.*\/)?CMakeLists\.txt$/.test(file))) {
    const text = withVariables(read(path).replace(/#[^\n]*/g, ''));
    for (const [, kind, body] of text.matchAll(/\b(module|module_test|add_executable|target_link_libraries|web_executable)\s*\(([^)]*)\)/g)) {
      const words = body.split(/\s+/).filter(Boolean);
      const target = { kind, name: words.shift(), folder: dirname(path), SOURCES: [], PUBLIC: [], PRIVATE: [], LINK: [] };
      if (kind === 'target_link_libraries') target.LINK = words.filter((word) => !/^(PUBLIC|PRIVATE|INTERFACE)$/.test(word));
      let list = kind === 'add_executable' ? 'SOURCES' : 'OTHER';
      for (const word of words) {
        if (/^[A-Z_]{4,}$/.test(word)) list = word;
        else (target[list] ??= []).push(word.replaceAll('"', ''));
      }
      targets.push(target);
    }
  }
  return targets;
}

// Prints the findings and the count that ./rihab adds up.
export function report(name, findings) {
  for (const finding of findings) console.log(finding);
  console.log(`${name}: ${findings.length === 0 ? 'ok' : `${findings.length} findings`}`);
  return findings.length === 0;
}
