// A thousand hostile texts by our own rules (vector x context x encoding), and a hundred honest ones that must stay as
// they are. The native tests read the same ones: node tests/server-stub/hostile/payloads.mjs FILE writes them, a text a
// line, in hex.
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const run = '__ran()';  // What tests/support/executions.mjs counts.
const far = 'evil.example';

/** @typedef {(text: string) => string} Rewrite */

const vectors = [
  `<script>${run}</script>`,
  `<img src=x onerror=${run}>`,
  `<svg/onload=${run}>`,
  `<iframe srcdoc="<script>${run}</script>"></iframe>`,
  `</textarea></title><body onload=${run}>`,
  `<input autofocus onfocus=${run}>`,
  `<a href=//${far}>x</a>`,
  `<base href=//${far}/>`,
  `<meta http-equiv=refresh content=0;url=//${far}>`,
  `<style>@import '//${far}';</style>`,
  `javascript:${run}`,
  `data:text/html,<script>${run}</script>`,
  `//${far}/x`,
  `https://r\u0430bat.${far}`,  // A Cyrillic letter that looks Latin.
  `{{constructor.constructor('${run}')()}}\${${run}}`,
  '\u202Egpj.exe\u202C \u202Dx\u202C',
  '\u2066a\u2067b\u2068c\u2069\u061C\u200F',
  `=HYPERLINK("//${far}";"x")`,
  `+cmd|' /C calc'!A0\t@SUM(1)`,
  `x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:${far}`,
];

/** @type {Rewrite[]} */
const contexts = [
  (v) => v,
  (v) => `" ${v} x="`,
  (v) => `' autofocus ${v}>`,
  (v) => `</script>${v}<!--`,
  (v) => `[words](${v})`,
  (v) => `[words](<${v}> "${v}")`,
  (v) => `[${v}](/ar)`,
  (v) => `<${v}>`,
  (v) => `# ${v}\n\n- ${v}\n- **${v}**\n\n1. ${v}`,
  (v) => `![${v}](${v})\n\n[a]: ${v}\n\n[a]`,
];

const inNumbers = (/** @type {string} */ v) => v.replace(/[^A-Za-z0-9 ]/gu, (c) => `&#x${c.codePointAt(0)?.toString(16)};`);
// Letters of changing case, controls within the words; what is to run stays.
const mangled = (/** @type {string} */ v) => [...v].map((c, i) => (i % 2 ? c.toUpperCase() : c) + (i % 7 === 3 ? '\u0000\u0009\u200B'[(i >> 3) % 3] : '')).join('');
/** @type {Rewrite[]} */
const encodings = [
  (v) => v,
  inNumbers,
  (v) => inNumbers(v).replaceAll('&', '&amp;'),
  (v) => v.replace(/[^A-Za-z0-9 ]/gu, encodeURIComponent),
  (v) => v.split(run).map(mangled).join(run),
];

/** @returns {string[]} Always the same thousand, in the same order. */
export const payloads = () =>
  vectors.flatMap((vector) => contexts.flatMap((context) => encodings.map((encode) => context(encode(vector)))));

const sentences = [
  'كانت هذه الطلبات موزعة على ثلاثة مكاتب في طابقين.', 'يُؤَدَّى الرَّسْمُ في الصُّنْدُوقِ، ثم يُسَلَّمُ الوَصْلُ.',
  'هل الشباك مفتوح؟ نعم؛ من 8:30 إلى 16:30.', 'سنة 1446 هـ الموافقة لسنة 2024 (المادة 7).', 'مدينة أكادير وحي ڭليز وپاريس.',
  'الملف 2024/1201/345، والرقم 055-19%.', 'شَهَادَةُ الجِنْسِيَّةِ: نسخة واحدة + صورة.', 'قال: «الباب مفتوح للجميع» … شكرا!',
  'می\u200Cخواهم قراءة الوثيقة', '\u200Fرقم 12\u200E (ب)',
  'ⴰⵙⵏⵓⴱⴳ ⵉⵔⵥⵎ ⴳ ⵜⵙⵔⴰⴳⵉⵏ ⵎⴰⵕⵕⴰ ⵏ ⵜⵡⵓⵔⵉ.', 'ⴰⴷⵍⵉⵙ ⴰⵏⵣⵔⴼⴰⵏ, ⵜⴰⵙⵍⴽⵉⵏⵜ ⵏ ⵜⵏⴰⵎⵓⵔⵜ.', 'ⵜⴰⵎⴳⵯⵔⵉⵜ ⴷ ⵓⴽⵯⵣ.', 'ⵉⵙ ⵉⵔⵥⵎ ⵓⵙⵏⵓⴱⴳ? ⵢⴰⵀ!',
  'ⵙⵓⵜⵔ ⵜⵏⵜ ⴳ ⵓⵙⵏⵓⴱⴳ 1: ⵜⴰⵎⴰ ⵏ ⵓⴽⵛⵛⵓⵎ.', 'ⵙⴳ 8:30 ⴰⵔ 16:30 (2024/345).', 'ⵕⵕⴱⴰⴹ, ⵟⴰⵏⵊⴰ, ⴰⴳⴰⴷⵉⵔ.', 'ⵉⵣⵔⴼ 55-19; ⵢⴰⵜ ⵜⵏⵖⵍⵜ + ⵜⴰⵡⵍⴰⴼⵜ.',
  'ⴰⵣⵎⵎⴻⵎ «Mahakim» ⵉ ⵎⵉⴷⴷⵏ …', 'ⵜⴰⵎⴰⵣⵉⵖⵜ / العربية / Français',
];
/** @type {Rewrite[]} */
const forms = [
  (s) => s, (s) => `${s} (Mahakim, 12.5 %)`, (s) => `« ${s} »`, (s) => `A–B: ${s} — C & D`, (s) => `${s} 5 < 7 > 3 = "x"`,
];
/** @returns {string[]} */
export const honest = () => sentences.flatMap((sentence) => forms.map((form) => form(sentence)));

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href && process.argv[2]) {
  const lines = (/** @type {string[]} */ texts) => texts.map((text) => Buffer.from(text).toString('hex')).join('\n');
  writeFileSync(process.argv[2], `${lines(payloads())}\n\n${lines(honest())}\n`);
}
