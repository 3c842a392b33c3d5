const displayNames = new Map<string, Intl.DisplayNames>();

/** A language as readers call it: `zh-Hans` → "Chinese (Simplified)". */
export function languageName(tag: string, locale = 'en'): string {
  let languages = displayNames.get(locale);
  if (!languages) {
    languages = new Intl.DisplayNames(locale, { type: 'language', languageDisplay: 'standard' });
    displayNames.set(locale, languages);
  }
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** An ISO date, as exact as it is, in words: "18 December 1949". */
export function dateName(date: string, locale = 'en'): string {
  const [year, month, day] = date.split('-').map(Number);
  const at = new Date(Date.UTC(year, (month || 1) - 1, day || 1));
  if (Number.isNaN(at.getTime()) || date.startsWith('-')) return date;
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: month ? 'long' : undefined,
    day: day ? 'numeric' : undefined,
  }).format(at);
}
