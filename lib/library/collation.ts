import { LRUCache } from 'lru-cache';
import { joinAlignments } from '../align/table';
import { type ApparatusPart, apparatus } from '../collate/apparatus';
import { type Collation, collate } from '../collate/collation';
import { createClassifier, type DifferenceKind } from '../collate/kinds';
import { tokensOf } from '../collate/witness';
import { InputError } from '../edition/errors';
import { type Edition, sameLanguage, type Work } from '../edition/model';
import { foldings } from '../language/fold';
import { alignAll } from './layout';
import { passageText } from './passage-text';
import { processWide } from './process-wide';
import { contentKey, remember } from './remember';

/** One place of the work, collated among the editions of one language. */
export interface CollatedRow {
  number: number;
  collation: Collation;
  /** The apparatus under the base's text. */
  parts: ApparatusPart[];
  /** Share of columns on which not all agree, 0 to 1. */
  variance: number;
}

export interface WorkCollation {
  base: Edition;
  editions: Edition[];
  rows: CollatedRow[];
}

const cache = processWide(
  'collations',
  () => new LRUCache<string, Promise<WorkCollation>>({ max: 16 }),
);

/** The editions of a work that can be collated with one of them: those of its language. */
export function collatable(work: Work, base: Edition): Edition[] {
  return work.editions.filter((edition) => sameLanguage(edition, base));
}

/**
 * Collates editions of one language, place by place.
 *
 * @param ignore kinds of difference left out of account: those of form when words are matched, all
 *   of them in the apparatus.
 * @throws InputError where fewer than two editions can be collated.
 */
export function collateWork(
  work: Work,
  editions: readonly Edition[],
  base: Edition,
  ignore: readonly DifferenceKind[] = [],
): Promise<WorkCollation> {
  const chosen = editions.filter((edition) => sameLanguage(edition, base));
  if (chosen.length < 2) {
    throw new InputError(
      `“${base.siglum}” is the only edition chosen in its language, and collation needs two`,
      { remedy: 'choose another base, or more editions in that language' },
    );
  }
  return remember(cache, contentKey(work, [base, ...chosen], ...ignore), () =>
    compute(work, chosen, base, ignore),
  );
}

async function compute(
  work: Work,
  editions: readonly Edition[],
  base: Edition,
  ignore: readonly DifferenceKind[],
): Promise<WorkCollation> {
  const others = editions.filter((edition) => edition !== base);
  const order = [base, ...others];
  const pairs = await alignAll(work, order, base);
  const table = joinAlignments(
    base.segments.length,
    pairs.map(({ beads }) => beads),
  );
  const columns = editions.map((edition) => order.indexOf(edition));
  const context = { language: base.language, names: work.names };
  const classify = createClassifier(context);
  const hidden = new Set(ignore);
  const normalize = foldings.filter((folding) => hidden.has(folding));
  const at = editions.indexOf(base);
  const rows = table.rows.map(({ cells }, number): CollatedRow => {
    const collation = collate(
      editions.map(({ siglum }, k) => ({
        siglum,
        tokens: tokensOf(passageText(editions[k], cells[columns[k]]), {
          ...context,
          normalize,
        }),
      })),
    );
    const parts = apparatus(collation, at, classify, hidden);
    const differing = parts.reduce(
      (sum, part) => ('entry' in part ? sum + part.entry.columns[1] - part.entry.columns[0] : sum),
      0,
    );
    return {
      number: number + 1,
      collation,
      parts,
      variance: collation.columns.length === 0 ? 0 : differing / collation.columns.length,
    };
  });
  return { base, editions: [...editions], rows };
}
