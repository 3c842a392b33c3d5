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
   * by index. Absent where the file says nothing of it.
   */
  rows?: number[][][];
  /** The title of the work, where the file tells one apart from its editions'. */
  title?: string;
  /** Other names of one thing, as a work keeps them. */
  names?: string[][];
}

/** A file as it was given: its bytes, and the name that messages use and whose ending tells much. */
export interface GivenFile {
  bytes: Uint8Array;
  name: string;
  /** Whether it is one text, also where it looks like several side by side in a table. */
  asOne?: boolean;
}

/** A document whose lines are inside an archive, where nobody would look for them. */
export function withoutLines(
  { editions, ...document }: IngestedDocument,
  more: readonly string[] = [],
): IngestedDocument {
  return {
    ...document,
    editions: editions.map((draft, k) => ({
      ...draft,
      warnings: [...draft.warnings.map(({ message }) => message), ...(k === 0 ? more : [])].map(
        (message) => ({ message }),
      ),
    })),
  };
}

/** Counts what a format says and an edition cannot keep, so that each kind is told once. */
export class Losses {
  private readonly counts = new Map<string, { count: number; line?: number }>();

  /** @param what in the plural: “images”. */
  add(what: string, line?: number): void {
    const known = this.counts.get(what);
    if (known) known.count++;
    else this.counts.set(what, { count: 1, line });
  }

  /** One warning for each kind, with the line of the first. */
  warnings(): { line?: number; message: string }[] {
    return [...this.counts].map(([what, { count, line }]) => ({
      ...(line === undefined ? {} : { line }),
      message: `not kept: ${what} (${count})`,
    }));
  }
}
