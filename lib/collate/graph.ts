import type { Collation } from './collation';
import type { MovedWords } from './decisions';
import { textOfTokens } from './witness';

/** Words that some witnesses have in one place, one after the other. */
export interface GraphNode {
  id: number;
  text: string;
  /** Indices of the witnesses that run through it. */
  witnesses: number[];
  /** The first column of the collation that it stands in. */
  column: number;
}

/** From one node to the next, by the witnesses that go that way. */
export interface GraphEdge {
  from: number;
  to: number;
  witnesses: number[];
}

/**
 * A variant graph (Schmidt and Colomb 2009): every witness is a path from the start (node 0, empty)
 * to the end (the last node, empty), and words that witnesses share are one node. Joining the
 * nodes of a path gives the witness's words.
 */
export interface VariantGraph {
  nodes: GraphNode[];
  edges: GraphEdge[];
  /** From where the base has words to where a witness has them. */
  moves: GraphEdge[];
}

/**
 * The variant graph of a collation; runs that the same witnesses share are single nodes.
 *
 * @param transpositions of the witnesses beside the base; words that have moved are nodes of their own.
 * @param base index of the witness that they are beside.
 */
export function variantGraph(
  { witnesses, columns }: Collation,
  transpositions: readonly MovedWords[] = [],
  base = 0,
): VariantGraph {
  const cuts = new Set(transpositions.flatMap(({ base: own, there }) => [...own, ...there]));
  const all = witnesses.map((_, w) => w);
  const nodes: (GraphNode & { tokens: Collation['columns'][number] })[] = [
    { id: 0, text: '', witnesses: all, column: -1, tokens: [] },
  ];
  // Where each witness's path stands.
  const at = all.map(() => 0);
  const edges = new Map<string, GraphEdge>();
  const link = (from: number, to: number, witness: number) => {
    const key = `${from}-${to}`;
    const known = edges.get(key);
    if (known) known.witnesses.push(witness);
    else edges.set(key, { from, to, witnesses: [witness] });
  };
  columns.forEach((column, number) => {
    const groups = new Map<string, number[]>();
    column.forEach((token, w) => {
      if (!token) return;
      // What folding leaves nothing of is told apart by its text.
      const key = token.n || `\0${token.t}`;
      groups.set(key, [...(groups.get(key) ?? []), w]);
    });
    for (const group of groups.values()) {
      const from = at[group[0]];
      const before = nodes[from];
      const together =
        from !== 0 &&
        !cuts.has(number) &&
        group.length === before.witnesses.length &&
        group.every((w) => at[w] === from);
      if (together) {
        before.tokens.push(column[group[0]]);
        continue;
      }
      const id = nodes.length;
      nodes.push({ id, text: '', witnesses: group, column: number, tokens: [column[group[0]]] });
      for (const w of group) {
        link(at[w], id, w);
        at[w] = id;
      }
    }
  });
  const end = nodes.length;
  for (const w of all) link(at[w], end, w);
  nodes.push({ id: end, text: '', witnesses: all, column: columns.length, tokens: [] });
  const nodeAt = (w: number, column: number) =>
    nodes.findLast((node) => node.witnesses.includes(w) && node.column <= column)!.id;
  const moves = new Map<string, GraphEdge>();
  for (const { witness, base: own, there } of transpositions) {
    const [from, to] = [nodeAt(base, own[0]), nodeAt(witness, there[0])];
    const known = moves.get(`${from}-${to}`);
    if (known) known.witnesses.push(witness);
    else moves.set(`${from}-${to}`, { from, to, witnesses: [witness] });
  }
  return {
    moves: [...moves.values()],
    nodes: nodes.map(({ tokens, ...node }) => ({
      ...node,
      text: textOfTokens(tokens.filter((token) => token !== null)),
    })),
    edges: [...edges.values()],
  };
}
