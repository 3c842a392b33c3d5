import type { Element, Root } from 'xast';
import { allOf, attribute } from '../xml/read';

/** Sigla of the witnesses that a reading stands in. */
export function witnessesOf(reading: Element): string[] {
  return (attribute(reading, 'wit') ?? '')
    .split(/\s+/)
    .map((pointer) => pointer.replace(/^.*#/, ''))
    .filter((siglum) => siglum !== '');
}

/**
 * The witnesses of a document with an apparatus in parallel segmentation: those it lists, and
 * those that its readings name. None where it has no apparatus.
 */
export function listWitnesses(tree: Root): string[] {
  const found = new Set<string>();
  let apparatus = false;
  for (const each of allOf(tree, 'app')) {
    apparatus = true;
    for (const name of ['lem', 'rdg']) {
      for (const reading of allOf(each, name)) {
        for (const siglum of witnessesOf(reading)) found.add(siglum);
      }
    }
  }
  if (!apparatus) return [];
  const listed = [...allOf(tree, 'witness')].flatMap(
    (witness) => attribute(witness, 'xml:id') ?? attribute(witness, 'n') ?? [],
  );
  return [...new Set([...listed, ...found])];
}
