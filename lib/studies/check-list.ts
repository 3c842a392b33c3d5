import { isPaired } from '../align/bead';
import type { PlacedSentence } from '../align/levels';
import { findSlips } from '../collate/slips';
import { alignInWork, type PairAlignment, type PairSentences } from '../compare/alignments';
import { type LinkedPassages, linkedPassages } from '../compare/word-links';
import { contentHash } from '../core/hash';
import { once } from '../core/memo';
import { processWide } from '../core/process-wide';
import { comparedLanguage, type Edition, languageFamily, type Work } from '../edition/model';
import type { NoteTarget } from '../edition/notes';
import type { Slip } from '../edition/slips';
import { expressionsOf, type Term } from '../edition/terms';
import { isFunctionWord } from '../language/closed-class';
import { placedFeatures } from '../language/features';
import { properNames } from '../language/names';
import { termFinder } from '../language/term-places';
import { absorption } from './absorption';
import { isNamed } from './is-named';

/** A likely slip, with the places it stands in. */
export interface PlacedSlip extends Slip {
  /** Sigla: of the edition that is the base, and of the one that is checked. */
  editions: [base: string, checked: string];
  /** Its sentences, those of the base first. */
  targets: NoteTarget[];
  /** Ids of the segments; null where an edition has nothing. */
  base: string | null;
  here: string | null;
  baseText: string;
  hereText: string;
}

/** A name must be rendered alike so often before its absence is reported. */
const minCount = 2;
/** Links less sure than this name nothing. */
const surely = 0.75;

/**
 * A check list for translators: numbers, dates, names and negations of one edition that another
 * lacks, sentence by sentence, and sentences that only one has. Likely slips, not certain ones.
 */
export async function checkList(
  work: Work,
  base: Edition,
  other: Edition,
  progress?: (share: number) => void,
): Promise<PlacedSlip[]> {
  const alignment = await alignInWork(work, base, other, progress);
  const terms = work.terms ?? [];
  const ofPair = known.get(alignment) ?? new Map<string, PlacedSlip[]>();
  known.set(alignment, ofPair);
  const key = `${base.siglum}:${other.siglum}:${contentHash(JSON.stringify(terms), 'content')}`;
  const found = ofPair.get(key) ?? findAll(terms, base, other, alignment.sentences);
  ofPair.set(key, found);
  return found;
}

/** By the alignments that they were made from: they outlast a work that is loaded anew for a note or a dismissal. */
const known = processWide(
  'check lists',
  () => new WeakMap<PairAlignment, Map<string, PlacedSlip[]>>(),
);

function findAll(
  terms: readonly Term[],
  base: Edition,
  other: Edition,
  sentences: PairSentences,
): PlacedSlip[] {
  const { a, b, beads } = sentences;
  const linker: Linker = (bead) => linkedPassages(base, other, sentences, bead);
  const names = nameRenderings(base, other, linker, beads);
  const isAbsorbed = absorption(sentences, { a: base.language, b: other.language }, linker);
  const lackingTerms = termChecker(terms, base.language, other.language);
  const pair = (textA: string, textB: string) => ({
    a: { text: textA, language: base.language },
    b: { text: textB, language: other.language },
  });
  const text = (found: readonly (typeof a)[number][]) =>
    found.map((sentence) => sentence.text.trim()).join(' ');
  const found = beads.map((bead, k): PlacedSlip[] => {
    const [inA, inB] = [bead.a.map((i) => a[i]), bead.b.map((j) => b[j])];
    const near = beads.slice(Math.max(0, k - 1), k + 2);
    const where = {
      editions: [base.siglum, other.siglum] as [string, string],
      targets: [
        ...inA.map((sentence) => targetOf(base, sentence)),
        ...inB.map((sentence) => targetOf(other, sentence)),
      ],
      base: inA.length > 0 ? base.segments[inA[0].segment].id : null,
      here: inB.length > 0 ? other.segments[inB[0].segment].id : null,
      baseText: text(inA),
      hereText: text(inB),
    };
    if (!isPaired(bead)) {
      if (isAbsorbed(k)) return [];
      return inB.length === 0
        ? [{ kind: 'missing', reason: { name: 'no-counterpart' }, ...where }]
        : [{ kind: 'added', reason: { name: 'alone' }, ...where }];
    }
    const passages = linker(bead);
    const nearHere = text(near.flatMap((each) => each.b.map((j) => b[j])));
    const slips = findSlips(pair(passages.a.text, passages.b.text), {
      around: pair(text(near.flatMap((each) => each.a.map((i) => a[i]))), nearHere),
      links: passages.links,
    });
    for (const [name, rendering] of names) {
      if (!hasWord(where.baseText, name)) continue;
      if (!isNamed(nearHere, rendering) && !isNamed(nearHere, name)) {
        slips.push({ kind: 'name', reason: { name: 'unnamed', word: name, rendering } });
      }
    }
    slips.push(...lackingTerms(where));
    return slips.map((slip) => ({ ...slip, ...where }));
  });
  return withoutShifted(found).flat();
}

