import type { Element, Nodes, Root } from 'xast';
import { allOf, attribute, childrenOf, isElement, localName } from '../xml/read';

/**
 * A document that has only a transcription of its pages (`sourceDoc`) as one that has a text: a surface
 * begins a page, a zone is a paragraph, and a line ends where the next begins. Any other document as it is.
 * Source: https://tei-c.org/release/doc/tei-p5-doc/en/html/PH.html (11.2.2).
 */
export function fromSourceDoc(tree: Root): Root {
  if (!allOf(tree, 'sourceDoc').next().value || allOf(tree, 'text').next().value) return tree;
  return { ...tree, children: tree.children.flatMap(converted) as Root['children'] };
}

function converted(node: Nodes): Nodes[] {
  if (!isElement(node)) return [node];
  const element = { ...node, children: node.children.flatMap(converted) as Element['children'] };
  const renamed = (name: string): Element => ({ ...element, name });
  switch (localName(node)) {
    case 'sourceDoc':
      return [renamed('text')];
    case 'surfaceGrp':
      return [renamed('div')];
    case 'surface':
      return [{ ...renamed('div'), attributes: {}, children: [pageOf(node), ...element.children] }];
    case 'zone':
      // A zone within another stands by itself, between what is around it.
      return [renamed(childrenOf(node, 'zone').length > 0 ? 'div' : 'ab')];
    case 'line':
      return [{ ...node, name: 'lb', attributes: {}, children: [] }, ...element.children];
    default:
      return [element];
  }
}

/** The mark of the page that a surface is. */
function pageOf(surface: Element): Element {
  const n = attribute(surface, 'n') ?? attribute(surface, 'xml:id');
  const facs = attribute(surface, 'facs') ?? firstAddress(surface);
  const attributes = { ...(n ? { n } : {}), ...(facs ? { facs } : {}) };
  return { type: 'element', name: 'pb', attributes, children: [], position: surface.position };
}

const firstAddress = (surface: Element): string | undefined =>
  childrenOf(surface, 'graphic')
    .map((graphic) => attribute(graphic, 'url'))
    .find((url) => url !== undefined);
