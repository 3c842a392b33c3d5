import type { Element, Nodes, Root } from 'xast';
import { isElement, localName } from '../xml/read';

/** Attributes that have another name in P5. */
const renamed: Record<string, string> = { id: 'xml:id', lang: 'xml:lang' };
/** Attributes that name elements by their ids. */
const pointing = /^(?:target|from|to|corresp|wit|hand|resp|who|next|prev|ana|copyOf|sameAs|synch)$/;
/** What P4 says of a word in an attribute, and P5 beside it. */
const beside: Record<string, { attribute: string; element: string }> = {
  sic: { attribute: 'corr', element: 'corr' },
  corr: { attribute: 'sic', element: 'sic' },
  orig: { attribute: 'reg', element: 'reg' },
  reg: { attribute: 'orig', element: 'orig' },
  abbr: { attribute: 'expan', element: 'expan' },
  expan: { attribute: 'abbr', element: 'abbr' },
};
const elements: Record<string, string> = {
  'TEI.2': 'TEI',
  'teiCorpus.2': 'teiCorpus',
  witList: 'listWit',
  xref: 'ref',
  xptr: 'ptr',
  publicationstmt: 'publicationStmt',
};

/**
 * A document of TEI P4 (2002) as P5 has it: ids, languages, pointers, and what is corrected, regular or
 * written out beside what stands in the source. The rest is alike, as far as it is read.
 * Source: https://tei-c.org/guidelines/p5/p4top5-migration-guide/
 */
export function fromP4(tree: Root): Root {
  return { ...tree, children: tree.children.map((child) => converted(child)) as Root['children'] };
}

/** Whether a document is one of P4, by its first element. */
export const isP4 = (root: Element | undefined): boolean =>
  root !== undefined && /^(?:TEI|teiCorpus)\.2$/.test(localName(root));

function converted(node: Nodes): Nodes {
  if (!isElement(node)) return node;
  const name = localName(node);
  const children = node.children.map((child) => converted(child)) as Element['children'];
  const attributes: Element['attributes'] = {};
  for (const [key, value] of Object.entries(node.attributes)) {
    if (name === 'language' && key === 'id') attributes.ident = value;
    else if (name === 'witness' && key === 'sigil') attributes['xml:id'] = value;
    else if (pointing.test(key)) attributes[key] = pointers(value ?? '');
    else attributes[renamed[key] ?? key] = value;
  }
  const other = beside[name];
  const said = other && node.attributes[other.attribute];
  const element: Element = { ...node, name: elements[name] ?? name, attributes, children };
  if (!other || said === undefined || said === null) return element;
  delete attributes[other.attribute];
  const counterpart: Element = {
    type: 'element',
    name: other.element,
    attributes: {},
    children: [{ type: 'text', value: said }],
  };
  const choice: Element = {
    type: 'element',
    name: 'choice',
    attributes: {},
    children: [element, counterpart],
  };
  return node.position ? { ...choice, position: node.position } : choice;
}

/** Ids as P5 points to them; addresses stay. */
const pointers = (value: string): string =>
  value
    .split(/\s+/)
    .map((each) => (/^[\p{L}_][\p{L}\p{N}._-]*$/u.test(each) ? `#${each}` : each))
    .join(' ');
