import type { Omission, Warning } from '../edition/model';
import { omissionWarning } from '../edition/omissions';
import type { EditionDraft } from '../edition/read';

/**
 * What a file of another format holds: one edition, or several with what the file knows of
 * their correspondence.
 */
export interface IngestedDocument {
  /** Each with its own warnings: what could not be kept. */
  editions: EditionDraft[];
  /**
   * Which segments the file puts side by side: a row a place, a cell an edition, in their order,
   * by index; null where it says nothing of that edition. Absent where the file says nothing of it.
   */
  rows?: (number[] | null)[][];
  /** The title of the work, where the file says one apart from its editions'. */
  title?: string;
  /** Other names of one thing, as a work keeps them. */
  names?: string[][];
}

/** A file as it was given: its bytes, and the name that messages use and whose ending says much. */
export interface GivenFile {
  bytes: Uint8Array;
  name: string;
  /** Whether it is one text, also where it looks like several side by side in a table. */
  asOne?: boolean;
  /** The encoding of a text, by any of its names, where it is known; found out by default. */
  encoding?: string;
}

/** A document with warnings of the file as a whole, before those of its first edition. */
export const withWarnings = (
  { editions, ...document }: IngestedDocument,
  warnings: readonly Warning[],
): IngestedDocument => ({
  ...document,
  editions: editions.map((draft, k) =>
    k === 0 ? { ...draft, warnings: [...warnings, ...draft.warnings] } : draft,
  ),
});

/** A document whose lines are inside an archive, where nobody would look for them. */
export function withoutLines(
  { editions, ...document }: IngestedDocument,
  more: readonly Warning[] = [],
): IngestedDocument {
  return {
    ...document,
    editions: editions.map((draft, k) => ({
      ...draft,
      warnings: [...draft.warnings, ...(k === 0 ? more : [])].map(({ message, omitted }) => ({
        message,
        ...(omitted
          ? { omitted: { ...omitted, words: omitted.words.map(({ text }) => ({ text })) } }
          : {}),
      })),
    })),
  };
}

/** Stretches of one kind whose words are kept for the report, and the letters of each. */
const maxStretches = 2000;
const maxLetters = 4000;
/** Counts what a format says and an edition does not keep, so that each kind is reported once. */
export class Losses {
  private readonly found = new Map<string, Omission & { line?: number; marked?: boolean }>();

  /**
   * @param what in the plural: “images”.
   * @param words the words that are left out with it, if any.
   */
  add(what: string, line?: number, words = ''): void {
    this.count(what, line, words, false);
  }

  /** Words that are kept otherwise than as text. @param what “page numbers, as page marks”. */
  mark(what: string, line?: number, words = ''): void {
    this.count(what, line, words, true);
  }

  private count(what: string, line: number | undefined, words: string, marked: boolean): void {
    let known = this.found.get(what);
    if (!known) {
      known = { what, count: 0, words: [], line, marked };
      this.found.set(what, known);
    }
    known.count++;
    const text = words.replace(/\s+/g, ' ').trim();
    if (text === '' || known.words.length >= maxStretches) return;
    known.words.push({ ...(line === undefined ? {} : { line }), text: text.slice(0, maxLetters) });
  }

  /** One warning for each kind, with the line of the first. */
  warnings(): Warning[] {
    return [...this.found.values()].map(({ line, marked, ...omitted }) =>
      omissionWarning(omitted, line, marked ? 'kept apart' : 'not kept'),
    );
  }
}
