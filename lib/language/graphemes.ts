const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Long texts are cut where a character surely begins: before a space, a capital or a Chinese
 * character. V8's segmenter takes time that grows with the square of a text's length.
 */
const stretch = /[\s\S]{200,}?(?=[ \p{Lu}\p{Script=Han}])|[\s\S]+/gu;

/** Characters as readers see them (grapheme clusters), with their offsets. */
export function graphemes(text: string): { segment: string; index: number }[] {
  const found: { segment: string; index: number }[] = [];
  for (const match of text.matchAll(stretch)) {
    for (const { segment, index } of segmenter.segment(match[0])) {
      found.push({ segment, index: match.index + index });
    }
  }
  return found;
}
