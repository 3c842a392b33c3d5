import { alignInWork, type PairSentences } from '../compare/alignments';
import { linkedPassages } from '../compare/word-links';
import { InputError } from '../core/errors';
import { once } from '../core/memo';
import { type Edition, languageFamily, type Work } from '../edition/model';
import { placedFeatures } from '../language/features';
import { isParticle } from '../language/particles';
import { termFinder } from '../language/term-places';
import { findEdition } from '../works/load';
import { findTerm, type TermPlace } from './find-term';

/** A stretch of text in its surroundings. */
export interface Context {
  segment: string;
  before: string;
  match: string;
  after: string;
}

/** One place where a term stands, and what a translation has for it. */
export interface Occurrence {
  source: Context;
  /** Without a match where none was found in the passage that corresponds; null where none does. */
  target: Context | null;
}

/** One way a translation renders a term. */
export interface Rendering {
  text: string;
  occurrences: Occurrence[];
  /** Whether the translation mostly renders the term otherwise. */
  unusual: boolean;
}

export interface TermRenderings {
  siglum: string;
  language: string;
  /** The most frequent first; without a text: places where none was found. */
  renderings: Rendering[];
}

/**
 * How each other edition renders a term of one edition, everywhere it stands.
 *
 * @param term a word or phrase; inflected forms count as the same, and Chinese is found by its
 *   characters.
 * @throws InputError when the term does not occur.
 */
export async function renderingsOf(
  work: Work,
  source: Edition,
  term: string,
): Promise<{ places: number; translations: TermRenderings[] }> {
  const places = findTerm(source, term);
  if (places.length === 0) {
    throw new InputError(`“${term}” does not occur in “${source.siglum}”`, {
      remedy: 'look for a shorter form of it, or in another edition',
    });
  }
  const others = work.editions.filter((edition) => edition !== source);
  const translations = await Promise.all(
    others.map(async (edition) => ({
      siglum: edition.siglum,
      language: edition.language,
      renderings: await renderIn(work, source, edition, places),
    })),
  );
  return { places: places.length, translations };
}

/** The original, if the work has one; else what others were made from; else its base. */
export function originalOf(work: Work): Edition {
  const original =
    work.editions.find(({ kind }) => kind === 'original') ??
    work.editions.find(({ siglum }) => work.editions.some(({ basedOn }) => basedOn === siglum));
  return original ?? findEdition(work, work.base);
}

async function renderIn(
  work: Work,
  source: Edition,
  target: Edition,
  places: readonly TermPlace[],
): Promise<Rendering[]> {
  const { sentences } = await alignInWork(work, source, target);
  const beadOf = new Map(sentences.beads.flatMap((bead, k) => bead.a.map((i) => [i, k])));
  const groups = new Map<string, Rendering>();
  const located = places.map((place) => {
    const at = beadOf.get(sentenceAt(sentences.a, place)) ?? -1;
    const bead = sentences.beads[at];
    const found = bead && bead.b.length > 0 ? linked(source, target, sentences, bead, place) : null;
    return { place, at, found };
  });
  const byText = new UsedElsewhere(target, sentences, located);
  for (const { place, at, found: linkedWords } of located) {
    const where = linkedWords ?? byText.take(at);
    const found = where
      ? contextOf(target, where)
      : passageContext(target, sentences.beads[at]?.b.map((j) => sentences.b[j]) ?? []);
    const key = found?.match ? keyOf(found.match, target.language) : '';
    const group = groups.get(key) ?? { text: found?.match ?? '', occurrences: [], unusual: false };
    group.occurrences.push({ source: contextOf(source, place), target: found });
    groups.set(key, group);
  }
  const sorted = [...groups.values()].sort(
    (x, y) =>
      Number(x.text === '') - Number(y.text === '') || y.occurrences.length - x.occurrences.length,
  );
  const most = sorted[0]?.occurrences.length ?? 0;
  return sorted.map((rendering, k) => ({
    ...rendering,
    unusual: k > 0 && rendering.text !== '' && rendering.occurrences.length < most,
  }));
}

/** The index of the sentence that a place begins in, or −1. @param sentences in their order. */
function sentenceAt(sentences: PairSentences['a'], { segment, start }: TermPlace): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const { segment: its, end } = sentences[middle];
    if (its < segment || (its === segment && end <= start)) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low];
  return found?.segment === segment && found.start <= start ? low : -1;
}

