// Compares every #include line with the CMake lists: what a folder includes, its module() names; a library that we
// do not own is included in its one home only.
import { dirname } from 'node:path';
import { cmakeTargets, files, isCode, read } from './files.mjs';
import { homes } from './homes.mjs';

const targets = cmakeTargets();
const modules = new Map(targets.filter((t) => t.kind === 'module').map((t) => [t.name, t]));
const moduleOfFolder = new Map([...modules.values()].map((t) => [t.folder, t]));

// The module whose folder holds the path most closely.
function moduleOf(path) {
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    if (moduleOfFolder.has(folder)) return moduleOfFolder.get(folder);
  }
  return undefined;
}

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

// What the folder of a file that is in no module (an executable, a test) links.
function linksOfFolder(path) {
  const names = [];
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    for (const target of targets) {
      if (target.folder === folder && target.kind !== 'module') names.push(...target.LINK, ...target.PUBLIC, ...target.PRIVATE);
    }
    if (names.length > 0) break;
  }
  return closure(names);
}

function checkThirdParty(path, header, allowed) {
  const library = homes.find((entry) => entry.header.test(header));
  if (!library) return undefined;
  if (path.startsWith(`${library.home}/`)) return undefined;
  // A test may use a library as its judge, when its CMake list says so.
  if (path.startsWith('tests/') && allowed.has(library.library)) return undefined;
  return `<${header}> belongs to ${library.home} alone`;
}

function checkOurs(path, header, own, allowed) {
  const other = moduleOf(header);
  if (!other || other === own) return undefined;
  if (header.includes('/detail/')) return `"${header}" is private to ${other.name}`;
  if (!allowed.has(other.name)) return `"${header}" needs ${other.name} in the CMake list of ${own?.name ?? dirname(path)}`;
  return undefined;
}

export function checkIncludes() {
  const findings = [];
  for (const path of files.filter((file) => isCode(file) && /^(shared|client|server-stub|tests|web)\//.test(file))) {
    const own = path.startsWith('tests/') ? undefined : moduleOf(path);
    const isPublicHeader = path.endsWith('.hpp') && !path.includes('/detail/');
    let allowed = linksOfFolder(path);
    if (own) allowed = closure(isPublicHeader ? own.PUBLIC : [...own.PUBLIC, ...own.PRIVATE]);
    read(path).split('\n').forEach((line, index) => {
      const header = line.match(/^\s*#\s*include\s*[<"]([^>"]+)[>"]/)?.[1];
      if (!header) return;
      const finding = checkThirdParty(path, header, allowed) ?? checkOurs(path, header, own, allowed);
      if (finding) findings.push(`${path}:${index + 1}: ${finding}`);
    });
  }
  return findings;
}
