import { match } from '@formatjs/intl-localematcher';
import Negotiator from 'negotiator';
import { languageSchema } from '../../lib/edition/language-schema';

/** The languages of the interface, each by its own name. Another is a file of messages more. */
export const locales = { en: 'English', zh: '简体中文', 'zh-Hant': '繁體中文' } as const;
export type Locale = keyof typeof locales;

/** The tag of an interface's language: its script is said, so that fonts and rules go by it. */
export const interfaceLanguage = (locale: string): string => (locale === 'zh' ? 'zh-Hans' : locale);

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Cookies that keep what a reader chose. */
export const localeCookie = 'locale';
export const themeCookie = 'theme';

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && value in locales;
}

export function isTheme(value: unknown): value is Theme {
  return themes.includes(value as Theme);
}

/** The language that a reader chose, or else the one that suits their browser. */
export const localeOf = (chosen: string | undefined, acceptLanguage: string | null): Locale =>
  isLocale(chosen) ? chosen : preferred(acceptLanguage);

/** The language of the interface that suits a browser's wishes best (BCP 47 lookup, with q values). */
export function preferred(acceptLanguage: string | null): Locale {
  const wishes = new Negotiator({
    headers: { 'accept-language': acceptLanguage ?? '' },
  }).languages();
  const valid = wishes.filter((tag) => tag !== '*' && languageSchema.safeParse(tag).success);
  return match(valid, Object.keys(locales), 'en') as Locale;
}
