// Puts the site together: checks and bundles the modules, names every file by its content, compresses it once for all.
//   node web/build.mjs --wasm rihab.mjs --lab textlab.mjs --css "skin-100.css;skin-125.css;…" --icu icudt-cut.dat
//                      --fonts FOLDER --manifest fonts/manifest.json --site FOLDER
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const text = { type: 'string' };
const { values: given } = parseArgs({ options: { wasm: text, lab: text, css: text, icu: text, fonts: text, manifest: text, site: text } });
const assets = join(given.site, 'assets');
const manifest = {};

const hash = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

function compressed(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return { br: brotliCompressSync(bytes, { params }), gz: gzipSync(bytes, { level: 9 }) };
}

// "fonts/latin-400.ttf" becomes "/assets/fonts/latin-400.<hash>.ttf".
function add(name, content) {
  const bytes = Buffer.from(content);
  const dot = name.lastIndexOf('.');
  const hashed = `${name.slice(0, dot)}.${hash(bytes)}${name.slice(dot)}`;
  const path = join(assets, hashed);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  for (const [suffix, packed] of Object.entries(compressed(bytes)))
    if (packed.length < bytes.length) writeFileSync(`${path}.${suffix}`, packed);
  manifest[name] = `/assets/${hashed}`;
}

function checkTypes() {
  const compiler = join(here, '..', 'node_modules', 'typescript', 'bin', 'tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', here], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

const withAddresses = (css) => css.replace(/asset:([\w./-]+)/g, (_, name) => manifest[name]);

// The module that the linker made carries its own idea of where the wasm lies; boot.js brings the right one.
async function bundle(entry, format = 'esm') {
  const faces = JSON.parse(readFileSync(given.manifest, 'utf8')).faces.map(({ file }) => file);
  const { outputFiles } = await build({
    entryPoints: [join(here, entry)],
    bundle: true,
    write: false,
    minify: true,
    format,
    target: 'es2022',
    alias: { 'rihab-wasm': given.wasm, 'textlab-wasm': given.lab },
    define: {
      RIHAB_ASSETS: JSON.stringify(manifest),
      RIHAB_BUILD: JSON.stringify(hash(Buffer.from(JSON.stringify(manifest)))),
      RIHAB_FACES: JSON.stringify(faces),
      RIHAB_FACE_ADDRESSES: JSON.stringify(faces.map((file) => manifest[`fonts/${file}`])),
    },
    logLevel: 'warning',
  });
  return outputFiles[0].contents;
}

checkTypes();
rmSync(given.site, { recursive: true, force: true });
for (const file of readdirSync(given.fonts)) if (file.endsWith('.ttf')) add(`fonts/${file}`, readFileSync(join(given.fonts, file)));
add('icudt-cut.dat', readFileSync(given.icu));
add('rihab.wasm', readFileSync(given.wasm.replace(/\.mjs$/, '.wasm')));
for (const sheet of given.css.split(';')) add(basename(sheet), withAddresses(readFileSync(sheet, 'utf8')));
add('wait.js', await bundle('wait.js', 'iife'));
add('boot.js', await bundle('boot.js'));
add('textlab.wasm', readFileSync(given.lab.replace(/\.mjs$/, '.wasm')));
add('textlab.js', await bundle('textlab.js'));
writeFileSync(join(given.site, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
