// Every role at every route, in its own district and in another, against the table that is kept by hand. Each sends what
// a page or a program would, so that who may do something has it done.
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
import { World, requests, samples, signInAgain } from './rights_requests.mjs';

const roles = ['visitor', 'citizen', 'partner', 'editor', 'reviewer', 'moderator', 'court-head', 'ministry', 'administrator'];
// Remarks and declarations are of portals that are being prepared; those have no page of every kind.
const places = { own: { desk: 'dakhla', open: 'rabat' }, other: { desk: 'fes', open: 'tanger' } };

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
const spare = `${places.own.desk}-spare`;
// Who only visits has nobody's name but another's to sign in with.
const nameOf = (role) => ({ visitor: spare, citizen: role })[role] ?? `${places.own.desk}-${role}`;
const invitations = roles.slice(2)
  .map((role) => [role, invite(data, role, nameOf(role), role === 'ministry' ? undefined : places.own.desk)]);
const helping = Object.values(places).flatMap(({ desk }) => Object.entries({ editor: 'editor', head: 'court-head', moderator: 'moderator', spare: 'editor' })
  .map(([what, role]) => [desk, what, invite(data, role, `${desk}-${what === 'spare' ? what : `helping-${what}`}`, desk)]));
const server = await startServer({ data, flags: ['--lab'] });
atEnd(() => rm(data, { recursive: true, force: true }));

const people = new Map([['visitor', new Person(server.url)]]);
const recovery = new Map();
const helpers = {};
const world = new World(server.url, helpers);
let filled;

test('everybody of the table comes in', async () => {
  for (const [role, invitation] of invitations) {
    people.set(role, new Person(server.url));
    recovery.set(role, (await people.get(role).accept(invitation)).codes);
  }
  people.set('citizen', new Person(server.url));
  equal((await people.get('citizen').post('/fr/account/new', { name: 'citizen', password })).status, 303);
  for (const [desk, what, invitation] of helping) {
    (helpers[desk] ??= {})[what] = new Person(server.url);
    recovery.set(`${desk}-${what}`, (await helpers[desk][what].accept(invitation)).codes);
  }
  filled = await samples(server.url, places, helpers);
});

function addressOf(pattern, place, more = {}) {
  const known = { ...filled.shared, ...filled.at[place], ...more, lang: 'fr' };
  known.district = pattern.includes('/desk/') ? known.desk : known.open;
  return pattern.replace(/\{([a-z]+)\}/g, (_, name) => {
    if (known[name] === undefined) throw new Error(`${pattern}: no ${name}`);
    return known[name];
  });
}

// Whoever leaves is sent to sign in, too.
const leaves = (answer) => (answer.headers['set-cookie'] ?? []).some((cookie) => cookie.startsWith('__Host-session=;'));

// Anything but these three is the status itself, and no sign of the table.
function signOf(answer) {
  const isRedirected = answer.status === 303 && answer.headers.location.endsWith('/account/sign-in');
  if (answer.status === 401 || (isRedirected && !leaves(answer))) return '>';
  if (answer.status === 403) return '-';
  return answer.status >= 200 && answer.status < 400 ? '+' : String(answer.status);
}

// The sign, and whether what was refused was left alone.
async function ask(role, place, { method, name, pattern }) {
  const district = pattern.includes('/desk/') ? places[place].desk : places[place].open;
  const again = () => signInAgain(server.url, role === 'visitor' ? '' : nameOf(role), recovery.get(role));
  const known = { item: pattern.includes('{item}') ? await world.item(district) : undefined };
  const { as, path, item, number, isUntouched, ...sent } = await requests[name]?.({ role, district, world, again, name: nameOf(role) }) ?? {};
  const address = path ?? addressOf(pattern, place, { ...known, ...(item && { item }), ...(number && { number }) });
  const answer = await (as ?? people.get(role)).send(address, { method, ...sent });
  const sign = signOf(answer);
  if (sign !== '+' && isUntouched && !await isUntouched()) return `${sign}, but it is done`;
  return sign;
}

test('every route that is written to has what to send', () => {
  deepEqual(Object.keys(requests).filter((name) => !routes.some(({ method, pattern }) => name === `${method} ${pattern}`)), []);
  deepEqual(rows.filter(({ name, method }) => method === 'POST' && !requests[name]).map(({ name }) => name), []);
});

// Who has deleted the account has no other right to be asked for.
const inOrder = rows.filter(({ name }) => name !== 'POST /{lang}/account/delete');
const last = rows.filter(({ name }) => name === 'POST /{lang}/account/delete');
const isOfPlace = ({ pattern }) => pattern.includes('{district}');

async function judge(role, column, list) {
  const wrong = [];
  for (const row of list) {
    const signs = [await ask(role, 'own', row)];
    signs.push(isOfPlace(row) ? await ask(role, 'other', row) : signs[0]);
    for (const [index, sign] of signs.entries())
      if (sign !== row.cells[column][index]) wrong.push(`${row.name}, ${Object.keys(places)[index]} district: ${sign}`);
  }
  deepEqual(wrong, []);
}

for (const [column, role] of roles.entries()) {
  test(`a ${role} may what the table says, has it done, and nothing else`, () => judge(role, column, inOrder));
}

test('nobody gives a role that may do more than their own', async () => {
  const give = (role, as) => people.get(role).send(`/api/v1/desk/${places.own.desk}/people`, {
    method: 'POST', type: 'application/json', body: JSON.stringify({ name: `${role}-${as}`, role: as }),
  });
  equal((await give('court-head', 'editor')).status, 201);
  equal((await give('court-head', 'administrator')).status, 400);
  equal((await give('administrator', 'administrator')).status, 201);
  for (const as of ['ministry', 'citizen']) equal((await give('administrator', as)).status, 400);
});

test('whose role changes is sent out at once, and finds the new one behind the next sign-in', async () => {
  const signedIn = await signInAgain(server.url, spare, recovery.get(spare));
  equal((await signedIn.get('/api/v1/desk')).status, 200);
  const change = await people.get('administrator').post(`/fr/desk/${places.own.desk}/people/role`, { name: spare, role: 'none' });
  equal(change.status, 303);
  equal((await signedIn.get('/api/v1/desk')).status, 401);
});

test('a form that another site sends is refused, whoever is signed in', async () => {
  const { url, cookies } = people.get('administrator');
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${url}/fr/desk/${places.own.desk}/people`, {
    method: 'POST', redirect: 'manual', body: 'name=x&role=editor',
    headers: { Cookie: cookie, Origin: 'https://elsewhere.example', 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  equal(answer.status, 403);
});

for (const [column, role] of roles.entries()) {
  test(`a ${role} ends their account as the table says`, () => judge(role, column, last));
}

note(`${rows.length} routes, ${roles.length} roles, 2 districts: ${rows.length * roles.length * 2} cells`);
await run();
