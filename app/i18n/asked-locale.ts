import { getLocale } from 'next-intl/server';
import type { Locale } from './locales';

/** The language that a request is answered in; English where a program calls a route by itself. */
export async function askedLocale(): Promise<Locale> {
  try {
    return await getLocale();
  } catch {
    return 'en';
  }
}
