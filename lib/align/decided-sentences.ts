import { alignTexts } from './align';
import { type Bead, byOrder, isPaired } from './bead';
import { alignAround } from './confirmed';
import { alignSentences, type PlacedSentence, type SentenceSide } from './levels';
import type { Rendering } from './text';

/** Sentences as the rules cut them, and as the aligner has linked them. */
export interface ComputedSentences {
  a: readonly PlacedSentence[];
  b: readonly PlacedSentence[];
  beads: readonly Bead[];
}

/**
 * The beads of sentences where a person has cut some otherwise and confirmed links between some. Only
 * paragraphs with such sentences are aligned again, sentence by sentence, together with those that
 * sentences link them to; elsewhere all is as it was computed.
 *
 * @param a the sentences as they are cut now, as `b` of the other edition.
 * @param paragraphs beads of paragraphs, which cover both editions.
 * @param links confirmed beads of sentences, disjoint, each side a run of neighbours.
 */
export function alignDecided(
  a: SentenceSide,
  b: SentenceSide,
  computed: ComputedSentences,
  paragraphs: readonly Bead[],
  links: readonly Bead[],
  lexicon?: readonly Rendering[],
): Bead[] {
  const beadOf = { a: new Map<number, number>(), b: new Map<number, number>() };
  paragraphs.forEach((bead, k) => {
    for (const i of bead.a) beadOf.a.set(i, k);
    for (const j of bead.b) beadOf.b.set(j, k);
  });
  const now = { a: a.sentences, b: b.sentences };
  const homes = (bead: Pick<Bead, 'a' | 'b'>, of: Pick<ComputedSentences, 'a' | 'b'>) => [
    ...bead.a.map((s) => beadOf.a.get(of.a[s].segment)!),
    ...bead.b.map((s) => beadOf.b.get(of.b[s].segment)!),
  ];
  const joined = new Joined(paragraphs.length);
  for (const bead of computed.beads) joined.join(homes(bead, computed));
  for (const link of links) joined.join(homes(link, now));
  const again = new Set<number>();
  for (const link of links) again.add(joined.root(homes(link, now)[0]));
  for (const side of ['a', 'b'] as const) {
    for (const segment of cutOtherwise(computed[side], now[side])) {
      again.add(joined.root(beadOf[side].get(segment)!));
    }
  }
  const toNow = { a: shifted(computed.a, now.a), b: shifted(computed.b, now.b) };
  const kept = computed.beads.flatMap((bead): Bead[] => {
    if (again.has(joined.root(homes(bead, computed)[0]))) return [];
    return [{ ...bead, a: bead.a.map(toNow.a), b: bead.b.map(toNow.b) }];
  });
  const groups = new Map([...again].map((root) => [root, [] as number[]]));
  paragraphs.forEach((_, k) => {
    groups.get(joined.root(k))?.push(k);
  });
  const inGroup = { a: new Map<number, number[]>(), b: new Map<number, number[]>() };
  for (const side of ['a', 'b'] as const) {
    now[side].forEach(({ segment }, s) => {
      const root = joined.root(beadOf[side].get(segment)!);
      if (!again.has(root)) return;
      const list = inGroup[side].get(root);
      if (list) list.push(s);
      else inGroup[side].set(root, [s]);
    });
  }
  const found = [...groups].flatMap(([root, own]) => {
    const at = { a: inGroup.a.get(root) ?? [], b: inGroup.b.get(root) ?? [] };
    const part = ({ language, sentences }: SentenceSide, places: readonly number[]) => ({
      language,
      sentences: places.map((s) => sentences[s]),
    });
    const here = { a: new Map(at.a.map((s, k) => [s, k])), b: new Map(at.b.map((s, k) => [s, k])) };
    const confirmed = links
      .filter((link) => joined.root(homes(link, now)[0]) === root)
      .map((link) => ({
        ...link,
        a: link.a.map((s) => here.a.get(s)!),
        b: link.b.map((s) => here.b.get(s)!),
      }));
    return alignGroup(
      part(a, at.a),
      part(b, at.b),
      own.map((k) => paragraphs[k]),
      confirmed,
      lexicon,
    ).map((bead) => ({ ...bead, a: bead.a.map((k) => at.a[k]), b: bead.b.map((k) => at.b[k]) }));
  });
  return byOrder([...kept, ...found]);
}

/** Sentences of some paragraphs, around what is confirmed of them. */
function alignGroup(
  a: SentenceSide,
  b: SentenceSide,
  paragraphs: readonly Bead[],
  confirmed: readonly Bead[],
  lexicon?: readonly Rendering[],
): Bead[] {
  const found = alignSentences(a, b, paragraphs, { lexicon: lexicon && [...lexicon] });
  if (confirmed.length === 0) return found;
  // Sentences of a passage that stands elsewhere are in order among themselves.
  const elsewhere = paragraphs.length === 1 && paragraphs[0].transposition;
  const inOrder = elsewhere ? found.map(({ transposition: _, ...bead }) => bead) : found;
  const text = ({ language, sentences }: SentenceSide) => ({ language, segments: sentences });
  const around = alignAround(text(a), text(b), inOrder, confirmed, (x, y, groups) =>
    alignTexts(x, y, { groups, lexicon }),
  );
  if (!elsewhere) return around;
  return around.map((bead) => (isPaired(bead) ? { ...bead, transposition: true } : bead));
}

/** Segments whose sentences begin elsewhere than before. */
function cutOtherwise(
  before: readonly PlacedSentence[],
  now: readonly PlacedSentence[],
): Set<number> {
  const starts = (placed: readonly PlacedSentence[]) => {
    const found = new Map<number, string>();
    for (const { segment, start } of placed) {
      found.set(segment, `${found.get(segment) ?? ''} ${start}`);
    }
    return found;
  };
  if (before === now) return new Set();
  const [was, is] = [starts(before), starts(now)];
  return new Set(
    [...is].flatMap(([segment, cuts]) => (was.get(segment) === cuts ? [] : [segment])),
  );
}

/** The number now of a sentence whose segment is cut as before. */
function shifted(
  before: readonly PlacedSentence[],
  now: readonly PlacedSentence[],
): (sentence: number) => number {
  const firsts = (placed: readonly PlacedSentence[]) => {
    const found = new Map<number, number>();
    placed.forEach(({ segment }, at) => {
      if (!found.has(segment)) found.set(segment, at);
    });
    return found;
  };
  const [was, is] = [firsts(before), firsts(now)];
  return (sentence) => {
    const { segment } = before[sentence];
    return sentence - was.get(segment)! + is.get(segment)!;
  };
}

/** Sets that are joined step by step (union-find). */
class Joined {
  private readonly parent: Int32Array;

  constructor(size: number) {
    this.parent = Int32Array.from({ length: size }, (_, k) => k);
  }

  root(k: number): number {
    let at = k;
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at]];
      at = this.parent[at];
    }
    return at;
  }

  join(all: readonly number[]): void {
    for (const each of all.slice(1)) this.parent[this.root(each)] = this.root(all[0]);
  }
}
