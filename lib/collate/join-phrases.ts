import type { Profile } from './columns';
import { type Words, weights } from './words';

/** Columns in a row that the same witnesses have, all of them the same. */
interface Block {
  from: number;
  to: number;
  /** Indices in the profile of the witnesses that have them. */
  by: readonly number[];
}

/** Marks that stand between two phrases, at most: a stop and a quotation mark. */
const maxMarks = 2;

/**
 * A profile in which, of two neighbouring phrases that have changed places, one stands in line and the other has
 * moved: where each has its own columns and only the mark between them stays in line, neither meets itself. The
 * weightier of them stays; of two that weigh the same, the one that the first witness has second.
 */
export function joinSwapped(profile: Profile, words: Words): Profile {
  const blocks = blocksOf(profile, words);
  const parts: Int32Array[] = [];
  let changed = false;
  for (let k = 0; k < blocks.length; ) {
    const joined = swapAt(profile, words, blocks, k);
    if (joined) {
      parts.push(...joined.parts);
      changed = true;
      k += 5;
      // The mark after the second phrase has gone with them.
      if (joined.taken > 0) blocks[k] = { ...blocks[k], from: blocks[k].from + joined.taken };
      continue;
    }
    parts.push(wholeOf(profile, blocks[k]));
    k++;
  }
  return changed ? ofParts(profile, parts) : profile;
}

const wholeOf = ({ witnesses, cells }: Profile, { from, to }: Block): Int32Array =>
  cells.subarray(from * witnesses.length, to * witnesses.length);

/** The witnesses of a profile with other cells, in parts. */
function ofParts({ witnesses }: Profile, parts: readonly Int32Array[]): Profile {
  const cells = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    cells.set(part, at);
    at += part.length;
  }
  return { witnesses, length: cells.length / witnesses.length, cells };
}

/** The columns of a profile as blocks; those of witnesses that differ stand alone, of nobody. */
function blocksOf({ witnesses, length, cells }: Profile, words: Words): Block[] {
  const width = witnesses.length;
  const out: Block[] = [];
  for (let c = 0; c < length; c++) {
    const by: number[] = [];
    let [word, isSame] = [-1, true];
    for (let k = 0; k < width; k++) {
      const token = cells[c * width + k];
      if (token < 0) continue;
      const id = words.ids[witnesses[k]][token];
      isSame &&= word < 0 || id === word;
      word = id;
      by.push(k);
    }
    const own = isSame ? by : [];
    const last = out.at(-1);
    if (last && own.length > 0 && isEqual(own, last.by)) last.to = c + 1;
    else out.push({ from: c, to: c + 1, by: own });
  }
  return out;
}

/**
 * The five blocks from `k` on, joined, where they are two phrases that have changed places about a mark; null elsewhere.
 * Where the next block begins with the same mark, its columns of that mark are taken with them.
 */
