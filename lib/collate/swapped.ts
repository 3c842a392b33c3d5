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
 * weightier of them stays, and of two alike the second of those who are named first.
 */
export function joinSwapped(profile: Profile, words: Words): Profile {
  const blocks = blocksOf(profile, words);
  const width = profile.witnesses.length;
  const out: number[] = [];
  let changed = false;
  for (let k = 0; k < blocks.length; ) {
    const joined = swapAt(profile, words, blocks, k);
    if (joined) {
      out.push(...joined.cells);
      changed = true;
      k += 5;
      // The mark after the second phrase has gone with them.
      if (joined.taken > 0) blocks[k] = { ...blocks[k], from: blocks[k].from + joined.taken };
      continue;
    }
    for (const cell of profile.cells.subarray(blocks[k].from * width, blocks[k].to * width))
      out.push(cell);
    k++;
  }
  return changed
    ? { ...profile, length: out.length / width, cells: Int32Array.from(out) }
    : profile;
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
    if (last && isSame && own.length > 0 && own.join() === last.by.join()) last.to = c + 1;
    else out.push({ from: c, to: c + 1, by: own });
  }
  return out;
}

/**
 * The cells of five blocks from the one at `k` on, where they are two phrases that have changed places about a mark;
 * and how many columns of the next go with them, where it begins with the same mark.
 */
function swapAt(
  profile: Profile,
  words: Words,
  blocks: readonly Block[],
  k: number,
): { cells: number[]; taken: number } | null {
  const [one, two, marks, ...after] = blocks.slice(k, k + 5);
  if (after.length < 2 || one.by.length === 0 || two.by.length === 0) return null;
  const all = [...one.by, ...two.by].sort((x, y) => x - y);
  if (marks.by.join() !== all.join() || marks.to - marks.from > maxMarks) return null;
  const [oneAfter, twoAfter] = [one, two].map((block) =>
    after.find(({ by }) => by.join() === block.by.join()),
  );
  if (!oneAfter || !twoAfter) return null;
  const idsOf = ({ from, to, by }: Block) =>
    Array.from({ length: to - from }, (_, c) => {
      const token = profile.cells[(from + c) * profile.witnesses.length + by[0]];
      return words.ids[profile.witnesses[by[0]]][token];
    });
  const isSame = (x: Block, y: Block) => idsOf(x).join() === idsOf(y).join();
  const weigh = (block: Block) => idsOf(block).reduce((sum, id) => sum + words.weight[id], 0);
  const isMark = idsOf(marks).every((id) => words.weight[id] === weights.mark);
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
    next.by.join() === all.join() &&
    idsOf(next).slice(0, size).join() === idsOf(marks).join();
  const closing = isClosed ? { ...next, to: next.from + size } : null;
  // One group has X m Y, the other Y m X: Y is in line, with the mark after it where both have the same.
  const ofMover = (block: Block) => ({ ...block, by: mover.by });
  const ofStayer = (block: Block) => ({ ...block, by: stayer.by });
  const cells = [
    [mover],
    [ofMover(marks)],
    [moverAfter, stayer],
    [...(closing ? [ofMover(closing)] : []), ofStayer(marks)],
    [stayerAfter],
    ...(closing ? [[ofStayer(closing)]] : []),
  ].flatMap((side) => cellsOf(profile, side));
  return { cells, taken: closing ? size : 0 };
}

/** The cells of blocks of equal length, side by side, with none for other witnesses. */
function cellsOf({ witnesses, cells }: Profile, side: readonly Block[]): number[] {
  const width = witnesses.length;
  const length = side[0].to - side[0].from;
  const out = new Array<number>(width * length).fill(-1);
  for (const { from, by } of side)
    for (let c = 0; c < length; c++)
      for (const k of by) out[c * width + k] = cells[(from + c) * width + k];
  return out;
}
