// The cases of the tests: the server's own table of pages × language × theme × width.
import { execFileSync } from 'node:child_process';
import { serverFile, isFull } from './places.mjs';
import { sendRating } from './rating.mjs';

export const languages = ['ar', 'zgh', 'fr', 'en'];
export const directions = { ar: 'rtl', zgh: 'ltr', fr: 'ltr', en: 'ltr' };
export const themes = ['light', 'dark', 'contrast'];
export const widths = [360, 768, 1280];

const services = ['casier-judiciaire', 'certificat-nationalite'];
export const sheet = (language, service = services[0]) => `/${language}/d/rabat/services/${service}`;
export const rating = (language, service) => `${sheet(language, service)}/rating`;
export const apiRatings = (service = services[0]) => `/api/v1/districts/rabat/services/${service}/ratings`;

export function* product(...lists) {
  if (lists.length === 0) {
    yield [];
    return;
  }
  const [first, ...others] = lists;
  for (const value of first) for (const tail of product(...others)) yield [value, ...tail];
}

// [{ name, pattern, private, samples }], as the server routes them.
export function pageKinds() {
  return JSON.parse(execFileSync(serverFile, ['check', 'routes'], { encoding: 'utf8' })).pages;
}

// Who may see them decides, or how far one has come: private_pages.test.mjs visits them.
const isVisited = ({ name, private: hidden }) => !hidden || name === 'sign-in' || name === 'new-account';

// One address in one language for each kind of page, as the server's own content has it; a receipt is made for it.
// A kind without a sample fails the tests.
export async function samplePages(server) {
  const { code } = await sendRating(server.url, { language: 'ar', text: 'شكرا على حسن الاستقبال، والانتظار كان طويلا.' });
  return pageKinds().filter(isVisited).map(({ name, samples }) => ({
    name,
    addressIn: (language) => {
      if (name === 'receipt') return `/${language}/receipt/${code}`;
      if (name === 'sheet') return sheet(language);
      const sample = samples.find((address) => address.split('/')[1] === language);
      if (!sample) throw new Error(`the content has no page of the kind ${name}`);
      return sample;
    },
  }));
}

// Language, theme and width: each language meets each theme, and each theme each width, without all their products.
// `full` takes all of them.
export function looks() {
  const all = [...product([...languages.keys()], [...themes.keys()], [...widths.keys()])];
  return all.filter(([language, theme, width]) => isFull || (language + theme) % 3 === width)
    .map(([language, theme, width]) => ({ language: languages[language], theme: themes[theme], width: widths[width] }));
}

// Of cases [page, ...]: all of the sheet, which has everything that a page can have, and every n-th of the others.
export const sampled = (cases, every) =>
  [...cases].filter(([page], index) => isFull || page.name === 'sheet' || index % every === 0);

// Of a list of cases, all where time does not matter, else every n-th.
export const some = (list, every) => [...list].filter((_, index) => isFull || index % every === 0);
