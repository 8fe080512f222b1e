// Paragraphs as the portal could show them: clauses of its own content and messages, words of them thrown together,
// and what makes lines hard: numbers, dates, addresses, quotes, brackets, isolates. The same for the same seed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogues } from '../support/messages.mjs';
import { root } from '../support/places.mjs';

const NBSP = '\u00a0';
const NNBSP = '\u202f';

export const languages = ['ar', 'zgh', 'fr', 'en'];

// xorshift: small, and with a seed.
export function generator(seed) {
  let state = seed >>> 0 || 1;
  const below = (limit) => {
    state ^= state << 13; state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5; state >>>= 0;
    return state % limit;
  };
  const pick = (list) => list[below(list.length)];
  const chance = (percent) => below(100) < percent;
  const digits = (count) => Array.from({ length: count }, () => below(10)).join('');
  return { below, pick, chance, digits };
}

function* jsonFiles(folder) {
  for (const entry of readdirSync(folder, { recursive: true }))
    if (entry.endsWith('.json')) yield join(folder, entry);
}

function collect(value, texts) {
  if (Array.isArray(value)) value.forEach((one) => collect(one, texts));
  else if (value && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      if (languages.includes(key) && typeof inner === 'string') texts[key].push(inner);
      else collect(inner, texts);
    }
  }
}

