// How many bytes of brotli a first visit in Arabic takes until the canvas is there: one line for each artefact, and
// the sum against its budget.
import { brotliSize, budget, firstLoadNames, icon, manifest } from '../support/first_load.mjs';
import { request } from '../support/http.mjs';
import { startServer } from '../support/server.mjs';
import { sheet } from '../support/cases.mjs';
import { run, test } from '../support/harness.mjs';

const kilobytes = (bytes) => (bytes / 1024).toFixed(1).padStart(7);
const line = (bytes, name) => console.log(`${String(bytes).padStart(8)}  ${kilobytes(bytes)} KB  ${name}`);

test('a first load in Arabic is within its budget', async () => {
  const files = manifest();
  const server = await startServer();
  const parts = firstLoadNames(Object.keys(files)).map((name) => ({ name, bytes: brotliSize(files[name]) }));
  for (const address of [sheet('ar'), icon]) {
    const answer = await request(server.url, address, { headers: { 'Accept-Encoding': 'br' } });
    if (answer.status !== 200) throw new Error(`${address} is answered ${answer.status}`);
    parts.push({ name: address, bytes: answer.wireBytes });
  }
  parts.sort((a, b) => b.bytes - a.bytes);
  for (const { name, bytes } of parts) line(bytes, name);
  const sum = parts.reduce((total, { bytes }) => total + bytes, 0);
  line(sum, `sum, ${(100 * sum / budget).toFixed(0)} % of the budget of ${budget / 1024} KB`);
  if (sum > budget) throw new Error(`${sum} bytes, ${sum - budget} over the budget`);
});

await run();
