// Paragraphs of the kinds that the portal shows, and random ones from the characters that it knows.

import { generator } from './paragraphs.mjs';

const NNBSP = '\u202f';
const NBSP = '\u00a0';

const texts = {
  ar: [
    'يُسَلَّمُ السِّجِلُّ العَدْلِيُّ مِنْ طَرَفِ المَحْكَمَةِ الاِبْتِدَائِيَّةِ لِمَحَلِّ الاِزْدِيَادِ، وَذَلِكَ بَعْدَ التَّحَقُّقِ مِنَ الهُوِيَّةِ.',
    'تستقبل المحكمة الابتدائية بالرباط المرتفقين من الإثنين إلى الجمعة، من الساعة 8:30 إلى 16:30، باستثناء أيام العطل الرسمية.',
    'ملف عدد 2026/1234/56 بتاريخ 22/11/2026 أمام محكمة الاستئناف بالدار البيضاء (الغرفة المدنية) - القاعة 3.',
    'للاتصال: 0537-21-37-00 أو البريد الإلكتروني contact@justice.gov.ma، الموقع https://www.justice.gov.ma/ar/services?id=12&lang=ar#top',
    'قال: «إن العدل أساس الملك»؛ ثم أضاف: "هل من سؤال؟" فأجبناه نعم!',
    'رسم الطلب 20,00 درهم [تقريبا 1.234.567,5 درهم] وفق المادة 5-9 (الفقرة 2).',
    'اسم الخدمة Casier judiciaire بالفرنسية و ⴰⴽⴰⵙⵢⵉ ⵏ ⵓⵥⵔⴼ بالأمازيغية، وهي متاحة عبر الإنترنت 24h/24.',
    'الله أكبر لا إله إلا الله، الآن والأولى والإسلام، كتـــاب وسلام.',
    'أ ب ت، (ABC) د هـ و [xyz] ز {1} ح.',
    'الأجل: ١٢٣ يوما أو 123 يوما، أي ما بين 1990-2026.',
    // Uyghur, Kurdish, Sindhi, Pashto, African Ajami.
    'ئۇيغۇرچە: بارلىق ئادەملەر تۇغۇلۇشىدىنلا ئەركىن، كوردی: هەموو مرۆڤێک ئازاد، سنڌي: سڀئي انسان آزاد، پښتو: د بشر ټول افراد آزاد نړۍ ته راځي.',
    'كتب بالعجمية: ݢامْبِيَا، ݖِيرَا، ࢣَندَ، بࢩب، كݢت ݣݣَ لࢷا (ﷺ)، الملف 2026/12.',
  ],
  zgh: [
    'ⵜⴰⵙⵏⴱⴹⴰⵢⵜ ⵜⴰⵎⵣⵡⴰⵔⵓⵜ ⵏ ⵔⵔⴱⴰⵟ ⴷⴰ ⵜⵙⵏⵓⴱⴳ ⵉⵎⵙⵙⵓⵎⵔⵏ ⵙⴳ ⵡⴰⵢⵏⴰⵙ ⴰⵔ ⴰⵙⵉⵎⵡⴰⵙ, ⵙⴳ 8:30 ⴰⵔ 16:30.',
    'ⴰⵣⵔⴼ ⵏ ⵓⵎⴷⴰⵏ: ⴰⴽⴰⵙⵢⵉ ⵏ ⵓⵥⵔⴼ (ⵓⵟⵟⵓⵏ 2026/1234) - ⵜⵉⵖⵉⵡⵙⵉⵡⵉⵏ ⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ.',
    'ⵜⴰⵎⵓⵔⵜⵏⵉⵙ ⴽⵯⵜⵓⵔ ⵉⴳⵯⵍⵍⵉ ⴰⵎⴳⴳⵯⴰⵔⵓ ⵢⴰⵏ⵿ⵏ ⴰⵔ ⴰⵙⴽⵓⴷ.',
    'ⵖⵔ: 0537-21-37-00 ⵏⵖⴷ contact@justice.gov.ma, https://www.justice.gov.ma/zgh/services?id=12.',
    'ⴰⵙⵙⴰⵖ ⵏ Nguyễn Thị Hường ⴷ ƙasa ⴷ ݢامبيا ⴷ ʃəˈɪŋ, 12.',
    'ⴰⵙⵙⴰⵖ «ⵔⵉⵃⴰⴱ» ⵉⴳⴰ "رحاب" ⵙ ⵜⴰⵄⵔⴰⴱⵜ, Rihab ⵙ ⵜⴼⵕⴰⵏⵙⵉⵙⵜ; ⵎⴰⵏⵉ? ⵖⵉⴷ!',
  ],
  fr: [
    `«${NNBSP}(ﷺ) “attendue”${NBSP}», aussitôt «${NNBSP}(المحكمة) “Avec”${NBSP}» : [${NNBSP}(ⵜⴰ) “Voir”].`,
    `L’extrait du casier judiciaire (bulletin n°${NBSP}3) est délivré par le tribunal de première instance du lieu de naissance${NNBSP}; comptez de 24${NBSP}h à 48${NBSP}h.`,
    `Dossier n° 2026/1234/56, audience du 22/11/2026 à 9 h 30, salle 3 : «${NNBSP}chambre civile${NNBSP}» — appel possible jusqu’au 22-12-2026.`,
    'Téléphone : 0537-21-37-00, +212 5 37 21 37 00. Courriel : contact@justice.gov.ma. Site : https://www.justice.gov.ma/fr/services?id=12&lang=fr#haut.',
    'Est-ce gratuit ? Oui ! « Vraiment » ? Peut-être… Voir l\'article 5-9 (alinéa 2) [note 1] {texte}.',
    'Le nom arabe السجل العدلي et le nom amazighe ⴰⴽⴰⵙⵢⵉ ⵏ ⵓⵥⵔⴼ figurent sur l’acte, 1.234.567,5 dirhams.',
    'AVATAR To Ty Va WAVE fi fl ffi ffl office affiché afflux; l’œuvre, Œdipe, naïf, çà, Ÿ.',
    // Vietnamese, Hausa, Wolof, Ewe, Yoruba, IPA.
    'Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm: Nguyễn Thị Hường, đường 3/2, «thủ tục chậm».',
    'Su dai ƴan-adam, ana haihuwarsu ne duka ƴantattu, ƙasa, ɗaki, Ɓaure; Doomi aadama yépp danuy juddu, ŋaaŋ ñaar; Wodzi amegbetɔwo katã ablɔɖeviwoe, ƒe ʋu; ẹ̀tọ́ ọmọnìyàn gbogbo.',
    'Le mot se prononce [tʁibynal], en anglais /ˈtɹaɪˌbjuːnəɫ/, [ʈʂʰʷ], k͡p, ɡ͡b, a̱ e̙ ꬲ ᶑ.',
    'anticonstitutionnellement/parlementairement|lexicographiquement=vrai&faux;oui-non-peut-être',
  ],
  en: [
    'The criminal-record extract is issued by the court of first instance of the place of birth; allow 24–48 hours.',
    'File 2026/1234/56, hearing on 22/11/2026 at 9:30 a.m., room 3 ("civil chamber") -- appeal until 22-12-2026?yes.',
    'Call 0537-21-37-00 or write to contact@justice.gov.ma; see https://www.justice.gov.ma/en/services?id=12&lang=en#top (24/7).',
    'Well-known e-mail/e-form, state-of-the-art, -5 degrees, ABCD-1234, x=-5, (a)[b]{c}, a|(b), what?no!(yes).',
    'The name رحاب means courtyard; in Amazigh ⵔⵉⵃⴰⴱ, see (رحاب) and [ⵔⵉⵃⴰⴱ] 100% & more: 5€, $3, №7.',
  ],
};

