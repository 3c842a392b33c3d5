import type { ApparatusEntry, LacunaEdge, Reading } from './apparatus-entry';
import {
  carriedWords,
  edgeMarks,
  fromWordOf,
  withCarried,
  withOwnWord,
  withoutEdgeMarks,
} from './carried-word';
import type { Collation, CollationToken } from './collation';
import { type Exchange, isExchange } from './exchanged';
import type { DifferenceKind } from './kinds';
import type { Lacuna } from './lacunae';
import { hasWords } from './mark-sides';
import type { ParagraphEnds } from './paragraph-ends';
import { regularisedAs } from './regularise';
import type { TornWord } from './torn-words';
import type { Transposition } from './transpositions';
import type { Place } from './variation';
import { endsParagraph, paragraphEnd, textOfTokens, tokensIn } from './witness';

export type Classify = (base: string, reading: string) => DifferenceKind;

/** What the entries of an apparatus are made of. */
export interface Context {
  collation: Collation;
  base: number;
  classify: Classify;
  hidden: ReadonlySet<DifferenceKind>;
  isAbsent: (witness: number, column: number) => boolean;
  moves: readonly Transposition[];
  exchanges: readonly Exchange[];
  ends: ParagraphEnds | null;
  /** See `openingMarks`. */
  opening: ReadonlySet<CollationToken>;
}

/** The entry of a place: its readings, each with the witnesses that have it. */
export function entryOf(context: Context, place: Place): ApparatusEntry {
  const { collation, base, classify, hidden, isAbsent, exchanges, ends } = context;
  const [from, to] = place;
  const own = tokensIn(collation.columns, base, place);
  const lemma = textOfTokens(own);
  const entry = emptyEntry(context, place, lemma, spaceAround(own));
  if (ends) entry.ends = ends.inAll(to - 1);
  const keyOf = ends ? keyWithParagraphs : keyOfWords;
  const byWords = new Map<string, Reading>();
  const written = new Map<number, Reading>();
  collation.witnesses.forEach((siglum, w) => {
    if (isAbsent(w, from)) return;
    const tokens = tokensIn(collation.columns, w, place);
    const words = keyOf(tokens);
    if (words === keyOf(own)) {
      entry.sigla.push(siglum);
      return;
    }
    const text = textOfTokens(tokens);
    const move = moveOf(context, w, place, lemma, text);
    const isMoved = move !== undefined || isExchange(exchanges, w, place, own, tokens);
    const kind = isMoved ? 'transposition' : classify(lemma, text);
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
      written.set(w, reading);
    }
  });
  if (entry.readings.every(({ move }) => move === undefined)) {
    carry(context, entry, written);
  }
  if (!entry.carried) {
    if (!hasWords(lemma)) besideMarks(context, entry, written);
    trim(context, entry, written);
  }
  return entry;
}

/**
 * Gives a lemma and readings of marks alone the word that each stands beside in its own witness, where the
 * witnesses have no word beside them that all have: no entry is printed as a bare mark.
 */
function besideMarks(
  { collation: { columns }, base, opening }: Context,
  entry: ApparatusEntry,
  written: ReadonlyMap<number, Reading>,
): void {
  const place = entry.columns;
  const all = [base, ...written.keys()].map((w) => tokensIn(columns, w, place));
  const marks = all.filter((tokens) => !tokens.some(({ t }) => hasWords(t)));
  const closes = marks.some((tokens) => edgeMarks(tokens, opening).closes);
  const side = entry.beside?.side ?? (closes ? 'before' : 'after');
  if (entry.lemma !== '') entry.carried = withOwnWord(columns, base, place, side);
  for (const [w, reading] of written) {
    if (reading.move !== undefined || hasWords(reading.text)) continue;
    // Who has no mark has the word that the base's mark is printed with, another, or leaves both out.
    const carried =
      reading.text === ''
        ? fromWordOf(columns, base, w, place, side)
        : withOwnWord(columns, w, place, side);
    if (carried) reading.carried = carried;
  }
}

