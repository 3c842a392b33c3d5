import { type AlignmentText, alignTexts } from './align';
import type { Bead } from './bead';
import { alignSentences, placeSentences } from './levels';

/** Beads less sure than this are looked at again, sentence by sentence. */
const doubtful = 0.9;
/** The share of a bead's letters whose sentences must cross a seam to undo it. */
const crossing = 0.15;

/**
 * Aligns paragraphs, and settles doubtful seams by the sentences within: two neighbouring beads
 * become one where enough of the one's sentences correspond to sentences of the other. A
 * paragraph that ends elsewhere in each edition is so found even when words alone, spread over
 * long paragraphs, cannot tell.
 */
export function alignParagraphs(a: AlignmentText, b: AlignmentText): Bead[] {
  const beads = alignTexts(a, b);
  const seams = beads.map(
    (bead, k) =>
      k > 0 &&
      paired(bead) &&
      paired(beads[k - 1]) &&
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
  );

  // Letters of each bead, and those that correspond to another bead.
  const beadOfA = new Map(beads.flatMap(({ a: segments }, k) => segments.map((s) => [s, k])));
  const beadOfB = new Map(beads.flatMap(({ b: segments }, k) => segments.map((s) => [s, k])));
  const across = new Float64Array(beads.length + 1);
  for (const { a: x, b: y } of found) {
    for (const i of x) {
      for (const j of y) {
        const from = beadOfA.get(sentencesA[i].segment)!;
        const to = beadOfB.get(sentencesB[j].segment)!;
        const letters = Math.min(sentencesA[i].text.length, sentencesB[j].text.length);
        for (let seam = Math.min(from, to) + 1; seam <= Math.max(from, to); seam++)
          across[seam] += letters;
      }
    }
  }
  const size = ({ a: x, b: y }: Bead) =>
    Math.min(
      x.reduce((sum, s) => sum + a.segments[s].text.length, 0),
      y.reduce((sum, s) => sum + b.segments[s].text.length, 0),
    );
  const out: Bead[] = [];
  beads.forEach((bead, k) => {
    const last = out.at(-1);
    if (last && seams[k] && across[k] > crossing * Math.min(size(beads[k - 1]), size(bead))) {
      last.a.push(...bead.a);
      last.b.push(...bead.b);
      last.score = Math.min(last.score, bead.score);
    } else out.push({ ...bead, a: [...bead.a], b: [...bead.b] });
  });
  return out;
}

function paired({ a, b }: Bead): boolean {
  return a.length > 0 && b.length > 0;
}
