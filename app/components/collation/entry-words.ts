import { distance } from 'fastest-levenshtein';
import type { ApparatusEntry, Reading } from '../../../lib/collate/apparatus-entry';
import { withoutFaced } from '../../../lib/collate/decisions';
import { columnPlaces, placeOfColumns, type TokenPlace } from '../../../lib/collate/token-places';
import { findTranspositions } from '../../../lib/collate/transpositions';
import type { Place } from '../../../lib/collate/variation';
import type { NoteTarget } from '../../../lib/edition/notes';
import type { CollatedRow } from '../../../lib/formats/prepared';

/** Words of a text that another has nothing for in the same place. */
interface Unfaced {
  text: string;
  place: TokenPlace;
}

/** How a witness differs from the base in an entry; nothing for the base itself. */
interface BesideBase {
  /** What it has and the base has not. */
  adds?: Unfaced;
  /** What the base has and it has not. */
  leaves?: Unfaced;
}

/** Words of an entry, and where each of their witnesses has them. */
export interface EntryWords {
  /** Empty where they have none. */
  text: string;
  /** How they differ from the lemma; none for the lemma itself. */
  kind?: Reading['kind'];
  witnesses: ({ siglum: string; place: TokenPlace | null } & BesideBase)[];
  /** Of a transposition: the passage in the base, then in each witness; see `MoveEdit`. */
  moved?: NoteTarget[];
}

/** What an editor needs of the words of a row. */
export interface RowWords {
  /** Where the words of a witness stand, by column. */
  placesOf: (siglum: string) => readonly (TokenPlace | null)[];
  /** How a witness differs from the base in some columns. */
  besideBase: (siglum: string, columns: Place) => BesideBase;
  /** The passages of a transposition, by its number; none where one is not in one segment. */
  passagesOf: (move: number) => NoteTarget[] | undefined;
}

/** @param base siglum of the edition that is the text. */
export function wordsOfRow(
  { collation, segments, decisions }: CollatedRow,
  base: string,
): RowWords {
  const places = columnPlaces(collation, segments);
  const { witnesses } = collation;
  const at = witnesses.indexOf(base);
  let found: ReturnType<typeof findTranspositions> | undefined;
  const unfaced = (own: number, other: number, columns: Place): Unfaced | undefined => {
    const there = withoutFaced(collation.columns, own, other, columns);
    const place = placeOfColumns(places[own], there);
    const tokens = collation.columns.slice(...there).map((column) => column[own]?.t ?? '');
    return place ? { text: tokens.join('').trim(), place } : undefined;
  };
  return {
    placesOf: (siglum) => places[witnesses.indexOf(siglum)] ?? [],
    besideBase: (siglum, columns) => {
      const witness = witnesses.indexOf(siglum);
      if (witness < 0 || at < 0 || witness === at) return {};
      return { adds: unfaced(witness, at, columns), leaves: unfaced(at, witness, columns) };
    },
    passagesOf: (move) => {
      found ??= findTranspositions(collation, at, decisions);
      const own = found.filter(({ number }) => number === move);
      const targets = [
        ...own.slice(0, 1).map((each) => [at, each.base] as const),
        ...own.map((each) => [each.witness, each.there] as const),
      ].flatMap(([witness, columns]): NoteTarget[] => {
        const place = placeOfColumns(places[witness], columns);
        return place ? [{ edition: witnesses[witness], ...place }] : [];
      });
      return targets.length === own.length + 1 ? targets : undefined;
    },
  };
}

/** The lemma of an entry, and its readings. */
export function wordsOfEntry(
  { lemma, sigla, readings, columns }: ApparatusEntry,
  { placesOf, besideBase, passagesOf }: RowWords,
): EntryWords[] {
  const witnessesOf = (each: readonly string[]) =>
    each.map((siglum) => ({
      siglum,
      place: placeOfColumns(placesOf(siglum), columns),
      ...besideBase(siglum, columns),
    }));
  return [
    { text: lemma, witnesses: witnessesOf(sigla) },
    ...readings.map(({ text, kind, sigla: theirs, move }) => ({
      text,
      kind,
      witnesses: witnessesOf(theirs),
      ...(move === undefined ? {} : { moved: passagesOf(move) }),
    })),
  ];
}

/** Words that may be a reading's, in another place. */
export interface SamePassage {
  text: string;
  /** As a hand edit names them. */
  places: NoteTarget[];
}

/**
 * What a reading may be one passage with: where its witnesses leave out words of the base, what they
 * add elsewhere; where they add words, what they leave out elsewhere. The most alike come first.
 *
 * @param words of the entry of the reading; `others` of those beside it.
 */
export function samePassages(
  words: readonly EntryWords[],
  chosen: number,
  others: readonly (readonly EntryWords[])[],
  base: string,
): SamePassage[] {
  const reading = words[chosen];
  if (reading.moved) return [];
  return others
    .flat()
    .filter(({ moved }) => !moved)
    .flatMap((other) => [
      ...passageOf(reading, other, base, 'adds'),
      ...passageOf(other, reading, base, 'leaves'),
    ])
    .sort((x, y) => x.distance - y.distance)
    .map(({ text, places }) => ({ text, places }));
}

/** What some witnesses leave out in one entry and add in another, as one passage called by either. */
function passageOf(
  leaving: EntryWords,
  adding: EntryWords,
  base: string,
  calledBy: 'adds' | 'leaves',
): (SamePassage & { distance: number })[] {
  const both = adding.witnesses.flatMap(({ siglum, adds }) => {
    const leaves = leaving.witnesses.find((each) => each.siglum === siglum)?.leaves;
    return adds && leaves ? [{ siglum, adds, leaves }] : [];
  });
  const [first] = both;
  if (!first) return [];
  const [own, theirs] = [first.leaves, first.adds].map(({ text }) => text.toLowerCase());
  return [
    {
      text: first[calledBy].text,
      distance: distance(own, theirs) / Math.max(own.length, theirs.length),
      places: [
        { edition: base, ...first.leaves.place },
        ...both.map(({ siglum, adds }) => ({ edition: siglum, ...adds.place })),
      ],
    },
  ];
}
