// Where the tests find what they test; ./rihab says it, a file run alone takes the usual places.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = process.env.RIHAB_ROOT ?? resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const serverFile = process.env.RIHAB_SERVER ?? join(root, 'build/native/server-stub/rihab-server');
export const siteFolder = process.env.RIHAB_SITE ?? join(root, 'build/web/site');
export const chromiumFile = process.env.RIHAB_CHROMIUM || ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
// The wide matrix: every language × theme × width.
export const isFull = Boolean(process.env.RIHAB_FULL);
export const textCli = join(root, 'build/native/tests/client/text/text-cli');
export const fontsFolder = join(root, 'build/native/assets/fonts');
