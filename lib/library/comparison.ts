import { LRUCache } from 'lru-cache';
import { joinAlignments } from '../align/table';
import { type DifferenceKind, substantiveKinds } from '../collate/kinds';
import { createMarker, type Mark } from '../collate/marks';
import { type Edition, type Segment, sameLanguage, type Work } from '../edition/model';
import { alignInWork, type PairAlignment } from './alignments';
import { type LinkedSentence, linkSentences } from './linked-sentences';
import { contentKey, remember } from './remember';

export interface ComparedSegment {
  segment: Segment;
  /** Place of the segment in its edition, from 0. */
  index: number;
  sentences: LinkedSentence[];
  /** Where it differs from the base (or, in the base, from the others of its language). */
  marks: Mark[];
}

/** How the paragraphs of a cell stand to those of the base. */
export type Division = 'same' | 'merged' | 'split' | 'redivided' | 'missing' | 'added';

export interface Cell {
  siglum: string;
  segments: ComparedSegment[];
  division: Division;
  /** Whether the passage stands in another place in this edition. */
  moved: boolean;
}

export interface ComparedRow {
  number: number;
  score: number;
  cells: Cell[];
  /** How much the editions differ here, 0 to 1; null where nothing is compared by word. */
  variance: number | null;
}

/** Editions side by side: all that the comparison page shows of the texts. */
export interface Comparison {
  base: Edition;
  /** The columns, in the reader's order; the base among them. */
  editions: Edition[];
  /** Per edition: whether its words are compared with the base's. */
  compared: boolean[];
  /** Per edition: the share of words in common with the base, where compared. */
  similarity: (number | null)[];
  rows: ComparedRow[];
}

const cache = new LRUCache<string, Promise<Comparison>>({ max: 32 });

export interface CompareOptions {
  /** Kinds of difference left out of account. */
  ignore?: readonly DifferenceKind[];
  /** Told the share of the alignment that is done, 0 to 1. */
  progress?: (share: number) => void;
}

/** Aligns and compares the chosen editions; recalled when their contents are as before. */
export async function compareEditions(
  work: Work,
  editions: readonly Edition[],
  base: Edition,
  { ignore = [], progress }: CompareOptions = {},
): Promise<Comparison> {
  const key = contentKey(work, [base, ...editions, ...work.editions], ...ignore);
  const found = await remember(cache, key, async () => {
    const pairs = await alignAll(work, editions, base, progress);
    return compute(work, editions, base, pairs, ignore);
  });
  // Metadata may have changed where the texts have not.
  return { ...found, base, editions: [...editions] };
}

const underWay = new Map<string, number>();

/**
 * The comparison if it is ready within `patience` milliseconds, or else the share of the work
 * that is done, 0 to 1; the rest is done meanwhile.
 */
export async function compareSoon(
  work: Work,
  editions: readonly Edition[],
  base: Edition,
  patience: number,
  ignore: readonly DifferenceKind[] = [],
): Promise<Comparison | number> {
  const name = `${work.slug}:${base.siglum}:${editions.map(({ siglum }) => siglum).join()}`;
  const found = compareEditions(work, editions, base, {
    ignore,
    progress: (share) => underWay.set(name, share),
  });
  const done = () => underWay.delete(name);
  found.then(done, done);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  try {
    return (await Promise.race([found, late])) ?? underWay.get(name) ?? 0;
  } finally {
    clearTimeout(timer);
  }
}

/** The base aligned with each other edition, in their order. */
export async function alignAll(
  work: Work,
  editions: readonly Edition[],
  base: Edition,
  progress?: (share: number) => void,
): Promise<PairAlignment[]> {
  const others = editions.filter((edition) => edition !== base);
  const shares = others.map(() => 0);
  return Promise.all(
    others.map((edition, k) =>
      alignInWork(work, base, edition, (share) => {
        shares[k] = share;
        progress?.(shares.reduce((x, y) => x + y, 0) / shares.length);
      }),
    ),
  );
}

