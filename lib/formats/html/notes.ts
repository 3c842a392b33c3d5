import type { Element, Nodes, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

/** Elements of our own that stand for a note and for a reference to one, by `label`. */
export const noteTag = 'note-body';
export const referenceTag = 'note-reference';

const noteBlocks = new Set(['li', 'aside', 'div', 'dd', 'p']);
const returns = /backlink|backref/;
const arrow = /^(?:[\s^↑↩⤴]|\uFE0E)*$/u;

/**
 * Finds footnotes by the links that lead to them: a link within the page that is raised, or is
 * said to refer to a note (DPUB-ARIA, EPUB). References are marked where they stand; notes are
 * taken to the end of the page, out of the list that holds them.
 *
 * @param prefix tells the labels of this page's notes from other pages'.
 */
export function markNotes(tree: Root, prefix = ''): void {
  const { targets, links } = survey(tree);
  const labels = new Map<Element, string>();
  for (const { link, raised } of links) {
    const href = String(link.properties.href ?? '');
    const target = targets.get(decoded(href.slice(href.indexOf('#') + 1)));
    if (!href.includes('#') || !target || returns.test(said(link))) continue;
    const only = link.children.length === 1 ? link.children[0] : undefined;
    const refers =
      raised || /noteref/.test(said(link)) || (only?.type === 'element' && only.tagName === 'sup');
    if (!refers || contains(target, link)) continue;
    if (!labels.has(target)) {
      const own = textOf(link).replace(/[[\]()\s]/g, '') || String(labels.size + 1);
      labels.set(target, prefix + own);
    }
    link.tagName = referenceTag;
    link.properties = { label: labels.get(target)! };
  }
  const notes: Element[] = [];
  takeOut(tree, labels, notes);
  tree.children.push(...notes);
}

/** What may be linked to, by id, each as the block it stands in; and all links. */
function survey(tree: Root) {
  const targets = new Map<string, Element>();
  const links: { link: Element; raised: boolean }[] = [];
  const look = (node: Nodes, block: Element | null, raised: boolean): void => {
    if (!('children' in node)) return;
    let around = block;
    if (node.type === 'element') {
      // A note's paragraph stands for the list item or aside that holds it.
      const inNote = block !== null && /^(li|aside|dd)$/.test(block.tagName);
      if (noteBlocks.has(node.tagName) && !(inNote && node.tagName === 'p')) around = node;
      if (node.properties.id) targets.set(String(node.properties.id), around ?? node);
      if (node.tagName === 'a') links.push({ link: node, raised });
    }
    const up = raised || (node.type === 'element' && node.tagName === 'sup');
    for (const child of node.children) look(child, around, up);
  };
  look(tree, null, false);
  return { targets, links };
}

function takeOut(node: Root | Element, labels: Map<Element, string>, notes: Element[]): void {
  node.children = node.children.filter((child) => {
    if (child.type !== 'element') return true;
    takeOut(child, labels, notes);
    const label = labels.get(child);
    if (label === undefined) return true;
    withoutReturns(child);
    notes.push({ ...child, tagName: noteTag, properties: { label } });
    return false;
  }) as typeof node.children;
}

/** Links back from a note to its place say nothing. */
function withoutReturns(node: Element): void {
  node.children = node.children.filter((child) => {
    if (child.type !== 'element') return true;
    withoutReturns(child);
    return child.tagName !== 'a' || !(arrow.test(textOf(child)) || returns.test(said(child)));
  });
}

/** What a link says of its own part. */
function said({ properties }: Element): string {
  return [properties.role, properties.epubType, properties['epub:type'], properties.className]
    .flat()
    .join(' ');
}

function contains(block: Element, link: Element): boolean {
  let found = false;
  visit(block, 'element', (node) => {
    if (node === link) found = true;
  });
  return found;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
