// Texts of the page in three languages, and numbers and days as each writes them.

import { type Language, useLanguage } from '../preference';
import { en } from './en';
import { fi } from './fi';
import { sv } from './sv';

/** All texts of one language; what lacks one, or has one too many, does not compile. */
export type Catalogue = typeof en;

const CATALOGUES: Record<Language, Catalogue> = { fi, sv, en };
const LOCALES: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

export type Words = {
  t: Catalogue;
  lang: Language;
  /** A number with the language's separators. */
  number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** A day, written `2009-01-01`. */
  day: (iso: string) => string;
  /** A moment, in Helsinki's time. */
  moment: (iso: string) => string;
};

const words = new Map<Language, Words>();

function build(lang: Language): Words {
  const locale = LOCALES[lang];
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const moments = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Helsinki',
  });
  return {
    t: CATALOGUES[lang],
    lang,
    number: (value, options) => new Intl.NumberFormat(locale, options).format(value),
    day: (iso) => days.format(new Date(`${iso}T00:00:00Z`)),
    moment: (iso) => moments.format(new Date(iso)),
  };
}

/** Texts in the reader's language: `t.frame.loading`. */
export function useText(): Words {
  const [lang] = useLanguage();
  const known = words.get(lang) ?? build(lang);
  words.set(lang, known);
  return known;
}
