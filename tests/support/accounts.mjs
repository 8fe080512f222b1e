// People with accounts, as a browser without script would have them: forms, cookies, one-time codes.
import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { serverFile } from './places.mjs';
import { request } from './http.mjs';

export const password = 'a password for tests';

// RFC 6238, written a second time: what the server takes must be what every authenticator shows.
export function oneTimeCode(base32, now = Date.now()) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...base32].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const at = digest[19] & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

// The path of the invitation that the command prints; nobody may be using the data folder.
export function invite(data, role, name, district) {
  const place = district ? ['--district', district] : [];
  const printed = execFileSync(serverFile, ['user', 'add', '--data', data, '--role', role, '--name', name, ...place],
    { encoding: 'utf8' });
  return new URL(printed.trim()).pathname;
}

// The secrets and codes that a page shows, as they are typed.
export const codesOf = (answer) =>
  [...answer.text.matchAll(/<p class="code"[^>]*>(?:<bdi[^>]*>)?([^<]+)</g)].map(([, code]) => code.replaceAll(' ', ''));

// One person's browser. With an `agent` of node:http its connections stay open.
export class Person {
  constructor(url, agent = undefined) {
    this.url = url;
    this.agent = agent;
    this.cookies = new Map();
  }

  async send(path, { method = 'GET', type, body, headers: more = {} } = {}) {
    const headers = { Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...more };
    if (type) headers['Content-Type'] = type;
    if (method === 'POST') headers['Sec-Fetch-Site'] = 'same-origin';
    const answer = await request(this.url, path, { method, headers, body, agent: this.agent });
    for (const cookie of answer.headers['set-cookie'] ?? []) {
      const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/);
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return answer;
  }

  get(path) {
    return this.send(path);
  }

  post(path, fields) {
    return this.send(path, {
      method: 'POST', type: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString(),
    });
  }

  postJson(path, body, headers = {}) {
    return this.send(path, { method: 'POST', type: 'application/json', body: JSON.stringify(body), headers });
  }

  // From the invitation to the desk. Returns what was shown this once.
  // `now` is the server's.
  async accept(invitation, now = Date.now()) {
    const language = invitation.split('/')[1];
    const authenticator = `/${language}/account/authenticator`;
    const first = await this.post(invitation, { password });
    if (first.headers.location !== authenticator) throw new Error(`the invitation answers ${first.status}`);
    const [key] = codesOf(await this.get(authenticator));
    const used = oneTimeCode(key, now);
    const done = await this.post(authenticator, { code: used });
    if (done.status !== 200) throw new Error(`the code is answered ${done.status}`);
    return { key, used, codes: codesOf(done) };
  }
}