/** Gives an entry about marks the words that it is printed with. */
function carry(
  { collation: { columns }, base, isAbsent, opening }: Context,
  entry: ApparatusEntry,
  written: ReadonlyMap<number, Reading>,
): void {
  const place = entry.columns;
  const all = [base, ...written.keys()].map((w) => tokensIn(columns, w, place));
  const carried = carriedWords({ columns, base, isAbsent, opening }, place, all);
  if (carried.before === '' && carried.after === '') return;
  entry.carried = withCarried(carried, { columns }, base, place);
  for (const [w, reading] of written) {
    reading.carried = withCarried(carried, { columns }, w, place);
  }
}

/** Gives readings that would begin or end with marks of what stands beside them the words that are printed. */
function trim(
  { collation: { columns }, opening }: Context,
  entry: ApparatusEntry,
  written: ReadonlyMap<number, Reading>,
): void {
  const printed = new Set([entry.lemma, ...entry.readings.map(({ text }) => text)]);
  for (const [w, reading] of written) {
    const tokens = tokensIn(columns, w, entry.columns);
    const text = textOfTokens(withoutEdgeMarks(tokens, opening));
    // Marks that are left where words are missing do not stand for those words.
    if (tokens.length > 0 && !hasWords(reading.text)) reading.trimmed = '';
    else if (text !== '' && !printed.has(text)) reading.trimmed = text;
    printed.add(text);
  }
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

/** Entries that say where the text of lacunose witnesses ends and begins, in order of place. */
export function lacunaEntries(context: Context, lacunae: readonly Lacuna[]): ApparatusEntry[] {
  const { witnesses, columns } = context.collation;
  const byPlace = new Map<string, ApparatusEntry>();
  for (const {
    witness,
    columns: [from, to],
    kind,
    torn,
  } of lacunae) {
    const edges: LacunaEdge['edge'][] =
      kind === 'start' ? ['to'] : kind === 'gap' ? ['from', 'to'] : ['from'];
    for (const edge of edges) {
      const at = edge === 'from' ? from : to;
      const part = torn?.[edge];
      if (edge === 'to' && at >= columns.length && !part) continue;
      const key = `${at} ${edge} ${kind} ${part?.base}`;
      const entry =
        byPlace.get(key) ??
        emptyEntry(context, [at, at], '', { before: '', after: '' }, { edge, kind });
      byPlace.set(key, entry);
      // A word that is torn is what the witness has last, or first.
      if (part) {
        const word = textOfTokens(tokensIn(columns, context.base, [part.base, part.base + 1]));
        entry.beside = { word, side: edge === 'from' ? 'before' : 'after' };
      }
      const reading = edgeOf(context, witness, edge, at, part);
      const known = entry.readings.find(
        ({ text, space }) =>
          text === reading.text &&
          space.before === reading.space.before &&
          space.after === reading.space.after,
      );
      if (known) known.sigla.push(witnesses[witness]);
      else entry.readings.push(reading);
    }
  }
  for (const entry of byPlace.values()) {
    if (entry.lacuna?.kind !== 'omitted') continue;
    const all = textOfTokens(tokensIn(columns, context.base));
    if (all !== '') entry.beside = { word: all, side: 'after' };
  }
  return [...byPlace.values()].sort((x, y) => x.columns[0] - y.columns[0]);
}

/** What a witness has at an edge of a gap: nothing, or a part of a word. */
function edgeOf(
  { collation: { witnesses }, ends }: Context,
  witness: number,
  edge: LacunaEdge['edge'],
  at: number,
  part: TornWord | undefined,
): Reading {
  const tokens = part?.tokens ?? [];
  const begun = edge === 'to' && ends?.endsWithGap(witness, at) ? paragraphEnd : '';
  const text = textOfTokens(tokens);
  const after = edge === 'to' ? spaceAround(tokens).after : '';
  const space = text === '' ? { before: '', after: begun } : { before: begun, after };
  return { text, space, sigla: [witnesses[witness]], kind: 'omission' };
}

function emptyEntry(
  { collation: { witnesses, columns }, base }: Context,
  place: Place,
  lemma: string,
  space: ApparatusEntry['space'],
  lacuna?: LacunaEdge,
): ApparatusEntry {
  const word = (from: number, step: 1 | -1) => {
    for (let c = from; c >= 0 && c < columns.length; c += step) {
      const text = columns[c][base]?.t.trim() ?? '';
      if (hasWords(text)) return text;
    }
    return '';
  };
  const [before, after] = lemma ? ['', ''] : [word(place[0] - 1, -1), word(place[1], 1)];
  return {
    lemma,
    space,
    witnesses,
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
