// Sentences that an answer can begin with: by a link, so without script, in the language of who asked.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person, invite } from '../support/accounts.mjs';
import { languages } from '../support/cases.mjs';
import { atEnd, run, test } from '../support/harness.mjs';
import { source } from '../support/messages.mjs';
import { startServer } from '../support/server.mjs';
import { say } from '../support/voice.mjs';

const data = await mkdtemp(join(tmpdir(), 'rihab-test-'));
atEnd(() => rm(data, { recursive: true, force: true }));
const invitation = invite(data, 'editor', 'editor', 'rabat');
const server = await startServer({ data });
const editor = new Person(server.url);
await editor.accept(invitation);

const templates = {
  done: ['answer', 'done', 'voice_template_done'], elsewhere: ['answer', 'referred', 'voice_template_elsewhere'],
  time: ['answer', 'will-do', 'voice_template_time'], 'no-service': ['draft-refusal', undefined, 'voice_template_no_service'],
};

async function acknowledged(language, text = `Un banc devant la salle ${language}.`) {
  const { number, language: kept } = await say(new Person(server.url), text, { headers: { 'Accept-Language': language } });
  const page = `/en/desk/rabat/voice/${number}`;
  assert.equal((await editor.post(page, { step: 'acknowledge', version: '1' })).status, 303);
  return { page, kept };
}

const field = (text, name) => text.match(new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)<`))[1].trim();
const plain = (text) => text.replaceAll('&#39;', '’').replaceAll('&amp;', '&');

for (const language of languages)
  test(`${language}: each sentence has its link, and stands in its field with its outcome`, async () => {
    const { page, kept } = await acknowledged(language);
    const { text } = await editor.get(page);
    assert.equal(field(text, 'answer-words'), '');
    for (const [name, [step, outcome, key]] of Object.entries(templates)) {
      assert.ok(text.includes(`href="${page}?use=${name}#${step}-words"`), name);
      const begun = (await editor.get(`${page}?use=${name}`)).text;
      assert.equal(plain(field(begun, `${step}-words`)), source(kept, key));
      if (outcome) assert.match(begun, new RegExp(`<input[^>]*value="${outcome}"[^>]*checked`));
      const other = step === 'answer' ? 'draft-refusal' : 'answer';
      assert.equal(field(begun, `${other}-words`), '', 'it stands in another field, too');
    }
  });

test('a sentence that nobody knows, or that nothing is answered with, changes nothing', async () => {
  const { page } = await acknowledged('fr', 'Une chaise de plus à l’entrée.');
  assert.equal(field((await editor.get(`${page}?use=%3Cb%3E`)).text, 'answer-words'), '');
  const done = await editor.post(page, { step: 'answer', version: '2', 'answer-outcome': 'done', 'answer-words': 'Fait.', 'answer-proof': 'Salle 2.' });
  assert.equal(done.status, 303, done.text);
  const { text, status } = await editor.get(`${page}?use=done`);
  assert.equal(status, 200);
  assert.ok(!text.includes('answer-words'));
});

await run();
