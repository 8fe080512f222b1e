// Checks that other programs make: the layout of C++, the types of the browser's scripts, the syntax of shell scripts.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { files, isCode, read, root } from './files.mjs';

function run(program, args) {
  const result = spawnSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (result.error) return [`${program} is missing: run ./rihab setup.`];
  return result.status === 0 ? [] : `${result.stdout}${result.stderr}`.trim().split('\n');
}

export function checkLayout() {
  const lines = run('clang-format-19', ['--dry-run', '--Werror', ...files.filter((path) => isCode(path) && !path.startsWith('cmake/third_party/'))]);
  return [...new Set(lines.filter((line) => /error:/.test(line)).map((line) => line.split(': error:')[0].split(':')[0]))]
    .map((path) => `${path}: clang-format-19 would lay this out differently`);
}

export function checkTypes() {
  if (!existsSync(join(root, 'web/tsconfig.json'))) return ['web/tsconfig.json is missing'];
  return run(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'web/tsconfig.json']);
}

export function checkShell() {
  return files.filter((path) => path.endsWith('.sh') || /^#!.*\bbash/.test(/\.[a-z]+$/.test(path) ? '' : read(path).slice(0, 40)))
    .flatMap((path) => run('bash', ['-n', path]));
}
