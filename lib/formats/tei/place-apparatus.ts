import type { Element, Nodes, Root, Text } from 'xast';
import type { Losses } from '../document';
import { attribute, childrenOf, firstOf, isElement, localName, textOf } from '../xml/read';
import { findLemmas } from './locate-lemma';

/** An entry between two points that no single element holds, or that overlaps others. */
export interface SpanningEntry {
  app: Element;
  /** The `xml:id` of the points. */
  from: string;
  to: string;
}

/**
 * Puts entries of an apparatus that stand apart from what they are about into its place, so that
 * only parallel segmentation is left to read: those of the double end-point method by the points
 * that they name, those of the location-referenced method by their lemma in the line they name.
 * What finds no place is taken out and reported.
 * Source: TEI P5, 12.2 (https://tei-c.org/release/doc/tei-p5-doc/en/html/TC.html#TCAPLK)
 *
 * @returns entries whose points are in different elements or within other entries: they are put
 *   into the text of each witness by itself.
 */
export function placeApparatus(tree: Root, losses: Losses): SpanningEntry[] {
  const encoding = firstOf(tree, 'variantEncoding');
  const located = encoding && attribute(encoding, 'method') === 'location-referenced';
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
        if (within || hasPoint || located) apart.push(child);
      }
      survey(child, within);
    }
  }

  const spanning: SpanningEntry[] = [];
  const points = new Set(apart.filter((app) => pointer(app, 'from') !== undefined));
  const lemmas = findLemmas(
    tree,
    apart.filter((app) => !points.has(app)),
  );
  // From the end, so that what is put in moves nothing that is still to be found.
  for (const app of [...points].reverse()) {
    const place = elementOf(app);
    if (place) {
      if (placeWithin(place, app, entryAround)) remove(app);
      else missing(app);
    } else if (byPoints(app)) remove(app);
    else if (arePoints(app)) {
      const from = pointer(app, 'from') ?? '';
      spanning.push({ app, from, to: pointer(app, 'to') ?? from });
      remove(app);
    } else missing(app);
  }
  for (const app of lemmas.fromEnd(apart.filter((each) => !points.has(each)))) {
    if (lemmas.place(app, entryAround)) remove(app);
    else missing(app);
  }
  if (apart.length > 0) removeEmpty(tree);
  return spanning;

  function missing(app: Element): void {
    if (staysInLine(app)) return;
    const line = app.position?.start.line;
    losses.add('apparatus entries whose place is not found', line, wordsOf(app));
    remove(app);
  }

  function remove(app: Element): void {
    const parent = parents.get(app);
    if (parent)
      parent.children = (parent.children as Nodes[]).filter(
        (each) => each !== app,
      ) as typeof parent.children;
  }

  /** The element that an entry names as its place, where its lemma is not all that stands there. */
  function elementOf(app: Element): Element | null {
    const from = ids.get(pointer(app, 'from') ?? '');
    const lemma = wordsIn(childrenOf(app, 'lem')[0]);
    if (!from || pointer(app, 'to') !== undefined || lemma === '') return null;
    const whole = wordsIn(from);
    return whole === '' || whole === lemma ? null : from;
  }

  function arePoints(app: Element): boolean {
    const end = pointer(app, 'to');
    return ids.has(pointer(app, 'from') ?? '') && (end === undefined || ids.has(end));
  }

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
    // Entries within one another are not told apart by the witnesses that they name.
    if (inside.some((each) => isElement(each, 'app'))) return false;
    const entry = entryAround(app, inside);
    parent.children = [
      ...siblings.slice(0, first),
      entry,
      ...siblings.slice(last + 1),
    ] as typeof parent.children;
    parents.set(entry, parent);
    return true;
  }

  /** Whether an entry stands in a line of the text with the words of its lemma, and so is read there. */
  function staysInLine(app: Element): boolean {
    const parent = parents.get(app);
    const lemma = textOf(childrenOf(app, 'lem')[0]).trim();
    if (!parent || !isElement(parent) || lemma === '') return false;
    // What stands in the line beside its entries would be read twice.
    const line = parent.children.map((each) => (isElement(each, 'app') ? ' ' : textOf(each)));
    if (line.join('').includes(lemma)) return false;
    return /^(p|l|ab|seg|head|hi|q|quote|said|s|phr|cell|item|note)$/.test(localName(parent));
  }
}