/** A place of a term, the bead that its sentence is of, and the words linked with it there. */
interface LocatedTerm {
  place: TermPlace;
  at: number;
  found: TermPlace | null;
}

/**
 * Finds words by which a term is rendered elsewhere in the passages where none was linked with it, and in
 * those before and after: the words of a rare sentence are linked with doubt, and sentences are divided
 * otherwise. A word stands for one place of the term only.
 */
class UsedElsewhere {
  private readonly finders: ReturnType<typeof termFinder>[];
  private readonly used: TermPlace[];

  constructor(
    private readonly target: Edition,
    private readonly sentences: PairSentences,
    located: readonly LocatedTerm[],
  ) {
    this.used = located.flatMap(({ found }) => found ?? []);
    const counts = new Map<string, number>();
    for (const { segment, start, end } of this.used) {
      const text = target.segments[segment].text.slice(start, end);
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    this.finders = [...counts]
      .sort((x, y) => y[1] - x[1])
      .map(([text]) => termFinder(text, target.language));
  }

  /** @param at the number of a bead. */
  take(at: number): TermPlace | null {
    const { beads, b } = this.sentences;
    if (at < 0) return null;
    const isFree = ({ segment, start, end }: TermPlace) =>
      this.used.every((each) => each.segment !== segment || each.end <= start || each.start >= end);
    for (const near of [at, at + 1, at - 1]) {
      for (const { segment, start, end, text } of (beads[near]?.b ?? []).map((j) => b[j])) {
        const features = once(() => placedFeatures(text, this.target.language));
        for (const find of this.finders) {
          const places = find(text, features).map(([from, to]) => ({
            segment,
            start: start + from,
            end: Math.min(end, start + to),
          }));
          const free = places.find(isFree);
          if (!free) continue;
          this.used.push(free);
          return free;
        }
      }
    }
    return null;
  }
}

/** The words of the target that are linked with a place of the source. */
function linked(
  source: Edition,
  target: Edition,
  sentences: PairSentences,
  bead: PairSentences['beads'][number],
  place: TermPlace,
): TermPlace | null {
  const { a, b, links: all } = linkedPassages(source, target, sentences, bead);
  const links = all().filter((link) => {
    const [segment, start, end] = a.placeOf(...link.a);
    return segment === place.segment && start < place.end && end > place.start;
  });
  const surest = Math.max(0, ...links.map(({ score }) => score));
  const stretches = links
    .filter(({ score }) => score >= nearlySure * surest)
    .map((link) => b.placeOf(...link.b))
    .sort((x, y) => x[0] - y[0] || x[1] - y[1]);
  if (stretches.length === 0) return null;
  const [segment, start] = stretches[0];
  let end = stretches[0][2];
  // Words that stand nearly together are one rendering; what lies far off is another matter.
  for (const [where, from, to] of stretches.slice(1)) {
    if (where === segment && from - end <= reach) end = Math.max(end, to);
  }
  return { segment, start, end };
}

/** Beside a sure link, one less than so sure by half is a neighbour drawn in, not the rendering. */
const nearlySure = 0.75;
/** Characters between the words of one rendering, at most. */
const reach = 14;
/** Characters of context on either side. */
const around = 48;

function contextOf({ segments }: Edition, { segment, start, end }: TermPlace): Context {
  const { id, text } = segments[segment];
  return {
    segment: id,
    before: text.slice(Math.max(0, start - around), start),
    match: text.slice(start, end),
    after: text.slice(end, end + around),
  };
}

/** The beginning of a passage in which nothing was found. */
function passageContext(
  { segments }: Edition,
  sentences: readonly { segment: number; start: number; end: number }[],
): Context | null {
  const [first] = sentences;
  if (!first) return null;
  const { id, text } = segments[first.segment];
  const end = Math.min(sentences.at(-1)!.end, first.start + 2 * around);
  return { segment: id, before: '', match: '', after: text.slice(first.start, end) };
}

/** Inflected forms, and articles or none, are the same rendering. */
function keyOf(text: string, language: string): string {
  const primary = languageFamily(language);
  return placedFeatures(text, language)
    .map(({ feature }) => feature)
    .filter((feature) => !isParticle(feature, primary))
    .join(' ');
}
