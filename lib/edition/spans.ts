import type { Span } from './model';

/**
 * Editorial brackets: what an editor added inside a text, as `[Port Arthur]`.
 * Nested brackets give one span, the outermost; unbalanced ones give none.
 */
export function editorialSpans(text: string): Span[] {
  const spans: Span[] = [];
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '[' || character === '［') open.push(at);
    else if ((character === ']' || character === '］') && open.length > 0) {
      const start = open.pop()!;
      if (open.length === 0) spans.push({ kind: 'editorial', start, end: at + 1 });
    }
  }
  return spans;
}

// Every syllable of Hanyu Pinyin, as initial and final; tone marks are folded away first.
const syllable =
  '(?:(?:[bpm]|f|[dtnl]|[gkh]|[jqx]|[zcs]h?|r)?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v)|[wy](?:ang|eng|ing|ong|uan|ai|an|ao|ei|en|in|ou|ue|un|a|e|i|o|u))';
const pinyinWord = new RegExp(`^${syllable}(?:['’-]?${syllable})*$`, 'i');

/**
 * The language of emphasised words, where it can be known from their spelling alone.
 * Words that read as Hanyu Pinyin throughout are romanised Chinese; a single word does so by
 * chance ("women"), so it counts only inside editorial brackets, where terms are glossed.
 *
 * @returns a BCP 47 tag, or null when the words may as well be the text's own.
 */
export function foreignLanguage(words: string, bracketed: boolean): string | null {
  const parts = words
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .split(/\s+/)
    .filter(Boolean);
  if (parts.length < (bracketed ? 1 : 2)) return null;
  return parts.every((part) => pinyinWord.test(part)) ? 'zh-Latn-pinyin' : null;
}
