// The message compiler: assets/messages/{ar,zgh,fr,en}.json (ICU MessageFormat) -> C++ tables and typed keys.
//
//   node messages.mjs FOLDER --header messages.hpp --tables catalogue.cpp
//   node messages.mjs FOLDER --part desk --header desk_messages.hpp --tables desk_catalogue.cpp
//   node messages.mjs FOLDER --part desk --sources message_sources.hpp
//
// A part is a folder below FOLDER: a catalogue of its own, so that a program which shows none of it carries none of it.
// Each mistake in a source is one sentence on stderr that names its file and key; any mistake fails the build.
import { readFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";

const languages = ["ar", "zgh", "fr", "en"]; // In the order of base::Language.

// CLDR's cardinal categories. It has none for zgh, whose messages are worded so that the number does not matter.
const categories = {
  ar: ["zero", "one", "two", "few", "many", "other"],
  zgh: ["other"],
  fr: ["one", "many", "other"],
  en: ["one", "other"],
};
const allCategories = categories.ar; // In the order of unicode::PluralCategory.

const states = ["proposed", "validated"];

// The opcodes of shared/i18n/program.hpp; text never holds a byte below 0x20.
const Show = 1, Plural = 2, Select = 3;
const exactSelector = allCategories.length;

// ---------------------------------------------------------------------------------------------------------------
// Parsing ICU MessageFormat, apostrophes as in ICU: '' is one, ' quotes only before a brace (or # in a plural).

class Mistake extends Error {}

class Parser {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  peek() {
    return this.text[this.at];
  }

  skipSpace() {
    while (/\s/.test(this.peek() ?? "")) this.at++;
  }

  take(pattern, what) {
    this.skipSpace();
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (!match) throw new Mistake(`expects ${what} at character ${this.at + 1}`);
    this.at += match[0].length;
    this.skipSpace();
    return match[0];
  }

  // `plural` is the argument that # stands for, if any.
  message(depth, plural) {
    const nodes = [];
    let text = "";
    const flush = () => {
      if (text) nodes.push({ text });
      text = "";
    };
    for (;;) {
      const letter = this.peek();
      if (letter === undefined) {
        if (depth > 0) throw new Mistake("ends inside a brace that is not closed");
        break;
      }
      if (letter === "}") {
        if (depth === 0) throw new Mistake(`closes a brace at character ${this.at + 1} that was not opened`);
        break;
      }
      if (letter === "'") text += this.quoted(plural);
      else if (letter === "{") {
        flush();
        nodes.push(this.argument(depth));
      } else if (letter === "#" && plural !== null) {
        flush();
        nodes.push({ show: plural, kind: "Number" });
        this.at++;
      } else {
        text += letter;
        this.at++;
      }
    }
    flush();
    return nodes;
  }

  quoted(plural) {
    this.at++;
    if (this.peek() === "'") {
      this.at++;
      return "'";
    }
    const quotes = this.peek() === "{" || this.peek() === "}" || (this.peek() === "#" && plural !== null);
    if (!quotes) return "'";
    let text = "";
    for (; this.at < this.text.length; this.at++) {
      if (this.peek() !== "'") text += this.peek();
      else if (this.text[this.at + 1] === "'") text += "'", this.at++;
      else break;
    }
    this.at++;
    return text;
  }

  argument(depth) {
    this.at++;
    const name = this.take(/[a-z][a-z0-9_]*/y, "the name of an argument (lower-case letters)");
    if (this.peek() === "}") {
      this.at++;
      return { show: name, kind: "Text" };
    }
    this.take(/,/y, "a comma or a closing brace");
    const type = this.take(/[a-zA-Z]+/y, "the type of an argument");
    switch (type) {
      case "number":
        this.close();
        return { show: name, kind: "Number" };
      case "date":
        this.take(/,/y, `a style: only "date, long" is used`);
        this.take(/long/y, `"long", the only style of dates`);
        this.close();
        return { show: name, kind: "Date" };
      case "plural":
      case "select":
        this.take(/,/y, "a comma");
        return { name, kind: type === "plural" ? "Number" : "Choice", type, branches: this.branches(type, name, depth) };
      default:
        throw new Mistake(`uses the type "${type}": known are number, date, plural and select`);
    }
  }

  // A closing brace whose following space belongs to the message.
  close() {
    this.skipSpace();
    if (this.peek() !== "}") throw new Mistake(`expects a closing brace at character ${this.at + 1}`);
    this.at++;
  }

  branches(type, name, depth) {
    const branches = new Map();
    for (this.skipSpace(); this.peek() !== "}"; this.skipSpace()) {
      const selector = this.take(/=\d+|[a-zA-Z][\w-]*/y, `a branch of {${name}, ${type}}`);
      if (selector === "offset") throw new Mistake(`uses "offset" in {${name}, plural}, which is not supported`);
      if (branches.has(selector)) throw new Mistake(`has the branch "${selector}" of {${name}, ${type}} twice`);
      if (this.peek() !== "{") throw new Mistake(`expects a text in braces after "${selector}"`);
      this.at++;
      branches.set(selector, this.message(depth + 1, type === "plural" ? name : null));
      this.close();
    }
    this.at++;
    return branches;
  }
}

// ---------------------------------------------------------------------------------------------------------------
// Checking

function* walk(nodes) {
  for (const node of nodes) {
    yield node;
    if (node.branches) for (const branch of node.branches.values()) yield* walk(branch);
  }
}

// Arguments by name, in the order of their appearance. A plain {x} takes the kind that the others give it.
function argumentsOf(nodes) {
  const kinds = new Map();
  for (const node of walk(nodes)) {
    if (node.text !== undefined) continue;
    const name = node.show ?? node.name;
    const before = kinds.get(name);
    if (!before || (before === "Text" && node.kind === "Number")) kinds.set(name, node.kind);
    else if (before !== node.kind && !(before === "Number" && node.kind === "Text"))
      throw new Mistake(`uses {${name}} both as ${before.toLowerCase()} and as ${node.kind.toLowerCase()}`);
  }
  return kinds;
}

function checkBranches(nodes, language) {
  for (const node of walk(nodes)) {
    if (node.type === "select") {
      if (!node.branches.has("other")) throw new Mistake(`lacks the branch "other" of {${node.name}, select}`);
      if (node.branches.size > 255) throw new Mistake(`has too many branches of {${node.name}, select}`);
    }
    if (node.type !== "plural") continue;
    for (const category of categories[language])
      if (!node.branches.has(category))
        throw new Mistake(`lacks the plural form "${category}" of {${node.name}}, which ${language} needs`);
    for (const selector of node.branches.keys()) {
      if (selector.startsWith("=")) {
        if (Number(selector.slice(1)) > 255) throw new Mistake(`has the branch "${selector}": at most =255 is supported`);
      } else if (!categories[language].includes(selector))
        throw new Mistake(`has the plural form "${selector}" of {${node.name}}, which ${language} does not know`);
    }
  }
}

function checkText(text) {
  if (text.trim() === "") throw new Mistake("is empty");
  if (text !== text.trim()) throw new Mistake("begins or ends with a space");
  if (/[\u0000-\u001f\u007f-\u009f]/u.test(text)) throw new Mistake("holds a control character");
  if (/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(text))
    throw new Mistake("holds a bidi control: arguments are isolated by the page");
  if (!text.isWellFormed()) throw new Mistake("holds half a surrogate pair");
}

// JSON.parse keeps the last of two equal keys without a word.
function repeatedKey(source) {
  const seen = new Set();
  for (const [, key] of source.matchAll(/^\s*"([^"]+)"\s*:/gm)) {
    if (seen.has(key)) return key;
    seen.add(key);
  }
  return null;
}

