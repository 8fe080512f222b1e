// A morning of a district's portal: two hundred people and ten thousand posts of programs, the same every time.
// Each is a plan: what is done, in how many seconds from the morning's begin, from which address. Programs are told from
// people by nothing but what they do: their texts are people's own, from the labelled texts of tests/moderation, or such
// as programs send.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';

export const morning_s = 4 * 3600;

// Mulberry32: small, and the same on every machine.
function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
const roll = dice(20261123);
const between = (least, most) => least + roll() * (most - least);
const pick = (list) => list[Math.floor(roll() * list.length)];
const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));
const mixed = (list) => {
  const left = [...list];
  for (let last = left.length - 1; last > 0; --last) {
    const other = Math.floor(roll() * (last + 1));
    [left[last], left[other]] = [left[other], left[last]];
  }
  return left;
};

// What people said that nobody need hold, never the half that judges the rules.
const harmless = (file) => readFileSync(join(root, 'tests/moderation', file), 'utf8').trim().split('\n')
  .map((line) => JSON.parse(line)).filter(({ harmful }) => !harmful).map(({ text }) => text);
export const sayings = mixed(['practice.jsonl', 'rules.jsonl', 'rules_2.jsonl'].flatMap(harmless)).slice(0, 340);

// /24 networks: those of people, and those that programs rent.
const household = (index) => `41.${140 + (index >> 8)}.${index & 255}.${1 + Math.floor(roll() * 250)}`;
const rented = (index) => `185.${index >> 8}.${index & 255}.${1 + Math.floor(roll() * 250)}`;
let households = 0, rents = 0;
const home = () => household(households++);
const rent = () => rented(rents++);

// --- people

// `open` and `send` in seconds; `steps` between them, each { at, wish } of a form that is sent for another wish.
function person(kind, { from = home(), open = between(0, morning_s - 1800), takes = between(60, 900), text, ...more } = {}) {
  return { isHuman: true, kind, from, open, send: open + takes, text, way: 'form', ...more };
}

const petition = 'Nous demandons que la salle des pas perdus soit chauffée en hiver et que des sièges y soient installés';
const petitioners = ['.', '!', ', merci.', ' svp', '. C’est urgent', ' dès cette année.'];

// Who is given no words says something of `sayings` that nobody else says.
export function people(sayings) {
  let told = 0;
  const ownWords = () => sayings[told++];
  const courthouse = home(), phones = home(), family = home();
  return [
    // Hears each field and each hint, has the preview read out, is in no hurry, changes nothing that is not read out.
    ...times(30, () => { const open = between(0, morning_s - 2000); return person('screen reader', { open, takes: between(400, 1900), steps: [{ at: open + 200, wish: 'preview' }, { at: open + 350, wish: 'preview' }] }); }),
    ...times(20, () => person('slow typist, three hours', { open: between(0, 3000), takes: between(3 * 3600, 3 * 3600 + 600) })),
    ...times(20, () => person('one courthouse address', { from: courthouse })),
    // Forgets the kind, is told, and mends it within two seconds: the form was opened long before.
    ...times(25, () => person('without script, mends an error', { forgets: true })),
    ...times(15, () => person('without script, changes the language', { turns: true })),
    ...times(25, () => person('pastes what was written elsewhere', { takes: between(6, 15) })),
    ...times(25, () => person('one network of a mobile operator', { from: phones })),
    ...petitioners.map((end, index) => person('the same petition', { text: petition + end, ...(index < 3 && { from: family }) })),
    ...['Merci beaucoup', 'شكرا', 'Merci beaucoup !', 'Merci', 'شكرا جزيلا', 'merci beaucoup'].map((text) => person('says thank you', { text })),
    ...times(4, () => person('presses twice', { twice: 'same form' })),
    ...times(3, () => person('sends it once more, to be sure', { twice: 'new form' })),
    ...times(3, () => person('goes back, says something else', { back: ownWords() })),
    ...times(1, () => person('through an application', { way: 'json' })),
    ...times(17, () => person('at a counter for all', { takes: between(40, 200) })),
  ].map((who) => ({ ...who, text: who.text ?? ownWords() }));
}

// --- programs

