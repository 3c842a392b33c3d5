import type { RuleClass } from '../edition/regularisation';
import type { DifferenceKind } from './kinds';
import type { Lacuna } from './lacunae';
import type { Place } from './variation';

/** A reading: what some witnesses have in a place. Empty text: they have nothing there. */
export interface Reading {
  text: string;
  /** White space before and after the words in the first of its witnesses. */
  space: { before: string; after: string };
  sigla: string[];
  /** How it differs from the lemma. */
  kind: DifferenceKind;
  /** Of a collation `asWritten`: the class of the rules by which it is read as the lemma. */
  regularised?: RuleClass;
  /** As it is printed, where its entry is about marks: with the words beside them. */
  carried?: string;
  /** As it is printed, where no words stand beside it that all have: without marks that belong to those. */
  trimmed?: string;
  /** Of a transposition: its number, which the place where the words stand otherwise has, too. */
  move?: number;
}

/** An apparatus entry (TEI P5, chapter 12): a lemma, and the readings that differ from it. */
export interface ApparatusEntry {
  /** The base's words; empty where it has none. */
  lemma: string;
  /** White space before and after the lemma in the base. */
  space: { before: string; after: string };
  /** All witnesses of the collation, in their order. */
  witnesses: readonly string[];
  /** The witnesses that agree with the base, itself included. */
  sigla: string[];
  readings: Reading[];
  /** First and last column, the last excluded. */
  columns: Place;
  /** Where paragraphs count: whether all witnesses are at the end of a paragraph after this. */
  ends?: boolean;
  /** The base's word before, or after where there is none: what an entry without lemma stands by. */
  beside: { word: string; side: 'before' | 'after' } | null;
  /** The lemma as it is printed, where the entry is about marks: with the words beside them. */
  carried?: string;
  /**
   * Of an entry that says where a witness has its text: its readings, without words, name the witnesses
   * that begin here, break off here, or have nothing from here.
   */
  lacuna?: LacunaEdge;
}

/** `from`: the text of a witness is missing from here on; `to`: up to here. */
export interface LacunaEdge {
  edge: 'from' | 'to';
  kind: Lacuna['kind'];
}

/** The base text in order: stretches on which all agree, and entries. */
export type ApparatusPart = { shared: string } | { entry: ApparatusEntry };

/** The number an entry has in its place: footnote letters would run out. */
export function numberEntries(
  parts: readonly ApparatusPart[],
): { part: ApparatusPart; n: number }[] {
  let n = 0;
  return caretsAfterWords(parts).map((part) => ({ part, n: 'entry' in part ? ++n : 0 }));
}

/**
 * The same text, with what stands for no words right after the word before: the space between that
 * and the next word follows. Between paragraphs it stays where the next begins.
 */
export function caretsAfterWords(parts: readonly ApparatusPart[]): ApparatusPart[] {
  const out = [...parts];
  for (const [at, part] of parts.entries()) {
    const before = out[at - 1];
    if (!before || !('entry' in part) || part.entry.lemma !== '') continue;
    const text = 'shared' in before ? before.shared : before.entry.space.after;
    const gap = /[^\S\n]*$/.exec(text)?.[0] ?? '';
    const left = text.slice(0, text.length - gap.length);
    const { space } = part.entry;
    if (gap + space.before === '' || /\n/.test(space.before) || left.endsWith('\n')) continue;
    out[at - 1] =
      'shared' in before
        ? { shared: left }
        : { entry: { ...before.entry, space: { ...before.entry.space, after: left } } };
    out[at] = {
      entry: { ...part.entry, space: { before: '', after: gap + space.before + space.after } },
    };
  }
  return out;
}
