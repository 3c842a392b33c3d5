import type { ApparatusEntry, ApparatusPart, Reading } from './apparatus-entry';
import type { Collation } from './collation';
import { hasWords } from './mark-sides';

/** What a witness has of an entry, as it is written. */
interface Written {
  text: string;
  /** Where it is a reading, its white space; that of the lemma is the base's. */
  space?: Reading['space'];
}

/**
 * Gives readings the space without which their words would run together with those beside them: where a mark that is
 * not compared (“th' end”), or that stands otherwise in the base (“it 'was”, “it' was”), has the space in the witness.
 *
 * @param parts of an apparatus; the white space of their readings is changed.
 * @param base index of the witness that is the text.
 */
export function partWords(
  { witnesses, columns }: Collation,
  base: number,
  parts: readonly ApparatusPart[],
): void {
  witnesses.forEach((siglum, w) => {
    if (w === base) return;
    // What is written after the last word; null where nothing is, or a paragraph or gap parts the words.
    let after: string | null = null;
    let column = 0;
    let last: Reading['space'] | undefined;
    for (const part of parts) {
      const written = writtenIn(part, siglum);
      if ('entry' in part) column = part.entry.columns[0];
      if (!written || ('entry' in part && part.entry.lacuna)) {
        if (written || !('entry' in part && part.entry.lacuna)) after = null;
        continue;
      }
      const { text, space } = written;
      const at = firstWord(text);
      const isRunOn = after !== null && at >= 0 && !/\s/.test(after + text.slice(0, at));
      if (isRunOn && hasSpaceAbout(columns, w, column)) {
        if (space) space.before = ` ${space.before}`;
        else if (last) last.after += ' ';
      }
      if (at >= 0 || space) last = space;
      if ('entry' in part) column = part.entry.columns[1];
      if ('entry' in part && part.entry.ends) after = null;
      else if (at >= 0) after = text.slice(lastWordEnd(text));
      else if (after !== null) after += text;
    }
  });
}

function writtenIn(part: ApparatusPart, siglum: string): Written | null {
  if ('shared' in part) return { text: part.shared };
  const { lemma, space, sigla, readings }: ApparatusEntry = part.entry;
  if (sigla.includes(siglum)) return { text: space.before + lemma + space.after };
  const reading = readings.find((each) => each.sigla.includes(siglum));
  if (!reading) return null;
  const { before, after } = reading.space;
  return { text: before + reading.text + after, space: reading.space };
}

/** Whether a witness has white space between the words before and after the beginning of a column. */
function hasSpaceAbout(columns: Collation['columns'], w: number, column: number): boolean {
  for (let c = column - 1; c >= 0; c--) {
    const text = columns[c][w]?.t ?? '';
    if (/\s$/.test(text)) return true;
    if (hasWords(text)) break;
  }
  for (let c = column; c < columns.length; c++) {
    const text = columns[c][w]?.t ?? '';
    if (hasWords(text)) return /^\s/.test(text);
    if (/\s/.test(text)) return true;
  }
  return false;
}

const firstWord = (text: string): number => text.search(/[\p{L}\p{N}]/u);

/** Where the last word of a text ends; 0 where it has none. */
function lastWordEnd(text: string): number {
  let at = text.length;
  while (at > 0 && !/[\p{L}\p{N}\p{Cs}]/u.test(text[at - 1])) at--;
  return at;
}
