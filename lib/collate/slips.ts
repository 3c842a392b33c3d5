import type { WordLink } from '../align/words';
import { languageFamily } from '../edition/model';
import type { Slip } from '../edition/slips';
import { isFunctionWord } from '../language/closed-class';
import { denialsIn } from '../language/negation';
import { mentionedQuantities, numbersRead, quantities } from '../language/quantities';
import { tokenize } from '../language/tokens';

/** Passages that correspond, in two languages or one. */
export interface PassagePair {
  a: { text: string; language: string };
  b: { text: string; language: string };
}

/** What is known beyond the two passages. */
export interface SlipContext {
  /**
   * The passages with those before and after them: a number that stands there is not lacking, as sentences
   * are divided differently.
   */
  around?: PassagePair;
  /** Which words render which; without it, a negation counts whether what it denies is rendered or not. */
  links?: () => readonly WordLink[];
}

/** What the one passage says and the other does not: numbers, dates, negations. */
export function findSlips({ a, b }: PassagePair, { around, links }: SlipContext = {}): Slip[] {
  const slips: Slip[] = [];
  const near = around ?? { a, b };
  const onlyA = lacking(a, b, near);
  const onlyB = lacking(b, a, { a: near.b, b: near.a });
  // Numbers that one may have put for the other are one thing to look at.
  if (onlyA.length > 0 && onlyB.length > 0)
    slips.push({ kind: 'number', reason: { name: 'other-numbers', values: onlyA, here: onlyB } });
  else if (onlyA.length > 0)
    slips.push({ kind: 'number', reason: { name: 'only-base', values: onlyA } });
  else if (onlyB.length > 0)
    slips.push({ kind: 'number', reason: { name: 'only-here', values: onlyB } });
  const [denyA, denyB] = [a, b].map(({ text, language }) =>
    denialsIn(text, languageFamily(language)),
  );
  if (!denyA || !denyB) return slips;
  if (!denyB.isPossible && denyA.clear.length > 0 && isRendered(a, denyA.clear, links?.())) {
    slips.push({ kind: 'negation', reason: { name: 'denied-base' } });
  }
  const turned = () => links?.().map(({ a: inA, b: inB, score }) => ({ a: inB, b: inA, score }));
  if (!denyA.isPossible && denyB.clear.length > 0 && isRendered(b, denyB.clear, turned())) {
    slips.push({ kind: 'negation', reason: { name: 'denied-here' } });
  }
  return slips;
}

/** Links less sure than this show nothing. */
const surely = 0.5;
/** How far from a negation, in words of its clause, the word that it denies may be. */
const reach = 3;

/**
 * Whether the other side renders what one of these words denies. Where it has left out the whole clause, or
 * says it in other words, nothing speaks for a slip; nor where the word of denial itself is rendered.
 */
function isRendered(
  { text, language }: Passage,
  denials: readonly [start: number, end: number][],
  links: readonly WordLink[] | undefined,
): boolean {
  if (!links) return denials.length > 0;
  const sure = links.filter(({ score }) => score >= surely);
  const linked = (start: number, end: number) => sure.some(({ a }) => a[0] < end && a[1] > start);
  return denials.some(([start, end]) => {
    if (linked(start, end)) return false;
    const [before, after] = [text.slice(0, start), text.slice(end)];
    const from = start - (/[^,;:.!?，；：。！？、—]*$/u.exec(before)?.[0].length ?? 0);
    const to = end + (/^[^,;:.!?，；：。！？、—]*/u.exec(after)?.[0].length ?? 0);
    const words = tokenize(text.slice(from, to), language)
      .filter(
        ({ kind, norm }) => kind === 'word' && !isFunctionWord(norm, languageFamily(language)),
      )
      .map((token) => ({ start: from + token.start, end: from + token.end }))
      .filter((token) => token.end <= start || token.start >= end);
    const following = words.filter((token) => token.start >= end).slice(0, reach);
    // “I know not”, „ich weiß nicht“: what is denied may stand before; in Chinese it does not.
    const preceding =
      languageFamily(language) === 'zh'
        ? []
        : words.filter((token) => token.end <= start).slice(-1);
    return [...following, ...preceding].some((token) => linked(token.start, token.end));
  });
}

type Passage = PassagePair['a'];

/**
 * Numbers of one passage that the other does not have; how often each is said does not matter. Small numbers,
 * which are mostly written as words, count only where all number words are read; and where few are, only a
 * number in digits of the other's own speaks against one.
 */
function lacking(passage: Passage, other: Passage, around: PassagePair): number[] {
  const known = mentionedQuantities(around.b.text, other.language);
  const read = [passage.language, other.language].map(numbersRead);
  const least = read.every((each) => each === 'all') ? 0 : maxNumberAsWord + 1;
  const values = quantities(passage.text, passage.language).filter(
    (value) => value >= least && !known.has(value),
  );
  if (values.length === 0 || !read.includes('digits')) return [...new Set(values)];
  const own = mentionedQuantities(around.a.text, passage.language);
  const others = quantities(other.text, other.language);
  return others.some((value) => value >= least && !own.has(value)) ? [...new Set(values)] : [];
}

/** Up to this, numbers are written as words rather than in digits. */
const maxNumberAsWord = 12;
