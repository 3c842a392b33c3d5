import type { ApparatusForm } from '../edition/apparatus-form';
import type { ApparatusEntry, ApparatusPart } from './apparatus-entry';
import type { Collation, CollationToken } from './collation';
import { type Decisions, decidedOf, noDecisions } from './decisions';
import { type Classify, type Context, entryOf, lacunaEntries } from './entries';
import { exchangedWords } from './exchanged';
import { type DifferenceKind, substantiveKinds } from './kinds';
import { findLacunae, type Lacuna, type Surroundings } from './lacunae';
import { withLemmata } from './lemmata';
import { alikeLetters } from './likeness';
import { openingMarks } from './mark-sides';
import { type ParagraphEnds, paragraphEnds } from './paragraph-ends';
import { findTranspositions, type Transposition } from './transpositions';
import { type Place, variationPlaces } from './variation';
import { endsParagraph } from './witness';
import { partWords } from './word-gaps';

export interface ApparatusOptions {
  /** Kinds of difference to leave out; witnesses that differ so agree with the lemma. */
  hidden?: ReadonlySet<DifferenceKind>;
  /** What is the lemma: the base's words by default. */
  lemma?: ApparatusForm['lemma'];
  /** Who goes on beyond it; see `findLacunae`. Of those that leave all of it out one entry says so. */
  around?: Surroundings;
  /** Whether those are named in each entry instead, as where a text is put together from its entries. */
  dividesOmissions?: boolean;
  /** What people have decided of it; see `decisionsIn`. */
  decisions?: Decisions;
  /** Whether witnesses differ where a paragraph ends in one but not in another. */
  paragraphs?: boolean;
}

/**
 * The critical apparatus of a collation under one of its witnesses.
 *
 * Columns that differ and stand together are one place, divided where the lemma can be (see
 * `variationPlaces`); within it, witnesses that have the same words (compared by `n`) are one reading.
 * A witness counts in no entry of its lacunae. With the base's words as lemmata, joining the shared
 * stretches and the lemmata, each with its space, gives the base's text to the letter.
 *
 * @param base index of the witness that is the text.
 */
export function apparatus(
  collation: Collation,
  base: number,
  classify: Classify,
  {
    hidden = new Set(),
    lemma = 'base',
    around,
    paragraphs = false,
    dividesOmissions = paragraphs,
    decisions = noDecisions,
  }: ApparatusOptions = {},
): ApparatusPart[] {
  const { columns } = collation;
  const opening = openingMarks(columns);
  const found = findTranspositions(collation, base, decisions, opening);
  const missing = findLacunae(collation, base, found, around).filter(
    ({ witness, kind }) => witness !== base && !(dividesOmissions && kind === 'omitted'),
  );
  const isAbsent = (w: number, c: number) =>
    missing.some(({ witness, columns: [from, to] }) => witness === w && from <= c && c < to);
  const ends = paragraphs ? paragraphEnds(collation, base, missing) : null;
  const isForm = (x: string, y: string) =>
    !substantiveKinds.includes(classify(x, y)) ||
    (isOneWord(x) && isOneWord(y) && alikeLetters(x, y) > 0);
  const judge: Classify = (x, y) =>
    ends && oneSpaced(x) === oneSpaced(y) ? 'whitespace' : classify(x, y);
  const exchanges = exchangedWords(collation, base, isAbsent, decidedOf(decisions, base));
  const own = { collation, base, classify: judge, hidden, isAbsent, ends, opening, exchanges };
  const whole = exchanges.map(({ columns: place }) => place);
  const entriesWith = (moves: readonly Transposition[]) => {
    const cuts = cutsOf(collation, base, missing, moves, ends);
    const options = { cuts, differs: ends?.differs, opening, isForm, whole };
    const places = variationPlaces(collation, base, isAbsent, options);
    const context: Context = { ...own, moves };
    return { context, entries: places.map((place) => entryOf(context, place)) };
  };
  const isExchange = (move: Transposition) =>
    exchanges.some(
      ({ witness, columns: [from, to] }) =>
        witness === move.witness &&
        [move.base, move.there].every((place) => from <= place[0] && place[1] <= to),
    );
  const moves = hidden.has('transposition') ? [] : found.filter((move) => !isExchange(move));
  const all = entriesWith(moves);
  const shown = shownTwice(moves, all.entries);
  const { context, entries } = shown.length < moves.length ? entriesWith(shown) : all;

  const parts: ApparatusPart[] = [];
  const share = (from: number, to: number) => {
    let text = '';
    for (let c = from; c < to; c++) text += columns[c][base]?.t ?? '';
    const last = parts.at(-1);
    if (text === '') return;
    if (last && 'shared' in last) last.shared += text;
    else parts.push({ shared: text });
  };
  let at = 0;
  const edges = lacunaEntries(context, missing);
  const goTo = (column: number) => {
    while (edges.length > 0 && edges[0].columns[0] <= column) {
      const entry = edges.shift()!;
      share(at, Math.max(at, entry.columns[0]));
      at = Math.max(at, entry.columns[0]);
      parts.push({ entry });
    }
    share(at, column);
    at = column;
  };
  for (const entry of entries) {
    const [from, to] = entry.columns;
    goTo(from);
    // Without readings it says where a paragraph ends that goes on in a gap of a witness.
    const ended = ends && !entry.ends && endsParagraph(columns[to - 1][base]);
    if (entry.readings.length === 0 && !ended) continue;
    divideSpace(context, entry, parts);
    parts.push({ entry });
    at = to;
  }
  goTo(columns.length);
  partWords(collation, base, parts);
  return withLemmata(parts, judge, lemma, decisions.lemmata);
}

