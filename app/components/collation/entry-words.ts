import type { ApparatusEntry, Reading } from '../../../lib/collate/apparatus-entry';
import { placeOfColumns, type TokenPlace } from '../../../lib/collate/token-places';

/** Words of an entry, and where each of their witnesses has them. */
export interface EntryWords {
  text: string;
  /** How they differ from the lemma; none for the lemma itself. */
  kind?: Reading['kind'];
  witnesses: { siglum: string; place: TokenPlace | null }[];
}

/** The lemma and the readings of an entry that have words. */
export function wordsOfEntry(
  { lemma, sigla, readings, columns }: ApparatusEntry,
  placesOf: (siglum: string) => readonly (TokenPlace | null)[],
): EntryWords[] {
  const witnessesOf = (each: readonly string[]) =>
    each.map((siglum) => ({ siglum, place: placeOfColumns(placesOf(siglum), columns) }));
  return [
    { text: lemma, witnesses: witnessesOf(sigla) },
    ...readings.map(({ text, kind, sigla: theirs }) => ({
      text,
      kind,
      witnesses: witnessesOf(theirs),
    })),
  ].filter(({ text }) => text !== '');
}
