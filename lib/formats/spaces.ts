import type { PhrasingContent } from 'mdast';

/** Makes white space that several nodes bring together one space: what stood between is gone. */
export function collapseSpaces(nodes: readonly PhrasingContent[]): void {
  let spaced = false;
  const walk = (node: PhrasingContent): void => {
    if (node.type === 'text') {
      if (spaced) node.value = node.value.replace(/^[^\S\u00a0\u202f\u3000]+/, '');
      if (node.value !== '') spaced = /[^\S\u00a0\u202f\u3000]$/.test(node.value);
    } else if (node.type === 'break') spaced = true;
    else if ('children' in node) for (const child of node.children) walk(child);
  };
  for (const node of nodes) walk(node);
}
