// A message that no page shows is deleted: translators would keep it alive for nobody.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

const root = join(import.meta.dirname, '../../..');

/** @param {string} folder @returns {string} */
const sources = (folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(cpp|hpp)$/.test(file))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'))
    .join('\n');

test('every message is shown by some page', () => {
  const code = ['shared', 'client', 'server-stub'].map(sources).join('\n');
  const used = new Set([...code.matchAll(/\bmsg::(\w+)/g)].map(([, key]) => key));
  const keys = ['en.json', 'desk/en.json'].flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(join(root, 'assets/messages', file), 'utf8'))));
  assert.ok(keys.length > 50);
  assert.deepEqual(keys.filter((key) => !used.has(key)), []);
});
