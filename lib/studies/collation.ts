import { LRUCache } from 'lru-cache';
import type { LaidRow, LaidTexts } from '../align/layout';
import { apparatus } from '../collate/apparatus';
import { collate } from '../collate/collation';
import { decisionsIn } from '../collate/decisions';
import { applyHandEdits, type HandEdit, type TokenIndex } from '../collate/hand-edits';
import { createClassifier, type DifferenceKind } from '../collate/kinds';
import { beginsInGap, endsInGap, type Surroundings } from '../collate/lacunae';
import { prepareWitnesses } from '../collate/prepare';
import { regularise } from '../collate/regularise';
import { type SegmentStart, tokenPlaces } from '../collate/token-places';
import type { Witness } from '../collate/witness';
import { groupBases } from '../compare/bases';
import { layOut } from '../compare/layout';
import { placeName } from '../compare/place-name';
import { InputError } from '../core/errors';
import { remember } from '../core/memo';
import { processWide } from '../core/process-wide';
import type { CollationEdit } from '../edition/collation-edits';
import { collationKey } from '../edition/hash';
import { type Edition, sameLanguage, type Work } from '../edition/model';
import { lettersOf, passageText } from '../edition/segments';
import type { CollatedRow } from '../formats/prepared';
import { createFold, foldings } from '../language/fold';
import { sharedLanguage } from '../language/literary';

export interface WorkCollation {
  base: Edition;
  editions: Edition[];
  rows: CollatedRow[];
}

/** Letters of the texts whose collations are kept: each takes some hundred bytes. */
const maxLetters = 4_000_000;

const cache = processWide(
  'collations',
  () => new LRUCache<string, Promise<CollatedRow[]>>({ max: 16, maxSize: maxLetters }),
);

/** Editions of one language, at least two, and the base they are collated on. */
export interface CollationGroup {
  /** Primary language tag. */
  language: string;
  base: Edition;
  editions: Edition[];
}

/**
 * The groups of editions that can be collated, the one that was asked for by its base first, then
 * the largest first.
 */
export function collationGroups(
  editions: readonly Edition[],
  bases: readonly Edition[] = [],
): CollationGroup[] {
  const groups = [...groupBases(editions, bases)].map(([language, base]) => ({
    language,
    base,
    editions: editions.filter((edition) => sameLanguage(edition, base)),
  }));
  const asked = (group: CollationGroup) => Number(bases[0] === group.base);
  return groups
    .filter((group) => group.editions.length > 1)
    .sort((x, y) => asked(y) - asked(x) || y.editions.length - x.editions.length);
}

/** The editions of a work that can be collated with one of them: those of its language. */
export function collatable(work: Work, base: Edition): Edition[] {
  return work.editions.filter((edition) => sameLanguage(edition, base));
}

/**
 * The editions chosen that can be collated with the base.
 * @throws InputError where fewer than two can be.
 */
export function chooseCollated(editions: readonly Edition[], base: Edition): Edition[] {
  const chosen = editions.filter((edition) => sameLanguage(edition, base));
  if (chosen.length < 2) {
    throw new InputError(
      `“${base.siglum}” is the only edition chosen in its language, and collation needs two`,
      { remedy: 'choose another base, or more editions in that language' },
    );
  }
  return chosen;
}

/**
 * Collates editions of one language, place by place, throughout.
 *
 * @param ignore kinds of difference ignored: those of form when words are matched, all
 *   of them in the apparatus.
 * @throws InputError where fewer than two editions can be collated.
 */
export async function collateWork(
  work: Work,
  editions: readonly Edition[],
  base: Edition,
  ignore: readonly DifferenceKind[] = [],
): Promise<WorkCollation> {
  const chosen = chooseCollated(editions, base);
  const key = collationKey(work, [base, ...chosen], ...ignore);
  const collateAll = async () => {
    const layout = await layOut(work, chosen, base);
    return collateRows(work, layout, layout.rows, ignore);
  };
  const size = Math.min(1 + lettersOf(chosen), maxLetters);
  const rows = await remember(cache, key, collateAll, size);
  // The caller's own editions: the rows may be of the same work as it was loaded before.
  return { base, editions: chosen, rows };
}

/**
 * Collates the words of some rows of a layout; its editions are of one language. The rules and
 * changes by hand of the work, and the rules of its library, are applied.
 */