function compute(
  work: Work,
  editions: readonly Edition[],
  base: Edition,
  pairs: readonly PairAlignment[],
  ignore: readonly DifferenceKind[],
): Comparison {
  const mark = createMarker({ language: base.language, names: work.names, ignore });
  const others = editions.filter((edition) => edition !== base);
  const table = joinAlignments(
    base.segments.length,
    pairs.map(({ beads }) => beads),
  );
  // Columns of the table: the base first; of the page: as the reader has them.
  const order = [base, ...others];
  const column = editions.map((edition) => order.indexOf(edition));
  const links = linkSentences(base, others, pairs);
  const compared = editions.map((edition) => edition !== base && sameLanguage(edition, base));
  const weights = editions.map(() => ({ shared: 0, size: 0 }));

  // The shape of the bead each base segment is in, for each other edition.
  const shapes = pairs.map(({ beads }) => {
    const shape = new Map<number, [number, number]>();
    for (const { a, b } of beads) for (const i of a) shape.set(i, [a.length, b.length]);
    return shape;
  });

  const rows = table.rows.map((row, number): ComparedRow => {
    const baseSegments = row.cells[0].map((index) => base.segments[index]);
    const baseMarks: Mark[][] = baseSegments.map(() => []);
    const marksOf = new Map<number, Mark[][]>();
    const similarities: number[] = [];
    column.forEach((at, shown) => {
      if (!compared[shown]) return;
      const texts = row.cells[at].map((index) => editions[shown].segments[index].text);
      const size = [...texts, ...baseSegments.map(({ text }) => text)].join('').length;
      weights[shown].size += size;
      if (texts.length === 0 || baseSegments.length === 0) {
        if (size > 0) similarities.push(0);
        return;
      }
      const found = mark(
        baseSegments.map(({ text }) => text),
        texts,
      );
      weights[shown].shared += found.similarity * size;
      similarities.push(found.similarity);
      marksOf.set(shown, found.b);
      found.a.forEach((marks, k) => {
        baseMarks[k].push(...marks);
      });
    });
    const single = compared.filter(Boolean).length === 1;
    const cells = column.map((at, shown): Cell => {
      const edition = editions[shown];
      const marks =
        edition === base ? baseMarks.map((m) => (single ? m : union(m))) : marksOf.get(shown);
      return {
        siglum: edition.siglum,
        moved: row.moved[at],
        division: edition === base ? 'same' : division(row.cells[0], row.cells[at], shapes[at - 1]),
        segments: row.cells[at].map((index, k) => ({
          segment: edition.segments[index],
          index,
          sentences: links.get(edition.siglum)?.[index] ?? [],
          marks: marks?.[k] ?? [],
        })),
      };
    });
    const variance = similarities.length === 0 ? null : 1 - Math.min(...similarities);
    return { number: number + 1, score: row.score, cells, variance };
  });
  return {
    base,
    editions: [...editions],
    compared,
    similarity: weights.map(({ shared, size }, shown) =>
      compared[shown] && size > 0 ? shared / size : null,
    ),
    rows,
  };
}

/** How a cell's paragraphs are divided, by the beads that make up its row. */
function division(
  inBase: number[],
  here: number[],
  shape: Map<number, [number, number]>,
): Division {
  if (here.length === 0) return 'missing';
  if (inBase.length === 0) return 'added';
  const beads = inBase.map((i) => shape.get(i) ?? [1, 0]);
  if (beads.every(([p, q]) => p === 1 && q === 1)) return 'same';
  if (beads.every(([p, q]) => q === 1 && p >= 1)) return 'merged';
  if (beads.every(([p, q]) => p === 1 && q >= 1)) return 'split';
  return 'redivided';
}

/** The one a reader would notice sooner: any difference of wording before one of form. */
function weightier(x: DifferenceKind, y: DifferenceKind): DifferenceKind {
  return substantiveKinds.includes(x) ? x : y;
}

/** Marks of several comparisons laid over one another: stretches that differ from any. */
function union(marks: readonly Mark[]): Mark[] {
  const sorted = marks.filter(({ start, end }) => end > start).sort((x, y) => x.start - y.start);
  const out: Mark[] = [];
  for (const mark of sorted) {
    const last = out.at(-1);
    if (last && mark.start < last.end) {
      last.end = Math.max(last.end, mark.end);
      if (last.kind !== mark.kind) last.kind = 'replace';
      last.difference = weightier(last.difference, mark.difference);
      if (!mark.ignored) delete last.ignored;
    } else out.push({ ...mark, other: '' });
  }
  return out;
}