const widths = [60, 97.5, 160, 240, 333.34, 480, 720];
const sizes = [13, 14, 16, 17.6, 20.8, 15.2, 13.3333, 24, 32];
const lineHeights = [1.2, 1.5, 1.6, 1.75];

const chainOf = { ar: 'ar', zgh: 'zgh', fr: 'latin', en: 'latin' };

function makeCase(kind, language, text, number, more = {}) {
  return {
    kind, language, text,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    chain: chainOf[language],
    sizePx: sizes[number % sizes.length],
    lineHeight: lineHeights[number % lineHeights.length],
    weight: number % 5 === 4 ? 700 : 400,
    widthPx: widths[number % widths.length],
    wrap: 'normal',
    overflowWrap: 'normal',
    spans: [],
    ...more,
  };
}

// Every text at every width, with sizes and weights that wander.
function plainCases() {
  const cases = [];
  let number = 0;
  for (const [language, list] of Object.entries(texts)) {
    for (const text of list) {
      for (const widthPx of widths) {
        number++;
        cases.push(makeCase(`plain ${language}`, language, text, number, { widthPx }));
      }
      cases.push(makeCase('nowrap', language, text, ++number, { wrap: 'nowrap' }));
      cases.push(makeCase('anywhere', language, text.replaceAll(' ', '').slice(0, 60) + ' ' + text, ++number,
        { overflowWrap: 'anywhere', widthPx: widths[number % 4] }));
      cases.push(makeCase('forced breaks', language, text.replaceAll(/([,،.;:]) /g, '$1\n'), ++number));
      cases.push(makeCase('foreign base', language, text, ++number, { direction: language === 'ar' ? 'ltr' : 'rtl' }));
    }
  }
  return cases;
}

