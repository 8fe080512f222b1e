// Compares every #include line with the CMake lists: what a folder includes, its module() names; a library that we
// do not own is included in its one home only.
import { dirname, join } from 'node:path';
import { cmakeTargets, files, isCode, read } from './files.mjs';
import { homes } from './homes.mjs';

const targets = cmakeTargets();
const modules = new Map(targets.filter((target) => target.kind === 'module').map((target) => [target.name, target]));
const targetOfFile = new Map(targets
  .flatMap((target) => target.SOURCES.map((source) => [join(target.folder, source), target])));

// The names given, and what they make public in turn.
function closure(names) {
  const found = new Set();
  const add = (name) => {
    if (found.has(name)) return;
    found.add(name);
    modules.get(name)?.PUBLIC.forEach(add);
  };
  names.forEach(add);
  return found;
}

// What an executable links.
function linksOf(name) {
  return targets.filter((target) => target.name === name).flatMap((target) => [...target.LINK, ...target.PRIVATE, ...target.PUBLIC]);
}

// Tests may look everywhere, and may ask a library to be their judge when a CMake list of their folder says so.
function checkTest(path, header) {
  const library = homes.find((entry) => entry.header.test(header));
  if (!library || library.home === 'tests') return undefined;
  const isLinked = targets.some((target) => target.folder === dirname(path) && target.LINK.includes(library.library));
  return isLinked ? undefined : `<${header}>: no target of this folder links ${library.library}`;
}

function checkThirdParty(path, header) {
  const entries = homes.filter((entry) => entry.header.test(header));
  if (entries.length === 0 || entries.some(({ home }) => path.startsWith(`${home}/`))) return undefined;
  return `<${header}> belongs to ${entries.map(({ home }) => home).join(' and ')} alone`;
}

function checkOurs(path, header, own, allowed) {
  const other = targetOfFile.get(header);
  if (!other || other === own) return undefined;
  if (header.includes('/detail/')) return `"${header}" is private to ${other.name}`;
  if (!allowed.has(other.name)) return `"${header}" needs ${other.name} in the CMake list of ${own.name}`;
  return undefined;
}

// What a file may include: a public header only what its module makes public, too.
function allowedFor(path, own) {
  if (!own) return new Set();
  if (own.kind !== 'module') return closure(linksOf(own.name));
  const isPublicHeader = path.endsWith('.hpp') && !path.includes('/detail/');
  return closure(isPublicHeader ? own.PUBLIC : [...own.PUBLIC, ...own.PRIVATE]);
}

export function checkIncludes() {
  const findings = [];
  for (const path of files.filter((file) => isCode(file) && /^(shared|client|server-stub|tests|web)\//.test(file))) {
    const isTest = path.startsWith('tests/');
    const own = targetOfFile.get(path);
    const allowed = allowedFor(path, own);
    if (!isTest && !own) findings.push(`${path}: stands in no CMake list`);
    read(path).split('\n').forEach((line, index) => {
      const header = line.match(/^\s*#\s*include\s*[<"]([^>"]+)[>"]/)?.[1];
      if (!header) return;
      const finding = isTest ? checkTest(path, header)
        : checkThirdParty(path, header) ?? (own && checkOurs(path, header, own, allowed));
      if (finding) findings.push(`${path}:${index + 1}: ${finding}`);
    });
  }
  return findings;
}
