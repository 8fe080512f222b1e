// All fast checks. The last line is "N passed, N failed".
import { report } from './files.mjs';
import { checkIncludes } from './includes.mjs';
import { checkLayout, checkShell, checkTypes } from './tools.mjs';
import { checkWords } from './words.mjs';

const checks = {
  'includes and CMake lists agree': checkIncludes,
  'words and places': checkWords,
  'layout of C++': checkLayout,
  'types of the scripts': checkTypes,
  'shell scripts': checkShell,
};

const results = Object.entries(checks).map(([name, check]) => report(name, check()));
const passed = results.filter(Boolean).length;
console.log(`${passed} passed, ${results.length - passed} failed`);
process.exit(passed === results.length ? 0 : 1);
