import type { PhrasingContent } from 'mdast';
import type { Element, Nodes } from 'xast';
import { attribute, isElement, localName, textOf } from '../xml/read';
import type { TeiContext } from './context';

/**
 * Whether a deletion or an addition changes the text. In a witness of an apparatus each does; in a
 * text alone what is struck out stays as such, unless other words were written in its place.
 */
export function isCorrection(
  node: Element,
  next: Nodes | undefined,
  { witness, substitution }: TeiContext,
): boolean {
  if (witness !== null || substitution) return true;
  return localName(node) === 'del' && isElement(next) && localName(next) === 'add';
}

/**
 * The words of a deletion or an addition, where the layer that is read has them. What the other
 * layer has is reported, unless that is read as an edition of its own.
 */
export function readCorrection(
  node: Element,
  context: TeiContext,
  read: () => PhrasingContent[],
): PhrasingContent[] {
  if (!context.attested) return [];
  const added = localName(node) === 'add';
  const hand = attribute(node, 'hand');
  const line = node.position?.start.line;
  if (hand) context.losses.add('names of the hands of corrections', line, hand);
  if (context.ownReading) context.corrected.yes = true;
  if (added === (context.layer === 'after-correction')) return read();
  if (!context.ownReading) context.losses.add('deleted words', line, textOf(node));
  return [];
}
