import { type AlignmentText, type AlignOptions, alignTexts } from './align';
import { type Bead, isPaired } from './bead';
import { alignSentences, type PlacedSentence, placeSentences } from './levels';

/** Beads less sure than this are looked at again, sentence by sentence. */
const doubtful = 0.9;
/** The share of a paragraph that must have its counterparts beyond a seam to undo the seam. */
const crossing = 0.15;

/**
 * Aligns paragraphs, and decides doubtful seams by the sentences within: two neighbouring beads
 * become one where enough of the one's sentences correspond to sentences of the other. A
 * paragraph that ends elsewhere in each edition is so found even when words alone, spread over
 * long paragraphs, cannot tell.
 */
export function alignParagraphs(
  a: AlignmentText,
  b: AlignmentText,
  options: Pick<AlignOptions, 'groups' | 'lexicon' | 'progress'> = {},
): Bead[] {
  const beads = alignTexts(a, b, options);
  const seams = beads.map(
    (bead, k) =>
      k > 0 &&
      paired(bead) &&
      paired(beads[k - 1]) &&
      (!options.groups || options.groups.a[bead.a[0]] === options.groups.a[beads[k - 1].a[0]]) &&
      Math.min(bead.score, beads[k - 1].score) < doubtful,
  );
  if (!seams.some(Boolean)) return beads;

  // Sentences of the beads on either side of a doubtful seam; runs of them are searched whole.
  const chosen = beads.filter((_, k) => seams[k] || seams[k + 1]);
  const within = (text: AlignmentText, segments: number[]) => {
    const sentences = placeSentences(
      segments.map((s) => text.segments[s]),
      text.language,
    );
    return sentences.map((sentence) => ({ ...sentence, segment: segments[sentence.segment] }));
  };
  const sentencesA = within(
    a,
    chosen.flatMap((bead) => bead.a),
  );
  const sentencesB = within(
    b,
    chosen.flatMap((bead) => bead.b),
  );
  const runs: Bead[] = [];
  beads.forEach((bead, k) => {
    if (!seams[k] && !seams[k + 1]) return;
    const last = runs.at(-1);
    if (seams[k] && last) {
      last.a.push(...bead.a);
      last.b.push(...bead.b);
    } else runs.push({ a: [...bead.a], b: [...bead.b], score: 1 });
  });
  const found = alignSentences(
    { language: a.language, sentences: sentencesA },
    { language: b.language, sentences: sentencesB },
    runs,
    { lexicon: options.lexicon },
  );

  const displaced = displacedShares(beads, a, sentencesA, b, sentencesB, found);
  const out: Bead[] = [];
  beads.forEach((bead, k) => {
    const last = out.at(-1);
    if (last && seams[k] && displaced[k] > crossing) {
      last.a.push(...bead.a);
      last.b.push(...bead.b);
      last.score = Math.min(last.score, bead.score);
    } else out.push({ ...bead, a: [...bead.a], b: [...bead.b] });
  });
  return out;
}

/**
 * For each seam (before bead k): the largest share of a side of either neighbour whose sentences
 * have all their counterparts beyond the seam.
 */
function displacedShares(
  beads: readonly Bead[],
  a: AlignmentText,
  sentencesA: readonly PlacedSentence[],
  b: AlignmentText,
  sentencesB: readonly PlacedSentence[],
  found: readonly Bead[],
): Float64Array {
  const shares = new Float64Array(beads.length + 1);
  const sides = [
    { text: a, own: sentencesA, other: sentencesB, key: 'a', far: 'b' },
    { text: b, own: sentencesB, other: sentencesA, key: 'b', far: 'a' },
  ] as const;
  const beadOf = {
    a: new Map(beads.flatMap((bead, k) => bead.a.map((s) => [s, k]))),
    b: new Map(beads.flatMap((bead, k) => bead.b.map((s) => [s, k]))),
  };
  for (const { text, own, other, key, far } of sides) {
    const letters = beads.map((bead) =>
      bead[key].reduce((sum, s) => sum + text.segments[s].text.length, 0),
    );
    // Letters that bead k sends over the seam before it, and over the seam after it.
    const before = new Float64Array(beads.length + 1);
    const after = new Float64Array(beads.length + 1);
    for (const bead of found) {
      if (bead[far].length === 0) continue;
      const homes = bead[far].map((s) => beadOf[far].get(other[s].segment)!);
      for (const s of bead[key]) {
        const home = beadOf[key].get(own[s].segment)!;
        if (homes.every((k) => k < home)) before[home] += own[s].text.length;
        if (homes.every((k) => k > home)) after[home] += own[s].text.length;
      }
    }
    for (let k = 1; k < beads.length; k++) {
      const share = Math.max(before[k] / letters[k], after[k - 1] / letters[k - 1]);
      if (share > shares[k]) shares[k] = share;
    }
  }
  return shares;
}

/** Whether a bead may be joined with a neighbour. */
function paired(bead: Bead): boolean {
  return isPaired(bead) && !bead.transposition;
}
