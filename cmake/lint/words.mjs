// Words that must not appear: left and right outside the folders that know them, markup from strings in the
// browser's scripts, places of one machine.
import { files, isCode, read, withoutTextAndComments } from './files.mjs';

// Direction's own name, right_to_left, is not a side.
const sides = /\b(?!(?:[a-z]+_)*(?:left_to_right|right_to_left))(?:[a-z]+_)*(?:left|right)(?:_[a-z]+)*_?\b/;
const knowsSides = /^client\/(layout|paint|text|raster)\/|^tests\//;  // Visual order.

// Each rule: which files, which words, why.
const rules = [
  {
    applies: (path) => isCode(path) && !knowsSides.test(path),
    pattern: sides,
    code: true,
    why: 'say start or end: left and right are known in client/layout, client/paint and client/text only',
  },
  {
    applies: (path) => /^web\/.*\.(mjs|js|html)$/.test(path),
    pattern: /\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write)\b/,
    why: 'text goes through text nodes',
  },
  {
    applies: (path) => /^web\/.*\.(mjs|js)$/.test(path),
    pattern: /\beval\s*\(|new Function\b/,
    why: 'the content security policy forbids it',
  },
  {
    applies: (path) => !/\.(png|ttf|dat|ico|br|gz|webp)$/.test(path) && !path.startsWith('cmake/lint/'),
    pattern: /(^|[\s"'=(])\/(work|root|home\/[a-z]+|tmp\/[a-z]+)\//,
    why: 'a place of one machine',
  },
];

export function checkWords() {
  const findings = [];
  for (const path of files) {
    const active = rules.filter((rule) => rule.applies(path));
    if (active.length === 0) continue;
    const text = read(path);
    const lines = text.split('\n');
    const code = active.some((rule) => rule.code) ? withoutTextAndComments(text).split('\n') : lines;
    for (const rule of active) {
      (rule.code ? code : lines).forEach((line, index) => {
        const match = line.match(rule.pattern);
        if (match) findings.push(`${path}:${index + 1}: "${match[0].trim()}": ${rule.why}`);
      });
    }
  }
  return findings;
}
