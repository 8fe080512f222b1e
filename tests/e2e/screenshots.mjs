// Takes pictures of both skins for human eyes: languages × light and dark × 360, 768 and 1280 px.
// Usage: node tests/e2e/screenshots.mjs FOLDER [--whole]      --whole: all of the page, not only its first window
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer } from '../support/server.mjs';
import { launch, openCanvas, openHtml, withPage } from '../support/browser.mjs';
import { languages, product, samplePages, widths } from '../support/cases.mjs';
import { encode } from '../support/png.mjs';
import { shot, wholePage } from '../support/screens.mjs';
import { test, run } from '../support/harness.mjs';

const [folder, ...flags] = process.argv.slice(2);
if (!folder) {
  console.error('Which folder? node tests/e2e/screenshots.mjs FOLDER [--whole]');
  process.exit(2);
}
const take = flags.includes('--whole') ? wholePage : shot;
const skins = { html: openHtml, canvas: openCanvas };

await mkdir(folder, { recursive: true });
const server = await startServer();
const browser = await launch();
for (const [page, language, theme, width] of product(await samplePages(server), languages, ['light', 'dark'], widths)) {
  for (const [skin, open] of Object.entries(skins)) {
    const name = `${page.name}-${language}-${theme}-${width}-${skin}.png`;
    test(name, () => withPage(browser, { theme, width, height: width < 500 ? 780 : 800 }, async (tab) => {
      await open(tab, server.url + page.addressIn(language));
      await writeFile(join(folder, name), encode(await take(tab)));
    }));
  }
}
await run();
