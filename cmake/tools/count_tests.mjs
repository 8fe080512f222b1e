// Adds up a CTest log: the cases of doctest executables, and one for each other test.
// Usage: node count_tests.mjs LastTest.log
import { readFileSync } from 'node:fs';

const log = readFileSync(process.argv[2], 'utf8');
let passed = 0;
let failed = 0;
for (const block of log.split(/^-{58}\n(?=\d+\/\d+ Testing: |\d+\/\d+ Test: )|^(?=\d+\/\d+ Testing: )/m).slice(1)) {
  const verdict = block.match(/^Test (Passed|Failed)\.|^Test (time)? ?.*(Timeout|timed out)/m);
  const ok = verdict?.[1] === 'Passed';
  const cases = block.match(/\[doctest\] test cases: +(\d+) \| +(\d+) passed \| +(\d+) failed/);
  const good = cases ? Number(cases[2]) : Number(ok);
  const bad = cases ? Number(cases[3]) : Number(!ok);
  passed += good;
  failed += ok || bad > 0 ? bad : 1;  // A crash after good cases is still a failure.
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
