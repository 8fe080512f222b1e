// Sends ratings as a page without script does, and as a program does.
import { randomUUID } from 'node:crypto';
import { request } from './http.mjs';

const sheetOf = (language, service) => `/${language}/d/rabat/services/${service}`;

// name=value pairs with names that may repeat, as a browser encodes a form.
export const encodeForm = (pairs) => pairs.map(([name, value]) =>
  `${encodeURIComponent(name)}=${encodeURIComponent(value).replaceAll('%20', '+')}`).join('&');

export const formHeaders = (base) => ({
  'Content-Type': 'application/x-www-form-urlencoded', Origin: base, 'Sec-Fetch-Site': 'same-origin',
});
export const jsonHeaders = (base, key = randomUUID()) => ({
  'Content-Type': 'application/json', Origin: base, 'Sec-Fetch-Site': 'same-origin', 'Idempotency-Key': key,
});

// The key that the server printed into the form of a page.
export function keyIn(html) {
  const input = html.match(/<input[^>]*name="key"[^>]*>/)?.[0];
  const key = input?.match(/ value="([^"]*)"/)?.[1];
  if (!key) throw new Error('the page has no form with a key');
  return key;
}

export async function freshKey(base, language = 'fr', service = 'casier-judiciaire') {
  return keyIn((await request(base, sheetOf(language, service))).text);
}

export async function postForm(base, pairs, { language = 'fr', service = 'casier-judiciaire', headers = {} } = {}) {
  const body = typeof pairs === 'string' || Buffer.isBuffer(pairs) ? pairs : encodeForm(pairs);
  return request(base, `${sheetOf(language, service)}/rating`, {
    method: 'POST', headers: { ...formHeaders(base), ...headers }, body,
  });
}

export async function postJson(base, value, { service = 'casier-judiciaire', key = randomUUID(), headers = {} } = {}) {
  const body = typeof value === 'string' || Buffer.isBuffer(value) ? value : JSON.stringify(value);
  return request(base, `/api/v1/districts/rabat/services/${service}/ratings`, {
    method: 'POST', headers: { ...jsonHeaders(base, key), ...headers }, body,
  });
}

// A complete rating through the form: { code, location, answer }.
export async function sendRating(base, { language = 'fr', level = 4, completed = 'yes', reasons = ['waiting'], text = '' } = {}) {
  const key = await freshKey(base, language);
  const pairs = [['key', key], ['level', String(level)], ['completed', completed],
    ...reasons.map((reason) => ['reason', reason]), ['text', text]];
  const answer = await postForm(base, pairs, { language });
  const code = answer.headers.location?.match(/\/receipt\/([\d-]+)/)?.[1];
  if (answer.status !== 303 || !code) throw new Error(`a good rating is answered ${answer.status} ${answer.headers.location ?? ''}`);
  return { code, key, location: answer.headers.location, answer };
}

// ISO 7064 MOD 97-10 over 14 digits: the two that follow.
export function checkDigits(fourteen) {
  const rest = Number(BigInt(`${fourteen}00`) % 97n);
  return String(98 - rest).padStart(2, '0');
}

export const hyphenated = (digits) => digits.match(/.{4}/g).join('-');

// A number of the right form that the server never gave.
export function unknownCode(random) {
  const fourteen = String(random).padStart(14, '0').slice(-14);
  return hyphenated(fourteen + checkDigits(fourteen));
}
