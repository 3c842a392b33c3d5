import type { Segment, Span } from './model';
import { type Pronunciation, syllablesOf } from './pronunciations';

/**
 * Where pronunciations hold in a segment, as ruby of one character each, in order. Those of a place come
 * before those of a word, and a longer word before a shorter one within it. Characters that have ruby in
 * the source keep it.
 *
 * @param own the pronunciations of the segment's edition.
 */
export function pronouncedSpans(segment: Segment, own: readonly Pronunciation[]): Span[] {
  if (own.length === 0) return [];
  const { text } = segment;
  const taken = segment.spans.filter(({ kind }) => kind === 'ruby');
  const found: Span[] = [];
  const put = ({ word, pinyin }: Pronunciation, start: number) => {
    const end = start + word.length;
    if ([...taken, ...found].some((span) => span.start < end && span.end > start)) return;
    const syllables = syllablesOf(pinyin);
    let at = start;
    for (const [k, character] of [...word].entries()) {
      found.push({
        kind: 'ruby',
        start: at,
        end: at + character.length,
        target: syllables[k],
        language: 'zh-Latn-pinyin',
      });
      at += character.length;
    }
  };
  for (const each of own) {
    const start = each.place?.start;
    if (start === undefined || each.place?.segment !== segment.id) continue;
    if (text.startsWith(each.word, start)) put(each, start);
  }
  const words = own.filter(({ place }) => !place).sort((x, y) => y.word.length - x.word.length);
  for (const each of words) {
    for (let at = text.indexOf(each.word); at >= 0; at = text.indexOf(each.word, at + 1)) {
      put(each, at);
    }
  }
  return found.sort((x, y) => x.start - y.start);
}
