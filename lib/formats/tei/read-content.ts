import type { PhrasingContent } from 'mdast';
import type { Nodes } from 'xast';
import { collapseSpaces } from '../spaces';
import type { TeiContext } from './context';
import { joinLines } from './lines';
import { inlineOf } from './read-inline';

/** What stands within a block, its lines joined. */
export function content(nodes: readonly Nodes[], context: TeiContext): PhrasingContent[] {
  const children = inlineOf(nodes, context);
  joinLines(children, context, nodes[0]?.position?.start.line);
  collapseSpaces(children);
  return children;
}
