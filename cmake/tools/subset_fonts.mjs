// Makes the faces of fonts/manifest.json with hb-subset.
// Usage: node subset_fonts.mjs MANIFEST PINNED_FONTS OUTPUT_FOLDER
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [manifestPath, pinned, folder] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));

function fail(sentence) {
  console.error(`fonts: ${sentence}`);
  process.exit(1);
}

function codePointsOf(face) {
  if (face.set) return manifest.sets[face.set].replaceAll(' ', ',');
  return [...new Set(face.text)].map((letter) => letter.codePointAt(0).toString(16)).join(',');
}

mkdirSync(folder, { recursive: true });
for (const face of manifest.faces) {
  const source = [pinned, manifest.folder].map((place) => join(place, face.source)).find(existsSync);
  if (!source) fail(`${face.source} is missing: install the Debian package ${manifest.package} and run ./rihab setup.`);
  try {
    execFileSync('hb-subset', [source, `--unicodes=${codePointsOf(face)}`, '--no-hinting', '--name-IDs=0,13,14',
      `--output-file=${join(folder, face.file)}`], { stdio: 'pipe' });
  } catch (error) {
    if (error.code === 'ENOENT') fail('hb-subset is missing: install the Debian package libharfbuzz-bin.');
    fail(`hb-subset refused ${face.source}: ${String(error.stderr).trim()}`);
  }
}