// Spun as such programs spin: one of a few words in each place, a number, an end.
const templates = [
  [['Great', 'Very good', 'Nice', 'Excellent'], 'portal,', ['thank you', 'thanks'], 'for this', ['useful', 'helpful', 'good'], 'information about the court, I', ['share', 'send', 'recommend'], 'it with all my', ['friends', 'family', 'colleagues']],
  [['Bonjour,', 'Salut,', 'Bonsoir,'], 'je', ['cherche', 'veux', 'voudrais'], 'un travail depuis la maison avec un bon salaire, qui peut m’aider à', ['commencer', 'débuter'], 'dès', ['demain', 'aujourd’hui', 'lundi'], 'dans la ville'],
  [['Ce tribunal', 'Votre tribunal', 'Le tribunal'], 'est le pire de tout le pays et tout le monde', ['sait', 'voit', 'dit'], 'qu’il faut le', ['fermer', 'supprimer'], 'tout de suite et', ['sans attendre', 'pour toujours']],
  [['مرحبا', 'السلام عليكم', 'تحية طيبة'], 'أريد أن أعرف كيف يمكنني أن أربح', ['المال', 'النقود'], 'من البيت كل يوم دون', ['تعب', 'جهد'], 'كما يفعل الجميع', ['الآن', 'اليوم']],
];
const spun = (index = Math.floor(roll() * templates.length)) =>
  `${templates[index].map((part) => (Array.isArray(part) ? pick(part) : part)).join(' ')} ${Math.floor(roll() * 10_000)}`;
const links = [(text) => `${text} https://offre-${randomName()}.example/promo`, (text) => `${text} www.${randomName()}.com`, (text) => `${text} : ${randomName()}.net/ar`, (text) => `<a href="http://${randomName()}.biz">${text}</a>`];
const randomName = () => `${pick(['gain', 'vente', 'jeu', 'credit', 'clic'])}-${pick(['facile', 'rapide', 'sur', 'plus'])}${Math.floor(roll() * 1000)}`;

function bot(kind, more) {
  const open = between(0, morning_s - 400);
  return { isHuman: false, kind, from: rent(), open, send: open + between(8, 90), text: spun(), way: 'form', ...more };
}

// `share` of ten thousand, for a quick run; of the kinds that are held for their number alone, all. `sayings` are of
// other people than those of this morning: what was public long ago, and some that nobody has said.
export function bots(sayings, share = 1) {
  const some = (count, make) => times(Math.round(count * share), make);
  let own = 0;
  const farm = times(12, rent), copiers = times(10, rent), gateways = times(100, rent);
  const said = sayings.slice(20);
  const any = () => (roll() < 0.5 ? spun() : pick(said));
  return [
    // Knows the address of the form and posts; each second key is one that it has seen in a page.
    ...some(2000, () => bot('posts without opening', { opens: false, text: any() })),
    // Opened one form on one day; sends its fields again and again, half of them with another key.
    ...some(1500, (index) => bot('sends one opening again', { replays: index % 2 ? 'key' : 'new key', text: any() })),
    // Fills whatever the form has, and waits as people do.
    ...some(1500, () => bot('fills every field', { fillsAll: true, text: any() })),
    ...some(1500, () => { const open = between(0, morning_s); return bot('opens and sends at once', { open, send: open + between(0, 1.9), text: any() }); }),
    // Everything right but the words.
    ...some(1200, () => bot('one text in many forms, twelve networks', { from: pick(farm) })),
    ...some(800, () => bot('one text in many forms, each its network', {})),
    ...some(700, () => bot('a link in people’s words', { text: pick(links)(pick(said)) })),
    ...times(520, () => bot('through the JSON interface', { from: pick(gateways), way: 'json', text: any() })),
    ...times(260, () => bot('slow, copies what is public', { from: pick(copiers), copies: true, send: undefined, takes: between(60, 400) }))
      .map((one) => ({ ...one, send: one.open + one.takes })),
    // Opens, waits, says something of its own, once from each network: nothing tells it from a person.
    ...some(20, () => bot('careful, in its own words: is not caught', { text: sayings[own++] })),
  ];
}

export const newKey = () => randomBytes(16).toString('hex');
