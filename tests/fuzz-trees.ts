import fc from 'fast-check';
import type { Element, Parents, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';

// Damage that leaves XML well-formed, so that it reaches the readers behind the parser: elements
// taken out, said twice, put elsewhere, called otherwise, with attributes and texts nobody expects.

const share = fc.double({ min: 0, max: 1, noNaN: true });

export const treeDamage = fc.record({
  kind: fc.constantFrom('out', 'twice', 'into', 'name', 'attributes', 'empty', 'text'),
  /** Which element, as a share of all, and which other one. */
  at: share,
  other: share,
  text: fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      '-1',
      '1e9',
      'NaN',
      '#',
      '../x',
      '\u202e',
      '| ',
      '(1) ',
      '¶',
      '\u{1f600}',
    ),
    fc.string({ maxLength: 12 }),
  ),
});
export type TreeDamage = typeof treeDamage extends fc.Arbitrary<infer T> ? T : never;

/** XML with its tree damaged; null for what is not XML. */
export function damageTree(bytes: Uint8Array, all: readonly TreeDamage[]): Uint8Array | null {
  const tree = parse(bytes);
  if (!tree) return null;
  for (const each of all) apply(tree, each);
  return new TextEncoder().encode(toXml(tree));
}

function parse(bytes: Uint8Array): Root | null {
  try {
    return fromXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

function apply(tree: Root, { kind, at, other, text }: TreeDamage): void {
  const places: { element: Element; parent: Parents }[] = [];
  const collect = (parent: Parents): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      places.push({ element: child, parent });
      collect(child);
    }
  };
  collect(tree);
  const pick = (where: number) =>
    places[Math.min(places.length - 1, Math.floor(where * places.length))];
  const [place, target] = [pick(at), pick(other)];
  // The outermost element stays: without one there is no document.
  if (!place || place.parent === tree) return;
  const { element, parent } = place;
  const children = parent.children as Element[];
  const index = children.indexOf(element);
  switch (kind) {
    case 'out':
      children.splice(index, 1);
      break;
    case 'twice':
      children.splice(index, 0, structuredClone(element));
      break;
    case 'into':
      target.element.children.push(structuredClone(element));
      break;
    case 'name':
      element.name = target.element.name;
      break;
    case 'attributes':
      element.attributes = Object.fromEntries(
        Object.keys({ ...element.attributes, ...target.element.attributes })
          .filter((name) => !name.startsWith('xmlns'))
          .map((name) => [name, text.replace(/\p{Cc}/gu, '')]),
      );
      break;
    case 'empty':
      element.children = [];
      break;
    default:
      element.children.push({ type: 'text', value: text.replace(/\p{Cc}/gu, '') });
  }
}