// { clauses, words } of each language.
export function readLexicon() {
  const texts = Object.fromEntries(languages.map((language) => [language, []]));
  for (const file of jsonFiles(join(root, 'assets/content'))) collect(JSON.parse(readFileSync(file, 'utf8')), texts);
  for (const language of languages) {
    for (const message of Object.values(catalogues[language])) {
      const text = typeof message === 'string' ? message : message.text;
      if (typeof text === 'string' && !text.includes('{')) texts[language].push(text);
    }
  }
  return Object.fromEntries(languages.map((language) => {
    const clauses = texts[language].flatMap((text) => text.split(/[.؛;:!?؟]\s+|\n+/u))
      .map((clause) => clause.trim()).filter((clause) => clause.split(' ').length >= 3);
    const words = texts[language].flatMap((text) => text.split(/[\s.,،؛;:!?؟()«»"“”]+/u))
      .filter((word) => /^[\p{L}\p{M}’'-]{2,}$/u.test(word));
    return [language, { clauses: [...new Set(clauses)], words: [...new Set(words)] }];
  }));
}

const harakat = ['\u064e', '\u064f', '\u0650', '\u0652', '\u064b', '\u064c', '\u064d'];

// Marks on letters by chance: what they mean does not matter here, how they are set does.
const vocalised = (random, text) => text.replace(/[ء-غف-نهوي](?=\p{L})/gu, (letter) => {
  if (random.chance(25)) return letter;
  return letter + (random.chance(12) ? '\u0651' : '') + random.pick(harakat);
});

// U+2D6F after a velar, U+2D7F between two letters of one sound.
const labialised = (random, text) => text.replace(/[ⴽⴳⵅⵇ](?=[ⴰ-ⵥ])/gu, (letter) => letter + (random.chance(40) ? 'ⵯ' : ''))
  .replace(/([ⵏⵜⵔⵍ])(?=[ⴰ-ⵥ])/gu, (letter) => (random.chance(8) ? `${letter}⵿${letter}` : letter));

const two = (number) => String(number).padStart(2, '0');
const months = {
  ar: ['يناير', 'فبراير', 'مارس', 'أبريل', 'ماي', 'يونيو', 'يوليوز', 'غشت', 'شتنبر', 'أكتوبر', 'نونبر', 'دجنبر'],
  zgh: ['ⵉⵏⵏⴰⵢⵔ', 'ⴱⵕⴰⵢⵕ', 'ⵎⴰⵕⵚ', 'ⵉⴱⵔⵉⵔ', 'ⵎⴰⵢⵢⵓ', 'ⵢⵓⵏⵢⵓ', 'ⵢⵓⵍⵢⵓⵣ', 'ⵖⵓⵛⵜ', 'ⵛⵓⵜⴰⵏⴱⵉⵔ', 'ⴽⵜⵓⴱⵔ', 'ⵏⵓⵡⴰⵏⴱⵉⵔ', 'ⴷⵓⵊⴰⵏⴱⵉⵔ'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

const values = {
  caseNumber: ({ below, digits }) => `${1990 + below(40)}/${digits(4)}/${digits(1 + below(4))}`,
  date: ({ below }) => `${two(1 + below(28))}/${two(1 + below(12))}/${2000 + below(40)}`,
  dashedDate: ({ below }) => `${2000 + below(40)}-${two(1 + below(12))}-${two(1 + below(28))}`,
  longDate: ({ below, pick }, language) => `${1 + below(28)} ${pick(months[language])} ${2000 + below(40)}`,
  hours: ({ below }) => `${8 + below(3)}:${two(below(60))}-${14 + below(5)}:${two(below(60))}`,
  phone: ({ below, digits }) => (below(2) ? `05${digits(2)}-${digits(2)}-${digits(2)}-${digits(2)}` : `+212 5 ${digits(2)} ${digits(2)} ${digits(2)} ${digits(2)}`),
  amount: ({ below, digits }) => `${1 + below(9)}.${digits(3)}.${digits(3)},${digits(2)}`,
  url: ({ below, pick, digits }, language) => `https://www.rihab.example/${language}/${pick(['services', 'news', 'courts'])}/${digits(3)}${below(2) ? `?page=${digits(2)}&sort=date#top` : ''}`,
  mail: ({ pick, digits }) => `${pick(['contact', 'accueil', 'greffe-civil', 'bureau.ordre'])}${digits(2)}@justice.example`,
  receipt: ({ digits }) => `${digits(4)}-${digits(4)}-${digits(4)}-${digits(4)}`,
  article: ({ below }) => `${1 + below(500)}-${1 + below(9)}`,
  percentage: ({ below, digits }) => `${below(100)},${digits(1)}${NBSP}%`,
  arabicDigits: ({ below }) => String(below(100000)).replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
};

const isolated = (random, text) => (random.chance(30) ? `\u2068${text}\u2069` : text);
const value = (random, language) => isolated(random, values[random.pick(Object.keys(values))](random, language));

// Names and words in letters that only faces on demand have.
const strangers = ['Nguyễn Thị Hường', 'đường Trần Hưng Đạo', 'thủ tục chậm', 'ƙasar Hausa', 'ƴanci da ɗaki', 'Ɓaure', 'Wɔlɔf ŋgeen', 'Ẹ̀tọ́ ọmọnìyàn',
  '[ʈʂʰʷaˈɫ]', 'ئۇيغۇرچە', 'کوردستان', 'سنڌي ٻولي', 'پښتو ژبه', 'ݢامْبِيَا', 'ࢣَندَ ݖِيرَا', 'كݢتب', 'لࢷا', '(ﷺ)'];

// A few words of another language inside: mixed directions.
function foreign(random, language, lexicon) {
  if (random.chance(20)) return random.pick(strangers);
  const other = random.pick(languages.filter((one) => one !== language));
  return Array.from({ length: 1 + random.below(4) }, () => random.pick(lexicon[other].words)).join(' ');
}

const nested = {
  ar: (a, b) => `«${a} “${b}”»`,
  zgh: (a, b) => `«${a} “${b}”»`,
  fr: (a, b) => `«${NNBSP}${a} “${b}”${NBSP}»`,
  en: (a, b) => `“${a} ‘${b}’”`,
};

function phrase(random, language, lexicon) {
  const { clauses, words } = lexicon[language];
  const some = (most) => Array.from({ length: 1 + random.below(most) }, () => random.pick(words)).join(' ');
  switch (random.below(11)) {
    case 0: case 1: return random.pick(clauses);
    case 2: return `${some(4)} ${value(random, language)}`;
    case 3: return `${some(3)} (${value(random, language)})`;
    case 4: return nested[language](some(4), some(2));
    case 5: return `${some(2)} (${some(2)} [${foreign(random, language, lexicon)} {${value(random, language)}}])`;
    case 6: return `${some(3)} ${foreign(random, language, lexicon)}`;
    case 7: return nested[language](foreign(random, language, lexicon), some(3));
    case 8: return `${value(random, language)} / ${value(random, language)} – ${some(2)}`;
    case 9: return `${some(2)}-${some(1)}${random.pick(['…', ' —', ' -', ' &', '/'])} ${some(2)}`;
    default: return some(8);
  }
}

const stops = {
  ar: ['، ', '؛ ', '. ', '؟ ', ': ', '! '],
  zgh: [', ', '; ', '. ', '? ', ': '],
  fr: [', ', `${NNBSP}; `, '. ', `${NNBSP}? `, `${NBSP}: `, `${NNBSP}! `],
  en: [', ', '; ', '. ', '? ', ': ', '! '],
};

function paragraph(random, language, lexicon) {
  let text = '';
  const length = 60 + random.below(260);
  while (text.length < length) text += phrase(random, language, lexicon) + random.pick(stops[language]);
  text = text.trimEnd();
  if (language === 'ar' && random.chance(35)) return vocalised(random, text);
  return language === 'zgh' ? labialised(random, text) : text;
}

// Runs of three words, whatever the digits: two paragraphs that share many are near-duplicates.
export function shingles(text) {
  const words = text.replace(/\p{M}/gu, '').replace(/[\d\u0660-\u0669]/g, '0').split(/\s+/u);
  return new Set(words.slice(0, -2).map((_, i) => words.slice(i, i + 3).join(' ')));
}

export function jaccard(a, b) {
  let shared = 0;
  for (const one of a) if (b.has(one)) ++shared;
  const all = a.size + b.size - shared;
  return all === 0 ? 1 : shared / all;
}

export const mostAlike = 0.3;

// `count` paragraphs, as many of each language; one that is more alike to an earlier one than `mostAlike` is refused.
export function paragraphs(count, seed) {
  const random = generator(seed);
  const lexicon = readLexicon();
  const kept = [];
  let refused = 0;
  for (const language of languages) {
    const owners = new Map();  // Shingle -> the paragraphs that have it: only those can be alike.
    for (let made = 0; made < count / languages.length;) {
      const text = paragraph(random, language, lexicon);
      const own = shingles(text);
      const neighbours = new Set([...own].flatMap((one) => owners.get(one) ?? []));
      if (own.size === 0 || [...neighbours].some((other) => jaccard(own, other) > mostAlike)) {
        ++refused;
        continue;
      }
      for (const one of own) owners.set(one, [...(owners.get(one) ?? []), own]);
      kept.push({ language, direction: language === 'ar' ? 'rtl' : 'ltr', text });
      ++made;
    }
  }
  return { kept, refused };
}

export const widths = [120, 200, 320, 448.5, 640, 960];
export const sizes = [13, 14, 15.2, 16, 17, 17.6, 18, 20.8, 24, 28, 32, 40];
export const ratios = [1, 1.5, 2, 3];

// `count` layouts: every paragraph as often as any other; width, size and ratio wander so that all meet all.
export function layouts(list, count) {
  return Array.from({ length: count }, (_, i) => {
    const round = Math.floor(i / list.length);
    const number = i + 7 * round;
    return {
      ...list[i % list.length],
      widthPx: widths[number % widths.length],
      sizePx: sizes[Math.floor(number / widths.length) % sizes.length],
      ratio: ratios[Math.floor(number / 5) % ratios.length],
    };
  });
}