function textOf(entry, language) {
  if (language !== "zgh") {
    if (typeof entry !== "string") throw new Mistake("is not a string");
    return entry;
  }
  if (typeof entry?.text !== "string" || Object.keys(entry).sort().join() !== "state,text")
    throw new Mistake(`is not of the form {"text": "…", "state": "proposed"}`);
  if (!states.includes(entry.state)) throw new Mistake(`has the state "${entry.state}": known are ${states.join(", ")}`);
  return entry.text;
}

function readLanguage(folder, part, language, mistakes) {
  const file = join(part, `${language}.json`);
  let source, entries;
  try {
    source = readFileSync(join(folder, file), "utf8");
    entries = JSON.parse(source);
  } catch (error) {
    mistakes.push(`${file} cannot be read: ${error.message.split("\n")[0]}.`);
    return new Map();
  }
  const repeated = repeatedKey(source);
  if (repeated) mistakes.push(`${file}: "${repeated}" stands twice.`);

  const messages = new Map();
  for (const [key, entry] of Object.entries(entries)) {
    try {
      if (!/^[a-z][a-z0-9_]*$/.test(key)) throw new Mistake("is not a key in snake_case");
      const text = textOf(entry, language);
      checkText(text);
      const nodes = new Parser(text).message(0, null);
      checkBranches(nodes, language);
      messages.set(key, { text, nodes, arguments: argumentsOf(nodes), part });
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      mistakes.push(`${file}: "${key}" ${error.message}.`);
      messages.set(key, null); // Known, but not usable: no second complaint that it is missing.
    }
  }
  return messages;
}

