/** A node of a tree of likeness: a witness at a leaf, a branching within. */
export interface TreeNode {
  /** Of a leaf: the index of its witness. */
  witness?: number;
  /** Distance to the node above. */
  length: number;
  children: TreeNode[];
}

/**
 * Neighbour joining (Saitou and Nei 1987): a tree in which the way from one witness to another is
 * as long as they are apart, as nearly as a tree can have it. The tree itself has no root; here it
 * is hung up by the middle of its longest way, where a common source would lie if all witnesses
 * had gone the same distance from it.
 *
 * @param distances symmetric, 0 on the diagonal; at least one witness.
 */
export function neighbourJoining(distances: readonly (readonly number[])[]): TreeNode {
  interface Live {
    node: number;
    to: Map<Live, number>;
  }
  const edges: [from: number, to: number, length: number][] = [];
  const count = distances.length;
  if (count === 1) return { witness: 0, length: 0, children: [] };
  let live: Live[] = distances.map((_, node) => ({ node, to: new Map() }));
  for (const a of live) for (const b of live) a.to.set(b, distances[a.node][b.node]);
  let next = count;
  while (live.length > 2) {
    const total = new Map(
      live.map((a) => [a, live.reduce((sum, b) => sum + (a === b ? 0 : a.to.get(b)!), 0)]),
    );
    let best: { a: Live; b: Live; value: number } | null = null;
    for (let x = 0; x < live.length; x++) {
      for (let y = x + 1; y < live.length; y++) {
        const [a, b] = [live[x], live[y]];
        const value = (live.length - 2) * a.to.get(b)! - total.get(a)! - total.get(b)!;
        if (!best || value < best.value - 1e-12) best = { a, b, value };
      }
    }
    const { a, b } = best!;
    const between = a.to.get(b)!;
    const lean = (total.get(a)! - total.get(b)!) / (2 * (live.length - 2));
    const joined: Live = { node: next++, to: new Map() };
    edges.push([joined.node, a.node, Math.max(0, between / 2 + lean)]);
    edges.push([joined.node, b.node, Math.max(0, between / 2 - lean)]);
    live = live.filter((each) => each !== a && each !== b);
    for (const other of live) {
      const distance = Math.max(0, (a.to.get(other)! + b.to.get(other)! - between) / 2);
      joined.to.set(other, distance);
      other.to.set(joined, distance);
    }
    live.push(joined);
  }
  edges.push([live[0].node, live[1].node, live[0].to.get(live[1])!]);
  return hang(edges, count);
}

/** Roots a tree at the middle of the longest way between two leaves. */
function hang(edges: [number, number, number][], leaves: number): TreeNode {
  const near = new Map<number, [node: number, length: number][]>();
  for (const [a, b, length] of edges) {
    near.set(a, [...(near.get(a) ?? []), [b, length]]);
    near.set(b, [...(near.get(b) ?? []), [a, length]]);
  }
  const farthest = (from: number): { path: number[]; lengths: number[] } => {
    let best = { path: [from], lengths: [0] };
    const walk = (node: number, path: number[], lengths: number[]) => {
      if (node < leaves && lengths.at(-1)! > best.lengths.at(-1)!) best = { path, lengths };
      for (const [next, length] of near.get(node) ?? []) {
        if (!path.includes(next))
          walk(next, [...path, next], [...lengths, lengths.at(-1)! + length]);
      }
    };
    walk(from, [from], [0]);
    return best;
  };
  const { path, lengths } = farthest(farthest(0).path.at(-1)!);
  const middle = lengths.at(-1)! / 2;
  const after = Math.max(
    1,
    lengths.findIndex((length) => length >= middle),
  );
  const [low, high] = [path[after - 1], path[after]];
  const grow = (node: number, from: number, length: number): TreeNode => ({
    ...(node < leaves ? { witness: node } : {}),
    length,
    children: (near.get(node) ?? [])
      .filter(([next]) => next !== from)
      .map(([next, along]) => grow(next, node, along)),
  });
  return {
    length: 0,
    children: [
      grow(low, high, middle - lengths[after - 1]),
      grow(high, low, lengths[after] - middle),
    ],
  };
}
