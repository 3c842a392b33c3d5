/** A sentence of a segment; UTF-16 offsets, end exclusive, together covering the whole text. */
export interface Sentence {
  start: number;
  end: number;
}

const segmenters = new Map<string, Intl.Segmenter>();

// Words whose full stop does not end a sentence.
const abbreviation =
  /(?:^|[\s([“"'])(?:[\p{L}]|Mr|Mrs|Ms|Dr|St|Prof|Gen|Col|Lt|Rev|Hon|vs|cf|al|etc|ed|eds|vol|no|pp?|fig|ch|approx|e\.g|i\.e|a\.m|p\.m|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|M|Mme|Sr|Sra|Art|т|г|ст|им)\.\s*$/iu;
const closers = /^[\s”’」』）)\]»"']+/u;

/**
 * Cuts a segment into sentences: ICU's rules, mended where they cut too soon (after an
 * abbreviation, inside brackets) or leave a closing quotation mark to the next sentence, and
 * where they do not cut (Chinese and Japanese stops inside quotations are kept whole).
 */
export function sentences(text: string, language: string): Sentence[] {
  if (text.trim() === '') return text === '' ? [] : [{ start: 0, end: text.length }];
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language === 'und' ? 'en' : language, {
      granularity: 'sentence',
    });
    segmenters.set(language, segmenter);
  }
  const found: Sentence[] = [];
  let depth = 0;
  for (const { segment, index } of segmentsOf(segmenter, text)) {
    const end = index + segment.length;
    const last = found.at(-1);
    const before = last ? text.slice(last.start, last.end) : '';
    const glue =
      last &&
      ((depth > 0 && end - last.start < 1000) ||
        abbreviation.test(before) ||
        segment.trim() === '' ||
        closers.exec(segment)?.[0].length === segment.length ||
        /^[\s]*[\p{Ll}]/u.test(segment));
    if (last && glue) last.end = end;
    else {
      const stray = last ? /^[”’」』）)\]»]+/u.exec(segment)?.[0].length : 0;
      if (last && stray) last.end += stray;
      found.push({ start: index + (stray ?? 0), end });
      depth = 0;
    }
    depth = Math.max(0, depth + balance(segment));
  }
  return found;
}

/**
 * ICU's segmenter takes time that grows with the square of a text's length: long ones are cut
 * where a sentence ends in any case.
 */
const stretch =
  /[\s\S]{2000,}?(?:[.!?]["”’)]*\s+(?=["“‘(]?\p{Lu})|[。！？]["”’」』）]*|\n)|[\s\S]+/gu;

function* segmentsOf(segmenter: Intl.Segmenter, text: string) {
  for (const match of text.matchAll(stretch)) {
    for (const { segment, index } of segmenter.segment(match[0])) {
      yield { segment, index: match.index + index };
    }
  }
}

/** Brackets opened less brackets closed. */
function balance(text: string): number {
  let depth = 0;
  for (const character of text) {
    if ('([（［「『'.includes(character)) depth++;
    else if (')]）］」』'.includes(character)) depth--;
  }
  return depth;
}
