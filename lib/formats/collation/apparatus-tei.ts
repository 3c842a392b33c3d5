import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import type {
  ApparatusEntry,
  ApparatusPart,
  LacunaEdge,
  Reading,
} from '../../collate/apparatus-entry';
import { emptyLine } from '../../collate/witness';
import { xmlText } from '../xml/text';

/** How TEI marks where the text of a witness begins and ends (chapter 12.1.5). */
const lacunaTags: Record<LacunaEdge['kind'], Record<LacunaEdge['edge'], string>> = {
  start: { from: 'witEnd', to: 'witStart' },
  end: { from: 'witEnd', to: 'witStart' },
  whole: { from: 'witEnd', to: 'witStart' },
  // Divided among the entries where TEI is written.
  omitted: { from: 'witEnd', to: 'witStart' },
  gap: { from: 'lacunaStart', to: 'lacunaEnd' },
};

/**
 * An apparatus in parallel segmentation (TEI P5, chapter 12): paragraphs with text, and entries within
 * it. White space is within the readings, so that each witness comes back as it is written; where a
 * paragraph ends in one but not in all, an empty `milestone` says so.
 *
 * @param ids the `xml:id` of each witness, by siglum.
 * @param prefix of the ids of transpositions, which name one another.
 * @returns the nodes of each paragraph that ends in all witnesses (of the base where the entries do not say
 *   where those of others end); a paragraph that only other witnesses have is a single entry by itself.
 */
export function apparatusParagraphs(
  parts: readonly ApparatusPart[],
  ids: ReadonlyMap<string, string>,
  prefix = '',
): ElementContent[][] {
  const paragraphs: ElementContent[][] = [[]];
  const idsOf = transpositionIds(parts, prefix);
  for (const part of parts) {
    if ('entry' in part) {
      const alone = isParagraph(part.entry) && paragraphs.at(-1)?.length === 0;
      const ends = alone || endsIn(part.entry);
      paragraphs.at(-1)?.push(entryNode(part.entry, { alone, ends }, ids, idsOf));
      if (ends) paragraphs.push([]);
      continue;
    }
    part.shared.split(emptyLine).forEach((text, k) => {
      if (k > 0) paragraphs.push([]);
      if (text !== '') paragraphs.at(-1)?.push({ type: 'text', value: xmlText(text) });
    });
  }
  return paragraphs.filter((nodes) => nodes.length > 0);
}

/** Whether an entry is a paragraph that the base does not have. */
const isParagraph = ({ lemma, ends, readings, lacuna }: ApparatusEntry): boolean =>
  lemma === '' && !lacuna && (ends ?? readings.some(({ space }) => emptyLine.test(space.after)));

/** Whether a paragraph ends with an entry. */
const endsIn = ({ ends, space }: ApparatusEntry): boolean => ends ?? emptyLine.test(space.after);

function entryNode(
  entry: ApparatusEntry,
  { alone, ends }: { alone: boolean; ends: boolean },
  ids: ReadonlyMap<string, string>,
  idsOf: (reading: Reading) => Record<string, string>,
): Element {
  const wit = (sigla: readonly string[]) =>
    sigla.map((siglum) => `#${ids.get(siglum) ?? siglum}`).join(' ');
  const { lemma, space, sigla, readings, lacuna } = entry;
  if (lacuna) {
    const tag = lacunaTags[lacuna.kind][lacuna.edge];
    return x(
      'app',
      { type: 'lacuna' },
      readings.map((reading) => {
        const words = spaced(reading.text, reading.space, false);
        const edge = [x(tag)];
        return x(
          'rdg',
          { wit: wit(reading.sigla) },
          lacuna.edge === 'from' ? [...words, ...edge] : [...edge, ...words],
        );
      }),
    );
  }
  return x('app', [
    x('lem', { wit: wit(sigla) }, spaced(lemma, space, ends)),
    ...readings.map((reading) => {
      const words = spaced(reading.text, reading.space, ends);
      return x(
        'rdg',
        {
          wit: wit(reading.sigla),
          type: reading.kind,
          ...(reading.regularised ? { cause: reading.regularised } : {}),
          ...idsOf(reading),
        },
        alone && reading.text !== '' ? paragraphsOf(reading) : words,
      );
    }),
  ]);
}

const paragraphsOf = ({ text }: Reading): Element[] =>
  text.split(emptyLine).map((words) => x('p', xmlText(words)));

/**
 * Words with the white space around them; a milestone where a paragraph ends.
 *
 * @param ends whether the paragraph ends after them in all witnesses: then its element says so.
 */
function spaced(text: string, { before, after }: Reading['space'], ends: boolean) {
  const pieces = (before + text + after).split(emptyLine);
  if (ends && pieces.length > 1 && pieces.at(-1) === '') pieces.pop();
  return pieces.flatMap((piece, k): ElementContent[] => [
    ...(k > 0 ? [x('milestone', { unit: 'p' })] : []),
    ...(piece === '' ? [] : [{ type: 'text' as const, value: xmlText(piece) }]),
  ]);
}

/** The ids of readings that are transpositions; each points at those with the same number. */
function transpositionIds(
  parts: readonly ApparatusPart[],
  prefix: string,
): (reading: Reading) => Record<string, string> {
  const byMove = new Map<number, Reading[]>();
  for (const part of parts) {
    for (const reading of 'entry' in part ? part.entry.readings : []) {
      if (reading.move === undefined) continue;
      byMove.set(reading.move, [...(byMove.get(reading.move) ?? []), reading]);
    }
  }
  return (reading) => {
    const places = byMove.get(reading.move ?? -1) ?? [];
    const id = (each: Reading) => `${prefix}move-${each.move}-${places.indexOf(each) + 1}`;
    if (places.length < 2) return {} as Record<string, string>;
    const others = places.filter((each) => each !== reading).map((each) => `#${id(each)}`);
    return { 'xml:id': id(reading), corresp: others.join(' ') };
  };
}