function swapAt(
  profile: Profile,
  words: Words,
  blocks: readonly Block[],
  k: number,
): { parts: Int32Array[]; taken: number } | null {
  const [one, two, marks, ...after] = blocks.slice(k, k + 5);
  if (after.length < 2 || one.by.length === 0 || two.by.length === 0) return null;
  const all = [...one.by, ...two.by].sort((x, y) => x - y);
  if (!isEqual(marks.by, all) || marks.to - marks.from > maxMarks) return null;
  const [oneAfter, twoAfter] = [one, two].map((block) =>
    after.find(({ by }) => isEqual(by, block.by)),
  );
  if (!oneAfter || !twoAfter) return null;
  const idsOfBlock = (block: Block) => idsOf(profile, words, block);
  const isSame = (x: Block, y: Block) => isEqual(idsOfBlock(x), idsOfBlock(y));
  const weigh = (block: Block) => idsOfBlock(block).reduce((sum, id) => sum + words.weight[id], 0);
  const isMark = idsOfBlock(marks).every((id) => words.weight[id] === weights.mark);
  if (!isMark || !isSame(one, twoAfter) || !isSame(two, oneAfter)) return null;
  // The first phrase of `first` moves over the other, which stays.
  const first = Math.min(...one.by) < Math.min(...two.by) ? one : two;
  const second = first === one ? two : one;
  const swaps = weigh(first) > weigh(second);
  const [mover, stayer] = swaps ? [second, first] : [first, second];
  const moverAfter = mover === one ? oneAfter : twoAfter;
  const stayerAfter = mover === one ? twoAfter : oneAfter;
  const size = marks.to - marks.from;
  const next = blocks[k + 5];
  const isClosed =
    next !== undefined &&
    isEqual(next.by, all) &&
    isEqual(idsOfBlock(next).slice(0, size), idsOfBlock(marks));
  const closing = isClosed ? { ...next, to: next.from + size } : null;
  // One group has X m Y, the other Y m X: Y is in line, with the mark after it where both have the same.
  const ofMover = (block: Block) => ({ ...block, by: mover.by });
  const ofStayer = (block: Block) => ({ ...block, by: stayer.by });
  const parts = [
    [mover],
    [ofMover(marks)],
    [moverAfter, stayer],
    [...(closing ? [ofMover(closing)] : []), ofStayer(marks)],
    [stayerAfter],
    ...(closing ? [[ofStayer(closing)]] : []),
  ].map((side) => cellsOf(profile, side));
  return { parts, taken: closing ? size : 0 };
}

const isEqual = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((each, k) => each === other[k]);

/** The words of a block of columns that some witnesses have, by their numbers. */
function idsOf({ witnesses, cells }: Profile, { ids }: Words, { from, to, by }: Block): number[] {
  const own = ids[witnesses[by[0]]];
  return Array.from(
    { length: to - from },
    (_, c) => own[cells[(from + c) * witnesses.length + by[0]]],
  );
}

/** The cells of blocks of equal length, side by side, with none for other witnesses. */
function cellsOf({ witnesses, cells }: Profile, side: readonly Block[]): Int32Array {
  const width = witnesses.length;
  const length = side[0].to - side[0].from;
  const out = new Int32Array(width * length).fill(-1);
  for (const { from, by } of side)
    for (let c = 0; c < length; c++)
      for (const k of by) out[c * width + k] = cells[(from + c) * width + k];
  return out;
}

/** So many columns are joined at most: more that are the same have been aligned. */
const maxShared = 200;

/** A profile in which what some witnesses have at the end of columns of their own, and others in the next, is one. */
export function joinAlike(profile: Profile, words: Words): Profile {
  const blocks = blocksOf(profile, words);
  const parts: Int32Array[] = [];
  let changed = false;
  blocks.forEach((block, k) => {
    const next = blocks[k + 1];
    const size = next ? sharedEnd(profile, words, block, next) : 0;
    const end = block.to - size;
    parts.push(wholeOf(profile, { ...block, to: end }));
    if (size === 0) return;
    changed = true;
    const joined = { ...next, to: next.from + size };
    parts.push(cellsOf(profile, [{ ...block, from: end }, joined]));
    blocks[k + 1] = { ...next, from: joined.to };
  });
  return changed ? ofParts(profile, parts) : profile;
}

/** How many columns at the end of a block are those with which the next, of other witnesses, begins. */
function sharedEnd(profile: Profile, words: Words, block: Block, next: Block): number {
  if (block.by.length === 0 || next.by.length === 0) return 0;
  if (next.by.some((k) => block.by.includes(k))) return 0;
  const most = Math.min(block.to - block.from, next.to - next.from, maxShared);
  const own = idsOf(profile, words, { ...block, from: block.to - most });
  const other = idsOf(profile, words, { ...next, to: next.from + most });
  for (let size = most; size > 0; size--) {
    let k = 0;
    while (k < size && other[k] === own[most - size + k]) k++;
    if (k === size) return size;
  }
  return 0;
}
