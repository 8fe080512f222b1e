// Chromium with a software GPU, and pages that remember what went wrong in them.
import { chromium } from 'playwright-core';
import { atEnd } from './harness.mjs';
import { chromiumFile } from './places.mjs';
import { watchPage } from './probes.mjs';

const quiet = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const softwareGpu = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const withoutGpu = ['--disable-gpu', '--disable-3d-apis'];

export const takeoverLimit = 3000;  // ms
const patience = 20_000;            // ms until a page that never takes over is given up

export async function launch({ gpu = true, args = [], ignoreDefaultArgs = [] } = {}) {
  const browser = await chromium.launch({
    executablePath: chromiumFile, headless: true, ignoreDefaultArgs,
    args: [...quiet, ...(gpu ? softwareGpu : withoutGpu), ...args],
  });
  atEnd(() => browser.close());
  return browser;
}

// A browser with one profile, whose screen really has `ratio` device pixels to each CSS px: it lays out in device
// pixels, where a page that Playwright gives a ratio still lays out in CSS px. `zoom` is that of its menu, for every tab.
export async function launchScreen(ratio) {
  const context = await chromium.launchPersistentContext('', {
    executablePath: chromiumFile, headless: true, viewport: null,
    args: [...quiet, ...softwareGpu, `--force-device-scale-factor=${ratio}`],
  });
  atEnd(() => context.close());
  let settings;
  const zoom = async (factor) => {
    if (!settings) {
      settings = await context.newPage();
      await settings.goto('chrome://settings/appearance');
    }
    await settings.evaluate((to) => new Promise((done) => { globalThis.chrome.settingsPrivate.setDefaultZoom(to, done); }), factor);
  };
  // `width` and `height` in CSS px at a zoom of 1.
  const open = async ({ width, height, theme = 'light' }) => {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 0, mobile: false });
    await page.emulateMedia(media[theme]);
    page.shoot = async () => Buffer.from((await devtools.send('Page.captureScreenshot')).data, 'base64');
    return page;
  };
  return { open, zoom, close: () => context.close() };
}

// How a reader's device shows the three themes without a choice of theirs being stored.
const media = {
  light: { colorScheme: 'light', contrast: 'no-preference' },
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  contrast: { colorScheme: 'light', contrast: 'more' },
};

function collectProblems(page, problems) {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => {
    const { pathname } = new URL(request.url());
    const why = request.failure()?.errorText;
    // What a page that was left had asked for or still had to tell, which the browser gives up, is no problem of the next
    // one. A server that breaks off is another error.
    if (why === 'net::ERR_ABORTED' && (request.resourceType() === 'ping' || request.method() === 'GET')) return;
    problems.push(`request failed: ${request.method()} ${pathname}: ${why}`);
  });
}

// A page of its own browser profile. `page.problems` fills with errors of the console, reports of the content
// security policy and failed requests; `page.requests` with what was asked of the server.
export async function newPage(browser, { width = 1280, height = 800, theme = 'light', probes = [], context: options = {}, watch = true } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'fr', ...media[theme], ...options });
  const page = await context.newPage();
  page.problems = [];
  page.requests = [];
  collectProblems(page, page.problems);
  page.on('request', (request) => {
    page.requests.push({ method: request.method(), path: new URL(request.url()).pathname, type: request.resourceType() });
  });
  if (watch && options.javaScriptEnabled !== false) await page.addInitScript(watchPage);
  for (const probe of probes) await page.addInitScript(probe);
  return page;
}

// Opens, looks, and closes whatever `look` did.
export async function withPage(browser, options, look) {
  const page = await newPage(browser, options);
  try {
    return await look(page);
  } finally {
    await page.context().close();
  }
}

// Looks, one after the other, that share a tab: a profile for each costs more than what is looked at. A look begins
// with a load of its page; what must begin with empty caches takes withPage. After a failure the tab is not used again.
export function sharedPage(browser, options = {}) {
  const idle = [];
  return async ({ width = 1280, height = 800, theme = 'light' }, look) => {
    const page = idle.pop() ?? await newPage(browser, options);
    try {
      await page.setViewportSize({ width, height });
      await page.emulateMedia(media[theme]);
      page.problems.length = page.requests.length = 0;
      const result = await look(page);
      idle.push(page);
      return result;
    } catch (error) {
      await page.context().close();
      throw error;
    }
  };
}

// Resolves when the class of <html> holds `skin`; the page itself says when.
export function reachSkin(page, skin, limit = patience) {
  return page.evaluate(([wanted, limit]) => new Promise((resolve, reject) => {
    const root = document.documentElement;
    const late = setTimeout(() => reject(new Error(`the page stays in "${root.className}", not in ${wanted}`)), limit);
    const look = () => {
      if (!root.classList.contains(wanted)) return;
      clearTimeout(late);
      watcher.disconnect();
      resolve();
    };
    const watcher = new MutationObserver(look);
    watcher.observe(root, { attributes: true });
    look();
  }), [skin, limit]);
}

export async function openHtml(page, url) {
  const answer = await page.goto(`${url}${url.includes('?') ? '&' : '?'}skin=html`);
  await fontsReady(page);
  return answer;
}

export async function openCanvas(page, url) {
  const answer = await page.goto(url, { waitUntil: 'domcontentloaded' });
  await reachSkin(page, 'skin-canvas');
  await settled(page);
  return answer;
}

// Opens a page as `open` does, which holds what was answered to a form that somebody sent there.
export async function openAnswer(page, open, address, { status, text, headers }) {
  const isPage = (url) => url.pathname === new URL(address).pathname;
  await page.route(isPage, (route) => route.fulfill({ status, body: text, headers: { 'Content-Type': headers['content-type'], 'Content-Security-Policy': headers['content-security-policy'] } }));
  try {
    return await open(page, address);
  } finally {
    await page.unroute(isPage);
  }
}

export const fontsReady = (page) => page.evaluate(async () => {
  await Promise.all([...document.fonts].map((face) => face.status === 'unloaded' ? null : face.loaded.catch(() => null)));
  await document.fonts.ready;
});

// Two frames: what was asked for before is on the screen.
export const settled = (page) => page.evaluate(() => new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
}));

// Styles for the eyes of a test: they change nothing in the document.
export const addStyle = (page, css) => page.evaluate((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}, css);

export const dropStyles = (page) => page.evaluate(() => { document.adoptedStyleSheets = []; });

export const domRoot = 'body > canvas + *';
export const hideDom = (page) => addStyle(page, `${domRoot} { opacity: 0 !important; }`);
export const hideCanvas = (page) => addStyle(page, 'body > canvas { visibility: hidden !important; }');
