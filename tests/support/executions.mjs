// Whether a text of somebody's became more than a text.

/**
 * Watches a page from now on: what ran (`__ran()`), dialogs, reports of the content security policy, requests to other
 * hosts, windows that opened. `seen()` is empty as long as nothing happened.
 * @param {import('playwright-core').Page} page
 */
export async function watchExecutions(page) {
  /** @type {string[]} */
  const events = [];
  await page.exposeFunction('__noteExecution', (/** @type {string} */ what) => events.push(what));
  await page.addInitScript(() => {
    const note = (/** @type {string} */ what) => Reflect.get(globalThis, '__noteExecution')(what);
    Object.defineProperty(globalThis, '__ran', { get: () => () => note('ran') });
    document.addEventListener('securitypolicyviolation', (event) => note(`csp: ${event.violatedDirective} ${event.blockedURI}`));
  });
  page.on('dialog', (dialog) => {
    events.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => events.push(`popup: ${popup.url()}`));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) events.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const own = new URL(page.url()).origin;
    if (own !== 'null' && new URL(request.url()).origin !== own) events.push(`request: ${request.url()}`);
  });
  return { seen: () => events };
}