const wordsIn = (node: Element | undefined): string => textOf(node).replace(/\s+/g, ' ').trim();

/**
 * Puts an entry into the element that it names, where the words of its lemma stand once.
 * @returns whether they do.
 */
function placeWithin(
  element: Element,
  app: Element,
  entryAround: (app: Element, inside: readonly Nodes[]) => Element,
): boolean {
  const lemma = wordsIn(childrenOf(app, 'lem')[0]);
  const places: { parent: Element; node: Text; at: number }[] = [];
  const look = (parent: Element): void => {
    for (const node of parent.children as Nodes[]) {
      if (isElement(node)) look(node);
      else if (node.type === 'text') {
        for (const { index } of node.value.matchAll(wholeWords(lemma))) {
          places.push({ parent, node, at: index });
        }
      }
    }
  };
  look(element);
  if (places.length !== 1) return false;
  const [{ parent, node, at }] = places;
  const text = (value: string): Text => ({ type: 'text', value });
  parent.children = (parent.children as Nodes[]).flatMap((child) =>
    child === node
      ? [
          text(node.value.slice(0, at)),
          entryAround(app, [text(node.value.slice(at, at + lemma.length))]),
          text(node.value.slice(at + lemma.length)),
        ]
      : [child],
  ) as typeof parent.children;
  return true;
}

const wholeWords = (words: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
    'gu',
  );

/**
 * Puts the reading that a witness has between two points into the place of what stands there.
 *
 * @param tree is changed: one for each witness.
 */
export function replaceBetween(tree: Root, { from, to }: SpanningEntry, reading: Element): void {
  let inside = false;
  let done = false;
  const walk = (node: Element | Root): void => {
    const kept: Nodes[] = [];
    for (const child of node.children as Nodes[]) {
      if (isElement(child)) {
        const id = attribute(child, 'xml:id');
        const starts = !inside && !done && id === from;
        kept.push(child);
        if (starts) {
          inside = true;
          kept.push(...reading.children);
        }
        walk(child);
        if (inside && id === to) {
          inside = false;
          done = true;
        }
      } else if (!inside) kept.push(child);
    }
    node.children = kept as typeof node.children;
  };
  walk(tree);
}

function pointer(app: Element, name: string): string | undefined {
  return attribute(app, name)?.replace(/^.*#/, '');
}

/**
 * The entry with the text as its lemma. Whom it does not name has the text: the apparatus says
 * where witnesses differ from it.
 */
function entryAround(app: Element, inside: readonly Nodes[]): Element {
  const lemma: Element = {
    type: 'element',
    name: 'lem',
    attributes: {},
    children: [...inside] as Element['children'],
  };
  return {
    ...app,
    attributes: {},
    children: [lemma, ...app.children.filter((each) => !isElement(each, 'lem'))],
  };
}

/** Lists of an apparatus of which all entries found their places hold nothing to read. */
function removeEmpty(node: Element | Root): void {
  node.children = (node.children as Nodes[]).filter((child) => {
    if (!isElement(child)) return true;
    const isList = localName(child) === 'listApp';
    const holdsList = localName(child) === 'div' && childrenOf(child, 'listApp').length > 0;
    removeEmpty(child);
    if (!isList && !holdsList) return true;
    return childrenOf(child).some((each) => localName(each) !== 'head');
  }) as typeof node.children;
}

function wordsOf(app: Element): string {
  return childrenOf(app)
    .map((each) => textOf(each).trim())
    .filter(Boolean)
    .join(' ] ');
}