/**
 * The transpositions that people have marked, and those of which entries show both places: where one of them has
 * other words, which do not belong to it, a reader would look for the other in vain.
 */
function shownTwice(
  moves: readonly Transposition[],
  entries: readonly ApparatusEntry[],
): Transposition[] {
  const shown = (siglum: string, number: number, [from, to]: Place) =>
    entries.some(
      ({ columns, readings }) =>
        from <= columns[0] &&
        columns[1] <= to &&
        readings.some(({ move, sigla }) => move === number && sigla.includes(siglum)),
    );
  return moves.filter(({ number, witness, base, there, isMarked }) => {
    const siglum = entries[0]?.witnesses[witness] ?? '';
    return isMarked || (shown(siglum, number, base) && shown(siglum, number, there));
  });
}

/**
 * Gives the white space before an entry to its readings, where a witness has other than the base: before
 * what is added to the end of a sentence there is none in the base.
 */
function divideSpace(
  { collation: { witnesses, columns }, base, ends }: Context,
  entry: ApparatusEntry,
  parts: readonly ApparatusPart[],
): void {
  const {
    columns: [from],
    space,
    readings,
  } = entry;
  const before = parts.findLast((part) => !('entry' in part && part.entry.lacuna));
  if (!before) return;
  const spaceBefore = (w: number) => {
    for (let c = from - 1; c >= 0; c--) {
      const token = columns[c][w];
      // Where paragraphs count, their ends stay with the words that they end in.
      if (ends && endsParagraph(token)) return null;
      if (token) return /\s*$/.exec(token.t)?.[0] ?? '';
    }
    return '';
  };
  const own = spaceBefore(base) ?? '';
  // Of witnesses that have one reading some may end a sentence here: no words are run together.
  const theirs = readings.map(
    ({ sigla }) =>
      sigla.map((siglum) => spaceBefore(witnesses.indexOf(siglum))).find(Boolean) ?? '',
  );
  if ('entry' in before) {
    divideSpaceBetween(before.entry, entry, (siglum) => spaceBefore(witnesses.indexOf(siglum)));
    return;
  }
  if (theirs.every((each) => each === own)) return;
  before.shared = before.shared.slice(0, before.shared.length - own.length);
  space.before = own + space.before;
  readings.forEach((reading, k) => {
    reading.space.before = theirs[k] + reading.space.before;
  });
}

/**
 * As `divideSpace`, where another entry stands right before: the space after its lemma, or a reading, goes to
 * this entry where a mark follows without one in some of its witnesses.
 *
 * @param spaceBefore null where a paragraph of the witness ends before the entry.
 */
function divideSpaceBetween(
  before: ApparatusEntry,
  entry: ApparatusEntry,
  spaceBefore: (siglum: string) => string | null,
): void {
  const groups = [entry, ...entry.readings];
  for (const last of [before, ...before.readings]) {
    const spaces = groups.map(({ sigla }) =>
      sigla.filter((siglum) => last.sigla.includes(siglum)).map(spaceBefore),
    );
    const isLemma = last === before;
    // The ends of paragraphs stay, and the base has no space but its own.
    const isMoved =
      /^[^\S\n]+$/.test(last.space.after) &&
      spaces.flat().includes('') &&
      (isLemma || spaces[0].every((each) => each === ''));
    if (isMoved) {
      if (isLemma) entry.space.before = last.space.after + entry.space.before;
      last.space.after = '';
    } else if (!isLemma || last.space.after !== '') continue;
    // Of witnesses that have one reading some may end a sentence there: no words are run together.
    entry.readings.forEach(({ space }, k) => {
      space.before = (spaces[k + 1].find(Boolean) ?? '') + space.before;
    });
  }
}

/** Columns at which an entry begins in any case: paragraphs, lacunae, and what is transposed. */
function cutsOf(
  { columns }: Collation,
  base: number,
  lacunae: readonly Lacuna[],
  moves: readonly Transposition[],
  ends: ParagraphEnds | null,
): Set<number> {
  const cuts = new Set<number>();
  for (const { columns: place } of lacunae) for (const c of place) cuts.add(c);
  for (const { base: own, there } of moves) for (const c of [...own, ...there]) cuts.add(c);
  columns.forEach((column, c) => {
    const cut = ends
      ? ends.inAll(c) && (endsParagraph(column[base]) || columns[c + 1]?.[base])
      : endsParagraph(column[base]);
    if (cut) cuts.add(c + 1);
  });
  return cuts;
}

/**
 * Whether all witnesses have the same in a column. A token of which folding leaves nothing (a
 * comma, where punctuation does not count) is as good as none.
 */
export function agreed(column: readonly (CollationToken | null)[]): boolean {
  const first = column[0]?.n ?? '';
  return column.every((token) => (token?.n ?? '') === first);
}

const isOneWord = (text: string): boolean => /^[\p{L}\p{M}’'-]+$/u.test(text);

const oneSpaced = (text: string): string => text.trim().replace(/\s+/g, ' ');