export function collateRows(
  work: Pick<
    Work,
    'names' | 'rules' | 'libraryRules' | 'ruleSets' | 'collationEdits' | 'apparatus'
  >,
  { base, editions, rows: all }: Pick<LaidTexts, 'base' | 'editions' | 'rows'>,
  rows: readonly LaidRow[],
  ignore: readonly DifferenceKind[] = [],
): CollatedRow[] {
  const language = sharedLanguage(base.language, ...editions.map((each) => each.language));
  const context = { language, names: work.names };
  const classify = createClassifier(context);
  const hidden = new Set(ignore);
  const normalize = foldings.filter((folding) => hidden.has(folding));
  const fold = createFold(normalize, context);
  const at = editions.indexOf(base);
  const surroundingsOf = surroundings(editions, all);
  return rows.map(({ number, cells }): CollatedRow => {
    const segments = new Map(
      editions.map((edition, k) => [edition.siglum, segmentStarts(edition, cells[k].indices)]),
    );
    const prepared = prepareWitnesses(
      editions.map((edition, k) => ({
        siglum: edition.siglum,
        text: passageText(edition, cells[k].indices),
      })),
      { ...context, normalize },
    );
    const witnesses = regularise(prepared, work.rules ?? [], {
      fold,
      segments,
      library: work.libraryRules,
      sets: work.ruleSets,
      language,
    });
    const collation = applyHandEdits(
      collate(witnesses),
      handEdits(work.collationEdits ?? [], witnesses, segments),
    );
    const { lemma } = work.apparatus ?? {};
    const around = surroundingsOf(cells, number);
    const decisions = decisionsIn(collation, work.collationEdits ?? [], segments);
    const parts = apparatus(collation, at, classify, { hidden, lemma, around, decisions });
    const differing = parts.reduce(
      (sum, part) => ('entry' in part ? sum + part.entry.columns[1] - part.entry.columns[0] : sum),
      0,
    );
    return {
      number,
      name: placeName(
        number,
        cells.flatMap(({ indices }, k) => indices.map((index) => editions[k].segments[index])),
      ),
      collation,
      parts,
      around,
      decisions,
      segments,
      variance: collation.columns.length === 0 ? 0 : differing / collation.columns.length,
    };
  });
}

/**
 * Tells which editions go on before a place and after it, and say of nothing between that it is missing. Others
 * have not begun there, have broken off, or are not preserved. What its editor says of an edition's ends goes first.
 */
export function surroundings(
  editions: readonly Edition[],
  rows: readonly LaidRow[],
): (cells: LaidRow['cells'], number: number) => Surroundings {
  const present = editions.map((_, k) => rows.filter(({ cells }) => cells[k].indices.length > 0));
  return (cells, number) => {
    const before = new Set<number>();
    const after = new Set<number>();
    const lost = { start: new Set<number>(), end: new Set<number>() };
    editions.forEach(({ segments, lacunae = [] }, k) => {
      const own = cells[k].indices;
      const last = present[k].findLast((row) => row.number < number)?.cells[k].indices.at(-1);
      const next = present[k].find((row) => row.number > number)?.cells[k].indices[0];
      // What stands there, or in its stead, on the other side.
      const [first, end] = [own[0] ?? next, own.at(-1) ?? last];
      const isGap = (x: number | undefined, y: number | undefined) =>
        (x !== undefined && endsInGap(segments[x].text)) ||
        (y !== undefined && beginsInGap(segments[y].text));
      const isWhole = lacunae === 'none';
      if (isWhole || (last !== undefined && !isGap(last, first))) before.add(k);
      else if (lacunae.includes('start')) lost.start.add(k);
      if (isWhole || (next !== undefined && !isGap(end, next))) after.add(k);
      else if (lacunae.includes('end')) lost.end.add(k);
    });
    return { before, after, lost };
  };
}

/** Where the segments of a passage start in its text; see `passageText`. */
function segmentStarts({ segments }: Edition, indices: readonly number[]): SegmentStart[] {
  let start = 0;
  return indices.map((index) => {
    const { id, text } = segments[index];
    const found = { segment: id, start };
    start += text.length + 2;
    return found;
  });
}

/** The changes by hand that are of these passages, all their words being here. */
function handEdits(
  edits: readonly CollationEdit[],
  witnesses: readonly Witness[],
  segments: ReadonlyMap<string, readonly SegmentStart[]>,
): HandEdit[] {
  if (edits.length === 0) return [];
  const places = witnesses.map(({ siglum, tokens }) =>
    tokenPlaces(tokens, segments.get(siglum) ?? []),
  );
  return edits.flatMap(({ kind, places: targets }) => {
    if (kind !== 'together' && kind !== 'apart') return [];
    const tokens = targets.map(({ edition, segment, start = 0 }): TokenIndex => {
      const witness = witnesses.findIndex(({ siglum }) => siglum === edition);
      const token = (places[witness] ?? []).findIndex(
        (place) => place?.segment === segment && place.start <= start && start < place.end,
      );
      return { witness, token };
    });
    // Editions that are not shown are not missed, as long as there is something to stand beside.
    const here = tokens.filter(({ token }) => token >= 0);
    const isWhole = tokens[0].token >= 0 && (kind === 'apart' || here.length > 1);
    return isWhole ? [{ kind, tokens: here }] : [];
  });
}
