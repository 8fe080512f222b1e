// What people say to the courts, as a program sends it.
import { randomUUID } from 'node:crypto';

// What was answered: code, secret, number, state, ...
export async function say(person, text, { district = 'rabat', kind = 'suggestion', service = '', headers = {} } = {}) {
  const made = await person.postJson(`/api/v1/districts/${district}/contributions`, { kind, service, text },
    { 'Idempotency-Key': randomUUID(), ...headers });
  if (made.status !== 201) throw new Error(`${made.status}: ${made.text}`);
  return JSON.parse(made.text);
}
