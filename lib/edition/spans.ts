import type { Span } from './model';
import { pinyinWord, withoutMarks } from './pinyin-syllables';

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

/**
 * The language of emphasised words, where it can be known from their spelling alone.
 * Words that read as Hanyu Pinyin throughout are romanised Chinese; a single word does so by
 * chance ("women"), so it counts only inside editorial brackets, where terms are glossed.
 *
 * @returns a BCP 47 tag, or null when the words may as well be the text's own.
 */
export function foreignLanguage(words: string, bracketed: boolean): string | null {
  const parts = withoutMarks(words).split(/\s+/).filter(Boolean);
  if (parts.length < (bracketed ? 1 : 2)) return null;
  return parts.every((part) => pinyinWord.test(part)) ? 'zh-Latn-pinyin' : null;
}
