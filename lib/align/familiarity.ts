import type { Side, Table } from './vocabulary';

/** The share of segments with a counterpart whose words are strange to the other text all the same. */
const strangeShare = 0.001;
/** The share of segments that have a counterpart, to begin with. */
const usualShare = 0.9;
/** Words' worth of doubt whether words of segments with a counterpart are less strange than others. */
const faith = 5;
const rounds = 3;

/**
 * For each segment of a text in the other's language, the log ratio that it has a counterpart there to that the
 * other text lacks it, by how many of its words are strange there: have no rendering anywhere. It is never positive:
 * what stands in another place has familiar words, and no counterpart in this one all the same.
 *
 * How common strange words would be in a passage that the other text lacks, any segment tells, with its own counterpart
 * not counted; how common they are where there is a counterpart is found by EM.
 *
 * @param table what renders which, from the other side's features to this side's.
 */
export function familiarity(side: Side, other: Side, table: Table): Float64Array {
  const support = supportOf(side, other, table);
  const sizes = side.ids.map((ids) => ids.length);
  const strange = side.ids.map((ids) => countOf(ids, (f) => support[f] === 0));
  const alone = side.ids.map((ids) => countOf(ids, (f) => support[f] <= 1));
  const all = sum(sizes);
  const without = (sum(alone) + faith / 2) / (all + faith);
  const evidence = new Float64Array(sizes.length);
  let within = (sum(strange) + faith * without) / (all + faith);
  for (let round = 0; round < rounds; round++) {
    const overspread = dispersion(sizes, strange, within);
    const ifStrange = Math.log(within / without) / overspread;
    const ifKnown = Math.log((1 - within) / (1 - without)) / overspread;
    let [here, known] = [faith * without, faith];
    sizes.forEach((size, t) => {
      evidence[t] = strange[t] * ifStrange + (size - strange[t]) * ifKnown;
      const share = 1 / (1 + ((1 - usualShare) / usualShare) * Math.exp(-evidence[t]));
      here += share * strange[t];
      known += share * size;
    });
    within = here / known;
  }
  return evidence.map((each) =>
    Math.min(0, Math.log((1 - strangeShare) * Math.exp(each) + strangeShare)),
  );
}

const sum = (values: readonly number[]): number => values.reduce((x, y) => x + y, 0);

const countOf = (ids: Int32Array, is: (f: number) => boolean): number =>
  ids.reduce((count, f) => count + (is(f) ? 1 : 0), 0);

/** In how many segments of the other side each feature has a rendering, or more. */
function supportOf(side: Side, other: Side, table: Table): Uint32Array {
  const there = new Uint32Array(other.names.length);
  for (const ids of other.ids) for (const g of ids) there[g]++;
  const support = new Uint32Array(side.names.length);
  for (let g = 0; g < other.names.length; g++) {
    for (let e = table.offsets[g]; e < table.offsets[g + 1]; e++)
      support[table.targets[e]] += there[g];
  }
  return support;
}

/**
 * How much more shares differ between segments than if words were strange one by one: they come together, as topics
 * do. By the median, which a few segments that are strange altogether do not move.
 */
function dispersion(sizes: readonly number[], strange: readonly number[], share: number): number {
  const variance = share * (1 - share);
  const squares = sizes
    .flatMap((size, t) =>
      size > 0 && variance > 0 ? [(strange[t] - size * share) ** 2 / (size * variance)] : [],
    )
    .sort((x, y) => x - y);
  return Math.max(1, (squares[squares.length >> 1] ?? 0) / 0.455);
}
