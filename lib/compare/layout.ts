import { LRUCache } from 'lru-cache';
import type { Division, LaidCell, LaidRow, LaidTexts } from '../align/layout';
import { joinAlignments } from '../align/table';
import { remember } from '../core/memo';
import { type Pending, pending, ready } from '../core/pending';
import { processWide } from '../core/process-wide';
import { within } from '../core/promises';
import { contentKey } from '../edition/hash';
import { type Edition, sameLanguage, type Work } from '../edition/model';
import { alignInWork, type PairAlignment } from './alignments';

/** Editions side by side: which segments stand in which row. */
export interface Layout extends LaidTexts {
  /** The base with each other edition, in the order of `editions`. */
  pairs: PairAlignment[];
  /** The row, by its index, of each segment of each edition. */
  rowOf: Int32Array[];
}

const cache = processWide('layouts', () => new LRUCache<string, Promise<Layout>>({ max: 32 }));

/** Lays the chosen editions out; recalled when their contents are as before. */
export async function layOut(
  work: Work,
  editions: readonly Edition[],
  base: Edition,
  progress?: (share: number) => void,
): Promise<Layout> {
  const key = contentKey(work, [base, ...editions, ...work.editions]);
  const found = await remember(cache, key, async () =>
    compute(editions, base, await alignAll(work, editions, base, progress)),
  );
  // Metadata may have changed where the texts have not.
  return { ...found, base, editions: [...editions] };
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

function compute(editions: readonly Edition[], base: Edition, pairs: PairAlignment[]): Layout {
  const table = joinAlignments(
    base.segments.length,
    pairs.map(({ beads }) => beads),
  );
  // Columns of the table: the base first; of the page: as the reader has them.
  const order = [base, ...editions.filter((edition) => edition !== base)];
  const column = editions.map((edition) => order.indexOf(edition));
  // The shape of the bead each base segment is in, for each other edition.
  const shapes = pairs.map(({ beads }) => {
    const shape = new Map<number, [number, number]>();
    for (const { a, b } of beads) for (const i of a) shape.set(i, [a.length, b.length]);
    return shape;
  });
  const rowOf = editions.map(({ segments }) => new Int32Array(segments.length).fill(-1));
  const rows = table.rows.map(
    (row, index): LaidRow => ({
      number: index + 1,
      score: row.score,
      cells: column.map((at, shown): LaidCell => {
        const indices = row.cells[at];
        for (const segment of indices) rowOf[shown][segment] = index;
        return {
          indices,
          moved: row.moved[at],
          division: at === 0 ? 'same' : division(row.cells[0], indices, shapes[at - 1]),
        };
      }),
    }),
  );
  return {
    base,
    editions: [...editions],
    compared: editions.map((edition) => edition !== base && sameLanguage(edition, base)),
    pairs,
    rows,
    rowOf,
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

const underWay = processWide('layouts under way', () => new Map<string, number>());

/**
 * The layout if it is ready within `timeoutMs` milliseconds, or else the share of the work that is
 * done, 0 to 1; the rest is done meanwhile.
 */
export async function layOutSoon(
  work: Work,
  editions: readonly Edition[],
  base: Edition,
  timeoutMs: number,
): Promise<Pending<Layout>> {
  const name = `${work.slug}:${base.siglum}:${editions.map(({ siglum }) => siglum).join()}`;
  const found = layOut(work, editions, base, (share) => underWay.set(name, share));
  const done = () => underWay.delete(name);
  found.then(done, done);
  const layout = await within(found, timeoutMs);
  return layout ? ready(layout) : pending(underWay.get(name) ?? 0);
}
