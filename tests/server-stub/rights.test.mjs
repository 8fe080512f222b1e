// Every role at every route, in its own district and in another, against the table that is kept by hand.
import { deepEqual, equal } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite, password } from '../support/accounts.mjs';
import { root, serverFile } from '../support/places.mjs';
import { startServer } from '../support/server.mjs';
import { atEnd, note, run, test } from '../support/harness.mjs';

const roles = ['visitor', 'citizen', 'partner', 'editor', 'reviewer', 'moderator', 'court-head', 'ministry', 'administrator'];
const places = { own: 'rabat', other: 'tanger' };

const rows = readFileSync(join(root, 'tests/server-stub/rights.txt'), 'utf8').split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => {
    const [method, pattern, ...cells] = line.split(/\s+/);
    return { name: `${method} ${pattern}`, method, pattern, cells };
  });

const routes = JSON.parse(execFileSync(serverFile, ['check', 'routes'], { encoding: 'utf8' })).routes;

test('every route has its row, and every row its route', () => {
  deepEqual(rows.map(({ name }) => name).sort(), routes.map(({ method, pattern }) => `${method} ${pattern}`).sort());
});

test('every row has two signs for each role', () => {
  for (const { name, cells } of rows) {
    equal(cells.length, roles.length, name);
    for (const cell of cells) equal(/^[-+>]{2}$/.test(cell), true, `${name}: ${cell}`);
  }
});

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
const invitations = roles.slice(2)
  .map((role) => [role, invite(data, role, `rabat-${role}`, role === 'ministry' ? undefined : places.own)]);
const server = await startServer({ data });
atEnd(() => rm(data, { recursive: true, force: true }));

const people = new Map([['visitor', new Person(server.url)]]);
test('everybody of the table comes in', async () => {
  for (const [role, invitation] of invitations) {
    people.set(role, new Person(server.url));
    await people.get(role).accept(invitation);
  }
  people.set('citizen', new Person(server.url));
  equal((await people.get('citizen').post('/fr/account/new', { name: 'citizen', password })).status, 303);
});

const addressOf = (pattern, district) => pattern
  .replace('{lang}', 'fr').replace('{district}', district).replace('{service}', 'casier-judiciaire')
  .replace('{image}', `${'a'.repeat(64)}.png`).replace(/\{[a-z]+\}/g, 'x');

// Forms and JSON that are read and refused for what they hold: nothing changes, whoever sends them.
function bodyFor(path) {
  if (path.startsWith('/api/')) return { type: 'application/json', body: '{}' };
  if (path.endsWith('/sign-out')) return { type: 'text/plain', body: '' };
  return { type: 'application/x-www-form-urlencoded', body: 'name=' };
}

function signOf(answer) {
  if (answer.status === 401 || (answer.status === 303 && answer.headers.location.endsWith('/account/sign-in'))) return '>';
  return answer.status === 403 ? '-' : '+';
}

for (const [column, role] of roles.entries()) {
  test(`a ${role} may what the table says, and nothing else`, async () => {
    const wrong = [];
    for (const { name, method, pattern, cells } of rows) {
      for (const [index, place] of Object.keys(places).entries()) {
        const path = addressOf(pattern, places[place]);
        const answer = await people.get(role).send(path, method === 'POST' ? { method, ...bodyFor(path) } : {});
        const sign = signOf(answer);
        if (sign !== cells[column][index]) wrong.push(`${name}, ${place} district: ${answer.status} ${sign}`);
        if (answer.status >= 500) wrong.push(`${name}: ${answer.status}`);
      }
    }
    deepEqual(wrong, []);
  });
}

test('nobody gives a role that may do more than their own', async () => {
  const ask = (role, as) => people.get(role).send('/api/v1/desk/rabat/people', {
    method: 'POST', type: 'application/json', body: JSON.stringify({ name: `${role}-${as}`, role: as }),
  });
  equal((await ask('court-head', 'editor')).status, 201);
  equal((await ask('court-head', 'administrator')).status, 400);
  equal((await ask('administrator', 'administrator')).status, 201);
  for (const as of ['ministry', 'citizen']) equal((await ask('administrator', as)).status, 400);
});

test('whose role changes is sent out at once, and finds the new one behind the next sign-in', async () => {
  const before = await people.get('editor').get('/api/v1/desk');
  equal(before.status, 200);
  const change = await people.get('administrator').post('/fr/desk/rabat/people/role', { name: 'rabat-editor', role: 'none' });
  equal(change.status, 303);
  equal((await people.get('editor').get('/api/v1/desk')).status, 401);
});

test('a form that another site sends is refused, whoever is signed in', async () => {
  const { url, cookies } = people.get('administrator');
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${url}/fr/desk/rabat/people`, {
    method: 'POST', redirect: 'manual', body: 'name=x&role=editor',
    headers: { Cookie: cookie, Origin: 'https://elsewhere.example', 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  equal(answer.status, 403);
});

note(`${rows.length} routes, ${roles.length} roles, 2 districts: ${rows.length * roles.length * 2} cells`);
await run();
