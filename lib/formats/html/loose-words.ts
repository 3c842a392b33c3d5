import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';

const lists = new Set(['ol', 'ul', 'dir']);
const isList = (node: ElementContent): boolean =>
  node.type === 'element' && (lists.has(node.tagName) || node.tagName === 'li');
const isBlank = (node: ElementContent): boolean =>
  node.type !== 'element' && textOf(node).trim() === '';

/**
 * Words that stand in a list and in none of its items belong to the item before them; those before
 * its first item stand before the list.
 */
export function placeLooseWords(node: Root | Element): void {
  node.children = (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (child.tagName === 'menu') child.tagName = 'ul';
    placeLooseWords(child);
    if (child.tagName === 'dl') termsOnly(child);
    return lists.has(child.tagName) ? itemsOnly(child) : [child];
  }) as typeof node.children;
}

const block = (tagName: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  position: children[0].position,
  children,
});

function itemsOnly(list: Element): Element[] {
  const before: Element[] = [];
  const items: ElementContent[] = [];
  for (const loose of runs(list.children, isList)) {
    const last = items.at(-1);
    if (!Array.isArray(loose)) items.push(loose);
    else if (last?.type === 'element') last.children.push(block('div', loose));
    else before.push(block('div', loose));
  }
  list.children = items;
  return items.length > 0 ? [...before, list] : before;
}

function termsOnly(list: Element): void {
  const isTerm = (node: ElementContent) =>
    node.type === 'element' && /^(?:dt|dd|div)$/.test(node.tagName);
  for (const child of list.children)
    if (child.type === 'element' && child.tagName === 'div') termsOnly(child);
  list.children = [...runs(list.children, isTerm)].map((loose) =>
    Array.isArray(loose) ? block('dd', loose) : loose,
  );
}

/** Nodes of a kind each by itself, and the others by the runs in which they stand. */
function* runs(
  nodes: readonly ElementContent[],
  isKind: (node: ElementContent) => boolean,
): Generator<ElementContent | ElementContent[]> {
  let run: ElementContent[] = [];
  for (const node of nodes) {
    if (!isKind(node)) {
      run.push(node);
      continue;
    }
    if (!run.every(isBlank)) yield run;
    run = [];
    yield node;
  }
  if (!run.every(isBlank)) yield run;
}
