import { isPaired } from '../align/bead';
import { findSlips, type Slip } from '../collate/slips';
import { alignInWork, type PairAlignment } from '../compare/alignments';
import { passageOf, wordModel } from '../compare/word-links';
import type { Edition, Work } from '../edition/model';
import { properNames } from '../language/names';

/** A likely slip, with the places it stands in. */
export interface PlacedSlip extends Slip {
  siglum: string;
  /** Ids of the segments; null where an edition has nothing. */
  base: string | null;
  here: string | null;
  baseText: string;
  hereText: string;
}

/** A name must be rendered alike so often before its absence is told. */
const leastOften = 2;
/** Links less sure than this name nothing. */
const surely = 0.75;

/**
 * A check list for translators: numbers, dates, names and negations of one edition that another
 * lacks, sentence by sentence, and sentences that only one has. Likely slips, not certain ones.
 */
export async function checkList(work: Work, base: Edition, other: Edition): Promise<PlacedSlip[]> {
  const { sentences } = await alignInWork(work, base, other);
  const { a, b, beads } = sentences;
  const names = nameRenderings(base, other, sentences);
  return beads.flatMap((bead): PlacedSlip[] => {
    const [inA, inB] = [bead.a.map((i) => a[i]), bead.b.map((j) => b[j])];
    const text = (found: typeof inA) => found.map((sentence) => sentence.text.trim()).join(' ');
    const where = {
      siglum: other.siglum,
      base: inA.length > 0 ? base.segments[inA[0].segment].id : null,
      here: inB.length > 0 ? other.segments[inB[0].segment].id : null,
      baseText: text(inA),
      hereText: text(inB),
    };
    if (inB.length === 0)
      return [{ kind: 'missing', detail: 'this sentence has no counterpart here', ...where }];
    if (inA.length === 0)
      return [{ kind: 'added', detail: 'this sentence stands here alone', ...where }];
    const slips = findSlips({
      a: { text: where.baseText, language: base.language },
      b: { text: where.hereText, language: other.language },
    });
    for (const [name, rendering] of names) {
      if (hasWord(where.baseText, name) && !where.hereText.includes(rendering)) {
        slips.push({ kind: 'name', detail: `${name}, elsewhere ${rendering}, is not named here` });
      }
    }
    return slips.map((slip) => ({ ...slip, ...where }));
  });
}

function hasWord(text: string, word: string): boolean {
  return new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(text);
}

/** Names of the base that the other edition renders alike wherever their words are linked. */
function nameRenderings(
  base: Edition,
  other: Edition,
  sentences: PairAlignment['sentences'],
): Map<string, string> {
  const proper = properNames(base.segments.map(({ text }) => text));
  const found = new Map<string, Map<string, number>>();
  if (proper.size === 0) return new Map();
  for (const bead of sentences.beads) {
    if (!isPaired(bead)) continue;
    const model = wordModel(base, other, sentences, bead.a[0]);
    const a = passageOf(bead.a.map((i) => sentences.a[i]));
    const b = passageOf(bead.b.map((j) => sentences.b[j]));
    for (const link of model.link(a.text, b.text)) {
      const word = a.text.slice(...link.a);
      if (link.score < surely || word.length < 4 || !proper.has(word.toLowerCase())) continue;
      // A sentence's first word is capital whatever it is.
      if (/(?:^|[.!?:“"]\s*)$/u.test(a.text.slice(0, link.a[0]))) continue;
      const counts = found.get(word) ?? new Map<string, number>();
      const rendering = b.text.slice(...link.b);
      counts.set(rendering, (counts.get(rendering) ?? 0) + 1);
      found.set(word, counts);
    }
  }
  const alike = new Map<string, string>();
  for (const [name, counts] of found) {
    const [[rendering, count]] = [...counts].sort((x, y) => y[1] - x[1]);
    if (counts.size === 1 && count >= leastOften) alike.set(name, rendering);
  }
  return alike;
}