// Every catalogue of one language as one.
function readAll(folder, parts, language, mistakes) {
  const all = new Map();
  for (const part of parts)
    for (const [key, message] of readLanguage(folder, part, language, mistakes)) {
      if (all.has(key)) mistakes.push(`${join(part, `${language}.json`)}: "${key}" stands in another catalogue, too.`);
      all.set(key, message);
    }
  return all;
}

function checkAgreement(catalogues, mistakes) {
  const keys = [...new Set(languages.toReversed().flatMap((language) => [...catalogues[language].keys()]))];
  const kindOf = new Map();
  for (const key of keys) {
    const present = languages.filter((language) => catalogues[language].has(key));
    for (const language of languages)
      if (!present.includes(language))
        mistakes.push(`${language}.json: "${key}" is missing (it stands in ${present.join(", ")}).`);

    const usable = languages.filter((language) => catalogues[language].get(key));
    const counts = new Map();
    for (const language of usable)
      for (const name of catalogues[language].get(key).arguments.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const language of usable) {
      const own = catalogues[language].get(key).arguments;
      for (const [name, count] of counts) {
        if (own.has(name) && count === 1 && usable.length > 1)
          mistakes.push(`${language}.json: "${key}" uses {${name}}, which no other language has.`);
        else if (!own.has(name) && count > 1)
          mistakes.push(`${language}.json: "${key}" lacks {${name}}, which other languages have.`);
      }
      for (const [name, kind] of own) {
        const first = kindOf.get(name);
        if (!first) kindOf.set(name, { kind, key, language });
        else if (first.kind !== kind)
          mistakes.push(`${language}.json: "${key}" uses {${name}} as ${kind.toLowerCase()}, but it is ` +
            `${first.kind.toLowerCase()} in "${first.key}" of ${first.language}.json: an argument's name has one kind.`);
      }
    }
  }
  return keys;
}

// ---------------------------------------------------------------------------------------------------------------
// Writing C++

const octal = (byte) => "\\" + byte.toString(8).padStart(3, "0");
const utf8Length = (text) => Buffer.byteLength(text, "utf8");

