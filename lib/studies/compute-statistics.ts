import { isPaired } from '../align/bead';
import type { ApparatusPart } from '../collate/apparatus-entry';
import { type Diff, diffTexts } from '../collate/diff';
import { type DifferenceKind, differenceKinds } from '../collate/kinds';
import { neighbourJoining } from '../collate/tree';
import { alignInWork } from '../compare/alignments';
import { comparedLanguage, type Edition, sameLanguage, type Work } from '../edition/model';
import { passageText } from '../edition/segments';
import { features } from '../language/features';
import { sharedLanguage } from '../language/literary';
import { tokenize } from '../language/tokens';
import { cutSegment, cutsIn } from '../works/edition-sentences';
import { collateWork } from './collation';
import type { EditionCounts, LanguageGroup, WorkStatistics } from './figures';

const maxVariable = 10;
const maxUnique = 25;

/** Counts and compares the editions of a work, each language apart. */
export async function computeStatistics(work: Work): Promise<WorkStatistics> {
  const base = work.editions.find(({ siglum }) => siglum === work.base) ?? work.editions[0];
  const lettersOf = (edition: Edition) =>
    edition.segments.reduce(
      (sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0),
      0,
    );
  const baseLetters = base ? Math.max(1, lettersOf(base)) : 1;
  const editions = work.editions.map((edition): EditionCounts => {
    const words = wordsOf(edition);
    const cuts = cutsIn(work, edition);
    return {
      siglum: edition.siglum,
      language: edition.language,
      segments: edition.segments.length,
      sentences: edition.segments.reduce(
        (sum, _, segment) => sum + cutSegment(edition, segment, cuts).length,
        0,
      ),
      words: words.length,
      variety: words.length === 0 ? 0 : new Set(words).size / words.length,
      lengthRatio: lettersOf(edition) / baseLetters,
    };
  });
  const groups: Edition[][] = [];
  for (const edition of work.editions) {
    const group = groups.find(([first]) => sameLanguage(first, edition));
    if (group) group.push(edition);
    else groups.push([edition]);
  }
  return {
    editions,
    groups: await Promise.all(
      groups.filter((group) => group.length > 1).map((group) => compareGroup(work, group)),
    ),
  };
}

function wordsOf({ segments, language }: Edition): string[] {
  return segments.flatMap(({ text }) =>
    tokenize(text, language)
      .filter(({ kind }) => kind !== 'punctuation')
      .map(({ norm }) => norm),
  );
}

async function compareGroup(work: Work, group: Edition[]): Promise<LanguageGroup> {
  const base = group.find(({ siglum }) => siglum === work.base) ?? group[0];
  const passages = await comparePairs(work, group);
  const similarity = passages.map((row) => row.map((pair) => (pair ? likeness(pair) : 1)));
  const at = group.indexOf(base);
  const { rows, editions } = await collateWork(work, group, base);
  const kinds = await Promise.all(
    editions
      .filter((edition) => edition !== base)
      .map(async (edition) => {
        const pair = await collateWork(work, [base, edition], base);
        const counts = countKinds(pair.rows.flatMap(({ parts }) => parts));
        // Moves are not a matter of columns: they show where the passages are compared as such.
        const moved = countMoves(passages[at][group.indexOf(edition)]!);
        if (moved > 0) counts.transposition = moved;
        return { siglum: edition.siglum, counts };
      }),
  );
  return {
    // What editions in both scripts, or of two countries, have in common.
    language: group.every(({ language }) => language === base.language)
      ? base.language
      : comparedLanguage(base.language),
    sigla: group.map(({ siglum }) => siglum),
    similarity,
    tree:
      group.length >= 3
        ? neighbourJoining(similarity.map((row) => row.map((value) => 1 - value)))
        : null,
    kinds,
    variable: rows
      .map(({ number, variance, parts }) => ({ row: number, variance, text: textOf(parts) }))
      .filter(({ variance }) => variance > 0)
      .sort((x, y) => y.variance - x.variance || x.row - y.row)
      .slice(0, maxVariable),
    unique: uniqueWords(group),
  };
}

/** A passage of two editions, compared; one that only one of them has has no diff. */
interface ComparedPassage {
  weight: number;
  moved: boolean;
  diff: Diff | null;
}

