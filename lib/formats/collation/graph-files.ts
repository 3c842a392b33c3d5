import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { Collation } from '../../collate/collation';
import { variantGraph } from '../../collate/graph';
import { findTranspositions } from '../../collate/transpositions';
import { xmlText } from '../xml/text';

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ')}"`;

/** The graph of a collation, with what has moved beside the first witness. */
const graphOf = (collation: Collation) => variantGraph(collation, findTranspositions(collation, 0));

/** The variant graph in Graphviz's language; dashed lines join words that have moved. Source: https://graphviz.org/doc/info/lang.html */
export function collationDot(collation: Collation): string {
  const { nodes, edges, moves } = graphOf(collation);
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
    ...moves.map(
      ({ from, to, witnesses }) =>
        `  n${from} -> n${to} [label=${quoted(sigla(witnesses))}, style=dashed, dir=none, constraint=false];`,
    ),
    '}',
  ].join('\n')}\n`;
}

/** The variant graph as GraphML. Source: http://graphml.graphdrawing.org/specification.html */
export function collationGraphml(collation: Collation): string {
  const { nodes, edges, moves } = graphOf(collation);
  const data = (key: string, value: string) => x('data', { key }, xmlText(value));
  const sigla = (indices: readonly number[]) =>
    indices.map((w) => collation.witnesses[w]).join(' ');
  const key = (id: string, on: string, type: string) =>
    x('key', { id, for: on, 'attr.name': id, 'attr.type': type });
  const tree = x('graphml', { xmlns: 'http://graphml.graphdrawing.org/xmlns' }, [
    key('text', 'node', 'string'),
    key('rank', 'node', 'int'),
    key('witnesses', 'all', 'string'),
    key('type', 'edge', 'string'),
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
      ...moves.map(({ from, to, witnesses }, k) =>
        x('edge', { id: `t${k}`, source: `n${from}`, target: `n${to}` }, [
          data('witnesses', sigla(witnesses)),
          data('type', 'transposition'),
        ]),
      ),
    ]),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree)}\n`;
}
