import ownNames from '../i18n/language-names.json';

const displayNames = new Map<string, Intl.DisplayNames>();

/** A language as readers call it: `zh-Hans` → "Chinese (Simplified)". */
export function languageName(tag: string, locale = 'en'): string {
  let languages = displayNames.get(locale);
  if (!languages) {
    languages = new Intl.DisplayNames(locale, { type: 'language', languageDisplay: 'standard' });
    displayNames.set(locale, languages);
  }
  try {
    return named(languages.of(tag) ?? tag, tag, locale);
  } catch {
    return tag;
  }
}

/** Languages of which browsers know the code alone have a name of ours: "grc" → "Ancient Greek". */
function named(name: string, tag: string, locale: string): string {
  const [code] = tag.split('-');
  const ours: Record<string, string> | undefined = ownNames[locale as keyof typeof ownNames];
  return ours?.[code] && name.startsWith(code) ? name.replace(code, ours[code]) : name;
}
