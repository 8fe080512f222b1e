// How many bytes of brotli a first visit in Arabic takes until the canvas is there: one line for each artefact, and
// the sum against its budget; then the home page and a district's, each with its own sum.
import { brotliSize, budget, firstLoadNames, icon, manifest } from '../support/first_load.mjs';
import { request } from '../support/http.mjs';
import { startServer } from '../support/server.mjs';
import { sheet } from '../support/cases.mjs';
import { run, test } from '../support/harness.mjs';

const kilobytes = (bytes) => (bytes / 1024).toFixed(1).padStart(7);
const line = (bytes, name) => console.log(`${String(bytes).padStart(8)}  ${kilobytes(bytes)} KB  ${name}`);

const server = await startServer();

async function pageSize(address) {
  const answer = await request(server.url, address, { headers: { 'Accept-Encoding': 'br' } });
  if (answer.status !== 200) throw new Error(`${address} is answered ${answer.status}`);
  return { name: address, bytes: answer.wireBytes };
}

// What a page loads besides itself is the same for all pages in a language.
async function firstLoad(address) {
  const files = manifest();
  const parts = firstLoadNames(Object.keys(files)).map((name) => ({ name, bytes: brotliSize(files[name]) }));
  return [await pageSize(address), await pageSize(icon), ...parts].sort((a, b) => b.bytes - a.bytes);
}

function checkSum(parts, name) {
  const sum = parts.reduce((total, { bytes }) => total + bytes, 0);
  line(sum, `sum of ${name}, ${(100 * sum / budget).toFixed(0)} % of the budget of ${budget / 1024} KB`);
  if (sum > budget) throw new Error(`${sum} bytes, ${sum - budget} over the budget`);
}

test('a first load of a sheet in Arabic is within its budget', async () => {
  const parts = await firstLoad(sheet('ar'));
  for (const { name, bytes } of parts) line(bytes, name);
  checkSum(parts, sheet('ar'));
});

for (const address of ['/ar', '/ar/d/rabat']) {
  test(`a first load of ${address} is within its budget`, async () => {
    const parts = await firstLoad(address);
    for (const { name, bytes } of parts) if (name === address) line(bytes, name);
    checkSum(parts, address);
  });
}

await run();