async function comparePassages(work: Work, x: Edition, y: Edition): Promise<ComparedPassage[]> {
  const { beads } = await alignInWork(work, x, y);
  const language = sharedLanguage(x.language, y.language);
  return beads.map((bead) => {
    const [left, right] = [passageText(x, bead.a), passageText(y, bead.b)];
    return {
      weight: left.length + right.length,
      moved: bead.transposition ?? false,
      diff: isPaired(bead) ? diffTexts(left, right, { language }) : null,
    };
  });
}

/** Every pair of editions compared once, in a table that is the same from either side. */
async function comparePairs(work: Work, group: Edition[]): Promise<(ComparedPassage[] | null)[][]> {
  const pairs: (ComparedPassage[] | null)[][] = group.map(() => group.map(() => null));
  for (let i = 0; i < group.length; i++) {
    for (let j = i + 1; j < group.length; j++) {
      pairs[i][j] = await comparePassages(work, group[i], group[j]);
      pairs[j][i] = pairs[i][j];
    }
  }
  return pairs;
}

/** Shared words after alignment, so that order counts: as the comparison page shows it. */
function likeness(passages: readonly ComparedPassage[]): number {
  let [common, size] = [0, 0];
  for (const { weight, diff } of passages) {
    size += weight;
    if (diff) common += weight * diff.similarity;
  }
  return size === 0 ? 1 : common / size;
}

/** A move stands once where words left and once where they came to: it is counted where they left. */
function countMoves(passages: readonly ComparedPassage[]): number {
  let moves = 0;
  for (const { moved, diff } of passages) {
    if (moved) moves++;
    moves += diff?.changes.filter(({ kind, a }) => kind === 'move' && a !== '').length ?? 0;
  }
  return moves;
}

function countKinds(parts: readonly ApparatusPart[]): Partial<Record<DifferenceKind, number>> {
  const counts: Partial<Record<DifferenceKind, number>> = {};
  for (const part of parts) {
    if (!('entry' in part) || part.entry.lacuna) continue;
    for (const { kind } of part.entry.readings) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return Object.fromEntries(
    differenceKinds.filter((kind) => counts[kind]).map((kind) => [kind, counts[kind]]),
  );
}

/** The most letters of a passage that are shown. */
const maxShown = 160;

/** The beginning of the base's text, ended at a word. */
function textOf(parts: readonly ApparatusPart[]): string {
  const whole = parts
    .map((part) =>
      'shared' in part
        ? part.shared
        : part.entry.space.before + part.entry.lemma + part.entry.space.after,
    )
    .join('')
    .trim();
  if (whole.length <= maxShown) return whole;
  const words = [...segmenter.segment(whole.slice(0, maxShown + 1))].map(({ segment }) => segment);
  return `${words
    .slice(0, -1)
    .join('')
    .replace(/[\s\p{Pd}]+$/u, '')}…`;
}

/** Cuts words of any language, Chinese ones too. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

function uniqueWords(group: Edition[]): LanguageGroup['unique'] {
  const bags = group.map((edition) => {
    const bag = new Map<string, number>();
    for (const { text } of edition.segments) {
      for (const feature of features(text, edition.language)) {
        if (/^(?:\p{L}{2}|\p{Script=Han})/u.test(feature))
          bag.set(feature, (bag.get(feature) ?? 0) + 1);
      }
    }
    return bag;
  });
  // Stems decide what is the same word; what is shown is the word as it is first written.
  return group.map((edition, k) => {
    const shown = new Map<string, string>();
    for (const { text } of edition.segments) {
      for (const token of tokenize(text, edition.language)) {
        const [feature] = features(token.text, edition.language);
        if (feature && !shown.has(feature)) shown.set(feature, token.norm);
      }
    }
    const words = [...bags[k]]
      .filter(([stem]) => bags.every((bag, other) => other === k || !bag.has(stem)))
      .sort((x, y) => y[1] - x[1] || x[0].localeCompare(y[0]))
      .slice(0, maxUnique)
      .map(([stem, count]) => ({ word: shown.get(stem) ?? stem, count }));
    return { siglum: edition.siglum, words };
  });
}
