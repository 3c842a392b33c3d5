import { direction } from '../../lib/edition/model';

interface LanguageAttributes {
  lang?: string;
  /** It isolates the words as well: what stands beside them keeps its own order. */
  dir?: 'ltr' | 'rtl';
}

/** What every element that holds an edition's words carries; nothing for words of no known language. */
export function languageAttributes(tag: string | undefined): LanguageAttributes {
  return tag ? { lang: tag, dir: direction(tag) } : {};
}
