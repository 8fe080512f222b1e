// Writes what the code must know of each face (names, metrics, coverage) as C++.
// Usage: node font_table.mjs MANIFEST FONT_FOLDER OUTPUT_FOLDER
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const [manifestPath, fontFolder, outputFolder] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));

// The tables of an sfnt file: tag -> view.
function tablesOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = {};
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + 16 * i;
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
    tables[tag] = new DataView(bytes.buffer, bytes.byteOffset + view.getUint32(record + 8), view.getUint32(record + 12));
  }
  return tables;
}

// Format 12: groups of consecutive code points.
function* codePointsOfGroups(subtable) {
  for (let i = 0; i < subtable.getUint32(12); i++) {
    const group = 16 + 12 * i;
    for (let c = subtable.getUint32(group); c <= subtable.getUint32(group + 4); c++) {
      if (subtable.getUint32(group + 8) + c - subtable.getUint32(group) !== 0) yield c;
    }
  }
}

// Format 4: segments, whose glyphs come from a delta or from an array behind the segment's own offset.
function* codePointsOfSegments(subtable) {
  const size = subtable.getUint16(6);
  for (let i = 0; i < size; i += 2) {
    const last = subtable.getUint16(14 + i);
    const first = subtable.getUint16(16 + size + i);
    const delta = subtable.getUint16(16 + 2 * size + i);
    const offset = subtable.getUint16(16 + 3 * size + i);
    for (let c = first; c <= last && c !== 0xffff; c++) {
      const raw = offset === 0 ? c : subtable.getUint16(16 + 3 * size + i + offset + 2 * (c - first));
      if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) yield c;
    }
  }
}

function codePointsOf(cmap) {
  const found = new Set();
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const start = cmap.byteOffset + cmap.getUint32(4 + 8 * i + 4);
    const subtable = new DataView(cmap.buffer, start);
    const format = subtable.getUint16(0);
    if (format === 4) for (const c of codePointsOfSegments(subtable)) found.add(c);
    if (format === 12) for (const c of codePointsOfGroups(subtable)) found.add(c);
  }
  if (found.size === 0) throw new Error('no readable character map');
  return [...found].sort((a, b) => a - b);
}

function rangesOf(codePoints) {
  const ranges = [];
  for (const c of codePoints) {
    const range = ranges.at(-1);
    if (range && range.last === c - 1) range.last = c;
    else ranges.push({ first: c, last: c });
  }
  return ranges;
}

function read(face) {
  try {
    const tables = tablesOf(readFileSync(join(fontFolder, face.file)));
    return {
      ...face,
      unitsPerEm: tables.head.getUint16(18),
      ascender: tables.hhea.getInt16(4),
      descender: -tables.hhea.getInt16(6),
      ranges: rangesOf(codePointsOf(tables.cmap)),
    };
  } catch (error) {
    console.error(`fonts: ${face.file} is not a font that we can read (${error.message}).`);
    process.exit(1);
  }
}

const faces = manifest.faces.map(read);
const hex = (c) => `0x${c.toString(16).toUpperCase().padStart(4, '0')}`;

const header = `// The faces that fonts/manifest.json makes. Generated.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace fonts {

enum class Face : std::uint8_t { ${faces.map((f) => f.face).join(', ')} };

struct CodePointRange {
    char32_t first;
    char32_t last;  // Included.
};

struct FaceInfo {
    Face face;
    std::string_view file;
    std::string_view family;  // The name in CSS.
    int weight;
    int units_per_em;
    int ascender;   // hhea, in font units.
    int descender;  // hhea, in font units, positive below the baseline.
    std::span<const CodePointRange> coverage;  // Sorted.
};

// In the order of the manifest, which is the order of Face.
std::span<const FaceInfo> all_faces();

const FaceInfo& info(Face face);

bool covers(Face face, char32_t code_point);

}  // namespace fonts
`;

const source = `#include "fonts/font_table.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace fonts {
namespace {

${faces.map((f) => `constexpr CodePointRange coverage_of_${f.file.replace(/\W/g, '_')}[] = {
${f.ranges.map((r) => `    {${hex(r.first)}, ${hex(r.last)}},`).join('\n')}
};`).join('\n\n')}

constexpr FaceInfo faces[] = {
${faces.map((f) => `    {Face::${f.face}, "${f.file}", "${f.family}", ${f.weight}, ${f.unitsPerEm}, ${f.ascender}, ` +
  `${f.descender}, coverage_of_${f.file.replace(/\W/g, '_')}},`).join('\n')}
};

}  // namespace

std::span<const FaceInfo> all_faces() { return faces; }

const FaceInfo& info(Face face) { return faces[static_cast<std::size_t>(face)]; }

bool covers(Face face, char32_t code_point) {
    const auto ranges = info(face).coverage;
    const auto after = std::ranges::upper_bound(ranges, code_point, {}, &CodePointRange::first);
    return after != ranges.begin() && code_point <= std::prev(after)->last;
}

}  // namespace fonts
`;

mkdirSync(outputFolder, { recursive: true });
writeFileSync(join(outputFolder, 'font_table.hpp'), header);
writeFileSync(join(outputFolder, 'font_table.cpp'), source);
