import { languageFamily } from '../edition/model';
import { endsInAbbreviation } from './abbreviations';
import { sentenceSegmenter } from './segmenter';

/** A sentence of a segment; UTF-16 offsets, end exclusive, together covering the whole text. */
export interface Sentence {
  start: number;
  end: number;
}

/** Signs that end a sentence in languages of which ICU does not know it. */
const otherEnds: [RegExp, RegExp][] = [
  // A single shad, or two with a space between.
  [/^(bo|dz|xct|lad)$/, /[།༎༏༐༑][།༎]*(?:\s*[།༎]+)?\s*/gu],
  // The danda, in Latin letters and where typewriters had none; verses are numbered between two.
  [
    /^(sa|pi|pra|hi|mr|ne|bn|as|or|gu|pa|te|kn|ml|ta|si|awa|bra|bho|mai)$/,
    /(?:\|{1,2}|\/\/|[।॥])(?:\s*[\p{N}.:,-]+\s*(?:\|{1,2}|\/\/|॥))?\s*/gu,
  ],
  [/^(hy)$/, /։\s*/gu],
];

/**
 * Languages whose editions begin sentences with small letters: Ancient Greek, and Sanskrit and its kin in
 * Latin letters.
 */
const smallLetters = /^(?:grc|cpg|gmy|pnt|sa|pi|pra|vsn)(?:-|$)/;
const fullStop = /[.;;!?][”’"»)]*\s+/gu;
/** Who speaks next: a dash before a sentence, which ICU takes to go on with the one before. */
const beforeDash = /[.!?…。！？]["”’»)]*\s+(?=[—–―]\s*["“«„¿¡]?\p{Lu})/gu;
/** What a Japanese sentence says of the words that it quotes before. */
const afterQuotation = /^(?:と|って|という|などと)/u;

/** Closing marks at the beginning of what follows a sentence’s end, with space before them. */
const closing =
  /^(?:[」』）\]】〕》〉]|\s*[)]|[”’"](?=[\s,.;:!?—–-]|$)|\s*»(?=[\s,.;:!?—–-]|$))+[^\S\n]*/u;
/** Opening marks at the end of a sentence: they open the next. */
const opening = /[“‘「『《〈（【〔〖]+$/u;
const closers = /^[\s”’」』）)\]»"'】〕》〉]+$/u;

/**
 * Cuts a segment into sentences: ICU’s rules, corrected where they cut too soon (after an
 * abbreviation, inside brackets and titles), give a closing mark to the next sentence or an opening
 * one to the last, and where they do not cut (danda, shad).
 */
export function sentences(text: string, language: string): Sentence[] {
  if (text.trim() === '') return text === '' ? [] : [{ start: 0, end: text.length }];
  const found: Sentence[] = [];
  let open: Open = { brackets: 0, titles: 0 };
  for (const { start, end } of pieces(text, language)) {
    const segment = text.slice(start, end);
    const last = found.at(-1);
    const depth = open.brackets + open.titles;
    if (last && continues(text, last, segment, depth, language)) last.end = end;
    else {
      found.push({ start, end });
      open = { brackets: 0, titles: 0 };
    }
    open = opened(open, segment);
  }
  return found;
}

/** Whether a piece goes on with the sentence before it. */
function continues(
  text: string,
  last: Sentence,
  segment: string,
  depth: number,
  language: string,
): boolean {
  if (depth > 0 && last.end - last.start + segment.length < 1000) return true;
  if (segment.trim() === '' || closers.test(segment) || /^\s*[,，、:：]/.test(segment)) return true;
  const before = text.slice(last.start, last.end);
  const ends = smallLetters.test(language)
    ? /(?:[|।॥།.;;!?]|\/\/)[”’"»)]*\s*$/u
    : /(?:[|।॥།]|\/\/)\s*$/u;
  if (/^\s*\p{Ll}/u.test(segment) && !ends.test(before)) return true;
  if (languageFamily(language) === 'ja' && afterQuotation.test(segment) && /[」』]$/.test(before))
    return true;
  return endsInAbbreviation(
    text.slice(Math.max(last.start, last.end - 80), last.end),
    segment,
    language,
  );
}

/**
 * ICU's segmenter takes time that grows with the square of a text's length: long ones are cut
 * where a sentence ends in any case, or, where none does for long, anywhere (`within` a sentence).
 */
const stretch =
  /[\s\S]{2000,20000}?(?:[.!?]["”’)]*\s+(?=["“‘(]?\p{Lu})|[。！？]["”’」』）]*|[।॥؟۔።။]\s+|\n)|(?<within>[\s\S]{20000})|[\s\S]+/gu;

/** The pieces that ICU finds, with marks at their edges where they belong. */
function pieces(text: string, language: string): Sentence[] {
  const segmenter = sentenceSegmenter(language);
  let ends: number[] = [];
  for (const match of text.matchAll(stretch)) {
    const within = match.groups?.within === undefined ? null : match.index + match[0].length;
    for (const { segment, index } of segmenter.segment(match[0])) {
      const end = match.index + index + segment.length;
      if (end !== within) ends.push(end);
    }
  }
  const others = otherEnds.find(([languages]) => languages.test(languageFamily(language)));
  const more = [
    ...(others ? [others[1]] : []),
    ...(smallLetters.test(language) ? [fullStop] : []),
    beforeDash,
  ];
  // A number between two signs is one end with them.
  const inside = new Set<number>();
  for (const pattern of more) {
    for (const match of text.matchAll(pattern)) {
      const to = match.index + match[0].length;
      for (let at = match.index + 1; pattern !== beforeDash && at < to; at++) inside.add(at);
      ends.push(to);
    }
  }
  ends = ends.filter((end) => !inside.has(end)).sort((x, y) => x - y);
  const found: Sentence[] = [];
  let start = 0;
  for (const given of ends) {
    const closed = closing.exec(text.slice(given, given + 20))?.[0].length ?? 0;
    const opened = opening.exec(text.slice(start, given))?.[0].length ?? 0;
    const end = opened > 0 && opened < given - start ? given - opened : given + closed;
    if (end <= start) continue;
    found.push({ start, end });
    start = end;
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found;
}

/** How many brackets, and quotation marks around titles, are open. */
interface Open {
  brackets: number;
  titles: number;
}

const beforeTitle = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * What is open after a text. A quotation mark right after a Chinese or Japanese word is that of a title or of
 * a word that is mentioned; speech has a comma or a colon before it.
 */
function opened({ brackets, titles }: Open, text: string): Open {
  let before = '';
  for (const character of text) {
    if ('([（［「『《〈【〔'.includes(character)) brackets++;
    else if (')]）］」』》〉】〕'.includes(character)) brackets = Math.max(0, brackets - 1);
    else if (character === '“' && beforeTitle.test(before)) titles++;
    else if (character === '”') titles = Math.max(0, titles - 1);
    before = character;
  }
  return { brackets, titles };
}

/**
 * Sentences as a person has cut them: some more begin, and some do not.
 *
 * @param found sentences of a text, covering it.
 */
export function cutByHand(
  found: readonly Sentence[],
  cuts: readonly { at: number; kind: 'cut' | 'join' }[],
): Sentence[] {
  const end = found.at(-1)?.end ?? 0;
  const starts = new Set(found.map(({ start }) => start));
  for (const { at, kind } of cuts) {
    if (at <= 0 || at >= end) continue;
    if (kind === 'cut') starts.add(at);
    else starts.delete(at);
  }
  const sorted = [...starts].sort((x, y) => x - y);
  return sorted.map((start, k) => ({ start, end: sorted[k + 1] ?? end }));
}
