// A small runner: tests are sentences, one line is printed for each that is false, the last line counts.

const cases = [];
const closers = [];

const defaultTimeout = 120_000;

// `name` is a sentence that can be false; `body` throws where it is.
export function test(name, body, { timeout = defaultTimeout } = {}) {
  cases.push({ name, body, timeout });
}

// Runs after the last test, in reverse order, whatever the tests did.
export function atEnd(close) {
  closers.push(close);
}

// A figure for the reader of the log; never decides.
export function note(text) {
  console.log(`    ${text}`);
}

const oneLine = (error) => (error?.message ?? String(error))
  .split('\n').map((line) => line.trim()).filter(Boolean).slice(0, 12).join(' | ').slice(0, 1500);

async function within(timeout, body) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${timeout / 1000} s`)), timeout);
  });
  try {
    await Promise.race([body(), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function runOne({ name, body, timeout }) {
  const start = performance.now();
  try {
    await within(timeout, body);
    if (process.env.RIHAB_VERBOSE) console.log(`ok   ${name} (${Math.round(performance.now() - start)} ms)`);
    return true;
  } catch (error) {
    console.log(`FAIL ${name}: ${oneLine(error)}`);
    if (process.env.RIHAB_VERBOSE) console.log(error?.stack ?? '');
    return false;
  }
}

// Runs what was declared, one after the other. RIHAB_ONLY, a regular expression, chooses among the names.
export async function run() {
  const only = process.env.RIHAB_ONLY ? new RegExp(process.env.RIHAB_ONLY) : /(?:)/;
  let passed = 0;
  let failed = 0;
  for (const one of cases.filter((each) => only.test(each.name))) (await runOne(one)) ? ++passed : ++failed;
  for (const close of closers.reverse()) {
    await Promise.resolve(close()).catch((error) => console.log(`while closing: ${oneLine(error)}`));
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
