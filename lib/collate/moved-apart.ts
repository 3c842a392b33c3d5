import type { Profile } from './columns';
import type { Words } from './words';

/** Tokens of the runs by which moved phrases are looked up. */
const gram = 3;
/** Where one witness has more places than this that begin alike, they are a formula and no move. */
const maxPlaces = 4;
/** A moved phrase has at least this weight: three words that carry meaning, or two and two others. */
const minWeight = 3;
const maxRounds = 4;
/** Runs that are looked up at most: texts that differ throughout, and are long, are not searched. */
export const maxRuns = 500_000;

/** A phrase of one witness that another has in other columns. */
interface MovedPhrase {
  /** First and last column, the last excluded. */
  from: number;
  to: number;
  weight: number;
  /** Its words, by their numbers. */
  words: string;
  /** Index in the profile of the witness that has it there, and of the one that has it elsewhere. */
  here: number;
  elsewhere: number;
}

/**
 * A profile in which no words face a phrase that their witness has elsewhere: what stands beside a moved sentence,
 * or has moved itself to where that was, is not a reading of it. Chance agreements with it are given up.
 *
 * @param most runs of words that are looked up; where there are more, nothing is searched.
 */
export function setMovedApart(
  profile: Profile,
  words: Words,
  most = maxRuns,
): { profile: Profile; isSearched: boolean } {
  let found = profile;
  // Of phrases that overlap one is set apart at a time.
  for (let round = 0; round < maxRounds; round++) {
    const phrases = movedPhrases(found, words, most);
    if (!phrases) return { profile: found, isSearched: false };
    const next = setSomeApart(found, words, phrases);
    if (next === found) break;
    found = next;
  }
  return { profile: found, isSearched: true };
}

function setSomeApart(profile: Profile, words: Words, phrases: readonly MovedPhrase[]): Profile {
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
      // A stop at the end of both does not belong to what has moved.
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
    const key = `${phrase.from} ${phrase.to} ${phrase.words}`;
    const known = groups.get(key);
    if (known) known.push(phrase);
    else groups.set(key, [phrase]);
  }
  return [...groups.values()];
}

/** Phrases that overlap together, in order of place; of each group the one that begins first, the longest, first. */
function clustersOf(phrases: readonly MovedPhrase[]): MovedPhrase[][] {
  const ordered = [...phrases].sort((x, y) => x.from - y.from || y.to - x.to || x.here - y.here);
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

/** Phrases that two witnesses have in different columns, each in its columns of either; null where too much differs. */
function movedPhrases(profile: Profile, words: Words, most: number): MovedPhrase[] | null {
  const ids = profile.witnesses.map((w) => words.ids[w]);
  const width = ids.length;
  const { columnOf, agreed } = tokenColumns(profile, ids);
  const found: MovedPhrase[] = [];
  // Of each two witnesses, the token up to which a phrase has been found.
  const done = new Map<number, number>();
  const runs = runsOf(ids, columnOf, agreed, words.worth.length, most);
  if (!runs) return null;
  for (const all of runs) {
    if (all.length < 2 || all.length > maxPlaces * width) continue;
    const first = columnOf[all[0].w][all[0].at];
    if (all.every(({ w, at }) => columnOf[w][at] === first)) continue;
    for (const here of all) {
      for (const there of all) {
        const pair = here.w * width + there.w;
        if (here.w === there.w || (done.get(pair) ?? -1) > here.at) continue;
        const phrase = phraseAt(here, there, ids, columnOf, words.weight);
        if (!phrase) continue;
        const { start, end, weight } = phrase;
        done.set(pair, end);
        const columns = columnOf[here.w];
        found.push({
          from: columns[start],
          to: columns[end - 1] + 1,
          weight,
          words: ids[here.w].subarray(start, end).join(' '),
          here: here.w,
          elsewhere: there.w,
        });
      }
    }
  }
  return found;
}

/** A token of a witness, by their indices. */
interface TokenAt {
  w: number;
  at: number;
}

/** The column of each token of each witness, and in which columns all have the same. */
function tokenColumns({ length, cells }: Profile, ids: readonly Int32Array[]) {
  const width = ids.length;
  const columnOf = ids.map((own) => new Int32Array(own.length));
  const agreed = new Uint8Array(length).fill(1);
  for (let c = 0; c < length; c++) {
    const first = cells[c * width];
    for (let w = 0; w < width; w++) {
      const token = cells[c * width + w];
      if (token >= 0) columnOf[w][token] = c;
      if (token < 0 || first < 0 || ids[w][token] !== ids[0][first]) agreed[c] = 0;
    }
  }
  return { columnOf, agreed };
}

/** Where runs of words begin that are the same, but for those on which all agree; null where there are too many. */
function runsOf(
  ids: readonly Int32Array[],
  columnOf: readonly Int32Array[],
  agreed: Uint8Array,
  size: number,
  most: number,
): Iterable<TokenAt[]> | null {
  const known = new Map<number, TokenAt[]>();
  let count = 0;
  for (const [w, own] of ids.entries()) {
    const isAgreed = (at: number) => agreed[columnOf[w][at]] === 1;
    for (let at = 0; at + gram <= own.length; at++) {
      if (isAgreed(at) && isAgreed(at + 1) && isAgreed(at + 2)) continue;
      if (++count > most) return null;
      // Runs whose numbers are the same by chance, where there are very many words, are distinguished by `phraseAt`.
      const key = ((own[at] * size + own[at + 1]) * size + own[at + 2]) % Number.MAX_SAFE_INTEGER;
      const found = known.get(key);
      if (found) found.push({ w, at });
      else known.set(key, [{ w, at }]);
    }
  }
  return known.values();
}

/** The longest phrase about two places where it stands in different columns; null where it says too little. */
function phraseAt(
  here: TokenAt,
  there: TokenAt,
  ids: readonly Int32Array[],
  columnOf: readonly Int32Array[],
  weights: Float64Array,
): { start: number; end: number; weight: number } | null {
  const [a, b] = [ids[here.w], ids[there.w]];
  const shift = there.at - here.at;
  const isSame = (at: number) =>
    a[at] !== undefined &&
    a[at] === b[at + shift] &&
    columnOf[here.w][at] !== columnOf[there.w][at + shift];
  let [start, end] = [here.at, here.at];
  while (isSame(end)) end++;
  if (end - start < gram) return null;
  while (isSame(start - 1)) start--;
  // A word or two of the next sentence are the same by chance.
  for (let at = end - 1, weight = 0; at > start; at--) {
    weight += weights[a[at]];
    if (weight > 1) break;
    if (weights[a[at]] > 0) continue;
    end = at + 1;
    break;
  }
  // What stands before, up to its stop, is so as well.
  for (let at = start, weight = 0; at < end && weight <= 1; at++) {
    weight += weights[a[at]];
    if (weights[a[at]] === 0) start = at + 1;
  }
  let weight = 0;
  for (let at = start; at < end; at++) weight += weights[a[at]];
  return weight >= minWeight ? { start, end, weight } : null;
}
