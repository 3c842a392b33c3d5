import type { Element, Nodes, Root } from 'xast';
import type { Losses } from '../document';
import { allOf, attribute, childrenOf, isElement, localName, textOf } from '../xml/read';

/**
 * Puts entries of an apparatus that stand apart from what they are about into its place, so that
 * only parallel segmentation is left to read: those of the double end-point method by the points
 * that they name, those of the location-referenced method by their lemma in the line they name.
 * What finds no place is taken out and reported.
 * Source: TEI P5, 12.2 (https://tei-c.org/release/doc/tei-p5-doc/en/html/TC.html#TCAPLK)
 */
export function placeApparatus(tree: Root, losses: Losses): void {
  const method = methodOf(tree);
  const ids = new Map<string, Element>();
  const parents = new Map<Nodes, Element | Root>();
  const apart: Element[] = [];
  survey(tree, false);

  function survey(node: Element | Root, standsApart: boolean): void {
    for (const child of node.children) {
      parents.set(child, node);
      if (!isElement(child)) continue;
      const id = attribute(child, 'xml:id');
      if (id) ids.set(id, child);
      const within = standsApart || /^(listApp|standOff)$/.test(localName(child));
      if (localName(child) === 'app') {
        const pointed = pointer(child, 'from');
        const hasPoint = pointed !== undefined && ids.has(pointed);
        if (within || hasPoint || method === 'location-referenced') apart.push(child);
      }
      survey(child, within);
    }
  }

  const lines = apart.some((app) => attribute(app, 'loc')) ? numberedElements(tree) : [];
  // From the end, so that what is put in moves nothing that is still to be found.
  for (const app of apart.reverse()) {
    const parent = parents.get(app);
    const placed = byPoints(app) || byLocation(app);
    if (!placed)
      losses.add(
        'apparatus entries whose place is not found',
        app.position?.start.line,
        wordsOf(app),
      );
    if (parent)
      parent.children = parent.children.filter((each) => each !== app) as typeof parent.children;
  }
  removeEmpty(tree);

  /** Takes what stands between two points of one element into the entry. */
  function byPoints(app: Element): boolean {
    const from = ids.get(pointer(app, 'from') ?? '');
    const parent = from && parents.get(from);
    if (!from || !parent) return false;
    const end = pointer(app, 'to');
    const to = end === undefined ? (parents.get(app) === parent ? app : from) : ids.get(end);
    if (!to || parents.get(to) !== parent) return false;
    const siblings: Nodes[] = parent.children;
    const [first, last] = [siblings.indexOf(from), siblings.indexOf(to)];
    if (first < 0 || last < first) return false;
    const inside = siblings.slice(first, last + 1).filter((each) => each !== app);
    const entry = entryAround(app, inside);
    parent.children = [
      ...siblings.slice(0, first),
      entry,
      ...siblings.slice(last + 1),
    ] as typeof parent.children;
    parents.set(entry, parent);
    return true;
  }

  /** Takes the lemma into the entry where the line that it names has it once. */
  function byLocation(app: Element): boolean {
    const numbers =
      attribute(app, 'loc')
        ?.split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean) ?? [];
    const lemma = childrenOf(app, 'lem')[0];
    const words = textOf(lemma).replace(/\s+/g, ' ').trim();
    if (numbers.length === 0 || words === '') return false;
    const places = lines.filter(
      ({ path }) => path.slice(-numbers.length).join('.') === numbers.join('.'),
    );
    const found = places.flatMap(({ element }) => [...occurrences(element, words)]);
    if (found.length !== 1) return false;
    const [{ parent, text, at, length }] = found;
    const value = 'value' in text ? text.value : '';
    const piece = (part: string): Nodes[] => (part === '' ? [] : [{ type: 'text', value: part }]);
    const entry = entryAround(app, piece(value.slice(at, at + length)));
    const index = (parent.children as Nodes[]).indexOf(text);
    (parent.children as Nodes[]).splice(
      index,
      1,
      ...piece(value.slice(0, at)),
      entry,
      ...piece(value.slice(at + length)),
    );
    return true;
  }
}

function methodOf(tree: Root): string | undefined {
  for (const encoding of allOf(tree, 'variantEncoding')) return attribute(encoding, 'method');
  return undefined;
}

function pointer(app: Element, name: string): string | undefined {
  return attribute(app, name)?.replace(/^.*#/, '');
}

/** The entry with the text as its lemma: what all witnesses have that no reading names. */
function entryAround(app: Element, inside: readonly Nodes[]): Element {
  const given = childrenOf(app, 'lem')[0];
  const lemma: Element = {
    type: 'element',
    name: 'lem',
    attributes: given?.attributes.wit ? { wit: given.attributes.wit } : {},
    children: [...inside] as Element['children'],
  };
  return {
    ...app,
    attributes: {},
    children: [lemma, ...app.children.filter((each) => !isElement(each, 'lem'))],
  };
}

/** Elements with a number, each with the numbers of what holds it. */
function numberedElements(tree: Root): { element: Element; path: string[] }[] {
  const found: { element: Element; path: string[] }[] = [];
  const look = (node: Element | Root, path: readonly string[]): void => {
    for (const child of node.children) {
      if (!isElement(child) || localName(child) === 'teiHeader') continue;
      const n = attribute(child, 'n');
      const own = n === undefined ? path : [...path, ...n.split(/[^\p{L}\p{N}]+/u).filter(Boolean)];
      if (n !== undefined) found.push({ element: child, path: [...own] });
      look(child, own);
    }
  };
  look(tree, []);
  return found;
}

/** Where words stand within single stretches of text, as whole words. */
function* occurrences(
  element: Element,
  words: string,
): Generator<{ parent: Element; text: Nodes; at: number; length: number }> {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+')}(?![\\p{L}\\p{N}])`,
    'gu',
  );
  for (const child of element.children) {
    if (child.type === 'text') {
      for (const match of child.value.matchAll(pattern)) {
        yield { parent: element, text: child, at: match.index, length: match[0].length };
      }
    } else if (isElement(child) && localName(child) !== 'app') yield* occurrences(child, words);
  }
}

/** Lists of an apparatus of which all entries found their places hold nothing to read. */
function removeEmpty(node: Element | Root): void {
  for (const child of node.children) if (isElement(child)) removeEmpty(child);
  node.children = (node.children as Nodes[]).filter(
    (child) =>
      !isElement(child, 'listApp') || childrenOf(child).some((each) => localName(each) !== 'head'),
  ) as typeof node.children;
}

function wordsOf(app: Element): string {
  return childrenOf(app)
    .map((each) => textOf(each).trim())
    .filter(Boolean)
    .join(' ] ');
}
