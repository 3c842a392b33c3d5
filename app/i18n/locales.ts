/** The languages of the interface, each by its own name. Another is a file of messages more. */
export const locales = { en: 'English', zh: '中文' } as const;
export type Locale = keyof typeof locales;

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

/** The first language a browser asks for that there is. */
export function preferred(acceptLanguage: string | null): Locale {
  for (const part of acceptLanguage?.split(',') ?? []) {
    const language = part.split(';')[0].trim().split('-')[0].toLowerCase();
    if (isLocale(language)) return language;
  }
  return 'en';
}
