import type { Profile } from './columns';
import type { Words } from './words';

/** Tokens of the runs by which moved phrases are looked up. */
const gram = 3;
/** Where one witness has more places than this that begin alike, they are a formula and no move. */
const maxPlaces = 4;
/** A moved phrase has at least this weight: three words that carry meaning, or two and two others. */
const minWeight = 3;
const maxRounds = 4;

/** A phrase of one witness that another has in other columns. */
interface MovedPhrase {
  /** First and last column, the last excluded. */
  from: number;
  to: number;
  weight: number;
  /** Its first word. */
  word: number;
  /** Index in the profile of the witness that has it there, and of the one that has it elsewhere. */
  here: number;
  elsewhere: number;
}

/**
 * A profile in which no words face a phrase that their witness has elsewhere: what stands beside a moved sentence,
 * or has moved itself to where that was, is no reading of it. Chance agreements with it are given up.
 */
export function setMovedApart(profile: Profile, words: Words): Profile {
  let found = profile;
  // Of phrases that overlap one is set apart at a time.
  for (let round = 0; round < maxRounds; round++) {
    const next = setSomeApart(found, words);
    if (next === found) break;
    found = next;
  }
  return found;
}

function setSomeApart(profile: Profile, words: Words): Profile {
  const phrases = movedPhrases(profile, words);
  if (phrases.length === 0) return profile;
  const width = profile.witnesses.length;
  const columns: number[][] = Array.from({ length: profile.length }, (_, c) => [
    ...profile.cells.subarray(c * width, (c + 1) * width),
  ]);
  let changed = false;
  // From the end on, so that the columns before stay where they are.
  for (const overlapping of clustersOf(phrases).reverse()) {
    for (const same of groupsOf(overlapping)) {
      const [{ from, to }] = same;
      const isMoved = (movers: ReadonlySet<number>) =>
        overlapping.some((other) => movers.has(other.here) && other.from < to);
      // A stop at the end of both is no part of what has moved.
      let end = to;
      while (end > from && isAgreedMark(columns[end - 1], profile, words)) end--;
      const apart = wordsApart(columns.slice(from, end), same, profile, words, isMoved);
      if (!apart) continue;
      columns.splice(from, end - from, ...apart);
      changed = true;
      break;
    }
  }
  if (!changed) return profile;
  const kept = columns.filter((column) => column.some((token) => token >= 0));
  return { ...profile, length: kept.length, cells: Int32Array.from(kept.flat()) };
}

/** Whether several witnesses have a mark in a column, and all the same. */
function isAgreedMark(column: readonly number[], { witnesses }: Profile, words: Words): boolean {
  const found = column.flatMap((token, w) => (token < 0 ? [] : [words.ids[witnesses[w]][token]]));
  return found.length > 1 && words.weight[found[0]] === 0 && found.every((id) => id === found[0]);
}

/** Phrases that are one, in the same columns of several witnesses; see `clustersOf` for their order. */
function groupsOf(phrases: readonly MovedPhrase[]): MovedPhrase[][] {
  const groups = new Map<string, MovedPhrase[]>();
  for (const phrase of phrases) {
    const key = `${phrase.from} ${phrase.to} ${phrase.word}`;
    const known = groups.get(key);
    if (known) known.push(phrase);
    else groups.set(key, [phrase]);
  }
  return [...groups.values()];
}

/** Phrases that overlap together, in order of place; of each group the one that begins first, the longest, first. */
function clustersOf(phrases: readonly MovedPhrase[]): MovedPhrase[][] {
  const ordered = [...phrases].sort((x, y) => x.from - y.from || y.to - x.to || x.word - y.word);
  const clusters: MovedPhrase[][] = [];
  let end = 0;
  for (const phrase of ordered) {
    const last = clusters.at(-1);
    if (last && phrase.from < end) last.push(phrase);
    else clusters.push([phrase]);
    end = Math.max(end, phrase.to);
  }
  return clusters;
}

