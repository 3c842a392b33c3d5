import { keeping } from '../core/memo';
import { direction, isChinese } from './model';

export interface LanguageAttributes {
  lang?: string;
  /** It isolates the words as well: what stands beside them keeps its own order. */
  dir?: 'ltr' | 'rtl';
}

/** What every element that holds an edition's words carries; nothing for words of no known language. */
export function languageAttributes(tag: string | undefined): LanguageAttributes {
  return tag ? { lang: withScript(tag), dir: direction(tag) } : {};
}

/** Styles and browsers choose the forms of Chinese characters by the script, which `zh-TW` does not name. */
function withScript(tag: string): string {
  if (!isChinese(tag) || /-Han[sti]\b/i.test(tag)) return tag;
  return named(tag);
}

const named = keeping((tag) => {
  const { script } = new Intl.Locale(tag).maximize();
  return script === 'Hant' ? new Intl.Locale(tag, { script }).toString() : tag;
}, 1000);
