// Each mistake in the sources stops the message compiler with one sentence that names the file and the key.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const compiler = fileURLToPath(new URL("../../../cmake/tools/messages.mjs", import.meta.url));
const sources = fileURLToPath(new URL("../../../assets/messages", import.meta.url));

const minutesAr = "{n, plural, zero {ا} one {ب} two {ت} few {ث} many {ج} other {د}}";
const right = {
  ar: { hello: "سلام {name}", wait: minutesAr },
  zgh: { hello: { text: "ⴰⵣⵓⵍ {name}", state: "proposed" }, wait: { text: "{n, plural, other {ⴰ #}}", state: "proposed" } },
  fr: { hello: "Bonjour {name}", wait: "{n, plural, one {a} many {b} other {c}}" },
  en: { hello: "Hello {name}", wait: "{n, plural, one {a} other {b}}" },
};

// Files by their path below the folder, without ".json".
function compile(files, part = "") {
  const folder = mkdtempSync(join(tmpdir(), "messages-"));
  try {
    mkdirSync(join(folder, "desk"));
    for (const [name, entries] of Object.entries(files))
      writeFileSync(join(folder, `${name}.json`), typeof entries === "string" ? entries : JSON.stringify(entries));
    const tables = join(folder, "out", "catalogue.cpp");
    const header = join(folder, "out", "messages.hpp");
    const run = spawnSync(process.execPath, [compiler, folder, "--part", part, "--header", header, "--tables", tables], { encoding: "utf8" });
    const read = (file) => (run.status === 0 ? readFileSync(file, "utf8") : null);
    return { status: run.status, mistakes: run.stderr.trim().split("\n"), header: read(header), tables: read(tables) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const changed = (language, changes) => ({ ...right, [language]: { ...right[language], ...changes } });
const without = (language, key) => {
  const { [key]: _, ...rest } = right[language];
  return { ...right, [language]: rest };
};

const cases = [
  ["a key that is missing", without("fr", "wait"), 'fr.json: "wait" is missing (it stands in ar, zgh, en).'],
  ["a key that only one language has", changed("en", { extra: "x" }), 'ar.json: "extra" is missing (it stands in en).'],
  ["an unknown placeholder", changed("fr", { hello: "Bonjour {nom} {name}" }), 'fr.json: "hello" uses {nom}, which no other language has.'],
  ["a placeholder left out", changed("ar", { hello: "سلام" }), 'ar.json: "hello" lacks {name}, which other languages have.'],
  ["an argument of another kind", changed("ar", { hello: "سلام {name, number}" }), 'uses {name} as text, but it is number'],
  ["an Arabic plural without few", changed("ar", { wait: minutesAr.replace("few {ث} ", "") }), 'ar.json: "wait" lacks the plural form "few" of {n}, which ar needs.'],
  ["a French plural without many", changed("fr", { wait: "{n, plural, one {a} other {c}}" }), 'fr.json: "wait" lacks the plural form "many" of {n}, which fr needs.'],
  ["an English plural with two", changed("en", { wait: "{n, plural, one {a} two {x} other {b}}" }), 'en.json: "wait" has the plural form "two" of {n}, which en does not know.'],
  ["an Amazigh plural with one", changed("zgh", { wait: { text: "{n, plural, one {ⴰ} other {ⴱ}}", state: "proposed" } }), 'zgh.json: "wait" has the plural form "one" of {n}, which zgh does not know.'],
  ["a brace that stays open", changed("en", { hello: "Hello {name" }), 'en.json: "hello" expects a comma or a closing brace at character 12.'],
  ["a branch that stays open", changed("en", { wait: "{n, plural, one {a} other {b}" }), 'en.json: "wait"'],
  ["a brace too many", changed("en", { hello: "Hello {name}}" }), 'en.json: "hello" closes a brace at character 13 that was not opened.'],
  ["an unknown type", changed("en", { hello: "Hello {name, spellout}" }), 'en.json: "hello" uses the type "spellout"'],
  ["a date without style", changed("en", { hello: "Hello {name, date}" }), 'en.json: "hello" expects a style: only "date, long" is used'],
  ["an offset", changed("en", { wait: "{n, plural, offset:1 one {a} other {b}}" }), 'en.json: "wait" uses "offset"'],
  ["a select without other", changed("en", { hello: "{name, select, a {x}}" }), 'en.json: "hello" lacks the branch "other" of {name, select}.'],
  ["an empty text", changed("en", { hello: "" }), 'en.json: "hello" is empty.'],
  ["a bidi control", changed("en", { hello: "Hello \u2068{name}\u2069" }), 'en.json: "hello" holds a bidi control'],
  ["an Amazigh text without state", changed("zgh", { hello: "ⴰⵣⵓⵍ {name}" }), 'zgh.json: "hello" is not of the form'],
  ["an unknown state", changed("zgh", { hello: { text: "ⴰⵣⵓⵍ {name}", state: "good" } }), 'zgh.json: "hello" has the state "good"'],
  ["a key in other letters", changed("en", { Hello: "x" }), 'en.json: "Hello" is not a key in snake_case.'],
  ["a key that stands twice", { ...right, en: '{\n"hello": "Hello {name}",\n"hello": "Hi {name}",\n"wait": "{n, plural, one {a} other {b}}"\n}' }, 'en.json: "hello" stands twice.'],
  ["a file that is not JSON", { ...right, en: "{" }, "en.json cannot be read"],
];

for (const [name, files, sentence] of cases) {
  test(`${name} is refused`, () => {
    const { status, mistakes } = compile(files);
    assert.equal(status, 1);
    assert.ok(mistakes.some((line) => line.includes(sentence)), `${sentence}\nis not among\n${mistakes.join("\n")}`);
    for (const line of mistakes) assert.match(line, /^(ar|zgh|fr|en)\.json.*\.$/);
  });
}

test("right sources compile, with one field for each argument", () => {
  const { status, header } = compile(right);
  assert.equal(status, 0);
  assert.match(header, /struct WithName \{\n {4}i18n::TextArgument name;/);
  assert.match(header, /KeyWith<WithName> hello\{&i18n::detail::portal_catalogue, 0\};/);
  assert.match(header, /KeyWith<WithN> wait\{&i18n::detail::portal_catalogue, 1\};/);
});

const inDesk = (key) => ({
  ...right,
  ...Object.fromEntries(Object.keys(right).map((language) => {
    const text = `${right.en.hello} ${language}`;
    return [`desk/${language}`, { [key]: language === "zgh" ? { text, state: "proposed" } : text }];
  })),
});

test("a part is a catalogue of its own, and takes what it shares from the one below", () => {
  const { status, header, tables } = compile(inDesk("door"), "desk");
  assert.equal(status, 0);
  assert.match(header, /KeyWith<WithName> door\{&i18n::detail::desk_catalogue, 0\};/);
  assert.doesNotMatch(header, /struct WithName|hello/);
  assert.doesNotMatch(tables, /Bonjour/);
});

test("a key of two catalogues is refused", () => {
  const { status, mistakes } = compile(inDesk("hello"), "desk");
  assert.equal(status, 1);
  assert.ok(mistakes.includes('desk/fr.json: "hello" stands in another catalogue, too.'), mistakes.join("\n"));
});

test("an apostrophe quotes as in ICU", () => {
  const { tables } = compile(changed("en", { hello: "It''s '{'{name}'}' and it's" }));
  assert.ok(tables.includes(`"It's {\\001\\000} and it's"`));
});

test("the sources of the portal compile", () => {
  const folder = mkdtempSync(join(tmpdir(), "messages-"));
  const run = spawnSync(process.execPath, [compiler, sources, "--header", join(folder, "m.hpp")], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  assert.equal(run.stderr, "");
  assert.equal(run.status, 0);
});
