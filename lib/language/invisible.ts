/**
 * Signs within words that are no letters, as the inside of a character class: hyphens that show at a
 * line’s end alone, joiners, non-joiners and the mark of byte order.
 */
export const invisibleInWords = '\\u00ad\\u200c\\u200d\\u2060\\ufeff';

const signs = new RegExp(`[${invisibleInWords}\\u0640]`, 'g');

/** A word for comparison: without those signs, and the stroke by which Arabic words are stretched. */
export function withoutInvisible(text: string): string {
  return text.replace(signs, '');
}
