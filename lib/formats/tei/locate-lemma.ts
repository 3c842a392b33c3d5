import type { Element, Nodes, Root } from 'xast';
import { attribute, childrenOf, isElement, localName, textOf } from '../xml/read';

/** Where the lemma of an entry stands, as it was before anything was put in. */
interface Place {
  parent: Element;
  text: Nodes;
  at: number;
  length: number;
}

/**
 * Finds the lemmas of entries of the location-referenced method: once in the line that the entry
 * names or stands in, or right before the entry where it stands in the text.
 */
export function findLemmas(tree: Root, apps: readonly Element[]): LemmaPlaces {
  const places = new Map<Element, Place>();
  const lines = apps.some((app) => attribute(app, 'loc')) ? numberedElements(tree) : [];
  for (const app of apps) {
    const words = textOf(childrenOf(app, 'lem')[0]).replace(/\s+/g, ' ').trim();
    if (words === '') continue;
    const found = inLine(app, words, lines);
    if (found.length === 1) places.set(app, found[0]);
  }
  const before = apps.some((app) => !places.has(app)) ? textsBefore(tree, new Set(apps)) : null;
  const around = before ? linesAround(tree, new Set(apps)) : null;
  for (const app of apps) {
    const here = before?.get(app);
    const words = textOf(childrenOf(app, 'lem')[0]).replace(/\s+/g, ' ').trim();
    if (places.has(app) || words === '') continue;
    const last = here && [...occurrencesIn(here.parent, here.text, words)].at(-1);
    const value = here && 'value' in here.text ? here.text.value : '';
    if (last && value.slice(last.at + last.length).trim() === '') {
      places.set(app, last);
      continue;
    }
    const line = around?.get(app);
    const found = line ? [...occurrences(line, words)] : [];
    if (found.length === 1) places.set(app, found[0]);
  }
  return new LemmaPlaces(places);
}

/** Places in stretches of text, which entries divide as they are put in. */
export class LemmaPlaces {
  /** For each stretch of text: what is left of it, and the place from which it is taken up. */
  private readonly taken = new Map<Nodes, { from: number }>();

  constructor(private readonly places: ReadonlyMap<Element, Place>) {}

  /** Entries in the order in which they are put in: those of one stretch of text from its end. */
  fromEnd(apps: readonly Element[]): Element[] {
    return [...apps].sort((a, b) => (this.places.get(b)?.at ?? 0) - (this.places.get(a)?.at ?? 0));
  }

  /**
   * Puts an entry in the place of its lemma.
   * @returns whether it found its place.
   */
  place(app: Element, entryAround: (app: Element, inside: readonly Nodes[]) => Element): boolean {
    const place = this.places.get(app);
    if (!place || !('value' in place.text)) return false;
    const { parent, text, at, length } = place;
    const from = this.taken.get(text)?.from ?? text.value.length;
    // What another entry has taken cannot be divided again.
    if (at + length > from) return false;
    const index = (parent.children as Nodes[]).indexOf(text);
    if (index < 0) return false;
    const piece = (part: string): Nodes[] => (part === '' ? [] : [{ type: 'text', value: part }]);
    const inside = piece(text.value.slice(at, at + length));
    const rest = piece(text.value.slice(at + length, from));
    text.value = text.value.slice(0, at);
    this.taken.set(text, { from: at });
    (parent.children as Nodes[]).splice(index + 1, 0, entryAround(app, inside), ...rest);
    return true;
  }
}

function inLine(
  app: Element,
  words: string,
  lines: readonly { element: Element; path: string[] }[],
): Place[] {
  const given = numbersIn(attribute(app, 'loc') ?? '');
  const first = given.findIndex((each) => /\p{N}/u.test(each));
  // What stands before the first number is the name of the work.
  for (const numbers of [given, first > 0 ? given.slice(first) : []]) {
    if (numbers.length === 0) continue;
    const wanted = numbers.join('.');
    const named = lines.filter(({ path }) => path.slice(-numbers.length).join('.') === wanted);
    if (named.length > 0) return named.flatMap(({ element }) => [...occurrences(element, words)]);
  }
  return [];
}

const numbersIn = (value: string) => value.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** Elements with a number, each with the numbers of what holds it. */
function numberedElements(tree: Root): { element: Element; path: string[] }[] {
  const found: { element: Element; path: string[] }[] = [];
  const look = (node: Element | Root, path: readonly string[]): void => {
    for (const child of node.children) {
      if (!isElement(child) || /^(teiHeader|listApp)$/.test(localName(child))) continue;
      const n = attribute(child, 'n');
      const own = n === undefined ? path : [...path, ...numbersIn(n)];
      if (n !== undefined) found.push({ element: child, path: [...own] });
      look(child, own);
    }
  };
  look(tree, []);
  return found;
}

/** The stretch of text that stands before each entry, where nothing but text does. */
function textsBefore(
  tree: Root,
  apps: ReadonlySet<Element>,
): Map<Element, { parent: Element; text: Nodes }> {
  const found = new Map<Element, { parent: Element; text: Nodes }>();
  const look = (node: Element | Root): void => {
    (node.children as Nodes[]).forEach((child, k, siblings) => {
      if (!isElement(child)) return;
      const before = siblings[k - 1];
      if (apps.has(child) && before?.type === 'text' && node.type === 'element')
        found.set(child, { parent: node, text: before });
      look(child);
    });
  };
  look(tree);
  return found;
}

/** The line or paragraph that each entry stands in. */
function linesAround(tree: Root, apps: ReadonlySet<Element>): Map<Element, Element> {
  const found = new Map<Element, Element>();
  const look = (node: Element | Root, line: Element | null): void => {
    for (const child of childrenOf(node)) {
      if (apps.has(child) && line) found.set(child, line);
      look(child, /^(?:l|p|ab|head|seg)$/.test(localName(child)) ? child : line);
    }
  };
  look(tree, null);
  return found;
}

/** Where words stand within single stretches of text, as whole words. */
function* occurrences(element: Element, words: string): Generator<Place> {
  for (const child of element.children) {
    if (child.type === 'text') yield* occurrencesIn(element, child, words);
    else if (isElement(child) && localName(child) !== 'app') yield* occurrences(child, words);
  }
}

function* occurrencesIn(parent: Element, text: Nodes, words: string): Generator<Place> {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+')}(?![\\p{L}\\p{N}])`,
    'gu',
  );
  if (!('value' in text)) return;
  for (const match of text.value.matchAll(pattern)) {
    yield { parent, text, at: match.index, length: match[0].length };
  }
}
