// Copies the sources that a new page touches and adds the page of a_new_page.patch to the copy: it must still fit, and
// in no more lines than docs/architecture/how-to-add-a-page.md promises.
// Usage: node a_new_page.mjs COPY
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const most = 60;
const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const patch = join(here, 'a_new_page.patch');
const copy = resolve(process.argv[2] ?? '');

const added = readFileSync(patch, 'utf8').split('\n').filter((line) => /^\+(?!\+\+ )/.test(line)).length;
console.log(`A new page takes ${added} lines.`);
if (added > most) {
  console.error(`a_new_page.patch adds ${added} lines; a new page must not take more than ${most}.`);
  process.exit(1);
}

for (const folder of ['shared/routes', 'shared/pages', 'assets/messages']) {
  rmSync(join(copy, folder), { recursive: true, force: true });
  mkdirSync(join(copy, folder), { recursive: true });
  cpSync(join(root, folder), join(copy, folder), { recursive: true });
}
// The copy lies below a repository that knows nothing of it.
execFileSync('git', ['apply', '--whitespace=nowarn', patch], {
  cwd: copy, stdio: 'inherit', env: { ...process.env, GIT_CEILING_DIRECTORIES: dirname(copy) },
});
