import type { PhrasingContent } from 'mdast';

const space = /[^\S\u00a0\u202f\u3000]+$/;

/**
 * Makes white space that several nodes bring together one space: what stood between is gone. The
 * mark of a note between two spaces stands at the word before it.
 */
export function collapseSpaces(nodes: readonly PhrasingContent[]): void {
  let spaced = false;
  let last: { value: string } | undefined;
  let marked = false;
  const walk = (node: PhrasingContent): void => {
    if (node.type === 'text') {
      const begins = /^[^\S\u00a0\u202f\u3000]/.test(node.value);
      if (marked && spaced && begins && last) last.value = last.value.replace(space, '');
      else if (spaced) node.value = node.value.replace(/^[^\S\u00a0\u202f\u3000]+/, '');
      if (node.value === '') return;
      spaced = space.test(node.value);
      last = node;
      marked = false;
    } else if (node.type === 'inlineCode') {
      // Its spaces are its own; those after it part it from the next word.
      spaced = space.test(node.value);
      last = undefined;
      marked = false;
    } else if (node.type === 'break') {
      spaced = true;
      last = undefined;
    } else if (node.type === 'footnoteReference') marked = true;
    else if ('children' in node) for (const child of node.children) walk(child);
  };
  for (const node of nodes) walk(node);
}
