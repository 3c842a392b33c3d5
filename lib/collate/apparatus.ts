import type { ApparatusForm } from '../edition/apparatus-form';
import type { ApparatusEntry, ApparatusPart, LacunaEdge, Reading } from './apparatus-entry';
import type { Collation, CollationToken } from './collation';
import type { DifferenceKind } from './kinds';
import { findLacunae, type Lacuna } from './lacunae';
import { byMajority } from './majority';
import { regularisedAs } from './regularise';
import { findTranspositions, type Transposition } from './transpositions';
import { type Place, variationPlaces } from './variation';
import { endsParagraph, textOfTokens } from './witness';

type Classify = (base: string, reading: string) => DifferenceKind;

export interface ApparatusOptions {
  /** Kinds of difference to leave out; witnesses that differ so agree with the lemma. */
  hidden?: ReadonlySet<DifferenceKind>;
  /** Where witnesses are lacunose; found by default. */
  lacunae?: readonly Lacuna[];
  /** What is the lemma: the base's words by default. */
  lemma?: ApparatusForm['lemma'];
  /** Whether witnesses differ where a paragraph ends in one but not in another. */
  paragraphs?: boolean;
}

/**
 * The critical apparatus of a collation under one of its witnesses.
 *
 * Columns that differ and stand together are one place, divided where the lemma can be (see
 * `variationPlaces`); within it, witnesses that have the same words (compared by `n`) are one reading.
 * A witness counts in no entry of its lacunae. With the base's words as lemmata, joining the shared stretches and the lemmata, each with its
 * space, gives the base's text to the letter.
 *
 * @param base index of the witness that is the text.
 */
export function apparatus(
  collation: Collation,
  base: number,
  classify: Classify,
  {
    hidden = new Set(),
    lacunae = findLacunae(collation, base),
    lemma = 'base',
    paragraphs = false,
  }: ApparatusOptions = {},
): ApparatusPart[] {
  const { columns } = collation;
  const missing = lacunae.filter(({ witness }) => witness !== base);
  const isAbsent = (w: number, c: number) =>
    missing.some(({ witness, columns: [from, to] }) => witness === w && from <= c && c < to);
  const moves = hidden.has('transposition') ? [] : findTranspositions(collation, base);
  const ends = paragraphs ? paragraphEnds(collation, base) : null;
  const cuts = cutsOf(collation, base, missing, moves, ends);
  const places = variationPlaces(collation, base, isAbsent, cuts, ends?.differs);
  const judge: Classify = (x, y) =>
    ends && oneSpaced(x) === oneSpaced(y) ? 'whitespace' : classify(x, y);
  const context: Context = { collation, base, classify: judge, hidden, isAbsent, moves, ends };

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
  for (const [from, to] of places) {
    goTo(from);
    const entry = entryOf(context, [from, to]);
    if (entry.readings.length === 0) continue;
    divideSpace(context, entry, parts);
    parts.push({ entry });
    at = to;
  }
  goTo(columns.length);
  return lemma === 'majority' ? byMajority(parts, judge) : parts;
}

/**
 * Gives the white space before an entry to its readings, where a witness has other than the base: before
 * what is added to the end of a sentence there is none in the base.
 */
function divideSpace(
  { collation: { witnesses, columns }, base, ends }: Context,
  { columns: [from], space, readings }: ApparatusEntry,
  parts: readonly ApparatusPart[],
): void {
  const before = parts.findLast((part) => !('entry' in part && part.entry.lacuna));
  if (!before) return;
  const spaceBefore = (w: number) => {
    for (let c = from - 1; c >= 0; c--) {
      const token = columns[c][w];
      // Where paragraphs count, their ends stay with the words that they end in.
      if (ends && endsParagraph(token)) return '';
      if (token) return /\s*$/.exec(token.t)?.[0] ?? '';
    }
    return '';
  };
  const own = spaceBefore(base);
  // Of witnesses that have one reading some may end a sentence here: no words are run together.
  const theirs = readings.map(
    ({ sigla }) =>
      sigla.map((siglum) => spaceBefore(witnesses.indexOf(siglum))).find((each) => each !== '') ??
      '',
  );
  if ('entry' in before) {
    // Who agrees with the lemma there has the space of the base.
    readings.forEach((reading, k) => {
      const agrees = reading.sigla.some((siglum) => before.entry.sigla.includes(siglum));
      if (agrees && before.entry.space.after === '') {
        reading.space.before = theirs[k] + reading.space.before;
      }
    });
    return;
  }
  if (theirs.every((each) => each === own)) return;
  before.shared = before.shared.slice(0, before.shared.length - own.length);
  space.before = own + space.before;
  readings.forEach((reading, k) => {
    reading.space.before = theirs[k] + reading.space.before;
  });
}

