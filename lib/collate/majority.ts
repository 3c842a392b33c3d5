import type { ApparatusEntry, ApparatusPart, Reading } from './apparatus-entry';
import type { DifferenceKind } from './kinds';
import { emptyLine } from './witness';

/**
 * The same apparatus with the reading of most witnesses as the lemma of each entry; where as many have
 * another, the base's stays. Transposed words and edges of lacunae are left as they are. The text that the
 * parts make up is then no witness's own.
 */
export function byMajority(
  parts: readonly ApparatusPart[],
  classify: (base: string, reading: string) => DifferenceKind,
): ApparatusPart[] {
  let before = '';
  return parts.map((part) => {
    if ('shared' in part) {
      before = part.shared;
      return part;
    }
    const entry = withLemmaOfMost(part.entry, classify, before);
    before = entry.lemma || before;
    return { entry };
  });
}

function withLemmaOfMost(
  entry: ApparatusEntry,
  classify: (base: string, reading: string) => DifferenceKind,
  before: string,
): ApparatusEntry {
  const { lemma, sigla, space, readings } = entry;
  if (entry.lacuna || readings.some(({ move }) => move !== undefined)) return entry;
  const [most] = [...readings].sort((x, y) => y.sigla.length - x.sigla.length);
  if (most.sigla.length <= sigla.length) return entry;
  const against = ({ text, ...rest }: Omit<Reading, 'kind'>): Reading => ({
    text,
    ...rest,
    kind: classify(most.text, text),
  });
  const base: Omit<Reading, 'kind'>[] = sigla.length > 0 ? [{ text: lemma, space, sigla }] : [];
  const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*(?=[^\p{L}\p{N}]*$)/u.exec(before)?.[0];
  return {
    ...entry,
    lemma: most.text,
    // Paragraphs stay the base's, where they are not compared.
    space: {
      ...most.space,
      ...(entry.ends === undefined && emptyLine.test(space.after) ? { after: space.after } : {}),
    },
    sigla: most.sigla,
    readings: [...base, ...readings.filter((reading) => reading !== most)].map(against),
    beside: most.text === '' && word ? { word, side: 'before' } : entry.beside,
  };
}
