/**
 * Which cells of the alignment lattice are searched: for each row i (a's segments before i are
 * done), columns from[i] to to[i] inclusive. Row 0 has column 0, the last row the last column,
 * and both bounds rise.
 */
export interface Band {
  from: Int32Array;
  to: Int32Array;
}

/** The whole lattice of n by m segments. */
export function fullBand(n: number, m: number): Band {
  return { from: new Int32Array(n + 1), to: new Int32Array(n + 1).fill(m) };
}

/** Number of cells in a band. */
export function bandSize(band: Band): number {
  let size = 0;
  for (let i = 0; i < band.from.length; i++) size += band.to[i] - band.from[i] + 1;
  return size;
}

/**
 * A band around a chain of anchors (i, j), both rising: narrow where anchors are dense, as wide
 * as the doubt where they are far apart.
 */
export function bandAround(
  n: number,
  m: number,
  anchors: readonly [number, number][],
  margin: number,
): Band {
  const from = new Int32Array(n + 1).fill(m);
  const to = new Int32Array(n + 1).fill(0);
  const widen = (i: number, low: number, high: number) => {
    if (i < 0 || i > n) return;
    from[i] = Math.min(from[i], Math.max(0, low));
    to[i] = Math.max(to[i], Math.min(m, high));
  };
  const knots: [number, number][] = [[0, 0], ...anchors, [n, m]];
  for (let k = 1; k < knots.length; k++) {
    const [i0, j0] = knots[k - 1];
    const [i1, j1] = knots[k];
    const rows = i1 - i0;
    const columns = j1 - j0;
    // A gap small on both sides is searched whole: it costs little and may hold a missing part.
    const whole = rows * columns <= 10_000;
    // Room for one jump of the whole difference (a missing chapter), and some drift.
    const slack = margin + Math.abs(rows - columns) + Math.ceil(0.1 * Math.max(rows, columns));
    for (let i = i0; i <= i1; i++) {
      const middle = rows === 0 ? j0 : j0 + Math.round(((i - i0) * columns) / rows);
      if (whole || rows === 0) widen(i, j0 - margin, j1 + margin);
      else widen(i, Math.max(j0 - margin, middle - slack), Math.min(j1 + margin, middle + slack));
    }
    for (let d = 1; d <= margin; d++) {
      widen(i0 - d, j0 - margin, j0);
      widen(i1 + d, j1, j1 + margin);
    }
  }
  return rising({ from, to }, m);
}

/** The same band, widened where bounds do not rise or a row could not be reached. */
export function rising({ from, to }: Band, m: number): Band {
  const n = from.length - 1;
  from[0] = 0;
  to[n] = m;
  for (let i = n - 1; i >= 0; i--) from[i] = Math.min(from[i], from[i + 1]);
  for (let i = 1; i <= n; i++) to[i] = Math.max(to[i], to[i - 1]);
  for (let i = 1; i <= n; i++) from[i] = Math.min(from[i], to[i - 1]);
  return { from, to };
}

/** A band that is wider by a number of cells on every side. */
export function widened({ from, to }: Band, m: number, margin: number): Band {
  const n = from.length - 1;
  return rising(
    {
      from: from.map((_, i) => Math.max(0, from[Math.max(0, i - margin)] - margin)),
      to: to.map((_, i) => Math.min(m, to[Math.min(n, i + margin)] + margin)),
    },
    m,
  );
}

/**
 * The band that keeps to a partition of both sides (see `Groups` in align.ts): each row reaches
 * from the start of the group it leaves to the end of the one it enters.
 */
export function bandOfGroups({ a, b }: { a: Int32Array; b: Int32Array }): Band {
  const n = a.length;
  const m = b.length;
  const from = new Int32Array(n + 1);
  const to = new Int32Array(n + 1);
  let first = 0;
  let last = 0;
  for (let i = 0; i <= n; i++) {
    const left = i > 0 ? a[i - 1] : -1;
    const entered = i < n ? a[i] : Number.POSITIVE_INFINITY;
    while (first < m && b[first] < left) first++;
    while (last < m && b[last] <= entered) last++;
    from[i] = first;
    to[i] = last;
  }
  from[0] = 0;
  return { from, to };
}