interface Context {
  collation: Collation;
  base: number;
  classify: Classify;
  hidden: ReadonlySet<DifferenceKind>;
  isAbsent: (witness: number, column: number) => boolean;
  moves: readonly Transposition[];
  ends: ParagraphEnds | null;
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

function entryOf(context: Context, place: Place): ApparatusEntry {
  const { collation, base, classify, hidden, isAbsent, ends } = context;
  const [from, to] = place;
  const wordsOf = (w: number) => collation.columns.slice(from, to).flatMap((each) => each[w] ?? []);
  const own = wordsOf(base);
  const lemma = textOfTokens(own);
  const entry = emptyEntry(context, place, lemma, spaceAround(own));
  if (ends) entry.ends = ends.inAll(to - 1);
  const keyOf = ends ? keyWithParagraphs : keyOfWords;
  const byWords = new Map<string, Reading>();
  collation.witnesses.forEach((siglum, w) => {
    if (isAbsent(w, from)) return;
    const tokens = wordsOf(w);
    const words = keyOf(tokens);
    if (words === keyOf(own)) {
      entry.sigla.push(siglum);
      return;
    }
    const text = textOfTokens(tokens);
    const move = moveOf(context, w, place, lemma, text);
    const kind = move === undefined ? classify(lemma, text) : 'transposition';
    if (hidden.has(kind)) {
      entry.sigla.push(siglum);
      return;
    }
    const key = `${words}\n${move ?? ''}`;
    const known = byWords.get(key);
    if (known) {
      known.sigla.push(siglum);
      // Of witnesses that have one reading some may end a sentence with it: no words are run together.
      known.space.after ||= spaceAround(tokens).after;
    } else {
      const reading: Reading = { text, space: spaceAround(tokens), sigla: [siglum], kind };
      if (move !== undefined) reading.move = move;
      const rule = regularisedAs(own, tokens);
      if (rule) reading.regularised = rule;
      byWords.set(key, reading);
      entry.readings.push(reading);
    }
  });
  return entry;
}

/**
 * The number of the transposition that a place is one side of, for a witness: none where either has words
 * there that have not moved.
 */
function moveOf(
  { moves }: Context,
  w: number,
  [from, to]: Place,
  lemma: string,
  text: string,
): Transposition['number'] | undefined {
  const within = ([start, end]: Place) => start <= from && to <= end;
  const own = moves.filter(({ witness }) => witness === w);
  if (hasWords(text) && !own.some(({ there }) => within(there))) return undefined;
  if (hasWords(lemma) && !own.some(({ base }) => within(base))) return undefined;
  return own.find(({ base, there }) => within(base) || within(there))?.number;
}

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

const keyOfWords = (tokens: readonly CollationToken[]): string =>
  tokens
    .map(({ n }) => n)
    .filter(Boolean)
    .join('\u0000');

const keyWithParagraphs = (tokens: readonly CollationToken[]): string =>
  tokens
    .flatMap((token) => [token.n, endsParagraph(token) ? '\n' : ''])
    .filter(Boolean)
    .join('\u0000');

const oneSpaced = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** Where the paragraphs of all the witnesses end. */
interface ParagraphEnds {
  /** Whether all witnesses are at the end of a paragraph, or their text has not begun or is over, after a column. */
  inAll: (column: number) => boolean;
  /** Whether a paragraph ends in a column in a witness but not in the base, or in the base alone. */
  differs: (witness: number, column: number) => boolean;
}

function paragraphEnds({ witnesses, columns }: Collation, base: number): ParagraphEnds {
  const state = witnesses.map(() => true);
  const last = witnesses.map((_, w) => columns.findLastIndex((column) => column[w]));
  const after = columns.map((column, c) => {
    column.forEach((token, w) => {
      if (token) state[w] = c === last[w] || endsParagraph(token);
    });
    return [...state];
  });
  return {
    inAll: (c) => after[c].every(Boolean),
    differs: (w, c) => {
      const [own, other] = [columns[c][base], columns[c][w]];
      if (own && other) return endsParagraph(own) !== endsParagraph(other);
      const token = own ?? other;
      if (!endsParagraph(token)) return false;
      // A mark that is not compared may be all that ends the paragraph.
      return token?.n === '' || !after[c][own ? w : base];
    },
  };
}

/** Entries that say where the text of lacunose witnesses ends and begins, in order of place. */
function lacunaEntries(context: Context, lacunae: readonly Lacuna[]): ApparatusEntry[] {
  const { witnesses, columns } = context.collation;
  const byPlace = new Map<string, ApparatusEntry>();
  for (const {
    witness,
    columns: [from, to],
    kind,
  } of lacunae) {
    const edges: LacunaEdge['edge'][] =
      kind === 'start' ? ['to'] : kind === 'gap' ? ['from', 'to'] : ['from'];
    for (const edge of edges) {
      const at = edge === 'from' ? from : to;
      if (edge === 'to' && at >= columns.length) continue;
      const key = `${at} ${edge} ${kind}`;
      const entry =
        byPlace.get(key) ??
        emptyEntry(context, [at, at], '', { before: '', after: '' }, { edge, kind });
      byPlace.set(key, entry);
      const [known] = entry.readings;
      if (known) known.sigla.push(witnesses[witness]);
      else {
        entry.readings.push({
          text: '',
          space: { before: '', after: '' },
          sigla: [witnesses[witness]],
          kind: 'omission',
        });
      }
    }
  }
  return [...byPlace.values()].sort((x, y) => x.columns[0] - y.columns[0]);
}

function emptyEntry(
  { collation: { columns }, base }: Context,
  place: Place,
  lemma: string,
  space: ApparatusEntry['space'],
  lacuna?: LacunaEdge,
): ApparatusEntry {
  const word = (from: number, step: 1 | -1) => {
    for (let c = from; c >= 0 && c < columns.length; c += step) {
      const text = columns[c][base]?.t.trim() ?? '';
      if (/[\p{L}\p{N}]/u.test(text)) return text;
    }
    return '';
  };
  const [before, after] = lemma ? ['', ''] : [word(place[0] - 1, -1), word(place[1], 1)];
  return {
    lemma,
    space,
    sigla: [],
    readings: [],
    columns: place,
    beside: before
      ? { word: before, side: 'before' }
      : after
        ? { word: after, side: 'after' }
        : null,
    ...(lacuna ? { lacuna } : {}),
  };
}

/** White space at the ends of tokens; all of it before where they are nothing else. */
function spaceAround(tokens: readonly CollationToken[]): { before: string; after: string } {
  const written = tokens.map(({ t }) => t).join('');
  const words = written.trim();
  if (words === '') return { before: written, after: '' };
  const at = written.indexOf(words);
  return { before: written.slice(0, at), after: written.slice(at + words.length) };
}
