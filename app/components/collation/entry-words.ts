import type { ApparatusEntry, Reading } from '../../../lib/collate/apparatus-entry';
import { columnPlaces, placeOfColumns, type TokenPlace } from '../../../lib/collate/token-places';
import { findTranspositions } from '../../../lib/collate/transpositions';
import type { NoteTarget } from '../../../lib/edition/notes';
import type { CollatedRow } from '../../../lib/formats/prepared';

/** Words of an entry, and where each of their witnesses has them. */
export interface EntryWords {
  /** Empty where they have none. */
  text: string;
  /** How they differ from the lemma; none for the lemma itself. */
  kind?: Reading['kind'];
  witnesses: { siglum: string; place: TokenPlace | null }[];
  /** Of a transposition: the passage in the base, then in each witness; see `MoveEdit`. */
  moved?: NoteTarget[];
}

/** What an editor needs of the words of a row. */
export interface RowWords {
  /** Where the words of a witness stand, by column. */
  placesOf: (siglum: string) => readonly (TokenPlace | null)[];
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
  return {
    placesOf: (siglum) => places[witnesses.indexOf(siglum)] ?? [],
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
  { placesOf, passagesOf }: RowWords,
): EntryWords[] {
  const witnessesOf = (each: readonly string[]) =>
    each.map((siglum) => ({ siglum, place: placeOfColumns(placesOf(siglum), columns) }));
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
 * What a reading may be one passage with: where its witnesses have other words than the base, or none, what
 * they add elsewhere; where they add words, what of the base they have not got.
 *
 * @param words of the entry of the reading; `others` of those beside it.
 */
export function samePassages(
  words: readonly EntryWords[],
  chosen: number,
  others: readonly (readonly EntryWords[])[],
  base: string,
): SamePassage[] {
  const [lemma, reading] = [words[0], words[chosen]];
  const isAdded = lemma.text === '';
  return others.flatMap(([other, ...readings]) =>
    readings.flatMap((each): SamePassage[] => {
      const faces = (other.text === '') !== isAdded;
      if (!faces || each.moved || reading.moved) return [];
      const [out, added] = isAdded ? [other, reading] : [lemma, each];
      const [leaves, adds] = isAdded ? [each, reading] : [reading, each];
      const own = out.witnesses.find(({ siglum, place }) => siglum === base && place);
      const theirs = adds.witnesses.flatMap(({ siglum, place }): NoteTarget[] =>
        place && leaves.witnesses.some((witness) => witness.siglum === siglum)
          ? [{ edition: siglum, ...place }]
          : [],
      );
      if (!own?.place || theirs.length === 0) return [];
      return [
        {
          text: isAdded ? out.text : added.text,
          places: [{ edition: base, ...own.place }, ...theirs],
        },
      ];
    }),
  );
}
