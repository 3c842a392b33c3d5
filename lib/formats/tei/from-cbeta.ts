import type { Element, Nodes, Root } from 'xast';
import type { Losses } from '../document';
import { allOf, attribute, childrenOf, isElement, localName, textOf } from '../xml/read';

/** Elements of CBETA's own, by which its texts are known. */
const own = ['div', 'mulu', 'juan', 'tt'];
/** Divisions that hold notes and entries of an apparatus, which stand where they are called. */
const ofNotes = /^(apparatus|.*-notes)$/;

/**
 * Takes out what CBETA’s texts have for their readers’ programs: entries of the table of contents (`cb:mulu`),
 * headings of lists of notes, and terms in other languages than the text (`cb:tt`), of which the first in
 * Chinese, or the first, is its own. A caesura is the space that CBETA prints.
 * Source: https://www.cbeta.org/xml (namespace http://www.cbeta.org/ns/1.0)
 */
export function withoutCbetaTools(tree: Root, losses: Losses): void {
  const isCbeta = own.some((name) =>
    [...allOf(tree, name)].some((element) => element.name === `cb:${name}`),
  );
  if (isCbeta) strip(tree, losses);
}

function strip(element: Root | Element, losses: Losses): void {
  const children = (element.children as Nodes[]).flatMap((child): Nodes[] => {
    if (!isElement(child)) return [child];
    const line = child.position?.start.line;
    if (localName(child) === 'mulu') {
      losses.add('entries of the table of contents', line, textOf(child));
      return [];
    }
    if (localName(child) === 'caesura') return [{ type: 'text', value: '\u3000' }];
    if (localName(child) === 'head' && ofNotes.test(typeOf(element))) {
      losses.add('headings of notes', line, textOf(child));
      return [];
    }
    const terms = localName(child) === 'tt' ? childrenOf(child, 't') : [];
    if (terms.length === 0) return [child];
    // What points to words elsewhere says nothing in its own place.
    const shown = attribute(child, 'from')
      ? undefined
      : (terms.find((term) => attribute(term, 'xml:lang')?.startsWith('zh')) ?? terms[0]);
    for (const term of terms) {
      if (term !== shown) losses.add('terms in other languages', line, textOf(term));
    }
    return shown ? (shown.children as Nodes[]) : [];
  });
  element.children = children as Element['children'];
  for (const child of childrenOf(element)) strip(child, losses);
}

const typeOf = (element: Root | Element): string =>
  element.type === 'element' ? (attribute(element, 'type') ?? '') : '';
