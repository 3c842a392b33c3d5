/**
 * Where a segment stands, as words of the index's second column: so the index itself leaves out
 * what is not asked for. Names are written in hexadecimal, which has no marks that part words.
 */
export const workWord = (slug: string): string => `w${hex(slug)}`;
export const editionWord = (siglum: string): string => `e${hex(siglum)}`;
export const languageWord = (language: string): string => `l${hex(language)}`;

export function scopeWords(slug: string, siglum: string, language: string): string[] {
  return [workWord(slug), editionWord(siglum), languageWord(language)];
}

function hex(text: string): string {
  return Buffer.from(text, 'utf8').toString('hex');
}

/** The language that a word of the column stands for; null for the words of works and editions. */
export const languageOfWord = (word: string): string | null =>
  word.startsWith('l') ? Buffer.from(word.slice(1), 'hex').toString('utf8') : null;
