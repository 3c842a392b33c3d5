/** Two groups of witnesses to be aligned with each other, as indices into a list of groups. */
export interface Merge {
  left: number;
  right: number;
}

/**
 * The order in which witnesses are joined: the likest first (UPGMA, after Sokal and Michener
 * 1958, by shared words). What is joined early is joined well, and later ones find more to hold
 * on to; with ties broken by the witnesses' words alone the result does not hang on the order in
 * which they were given.
 *
 * @param ids the witnesses' words as numbers, in an order that their words alone decide.
 * @returns merges; groups count from the witnesses on, each merge making the next.
 */
export function guideTree(ids: readonly Int32Array[]): Merge[] {
  const bags = ids.map((words) => {
    const bag = new Map<number, number>();
    for (const word of words) bag.set(word, (bag.get(word) ?? 0) + 1);
    return bag;
  });
  const count = ids.length;
  const likeness = ids.map((_, i) => ids.map((__, j) => (i < j ? shared(bags[i], bags[j]) : 0)));
  const between = (x: number[], y: number[]) => {
    let sum = 0;
    for (const i of x) for (const j of y) sum += likeness[Math.min(i, j)][Math.max(i, j)];
    return sum / (x.length * y.length);
  };
  let live = ids.map((_, i) => ({ group: i, members: [i] }));
  const merges: Merge[] = [];
  while (live.length > 1) {
    let best = { x: 0, y: 1, value: -1 };
    for (let x = 0; x < live.length; x++) {
      for (let y = x + 1; y < live.length; y++) {
        const value = between(live[x].members, live[y].members);
        if (value > best.value + 1e-12) best = { x, y, value };
      }
    }
    const [left, right] = [live[best.x], live[best.y]];
    merges.push({ left: left.group, right: right.group });
    const joined = {
      group: count + merges.length - 1,
      members: [...left.members, ...right.members].sort((i, j) => i - j),
    };
    live = live.filter((each) => each !== left && each !== right);
    live.push(joined);
    live.sort((one, other) => one.members[0] - other.members[0]);
  }
  return merges;
}

/** Shared words over all words (Dice), 0 to 1. */
export function shared(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let both = 0;
  let all = 0;
  for (const [word, count] of a) {
    all += count;
    both += Math.min(count, b.get(word) ?? 0);
  }
  for (const count of b.values()) all += count;
  return all === 0 ? 1 : (2 * both) / all;
}
