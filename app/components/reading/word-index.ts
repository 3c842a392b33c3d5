import type { PairWordLinks, WordPlace } from '../../../lib/compare/word-links';
import { rangeOf, segmentKey, type TextPlace } from './text-places';

/** A word on the page, with the words that it is linked with. */
export interface Word {
  siglum: string;
  place: WordPlace;
  others: Word[];
}

/** The words of the sections that have been looked at, by their segments. */
export class WordIndex {
  private readonly words = new Map<string, Word[]>();
  private readonly known = new Map<string, Word>();

  add(base: string, pairs: readonly PairWordLinks[]): void {
    for (const { siglum, links } of pairs) {
      for (const [inBase, inOther] of links) {
        const [a, b] = [this.wordAt(base, inBase), this.wordAt(siglum, inOther)];
        if (!a.others.includes(b)) a.others.push(b);
        if (!b.others.includes(a)) b.others.push(a);
      }
    }
    for (const list of this.words.values()) list.sort((x, y) => x.place[1] - y.place[1]);
  }

  /** The linked word at an offset of a segment. */
  find(segment: string, offset: number): Word | null {
    const words = this.words.get(segment);
    return words?.find(({ place: [, start, end] }) => start <= offset && offset < end) ?? null;
  }

  /**
   * The words of a sentence, in order: those that are linked, and between them those that are not, as the
   * browser cuts them.
   */
  within({ siglum, segment, offset }: Omit<TextPlace, 'element'>, text: string): Word[] {
    const end = offset + text.length;
    const linked = (this.words.get(segmentKey(siglum, segment)) ?? []).filter(
      ({ place }) => place[1] >= offset && place[2] <= end,
    );
    const found: Word[] = [];
    let from = offset;
    const addUnlinked = (to: number) => {
      for (const [start, stop] of wordsIn(text.slice(from - offset, to - offset))) {
        found.push({ siglum, place: [segment, from + start, from + stop], others: [] });
      }
    };
    for (const word of linked) {
      addUnlinked(word.place[1]);
      found.push(word);
      from = Math.max(from, word.place[2]);
    }
    addUnlinked(end);
    return found;
  }

  private wordAt(siglum: string, place: WordPlace): Word {
    const segment = segmentKey(siglum, place[0]);
    const key = `${segment}:${place[1]}:${place[2]}`;
    let word = this.known.get(key);
    if (!word) {
      word = { siglum, place, others: [] };
      this.known.set(key, word);
      const list = this.words.get(segment);
      if (list) list.push(word);
      else this.words.set(segment, [word]);
    }
    return word;
  }
}

/** Starts and ends of the words of a text, in a language that need not be known. */
const wordsIn = (text: string): [number, number][] =>
  [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => [index, index + segment.length]);

/** Words linked with a word, through the base where the two are both other editions. */
export function counterpartsOf(word: Word): Word[] {
  const found = new Set(word.others);
  for (const other of word.others) for (const each of other.others) found.add(each);
  found.delete(word);
  // The word's own edition comes back through the base as well: that is not a counterpart.
  return [...found].filter(({ siglum }) => siglum !== word.siglum);
}

export function rangeOfWord({ siglum, place: [segment, start, end] }: Word): Range | null {
  return rangeOf(segmentKey(siglum, segment), start, end);
}
