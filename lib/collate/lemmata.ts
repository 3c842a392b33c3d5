import type { ApparatusForm } from '../edition/apparatus-form';
import type { ApparatusEntry, ApparatusPart, Reading } from './apparatus-entry';
import type { Decisions } from './decisions';
import type { DifferenceKind } from './kinds';
import { emptyLine } from './witness';

/**
 * The same apparatus with another reading as the lemma of an entry: the one that a person has chosen, or else,
 * where most witnesses decide, theirs; where as many have another, the base's stays. Transposed words and
 * edges of lacunae are left as they are. The text that the parts make up is then no witness's own.
 */
export function withLemmata(
  parts: readonly ApparatusPart[],
  classify: (base: string, reading: string) => DifferenceKind,
  form: ApparatusForm['lemma'],
  chosen: Decisions['lemmata'],
): ApparatusPart[] {
  if (form === 'base' && chosen.length === 0) return [...parts];
  let before = '';
  return parts.map((part) => {
    if ('shared' in part) {
      before = part.shared;
      return part;
    }
    const reading = readingOfLemma(part.entry, form, chosen);
    const entry = reading ? withLemma(part.entry, reading, classify, before) : part.entry;
    before = entry.lemma || before;
    return { entry };
  });
}

/** The reading that is to be the lemma; none where the base's words stay. */
function readingOfLemma(
  entry: ApparatusEntry,
  form: ApparatusForm['lemma'],
  chosen: Decisions['lemmata'],
): Reading | undefined {
  const { sigla, readings, columns } = entry;
  if (entry.lacuna || readings.some(({ move }) => move !== undefined)) return undefined;
  const choice = chosen.findLast(({ column }) => columns[0] <= column && column < columns[1]);
  if (choice) return readings.find((reading) => reading.sigla.includes(choice.siglum));
  if (form === 'base') return undefined;
  const [most] = [...readings].sort((x, y) => y.sigla.length - x.sigla.length);
  return most && most.sigla.length > sigla.length ? most : undefined;
}

function withLemma(
  entry: ApparatusEntry,
  chosen: Reading,
  classify: (base: string, reading: string) => DifferenceKind,
  before: string,
): ApparatusEntry {
  const { lemma, sigla, space, readings, carried } = entry;
  const against = ({ text, ...rest }: Omit<Reading, 'kind'>): Reading => ({
    text,
    ...rest,
    kind: classify(chosen.text, text),
  });
  const base: Omit<Reading, 'kind'>[] =
    sigla.length > 0 ? [{ text: lemma, space, sigla, carried }] : [];
  const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*(?=[^\p{L}\p{N}]*$)/u.exec(before)?.[0];
  return {
    ...entry,
    lemma: chosen.text,
    carried: chosen.carried,
    // Paragraphs stay the base's, where they are not compared.
    space: {
      ...chosen.space,
      ...(entry.ends === undefined && emptyLine.test(space.after) ? { after: space.after } : {}),
    },
    sigla: chosen.sigla,
    readings: [...base, ...readings.filter((reading) => reading !== chosen)].map(against),
    beside: chosen.text === '' && word ? { word, side: 'before' } : entry.beside,
  };
}