/** Letters of a sentence by which it is found again, at most. */
const maxQuote = 5000;

const targetOf = (
  { siglum, segments }: Edition,
  { segment, text }: PlacedSentence,
): NoteTarget => ({
  edition: siglum,
  segment: segments[segment].id,
  quote: text.trim().slice(0, maxQuote),
});

/** Without a negation that the one edition has a sentence earlier than the other. */
function withoutShifted(found: readonly PlacedSlip[][]): PlacedSlip[][] {
  const denies = (k: number, name: string) =>
    (found[k] ?? []).some(({ reason }) => reason.name === name);
  const opposite = { 'denied-here': 'denied-base', 'denied-base': 'denied-here' } as const;
  return found.map((slips, k) =>
    slips.filter(({ reason: { name } }) => {
      if (name !== 'denied-here' && name !== 'denied-base') return true;
      return !denies(k - 1, opposite[name]) && !denies(k + 1, opposite[name]);
    }),
  );
}

/**
 * Makes what finds the work's own terms in a passage that its counterpart does not render by the
 * preferred words.
 */
function termChecker(terms: readonly Term[], from: string, to: string) {
  const inLanguage = (term: Term, language: string) =>
    expressionsOf(term).find(([tag]) => tag === language) ??
    expressionsOf(term).find(([tag]) => comparedLanguage(tag) === comparedLanguage(language));
  const pairs = terms.flatMap((term) => {
    const [own, other] = [inLanguage(term, from), inLanguage(term, to)];
    if (!own || !other || own === other) return [];
    const [word, rendering] = [own[1], other[1]];
    return [{ word, rendering, find: termFinder(word, from), finds: termFinder(rendering, to) }];
  });
  return ({ baseText, hereText }: Pick<PlacedSlip, 'baseText' | 'hereText'>): Slip[] => {
    if (pairs.length === 0) return [];
    const inBase = once(() => placedFeatures(baseText, from));
    const here = once(() => placedFeatures(hereText, to));
    return pairs
      .filter(
        ({ find, finds }) =>
          find(baseText, inBase).length > 0 && finds(hereText, here).length === 0,
      )
      .map(({ word, rendering }) => ({
        kind: 'term',
        reason: { name: 'not-preferred', word, rendering },
      }));
  };
}

function hasWord(text: string, word: string): boolean {
  return new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(text);
}

type SentenceBead = PairSentences['beads'][number];
type Linker = (bead: SentenceBead) => LinkedPassages;

/** Languages that write every noun with a capital: a capital shows nothing there. */
const capitalNouns = new Set(['de', 'lb', 'gsw', 'nds', 'bar']);

/** Names of the base that the other edition renders alike wherever their words are linked. */
function nameRenderings(
  base: Edition,
  other: Edition,
  linker: Linker,
  beads: readonly SentenceBead[],
): Map<string, string> {
  const proper = properNames(base.segments.map(({ text }) => text));
  const found = new Map<string, Map<string, number>>();
  if (proper.size === 0) return new Map();
  const anyNoun = [base, other].some(({ language }) => capitalNouns.has(languageFamily(language)));
  for (const bead of beads) {
    if (!isPaired(bead)) continue;
    const { a, b, links } = linker(bead);
    for (const link of links()) {
      const word = a.text.slice(...link.a);
      if (link.score < surely || word.length < 4 || !proper.has(word.toLowerCase())) continue;
      if (isFunctionWord(word, languageFamily(base.language))) continue;
      // A sentence's first word is capital whatever it is.
      if (/(?:^|[.!?:“"]\s*)$/u.test(a.text.slice(0, link.a[0]))) continue;
      const counts = found.get(word) ?? new Map<string, number>();
      const rendering = b.text.slice(...link.b);
      // A name is written with a capital wherever there are capitals.
      if (/^\p{Ll}/u.test(rendering)) continue;
      counts.set(rendering, (counts.get(rendering) ?? 0) + 1);
      found.set(word, counts);
    }
  }
  const alike = new Map<string, string>();
  for (const [name, counts] of found) {
    const [[rendering, count]] = [...counts].sort((x, y) => y[1] - x[1]);
    if (anyNoun && rendering !== name) continue;
    if (counts.size === 1 && count >= minCount) alike.set(name, rendering);
  }
  return alike;
}
