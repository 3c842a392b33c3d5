import type { Element, ElementContent, Root } from 'hast';
import type { Losses } from '../document';
import { wordsOf } from './words';

/** So many lines at each end of a page can lead to its neighbours. */
const maxLines = 3;
const lines = /^(?:p|div|center|address|span|small|font|h[1-6]|tr|td)$/;

/**
 * Takes out the lines at the beginning and the end of a page that hold nothing but links to other pages
 * of its site (“Index | Next: Chapter 2”), and reports them. A page of such lines alone is a list, and stays.
 */
export function takeOutNavigationLines(tree: Root | Element, losses: Losses): void {
  const blocks = leavesOf(tree);
  const first = blocks.findIndex((block) => !isNavigation(block));
  if (first < 0) return;
  const last = blocks.findLastIndex((block) => !isNavigation(block));
  const ends = [blocks.slice(0, first), blocks.slice(last + 1)];
  const found = new Set(ends.filter((end) => end.length <= maxLines && end.every(isLine)).flat());
  if (found.size > 0) takeOut(tree, found, losses);
}

/** The elements of a page that hold words, none of which holds another; and links and words by themselves. */
function leavesOf(node: Root | Element): ElementContent[] {
  return (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (!hasWords(child)) return [];
    const holdsLines =
      child.type === 'element' &&
      child.children.some((each) => each.type === 'element' && holdsBlock(each));
    return holdsLines ? leavesOf(child as Element) : [child];
  });
}

/** From level to level this is asked again: it stops at the first word. */
const hasWords = (node: ElementContent): boolean =>
  node.type === 'text'
    ? node.value.trim() !== ''
    : node.type === 'element' && node.children.some(hasWords);

const holdsBlock = (element: Element): boolean =>
  /^(?:p|div|ul|ol|dl|li|table|tbody|tr|td|section|article|main|center|blockquote|body|h[1-6])$/.test(
    element.tagName,
  ) || element.children.some((child) => child.type === 'element' && holdsBlock(child));

const isLine = (node: ElementContent): boolean =>
  node.type === 'element' && (lines.test(node.tagName) || isLinkAway(node));

const isLinkAway = ({ tagName, properties }: Element): boolean => {
  const href = String(properties.href ?? '');
  return tagName === 'a' && href !== '' && !/^#|^[a-z][a-z0-9+.-]*:|^\/\//i.test(href);
};

/** Whether all words within are links to other pages of the site. */
function isNavigation(node: ElementContent): boolean {
  if (node.type === 'text') return !/[\p{L}\p{N}]/u.test(node.value);
  if (node.type !== 'element') return true;
  return isLinkAway(node) || (node.tagName !== 'a' && node.children.every(isNavigation));
}

function takeOut(node: Root | Element, found: ReadonlySet<ElementContent>, losses: Losses): void {
  node.children = (node.children as ElementContent[]).filter((child) => {
    if (found.has(child)) {
      losses.add('links to other pages', child.position?.start.line, wordsOf(child));
      return false;
    }
    if (child.type === 'element') takeOut(child, found, losses);
    return true;
  });
}
