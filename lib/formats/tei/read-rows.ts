import type { Element, Root } from 'xast';
import type { EditionDraft } from '../../edition/read';
import { allOf, attribute } from '../xml/read';

/** Segments by where they stand in the XML. */
function byPlace({ segments }: EditionDraft): Map<number, number[]> {
  const found = new Map<number, number[]>();
  segments.forEach(({ position }, index) => {
    if (!position) return;
    found.set(position.start, [...(found.get(position.start) ?? []), index]);
  });
  return found;
}

/** In parallel segmentation a block of the document is the same place in every witness. */
export function parallelRows(editions: readonly EditionDraft[]): number[][][] {
  const places = editions.map(byPlace);
  const all = [...new Set(places.flatMap((each) => [...each.keys()]))].sort((x, y) => x - y);
  return all.map((place) => places.map((each) => each.get(place) ?? []));
}

/**
 * The rows that links between texts make: paragraphs of several texts that a link names stand side
 * by side, all others alone.
 */
export function linkedRows(
  tree: Root,
  texts: readonly Element[],
  editions: readonly EditionDraft[],
): (number[] | null)[][] | undefined {
  const places = editions.map(byPlace);
  const byId = new Map<string, { edition: number; segments: number[] }>();
  texts.forEach((text, edition) => {
    for (const element of elements(text)) {
      const id = attribute(element, 'xml:id');
      const segments = places[edition].get(element.position?.start.offset ?? -1);
      if (id && segments) byId.set(id, { edition, segments });
    }
  });
  const rows = [...allOf(tree, 'linkGrp')]
    .flatMap((group) => [...allOf(group, 'link')])
    .flatMap((link) => {
      // Of an edition that a link does not name, it says nothing.
      const row = editions.map((): number[] | null => null);
      for (const pointer of (attribute(link, 'target') ?? '').split(/\s+/)) {
        const found = byId.get(pointer.replace(/^#/, ''));
        if (found) row[found.edition] = [...(row[found.edition] ?? []), ...found.segments];
      }
      return row.filter((cell) => cell !== null).length > 1 ? [row] : [];
    });
  return rows.length > 0 ? rows : undefined;
}

function* elements(node: Element): Generator<Element> {
  yield node;
  for (const child of node.children) if (child.type === 'element') yield* elements(child);
}
