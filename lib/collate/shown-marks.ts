import type { Mark, Stretch } from './marks';
import { unionOfMarks } from './union-of-marks';
import { wordingKinds } from './wording';

/**
 * How much of what differs is marked: all of it; what most readers look for, with differences of
 * form kept quiet and freely worded passages marked by what they share; or nothing.
 */
export const strengths = ['notable', 'all', 'off'] as const;
export type Strength = (typeof strengths)[number];

/** The next in the order of a key that goes through them. */
export function nextStrength(strength: Strength): Strength {
  return strengths[(strengths.indexOf(strength) + 1) % strengths.length];
}

/** What is marked, at notable strength, of passages that share few words. */
export const freeMarks = ['shared', 'words'] as const;
export type FreeMarks = (typeof freeMarks)[number];

export interface MarksAsked {
  strength: Strength;
  free: FreeMarks;
  /** Whether ignored differences are shown. */
  faint: boolean;
  /** The one column whose differences are wanted; null for those of all. */
  against: number | null;
}

interface Compared {
  segment: { text: string };
  marks: readonly Mark[];
  shared?: readonly Stretch[];
  comparisons?: readonly { other: number; marks: readonly Mark[]; shared?: readonly Stretch[] }[];
}

export interface ShownMarks {
  marks: Mark[];
  /** Stretches in common with the other edition, marked in place of the differences. */
  shared: Stretch[];
}

/**
 * What is marked in a segment, of all that differs.
 *
 * @param column the segment's own column.
 * @param bases per column: the column it is compared with; see `LaidTexts.against`.
 */
export function shownMarks(
  compared: Compared,
  { strength, free, faint, against }: MarksAsked,
  column: number,
  bases: readonly (number | null)[],
): ShownMarks {
  if (strength === 'off') return { marks: [], shared: [] };
  const sides = wantedSides(compared, against, column, bases);
  const wanted = (marks: readonly Mark[]) => marks.filter(({ ignored }) => faint || !ignored);
  const laid = (each: readonly { marks: readonly Mark[] }[]) =>
    each.length === 1
      ? wanted(each[0].marks)
      : unionOfMarks(each.map(({ marks }) => wanted(marks)));
  if (strength === 'all') return { marks: laid(sides), shared: [] };
  const close = sides.filter(({ shared }) => !shared);
  const { text } = compared.segment;
  if (close.length > 0 || sides.length === 0) {
    return { marks: laid(close).map((mark) => onWords(mark, text)), shared: [] };
  }
  if (free === 'words') return { marks: laid(sides).flatMap(wordsOf), shared: [] };
  return { marks: [], shared: joined(sides.flatMap(({ shared = [] }) => shared)) };
}

/** What another edition has in place of a marked stretch. */
export interface OtherReading {
  /** Column of that edition. */
  column: number;
  /** Empty where it has nothing there. */
  text: string;
  difference: Mark['difference'];
  /** Whether the words stand in another place there. */
  moved: boolean;
}

/** What the editions that a segment is compared with have in place of one of its marks. */
export function otherReadings(
  compared: Compared,
  { start, end }: Pick<Mark, 'start' | 'end'>,
  against: number | null,
  column: number,
  bases: readonly (number | null)[],
): OtherReading[] {
  return wantedSides(compared, against, column, bases).flatMap(({ other, marks }) => {
    const here = marks.filter((mark) =>
      start === end || mark.start === mark.end
        ? mark.start === start && mark.end === end
        : mark.start < end && start < mark.end,
    );
    if (here.length === 0) return [];
    const moved = here.every(({ kind }) => kind === 'move');
    return [
      {
        column: other,
        text: here.map((mark) => mark.other).join(' … '),
        difference: here[0].difference,
        moved,
      },
    ];
  });
}

/** The comparisons of a segment that a reader asked for. */
function wantedSides(
  compared: Compared,
  against: number | null,
  column: number,
  bases: readonly (number | null)[],
): readonly { other: number; marks: readonly Mark[]; shared?: readonly Stretch[] }[] {
  const sides = compared.comparisons ?? [{ other: bases[column] ?? column, ...compared }];
  const base = against === null ? null : (bases[against] ?? null);
  // Columns of another group, and the choice of a base, leave everything as it is.
  if (base === null || (column !== base && bases[column] !== base)) return sides;
  if (column === base)
    return compared.comparisons ? sides.filter(({ other }) => other === against) : sides;
  return column === against ? sides : [];
}

/** A mark of wording without the punctuation at its ends. */
function onWords(mark: Mark, text: string): Mark {
  if (!ofWording.includes(mark.difference)) return mark;
  let { start, end } = mark;
  while (start < end && !isLetter(text[start])) start++;
  while (end > start && !isLetter(text[end - 1])) end--;
  return end > start ? { ...mark, start, end } : mark;
}

const ofWording: readonly string[] = wordingKinds;
/** Halves of surrogate pairs are taken for letters. */
const isLetter = (unit: string): boolean => /[\p{L}\p{N}\p{M}\p{Cs}]/u.test(unit);

/** A mark cut down to the words of meaning that are only here. */
function wordsOf(mark: Mark): Mark[] {
  return (mark.free ?? []).map(([start, end]) => ({ ...mark, start, end, detail: undefined }));
}

/** Stretches in order, those that meet as one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (const [start, end] of [...stretches].sort((x, y) => x[0] - y[0])) {
    const last = out.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}
