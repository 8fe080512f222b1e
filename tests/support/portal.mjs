// A portal that has all that it needs to be activated.
import assert from 'node:assert/strict';
import { languages } from './cases.mjs';

const inFour = (name, text) => Object.fromEntries(languages.map((language) => [`${name}/${language}`, text]));

// Through all its steps, by those whose steps they are. `number`: of a text that is there.
async function publish(people, district, kind, values, number) {
  const send = async (role, path, body, tag) => {
    const answer = await people[role].postJson(`/api/v1/desk/${district}/items${path}`, body, tag ? { 'If-Match': tag } : {});
    assert.ok(answer.status < 300, `${role} ${path}: ${answer.status} ${answer.text}`);
    return { tag: answer.headers.etag, body: JSON.parse(answer.text) };
  };
  const made = number ? await send('editor', `/${number}`, { values }, '"1"') : await send('editor', '', { kind, values });
  const steps = `/${made.body.id}/steps`;
  await send('editor', steps, { step: 'submit' }, made.tag);
  await send('reviewer', steps, { step: 'accept' }, made.tag);
  await send('court-head', steps, { step: 'publish' }, made.tag);
}

const contacts = {
  'contacts/0/kind': 'telephone', 'contacts/0/value': '٠٥ ٢٨ ٠٠ ٠٠ ٠٠', ...inFour('contacts/0/text', 'Accueil'), 'contacts/0/source': 'Greffe',
  'contacts/1/kind': 'email', 'contacts/1/value': 'Greffe@Court.Example', ...inFour('contacts/2/text', '05 28 00 00 01'),
};

// `people` are an editor, a reviewer, a moderator and a court-head of the district. Which court can be reached now.
export async function makeReady(people, district, today) {
  for (const what of ['training', 'accessibility']) assert.equal((await people['court-head'].post(`/fr/desk/${district}/opening`, { declare: what })).status, 303);
  const article = { original: 'fr', ...inFour('title', 'Ouverture'), ...inFour('summary', 'Le guichet ouvre.'), ...inFour('body', 'Bonjour.'), 'published-on': today };
  await publish(people, district, 'article', article);
  await publish(people, district, 'guide', { original: 'fr', audience: 'citizen', ...inFour('title', 'Guide'), ...inFour('summary', 'Comment lire.'), ...inFour('body', 'Bonjour.') });
  let reached;
  const courts = (await people.editor.get(`/fr/desk/${district}/items?kind=court`)).text;
  for (const number of new Set([...courts.matchAll(/items\/(\d+)"/g)].map(([, one]) => one))) {
    const { values, slug } = JSON.parse((await people.editor.get(`/api/v1/desk/${district}/items/${number}`)).text);
    if (slug === 'cour-appel') continue;
    await publish(people, district, 'court', { ...values, ...contacts }, number);
    reached = slug;
  }
  return reached;
}
