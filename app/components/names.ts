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
