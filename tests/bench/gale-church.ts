/**
 * The peer that the aligner must beat: Gale and Church, "A Program for Aligning Sentences in
 * Bilingual Corpora" (1993), by length in characters alone, with their priors and variance.
 */
import type { Bead } from '../../lib/align/bead';

const shapes = [
  { p: 1, q: 1, prior: 0.89 },
  { p: 1, q: 0, prior: 0.0099 / 2 },
  { p: 0, q: 1, prior: 0.0099 / 2 },
  { p: 2, q: 1, prior: 0.089 / 2 },
  { p: 1, q: 2, prior: 0.089 / 2 },
  { p: 2, q: 2, prior: 0.011 },
];
const variance = 6.8;

/** Upper tail of the normal distribution (Abramowitz and Stegun 26.2.17). */
function tail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const series =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
}

export function galeChurch(a: readonly string[], b: readonly string[]): Bead[] {
  const lengths = (texts: readonly string[]) => texts.map((text) => [...text].length);
  const [la, lb] = [lengths(a), lengths(b)];
  const sum = (values: number[]) => values.reduce((x, y) => x + y, 0);
  const ratio = sum(lb) / Math.max(1, sum(la));
  const [n, m] = [a.length, b.length];
  const cost = Array.from({ length: n + 1 }, () =>
    new Float64Array(m + 1).fill(Number.POSITIVE_INFINITY),
  );
  const back = Array.from({ length: n + 1 }, () => new Int8Array(m + 1).fill(-1));
  cost[0][0] = 0;
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      shapes.forEach(({ p, q, prior }, s) => {
        if (i < p || j < q || cost[i - p][j - q] === Number.POSITIVE_INFINITY) return;
        const x = sum(la.slice(i - p, i));
        const y = sum(lb.slice(j - q, j));
        const mean = (x + y / ratio) / 2;
        const z = mean === 0 ? 0 : Math.abs((x * ratio - y) / Math.sqrt(variance * mean));
        const total = cost[i - p][j - q] - Math.log(prior) - Math.log(Math.max(1e-30, 2 * tail(z)));
        if (total < cost[i][j]) {
          cost[i][j] = total;
          back[i][j] = s;
        }
      });
    }
  }
  const beads: Bead[] = [];
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const { p, q } = shapes[back[i][j]];
    const run = (end: number, length: number) => Array.from({ length }, (_, k) => end - length + k);
    beads.push({ a: run(i, p), b: run(j, q), score: 0 });
    i -= p;
    j -= q;
  }
  return beads.reverse();
}
