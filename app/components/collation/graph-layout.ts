import { Graph, layout } from '@dagrejs/dagre';
import type { GraphNode, VariantGraph } from '../../../lib/collate/graph';

export interface PlacedNode extends GraphNode {
  x: number;
  y: number;
  width: number;
  height: number;
  lines: string[];
}

export interface PlacedEdge {
  key: string;
  witnesses: number[];
  path: string;
  /** Where its sigla stand. */
  label: { x: number; y: number };
}

export interface PlacedGraph {
  width: number;
  height: number;
  nodes: PlacedNode[];
  edges: PlacedEdge[];
}

const lineHeight = 20;
const letterWidth = 8;
const longestLine = 28;

/** Lays a variant graph out in the direction of its text (dagre, after Sugiyama). */
export function layoutGraph(
  { nodes, edges }: VariantGraph,
  witnesses: readonly string[],
  direction: 'ltr' | 'rtl',
): PlacedGraph {
  const graph = new Graph();
  graph.setGraph({
    rankdir: direction === 'rtl' ? 'RL' : 'LR',
    nodesep: 18,
    ranksep: 28,
    edgesep: 10,
    marginx: 12,
    marginy: 12,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  const lines = nodes.map(({ text }) => wrap(text));
  nodes.forEach(({ id, text }, k) => {
    const widest = Math.max(...lines[k].map(wide), 1);
    graph.setNode(String(id), {
      width: text === '' ? 14 : widest * letterWidth + 20,
      height: text === '' ? 14 : lines[k].length * lineHeight + 12,
    });
  });
  for (const { from, to, witnesses: along } of edges) {
    const label = along.map((w) => witnesses[w]).join(' ');
    graph.setEdge(String(from), String(to), { width: wide(label) * 6.5 + 6, height: 16 });
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width,
    height,
    nodes: nodes.map((node, k) => ({
      ...node,
      ...(graph.node(String(node.id)) as { x: number; y: number; width: number; height: number }),
      lines: lines[k],
    })),
    edges: edges.map(({ from, to, witnesses: along }) => {
      const { points, x, y } = graph.edge(String(from), String(to)) as {
        points: { x: number; y: number }[];
        x?: number;
        y?: number;
      };
      const middle = points[points.length >> 1];
      return {
        key: `${from}-${to}`,
        witnesses: along,
        path: curve(points),
        label: { x: x ?? middle.x, y: y ?? middle.y },
      };
    }),
  };
}

/** Full-width characters take two places. */
function wide(text: string): number {
  return [...text].reduce((sum, c) => sum + (/[\u2e80-\uffe6]/.test(c) ? 2 : 1), 0);
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\s)|(?<=[\u2e80-\uffe6])/u)) {
    if (line !== '' && wide(line) + wide(word) > longestLine) {
      lines.push(line.trim());
      line = '';
    }
    line += word;
  }
  return [...lines, line.trim()];
}

/** A smooth line through the points that dagre gives. */
function curve(points: readonly { x: number; y: number }[]): string {
  const [first, ...rest] = points;
  let path = `M${first.x},${first.y}`;
  for (let k = 0; k < rest.length; k++) {
    const [from, to] = [points[k], rest[k]];
    const middle = (from.x + to.x) / 2;
    path += ` C${middle},${from.y} ${middle},${to.y} ${to.x},${to.y}`;
  }
  return path;
}
