import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { Collation } from '../../collate/collation';
import { variantGraph } from '../../collate/graph';
import { xmlText } from '../xml/text';

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ')}"`;

/** The variant graph in Graphviz's language. Source: https://graphviz.org/doc/info/lang.html */
export function collationDot(collation: Collation): string {
  const { nodes, edges } = variantGraph(collation);
  const sigla = (indices: readonly number[]) =>
    indices.map((w) => collation.witnesses[w]).join(', ');
  return `${[
    'digraph collation {',
    '  rankdir=LR;',
    '  node [shape=box];',
    ...nodes.map(({ id, text }, k) => {
      const end = k === 0 ? 'start' : k === nodes.length - 1 ? 'end' : null;
      return `  n${id} [label=${quoted(end ?? text)}${end ? ', shape=circle' : ''}];`;
    }),
    ...edges.map(
      ({ from, to, witnesses }) => `  n${from} -> n${to} [label=${quoted(sigla(witnesses))}];`,
    ),
    '}',
  ].join('\n')}\n`;
}

/** The variant graph as GraphML. Source: http://graphml.graphdrawing.org/specification.html */
export function collationGraphml(collation: Collation): string {
  const { nodes, edges } = variantGraph(collation);
  const data = (key: string, value: string) => x('data', { key }, xmlText(value));
  const sigla = (indices: readonly number[]) =>
    indices.map((w) => collation.witnesses[w]).join(' ');
  const key = (id: string, on: string, type: string) =>
    x('key', { id, for: on, 'attr.name': id, 'attr.type': type });
  const tree = x('graphml', { xmlns: 'http://graphml.graphdrawing.org/xmlns' }, [
    key('text', 'node', 'string'),
    key('rank', 'node', 'int'),
    key('witnesses', 'all', 'string'),
    x('graph', { id: 'collation', edgedefault: 'directed' }, [
      ...nodes.map(({ id, text, column, witnesses }) =>
        x('node', { id: `n${id}` }, [
          data('text', text),
          data('rank', String(column + 1)),
          data('witnesses', sigla(witnesses)),
        ]),
      ),
      ...edges.map(({ from, to, witnesses }, k) =>
        x('edge', { id: `e${k}`, source: `n${from}`, target: `n${to}` }, [
          data('witnesses', sigla(witnesses)),
        ]),
      ),
    ]),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree)}\n`;
}