// Parts in braces are isolated, parts in asterisks bold, parts in underscores a plain element.
function marked(text, language) {
  const marks = { '{': '}', '*': '*', _: '_' };
  const spans = [];
  let plain = '';
  const read = (from, until, weight) => {
    let i = from;
    while (i < text.length && text[i] !== until) {
      const closing = marks[text[i]];
      if (!closing) { plain += text[i++]; continue; }
      const span = { begin: plain.length, end: 0, weight: text[i] === '*' ? 700 : weight, isolate: text[i] === '{', language };
      spans.push(span);
      i = read(i + 1, closing, span.weight) + 1;
      span.end = plain.length;
    }
    return i;
  };
  read(0, undefined, 400);
  return { text: plain, spans };
}

const markedTexts = {
  ar: [
    'ملف عدد {2026/1234} لفائدة {محمد بن علي} و {Société ABC (SARL)}، هاتف {+212 5 37 21-37} في {22/11/2026}.',
    'مح_كم_ة الاس*تئن*اف ب_الرباط_ والم*حكمة* {ال*أول*ى}.',
    'السلا_م عليكم_ ورحمة *الله* وبركاته: {https://justice.gov.ma/a?b=c-d} ثم ({1}) و[{ب}].',
    'لم_ا_ل و ل*ا* و _ل_ا و بس*م* ا_ل_ل_ه_ الرحمن.',
    'العدد {1234-5678-9012-3456} (صالح)، {A} / {B} - {ت} + {0}.',
  ],
  zgh: ['ⵓⵟⵟⵓⵏ {2026/1234} ⵏ {محمد بن علي} ⴷ {Société ABC (SARL)}, *ⵜⵉⵍⵉⴼⵓⵏ* {+212 5 37 21-37}.', 'ⴰⵣ_ⵔⴼ ⵏ ⵓⵎ_ⴷⴰⵏ *ⵔⵉⵃⴰⴱ* {ⵔⵉⵃⴰⴱ}.'],
  fr: [
    'Dossier {2026/1234} de {محمد بن علي} et {Société ABC (SARL)}, téléphone {+212 5 37 21-37}, le {22/11/2026} ({رحاب}).',
    'Of_fic_e af_fi_ché, A*V*ATAR, T_o_, *gras* et _lien vers (la) page_, mi-*gras*-mi-_lien_-fin.',
  ],
  en: ['File {2026/1234} of {محمد بن علي} and {Company ABC (Ltd)}, phone {+212 5 37 21-37} on *{22/11/2026}*; see _the *bold* link_.'],
};

