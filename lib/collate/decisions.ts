import type { CollationEdit } from '../edition/collation-edits';
import type { NoteTarget } from '../edition/notes';
import type { Collation } from './collation';
import { columnPlaces, type SegmentStart, type TokenPlace } from './token-places';
import type { Place } from './variation';

/** Words of the base that a witness has in another place. */
export interface MovedWords {
  witness: number;
  /** Columns where the base has the words. */
  base: Place;
  /** Columns where the witness has them. */
  there: Place;
  /** Whether people have marked it. */
  isMarked?: boolean;
}

/** Words of a witness in a collation, by their columns. */
interface Passage {
  /** Index of the witness. */
  witness: number;
  columns: Place;
}

/** What people have decided of the apparatus of a collation. */
export interface Decisions {
  /** Passages that are one, the first in one place, the others in another. */
  moved: Passage[][];
  /** Passages that are none, though they were found to be. */
  notMoved: Passage[][];
  /** Whose reading is the lemma of the entry that a column is in. */
  lemmata: { column: number; siglum: string }[];
}

export const noDecisions: Decisions = { moved: [], notMoved: [], lemmata: [] };

/** The decisions among hand edits whose words are in a collation. */
export function decisionsIn(
  collation: Collation,
  edits: readonly CollationEdit[],
  segments: ReadonlyMap<string, readonly SegmentStart[]>,
): Decisions {
  if (edits.every(({ kind }) => kind === 'together' || kind === 'apart')) return noDecisions;
  const places = columnPlaces(collation, segments);
  const passages = (targets: readonly NoteTarget[]) =>
    targets.flatMap((target): Passage[] => {
      const witness = collation.witnesses.indexOf(target.edition);
      const columns = columnsOf(places[witness] ?? [], target);
      return columns ? [{ witness, columns }] : [];
    });
  const decisions: Decisions = { moved: [], notMoved: [], lemmata: [] };
  for (const edit of edits) {
    const found = passages(edit.places);
    if (edit.kind === 'lemma') {
      const [first] = found;
      if (first) decisions.lemmata.push({ column: first.columns[0], siglum: edit.reading });
    } else if (edit.kind === 'moved' || edit.kind === 'not-moved') {
      // The other place needs the first; of the other witnesses some may not be shown.
      const isWhole = found[0]?.witness === collation.witnesses.indexOf(edit.places[0].edition);
      if (!isWhole || found.length < 2) continue;
      decisions[edit.kind === 'moved' ? 'moved' : 'notMoved'].push(found);
    }
  }
  return decisions;
}

/** The columns from the first word of a target to its last. */
function columnsOf(
  places: readonly (TokenPlace | null)[],
  { segment, start = 0, end = start + 1 }: NoteTarget,
): Place | null {
  const isOf = (place: TokenPlace | null) =>
    place?.segment === segment && place.start < end && place.end > start;
  const from = places.findIndex(isOf);
  return from < 0 ? null : [from, places.findLastIndex(isOf) + 1];
}

/** Transpositions without those that people have refused, and with those that they have marked. */
export function decided(
  found: readonly MovedWords[],
  { moved, notMoved }: Decisions,
  { columns }: Collation,
  base: number,
): MovedWords[] {
  const marked = moved
    .flatMap((passages) => besideBase(passages, base))
    .map(({ witness, base: own, there }) => ({
      witness,
      isMarked: true,
      base: withoutFaced(columns, base, witness, own),
      there: withoutFaced(columns, witness, base, there),
    }))
    .filter((move) => move.base[0] < move.base[1] && move.there[0] < move.there[1]);
  const refused = notMoved.flatMap((passages) => besideBase(passages, base));
  const isRefused = (move: MovedWords) =>
    refused.some((each) => overlaps(each, move, 'base') && overlaps(each, move, 'there'));
  const makesWay = (move: MovedWords) =>
    marked.some((each) => overlaps(each, move, 'base') || overlaps(each, move, 'there'));
  return [...found.filter((move) => !isRefused(move) && !makesWay(move)), ...marked];
}

/** What has been decided of words beside the base: passages that have moved, and those that have not. */
export const decidedOf = ({ moved, notMoved }: Decisions, base: number): MovedWords[] =>
  [...moved, ...notMoved].flatMap((passages) => besideBase(passages, base));

/** Passages as transpositions beside the base; none where it is in neither place. */
function besideBase(passages: readonly Passage[], base: number): MovedWords[] {
  const own = passages.find(({ witness }) => witness === base);
  if (!own) return [];
  const others = own === passages[0] ? passages.slice(1) : passages.slice(0, 1);
  return others.map(({ witness, columns }) => ({ witness, base: own.columns, there: columns }));
}

/** Of a passage, the columns from the first to the last where the other witness has no word in the same place. */
export function withoutFaced(
  columns: Collation['columns'],
  own: number,
  other: number,
  [from, to]: Place,
): Place {
  const isAlone = (c: number) => columns[c][own] !== null && columns[c][other] === null;
  let [start, end] = [from, to];
  while (start < end && !isAlone(start)) start++;
  while (end > start && !isAlone(end - 1)) end--;
  return [start, end];
}

const overlaps = (x: MovedWords, y: MovedWords, side: 'base' | 'there'): boolean =>
  x.witness === y.witness && x[side][0] < y[side][1] && y[side][0] < x[side][1];
