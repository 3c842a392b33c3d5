import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import type {
  ApparatusEntry,
  ApparatusPart,
  LacunaEdge,
  Reading,
} from '../../collate/apparatus-entry';
import { xmlText } from '../xml/text';

/** How TEI marks where the text of a witness begins and ends (chapter 12.1.5). */
const lacunaTags: Record<LacunaEdge['kind'], Record<LacunaEdge['edge'], string>> = {
  start: { from: 'witEnd', to: 'witStart' },
  end: { from: 'witEnd', to: 'witStart' },
  whole: { from: 'witEnd', to: 'witStart' },
  gap: { from: 'lacunaStart', to: 'lacunaEnd' },
};

/**
 * An apparatus in parallel segmentation (TEI P5, chapter 12): paragraphs with text, and entries within
 * it. White space is within the readings, so that each witness comes back as it is written.
 *
 * @param ids the `xml:id` of each witness, by siglum.
 * @param prefix of the ids of transpositions, which name one another.
 * @returns the nodes of each paragraph of the base; a paragraph that only other witnesses have is a single
 *   entry by itself.
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
      paragraphs.at(-1)?.push(entryNode(part.entry, ids, idsOf));
      if (alone || blankLine.test(part.entry.space.after)) paragraphs.push([]);
      continue;
    }
    part.shared.split(blankLines).forEach((text, k) => {
      if (k > 0) paragraphs.push([]);
      if (text !== '') paragraphs.at(-1)?.push({ type: 'text', value: xmlText(text) });
    });
  }
  return paragraphs.filter((nodes) => nodes.length > 0);
}

const blankLines = /\n[^\S\n]*\n\s*/;
const blankLine = /\n[^\S\n]*\n/;

/** Whether an entry is a paragraph that the base does not have. */
const isParagraph = ({ lemma, readings }: ApparatusEntry): boolean =>
  lemma === '' && readings.some(({ space }) => blankLine.test(space.after));

function entryNode(
  entry: ApparatusEntry,
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
      readings.map((reading) => x('rdg', { wit: wit(reading.sigla) }, x(tag))),
    );
  }
  const paragraph = isParagraph(entry);
  const ends = paragraph || blankLine.test(space.after);
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
        paragraph && reading.text !== '' ? paragraphsOf(reading) : words,
      );
    }),
  ]);
}

const paragraphsOf = ({ text }: Reading): Element[] =>
  text.split(blankLines).map((words) => x('p', xmlText(words)));

/** @param ends whether the paragraph ends here: its element says so, and white space need not. */
const spaced = (text: string, { before, after }: Reading['space'], ends: boolean) =>
  xmlText(before + text + (ends && blankLine.test(after) ? '' : after));

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