/** The columns of a phrase, with those after them, or before, to which words are set that faced it; null for no change. */
function wordsApart(
  columns: readonly number[][],
  phrases: readonly MovedPhrase[],
  { witnesses }: Profile,
  { ids, weight, ends }: Words,
  isMoved: (movers: ReadonlySet<number>) => boolean,
): number[][] | null {
  const idAt = (column: readonly number[], w: number) =>
    column[w] < 0 ? -1 : ids[witnesses[w]][column[w]];
  const members = new Set(phrases.map(({ here }) => here));
  const movers = new Set<number>();
  for (const { elsewhere } of phrases)
    if (!members.has(elsewhere) && columns.some((column) => column[elsewhere] >= 0))
      movers.add(elsewhere);
  if (movers.size === 0) return null;
  const agreed = (v: number, w: number) => {
    let sum = 0;
    for (const column of columns)
      if (column[v] >= 0 && idAt(column, v) === idAt(column, w)) sum += weight[idAt(column, v)];
    return sum;
  };
  const others = [...witnesses.keys()].filter((w) => !members.has(w) && !movers.has(w));
  // Others that have the same words there stay with them.
  for (const w of others) if ([...movers].some((v) => agreed(v, w) > 0)) movers.add(w);
  // Who agrees more with what stays has the phrase twice, or it is another that has moved.
  const whole = Math.min(...phrases.map((phrase) => phrase.weight));
  for (const w of witnesses.keys()) {
    if (!movers.has(w) && [...movers].some((v) => 2 * agreed(v, w) >= whole)) return null;
  }
  const part = (keep: (w: number) => boolean) =>
    columns.map((column) => column.map((token, w) => (keep(w) ? token : -1)));
  const [stay, leave] = [part((w) => !movers.has(w)), part((w) => movers.has(w))];
  // A sentence that ends here belongs to what stands before; else it begins what follows, as does what has moved.
  const closes = [...movers].some((w) => {
    const last = columns.findLast((column) => column[w] >= 0)?.[w] ?? -1;
    const ofWitness = witnesses[w];
    return last >= 0 && (weight[ids[ofWitness][last]] === 0 || ends[ofWitness][last] === 1);
  });
  return closes && !isMoved(movers) ? [...leave, ...stay] : [...stay, ...leave];
}

/** Phrases that two witnesses have in different columns, each in its columns of either. */
function movedPhrases({ witnesses, length, cells }: Profile, words: Words): MovedPhrase[] {
  const width = witnesses.length;
  // The column of each token, and whether all agree there.
  const columnOf = witnesses.map((w) => new Int32Array(words.ids[w].length));
  const settled = new Uint8Array(length);
  for (let c = 0; c < length; c++) {
    let same = true;
    for (let k = 0; k < width; k++) {
      const token = cells[c * width + k];
      if (token >= 0) columnOf[k][token] = c;
      const first = cells[c * width];
      same &&=
        token >= 0 &&
        words.ids[witnesses[k]][token] === words.ids[witnesses[0]][Math.max(first, 0)];
    }
    settled[c] = same ? 1 : 0;
  }
  const known = new Map<number, [witness: number, at: number][]>();
  const size = words.worth.length;
  witnesses.forEach((w, k) => {
    const ids = words.ids[w];
    for (let at = 0; at + gram <= ids.length; at++) {
      const columns = columnOf[k];
      if (settled[columns[at]] && settled[columns[at + 1]] && settled[columns[at + 2]]) continue;
      // Runs whose numbers are the same by chance, where there are very many words, are told apart below.
      const key = ((ids[at] * size + ids[at + 1]) * size + ids[at + 2]) % Number.MAX_SAFE_INTEGER;
      const found = known.get(key);
      if (found) found.push([k, at]);
      else known.set(key, [[k, at]]);
    }
  });
  const found: MovedPhrase[] = [];
  // Of each two witnesses, the token up to which a phrase has been found.
  const done = new Map<number, number>();
  for (const all of known.values()) {
    if (all.length < 2 || all.length > maxPlaces * width) continue;
    const first = columnOf[all[0][0]][all[0][1]];
    if (all.every(([k, at]) => columnOf[k][at] === first)) continue;
    for (const [k, at] of all) {
      for (const [l, other] of all) {
        if (k === l) continue;
        if ((done.get(k * width + l) ?? -1) > at) continue;
        const phrase = phraseAt(k, at, l, other);
        if (!phrase) continue;
        done.set(k * width + l, phrase.end);
        const { start, end } = phrase;
        found.push({
          from: columnOf[k][start],
          to: columnOf[k][end - 1] + 1,
          weight: phrase.weight,
          word: words.ids[witnesses[k]][start],
          here: k,
          elsewhere: l,
        });
      }
    }
  }
  return found;

  function phraseAt(k: number, at: number, l: number, other: number) {
    const [a, b] = [words.ids[witnesses[k]], words.ids[witnesses[l]]];
    const isSame = (by: number) =>
      a[at + by] !== undefined &&
      a[at + by] === b[other + by] &&
      columnOf[k][at + by] !== columnOf[l][other + by];
    let [start, end] = [0, 0];
    while (isSame(end)) end++;
    if (end < gram) return null;
    while (isSame(start - 1)) start--;
    // The first word of the next sentence is the same by chance.
    const weightFrom = (from: number) => {
      let sum = 0;
      for (let by = from; by < end; by++) sum += words.weight[a[at + by]];
      return sum;
    };
    for (let by = end - 1; by > start && weightFrom(by) < 1; by--) {
      if (words.weight[a[at + by]] > 0) continue;
      end = by + 1;
      break;
    }
    // What stands before, up to its stop, is the same by chance as well.
    for (let by = start, weight = 0; by < end && weight < 1; by++) {
      weight += words.weight[a[at + by]];
      if (words.weight[a[at + by]] === 0) start = by + 1;
    }
    const weight = weightFrom(start);
    return weight >= minWeight ? { start: at + start, end: at + end, weight } : null;
  }
}