// A piece of a program: the characters of a C++ string literal and how many bytes they stand for.
const literal = (text) => ({ source: text.replace(/[\\"?]/g, "\\$&"), size: utf8Length(text) });
const bytes = (...values) => ({ source: values.map(octal).join(""), size: values.length });
const concat = (pieces) => ({ source: pieces.map((p) => p.source).join(""), size: pieces.reduce((n, p) => n + p.size, 0) });
const sized = (piece) => {
  if (piece.size > 0xffff) throw new Mistake("is too long");
  return [bytes(piece.size & 0xff, piece.size >> 8), piece];
};

function compile(nodes, names) {
  return concat(nodes.flatMap((node) => {
    if (node.text !== undefined) return [literal(node.text)];
    if (node.show) return [bytes(Show, names.indexOf(node.show))];
    const branches = [...node.branches].flatMap(([selector, branch]) => {
      const body = sized(compile(branch, names));
      if (node.type === "select") return [bytes(utf8Length(selector)), literal(selector), ...body];
      if (selector.startsWith("=")) return [bytes(exactSelector, Number(selector.slice(1))), ...body];
      return [bytes(allCategories.indexOf(selector)), ...body];
    });
    return [bytes(node.type === "plural" ? Plural : Select, names.indexOf(node.name), node.branches.size), ...branches];
  }));
}

const catalogueOf = (part) => `${part || "portal"}_catalogue`;
const pascal = (name) => name.replace(/(^|_)([a-z0-9])/g, (_, __, letter) => letter.toUpperCase());
const structOf = (names) => "With" + names.map(pascal).join("And");

const structsOf = (messages) =>
  new Map(messages.filter(({ parameters }) => parameters.size)
    .map(({ parameters }) => [structOf([...parameters.keys()]), parameters]));

// `others` are the messages of the catalogue below, whose structs are there already.
function headerOf(part, messages, others) {
  const known = structsOf(others);
  const structs = [...structsOf(messages)].filter(([name]) => !known.has(name));
  const struct = ([name, parameters]) => [
    `struct ${name} {`,
    ...[...parameters].map(([field, kind]) => `    i18n::${kind}Argument ${field};`),
    `    std::array<i18n::Argument, ${parameters.size}> values() const { return {${[...parameters.keys()].join(", ")}}; }`,
    "};",
  ].join("\n");
  const constant = ({ key, parameters }, index) => {
    const type = parameters.size ? `i18n::KeyWith<${structOf([...parameters.keys()])}>` : "i18n::Key";
    return `inline constexpr ${type} ${key}{&i18n::detail::${catalogueOf(part)}, ${index}};`;
  };
  return `// Generated by cmake/tools/messages.mjs from assets/messages: one constant for each message.
#pragma once

#include <array>

#include "shared/i18n/argument.hpp"
${part ? '#include "shared/i18n/messages.hpp"\n' : ""}
namespace i18n::detail {

std::string_view ${catalogueOf(part)}(std::uint16_t index, base::Language language);

}  // namespace i18n::detail

namespace msg {

${structs.map(struct).join("\n\n")}

${messages.map(constant).join("\n")}

}  // namespace msg
`;
}

function tablesOf(part, messages) {
  const table = (language) => {
    const offsets = [0];
    const lines = messages.map(({ programs }) => {
      offsets.push(offsets.at(-1) + programs[language].size);
      return `    "${programs[language].source}"`;
    });
    if (offsets.at(-1) > 0xffff) throw new Error(`${join(part, `${language}.json`)} is too long: its messages exceed 65535 bytes.`);
    return `constexpr std::string_view programs_${language}{
${lines.join("\n")},
    ${offsets.at(-1)}};
constexpr Offsets offsets_${language}{${offsets.join(", ")}};`;
  };
  return `// Generated by cmake/tools/messages.mjs from assets/messages: the compiled messages of each language.
#include <array>
#include <cassert>
#include <cstddef>

#include "shared/i18n/${part ? `${part}_` : ""}messages.hpp"

namespace i18n::detail {
namespace {

constexpr std::size_t count = ${messages.length};
using Offsets = std::array<std::uint16_t, count + 1>;

${languages.map(table).join("\n\n")}

constexpr std::array programs{${languages.map((l) => `programs_${l}`).join(", ")}};
constexpr std::array offsets{${languages.map((l) => `&offsets_${l}`).join(", ")}};

}  // namespace

std::string_view ${catalogueOf(part)}(std::uint16_t index, base::Language language) {
    assert(index < count && "a key comes from the generated constants");
    const auto& at = *offsets[base::index_of(language)];
    return programs[base::index_of(language)].substr(at[index], at[index + 1U] - at[index]);
}

}  // namespace i18n::detail
`;
}

// The sources themselves, for the tests that let ICU's own MessageFormat judge what the constants give.
function sourcesOf(messages) {
  const row = ({ key, parameters, texts }) => {
    const list = [...parameters].map(([name, kind]) => `{"${name}", Kind::${kind}}`).join(", ");
    const fields = [...parameters].map(([name, kind], i) => `.${name} = std::get<i18n::${kind}Argument>(values[${i}])`);
    const call = fields.length
      ? `[](const i18n::Text& tr, Values values) { return tr(msg::${key}, {${fields.join(", ")}}); }`
      : `[](const i18n::Text& tr, Values) { return tr(msg::${key}); }`;
    const patterns = languages.map((l) => `        "${literal(texts[l]).source}"`).join(",\n");
    return `    {"${key}", {${list}},\n     ${call},\n     {\n${patterns}}},`;
  };
  return `// Generated by cmake/tools/messages.mjs from assets/messages: the sources, for tests only.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/text.hpp"

namespace message_sources {

enum class Kind { Text, Number, Date, Choice };

struct Parameter {
    std::string_view name;
    Kind kind;
};

using Values = std::span<const i18n::Argument>;

struct Message {
    std::string_view key;
    std::vector<Parameter> parameters;
    i18n::Formatted (*format)(const i18n::Text&, Values);
    std::array<std::string_view, ${languages.length}> patterns;  // By base::Language.
};

inline const std::vector<Message> messages{
${messages.map(row).join("\n")}
};

}  // namespace message_sources
`;
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const { values: out, positionals: [folder] } = parseArgs({
  allowPositionals: true,
  options: {
    header: { type: "string" }, tables: { type: "string" }, sources: { type: "string" },
    part: { type: "string", default: "" },
  },
});

const mistakes = [];
const parts = [...new Set(["", out.part])];
const catalogues = Object.fromEntries(languages.map((l) => [l, readAll(folder, parts, l, mistakes)]));
const keys = checkAgreement(catalogues, mistakes);
if (mistakes.length) {
  for (const mistake of mistakes) console.error(mistake);
  process.exit(1);
}

const messages = keys.map((key) => {
  const parameters = catalogues.en.get(key).arguments; // English gives the order of the fields.
  const of = (make) => Object.fromEntries(languages.map((l) => [l, make(catalogues[l].get(key))]));
  return {
    key,
    part: catalogues.en.get(key).part,
    parameters,
    texts: of(({ text }) => text),
    programs: of(({ nodes }) => compile(nodes, [...parameters.keys()])),
  };
});
const own = messages.filter(({ part }) => part === out.part);
const others = messages.filter(({ part }) => part !== out.part);
if (out.header) write(out.header, headerOf(out.part, own, others));
if (out.tables) write(out.tables, tablesOf(out.part, own));
if (out.sources) write(out.sources, sourcesOf(messages));