function markedCases() {
  const cases = [];
  let number = 0;
  for (const [language, list] of Object.entries(markedTexts)) {
    for (const source of list) {
      const { text, spans } = marked(source, language);
      for (const widthPx of widths) {
        cases.push(makeCase('spans', language, text, ++number, { spans, widthPx, weight: 400 }));
        cases.push(makeCase('spans anywhere', language, text, ++number, { spans, widthPx: widthPx / 3, weight: 400, overflowWrap: 'anywhere' }));
      }
    }
  }
  return cases;
}

function namesCases() {
  return [400, 700].flatMap((weight) => sizes.map((sizePx) =>
    makeCase('names of languages', 'fr', 'العربية ⵜⴰⵎⴰⵣⵉⵖⵜ Français English', 1, { sizePx, weight, chain: 'names', widthPx: 200 })));
}

export function corpusCases() {
  return [...plainCases(), ...markedCases(), ...namesCases()];
}

const alphabets = {
  arabic: 'ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة',
  vocalised: ['بَ', 'تِ', 'ثُ', 'جْ', 'حً', 'خٍ', 'دٌ', 'رّ', 'سَّ', 'ل', 'لا', 'لَا', 'مِ', 'نَّ', 'ه', 'يُّ', 'وْ', 'كـ'],
  tifinagh: 'ⴰⴱⴳⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥⵯ',
  joined: ['ⵏ⵿ⵏ', 'ⴽⵯ', 'ⴳⵯ', 'ⵜ⵿ⵜ'],
  latin: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéèàçùâêîôûëïœ',
  digits: '0123456789',
  marks: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~«»“”‘’–—…،؛؟٪•°' + NBSP,
};

export function randomCases(count, seed) {
  const { below: random } = generator(seed);
  const pick = (list) => list[random(list.length)];
  const cases = [];
  for (let number = 0; number < count; number++) {
    const language = pick(['ar', 'ar', 'zgh', 'fr', 'en']);
    const words = [];
    for (let i = 3 + random(14); i > 0; i--) {
      let word = '';
      for (let j = 1 + random(3); j > 0; j--) {
        const alphabet = Array.from(alphabets[pick(Object.keys(alphabets))]);
        const length = 1 + random(6);
        for (let k = 0; k < length; k++) word += pick(alphabet);
      }
      words.push(word);
    }
    const widthPx = pick(widths);
    cases.push(makeCase('random', language, words.join(' '), number, {
      widthPx,
      // In narrower columns 1 of 200 differs: words broken inside ligatures or contextual forms.
      overflowWrap: widthPx >= 160 && random(2) === 0 ? 'anywhere' : 'normal',
      direction: pick(['ltr', 'rtl']),
    }));
  }
  return cases;
}

// Every pair of the characters that could matter to a line break, between letters and between digits, alone in
// width: the browser breaks wherever it may.
export function pairCases() {
  const marks = [...new Set([...alphabets.marks, NNBSP, 'a', '1', 'ب', 'ⵣ', '١', '\u0640', '\u2010', '\u2011', '\u2012', '\u2013',
    '\u2060', '\u2026', '\u20ac', '\u2116', '\u00b7', '\u2d6f', '\u2d70'])];
  const cases = [];
  for (const [before, after, language] of [['mm', 'mm', 'en'], ['11', '11', 'en'], ['بب', 'بب', 'ar'], ['ⵣⵣ', 'ⵣⵣ', 'zgh'], ['', 'mm', 'en'], ['', '11', 'en']]) {
    for (const first of marks) {
      const text = marks.map((second) => before + first + second + after).join(' ');
      cases.push(makeCase(`pairs in ${before || 'front of '}${before ? '' : after}`, language, text, 2, { widthPx: 1, sizePx: 16 }));
    }
  }
  return cases;
}
