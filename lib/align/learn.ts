import { type Bead, isPaired } from './bead';
import type { Entries, Side } from './vocabulary';

/** Beads surer than this teach. */
const teachers = 0.6;
const iterations = 5;
/** Beads in which a book teaches its words; more cost time and add little. */
const maxLessons = 6000;
/** The null word's share: mass for words that render nothing on the other side. */
const nullShare = 0.02;

interface Lesson {
  source: Int32Array;
  target: Int32Array;
  /** Occurrences of each of `target` in the bead. */
  counts: Float32Array;
}

/**
 * Learns which words render which from the beads of this very work: IBM Model 1 (Brown et al.
 * 1993) trained by EM in both directions, the two multiplied (Liang et al. 2006 in spirit), so
 * that a pair stands only where each word is explained by the other.
 *
 * Pairs met in only one bead are left out: they would merely confirm the bead that taught them.
 *
 * @returns entries (feature of a, feature of b, weight 0 to 1).
 */
export function learnRenderings(a: Side, b: Side, beads: readonly Bead[]): Entries {
  const teaching = beads.filter((bead) => bead.score >= teachers && isPaired(bead));
  if (teaching.length < 4) return [];
  const lessons = everyNth(teaching, maxLessons);
  const forward = train(
    lessons.map((bead) => lesson(a, bead.a, b, bead.b)),
    a,
    b,
  );
  const backward = train(
    lessons.map((bead) => lesson(b, bead.b, a, bead.a)),
    b,
    a,
  );
  const entries: Entries = [];
  forward.forEach((row, x) => {
    for (const [y, weight] of row) {
      const back = backward[y].get(x) ?? 0;
      const both = Math.sqrt(weight * back);
      if (both > 0.05) entries.push([x, y, both]);
    }
  });
  return entries;
}

/** At most `count` of a list, spread evenly over it. */
function everyNth<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, k) => list[Math.floor((k * list.length) / most)]);
}

function lesson(source: Side, s: number[], target: Side, t: number[]): Lesson {
  const counts = new Map<number, number>();
  for (const segment of t) {
    target.ids[segment].forEach((id, k) => {
      counts.set(id, (counts.get(id) ?? 0) + target.counts[segment][k]);
    });
  }
  const known = new Set<number>();
  for (const segment of s) for (const id of source.ids[segment]) known.add(id);
  return {
    source: Int32Array.from(known),
    target: Int32Array.from(counts.keys()),
    counts: Float32Array.from(counts.values()),
  };
}

/** @returns for each source feature, t(target | source) of the pairs worth keeping. */
function train(lessons: Lesson[], source: Side, target: Side): Map<number, number>[] {
  const { offsets, targets } = pairsMetTwice(lessons, source.names.length, target.names.length);
  const t = new Float32Array(targets.length);
  for (let f = 0; f < source.names.length; f++) {
    t.fill(1 / Math.max(1, offsets[f + 1] - offsets[f]), offsets[f], offsets[f + 1]);
  }
  // Where the pairs of each lesson stand in the table, found once.
  const places = lessons.map((each) => locate(each, offsets, targets));
  const gained = new Float32Array(targets.length);
  for (let round = 0; round < iterations; round++) {
    gained.fill(0);
    for (let l = 0; l < lessons.length; l++) {
      const { counts } = lessons[l];
      const { starts, cells } = places[l];
      for (let y = 0; y < counts.length; y++) {
        let sum = nullShare;
        for (let k = starts[y]; k < starts[y + 1]; k++) sum += t[cells[k]];
        for (let k = starts[y]; k < starts[y + 1]; k++) {
          gained[cells[k]] += (counts[y] * t[cells[k]]) / sum;
        }
      }
    }
    for (let f = 0; f < source.names.length; f++) {
      let total = 0;
      for (let k = offsets[f]; k < offsets[f + 1]; k++) total += gained[k];
      // Half a count of doubt keeps words seen twice from certainty.
      for (let k = offsets[f]; k < offsets[f + 1]; k++) t[k] = gained[k] / (total + 0.5);
    }
  }
  return Array.from({ length: source.names.length }, (_, f) => {
    const row = new Map<number, number>();
    for (let k = offsets[f]; k < offsets[f + 1]; k++) if (t[k] > 0.03) row.set(targets[k], t[k]);
    return row;
  });
}

/** Pairs that share two lessons or more, as compressed rows with rising targets. */
function pairsMetTwice(lessons: Lesson[], rows: number, columns: number) {
  const heard: number[][] = Array.from({ length: rows }, () => []);
  lessons.forEach(({ source }, l) => {
    for (const f of source) heard[f].push(l);
  });
  // A word in a large share of the lessons pairs with everything and learns nothing; for it
  // a sample of lessons is enough.
  const sample = 2000;
  const offsets = new Int32Array(rows + 1);
  const met = new Uint16Array(columns);
  const targets: number[] = [];
  for (let f = 0; f < rows; f++) {
    const touched: number[] = [];
    if (heard[f].length > 1) {
      const step = Math.max(1, Math.floor(heard[f].length / sample));
      for (let k = 0; k < heard[f].length; k += step) {
        for (const y of lessons[heard[f][k]].target) if (met[y]++ === 0) touched.push(y);
      }
    }
    const enough = heard[f].length > 200 ? 4 : 2;
    const kept = touched.filter((y) => met[y] >= enough).sort((x, y) => x - y);
    for (const y of touched) met[y] = 0;
    for (const y of kept) targets.push(y);
    offsets[f + 1] = targets.length;
  }
  return { offsets, targets: Int32Array.from(targets) };
}

/** Where the pairs of a lesson stand in the table: those of its target word y are `cells[starts[y]…starts[y + 1]]`. */
interface Places {
  starts: Int32Array;
  cells: Int32Array;
}

function locate({ source, target }: Lesson, offsets: Int32Array, targets: Int32Array): Places {
  const starts = new Int32Array(target.length + 1);
  const cells: number[] = [];
  for (let y = 0; y < target.length; y++) {
    for (let x = 0; x < source.length; x++) {
      let low = offsets[source[x]];
      let high = offsets[source[x] + 1] - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        if (targets[middle] === target[y]) {
          cells.push(middle);
          break;
        }
        if (targets[middle] < target[y]) low = middle + 1;
        else high = middle - 1;
      }
    }
    starts[y + 1] = cells.length;
  }
  return { starts, cells: Int32Array.from(cells) };
}
