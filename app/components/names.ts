import type { EditionKind } from '../../lib/edition/model';

const languages = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' });

/** A language as readers call it: `zh-Hans` → "Chinese (Simplified)". */
export function languageName(tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

export const kindNames: Record<EditionKind, string> = {
  original: 'original',
  translation: 'translation',
  'back-translation': 'back-translation',
  revision: 'revision',
  transcription: 'transcription',
};

/** An ISO date, as exact as it is, in words: "18 December 1949". */
export function dateName(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  const at = new Date(Date.UTC(year, (month || 1) - 1, day || 1));
  if (Number.isNaN(at.getTime()) || date.startsWith('-')) return date;
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    month: month ? 'long' : undefined,
    day: day ? 'numeric' : undefined,
  }).format(at);
}
