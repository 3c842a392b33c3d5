import type { Definition, Link, LinkReference, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** What a link is defined to lead to, and whether one does. */
interface NotedDefinition extends Definition {
  data?: Definition['data'] & { isUsed?: boolean };
}

/** Makes links to definitions, `[so][1]`, links to what these say. */
export function resolveReferences(root: Root): void {
  const definitions = new Map<string, NotedDefinition>();
  visit(root, 'definition', (node) => {
    // The first of a name counts.
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  if (definitions.size === 0) return;
  visit(root, (node) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
    const definition = definitions.get(node.identifier);
    if (!definition) return;
    definition.data = { ...definition.data, isUsed: true };
    if (node.type === 'linkReference') lead(node, definition);
  });
}

function lead(node: LinkReference, { url, title }: Definition): void {
  Object.assign(node as unknown as Link, { type: 'link', url, title });
}

export const isUsed = ({ data }: NotedDefinition): boolean => data?.isUsed ?? false;
