import { languageFamily } from '../edition/model';

const indents: Record<string, number> = { zh: 2, ja: 1 };

/** By how many characters paragraphs of a running text, in no row of a comparison, are indented (CLREQ, JLREQ). */
export const firstLineIndent = (language: string): number => indents[languageFamily(language)] ?? 0;
