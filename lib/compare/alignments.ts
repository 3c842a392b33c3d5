import { LRUCache } from 'lru-cache';
import { type Bead, byOrder, flip } from '../align/bead';
import { alignDecided, type ComputedSentences } from '../align/decided-sentences';
import type { PlacedSentence } from '../align/levels';
import { withSister } from '../align/sisters';
import type { Rendering } from '../align/text';
import { keep, recall } from '../cache/cache';
import { contentHash } from '../core/hash';
import { remember } from '../core/memo';
import { processWide } from '../core/process-wide';
import { dictionariesMark } from '../dictionaries/dictionaries';
import { editionHash } from '../edition/hash';
import { type Edition, sameLanguage, type Work } from '../edition/model';
import type { Progress } from '../jobs/job';
import { runJob } from '../jobs/run';
import { correctionsBetween } from '../works/corrections';
import { sentencesOf, withCuts } from '../works/edition-sentences';
import { type DecidedSentences, decidedSentences } from '../works/sentence-decisions';
import { type AlignmentJob, alignJobOf, type KeptAlignment, runAlignment } from './alignment-job';
import { lexiconOf, teach } from './lexicons';

/** Two editions aligned by paragraph and, within, by sentence. */
export interface PairAlignment {
  beads: Bead[];
  sentences: PairSentences;
}

/** The sentences of two editions, and which correspond. */
export interface PairSentences {
  a: readonly PlacedSentence[];
  b: readonly PlacedSentence[];
  beads: readonly Bead[];
  /** What other works and dictionaries say of the two languages. */
  lexicon?: Rendering[];
}

export interface AlignEditionsOptions {
  /** Names the pair over time (work and sigla), so that an edit builds on what was before it. */
  name?: string;
  /** Other editions of the work; those in the language of either side lend their words. */
  others?: readonly Edition[];
  progress?: (share: number) => void;
  /** What a person confirmed between the two: those beads stand, and guide the rest. */
  confirmed?: readonly Bead[];
  /** What people have said of sentences. */
  decided?: DecidedSentences;
}

/** Two editions of a work aligned, with all that the work knows of them. */
export async function alignInWork(
  work: Work,
  a: Edition,
  b: Edition,
  progress?: (share: number) => void,
): Promise<PairAlignment> {
  return alignEditions(a, b, {
    name: `${work.slug}/${a.siglum}:${b.siglum}`,
    others: work.editions,
    confirmed: correctionsBetween(work.corrections, a, b).beads,
    decided: await decidedSentences(work, a, b),
    progress,
  });
}

/** Alignments in memory; each is some kilobytes a page of text. */
const cache = processWide(
  'alignments',
  () => new LRUCache<string, Promise<PairAlignment>>({ max: 64 }),
);

/** Pairs with more cells than this are aligned in a thread, so that others are served meanwhile. */
const longPair = 160_000;
/** Sister editions that lend their words, at most, on each side. */
const maxSisters = 2;

/** Aligns two editions, or recalls it: results are kept by the contents of all that bear on it. */
export function alignEditions(
  a: Edition,
  b: Edition,
  options: AlignEditionsOptions = {},
): Promise<PairAlignment> {
  const sisters = [a, b].map((edition) =>
    sameLanguage(a, b)
      ? []
      : (options.others ?? [])
          .filter((other) => other !== a && other !== b && sameLanguage(other, edition))
          .slice(0, maxSisters),
  );
  const part = (edition: Edition, own: Edition[]) => [edition, ...own].map(editionHash).join('+');
  const [partA, partB] = [part(a, sisters[0]), part(b, sisters[1])];
  const confirmedKey = (beads: readonly Bead[]) =>
    beads.length > 0
      ? `:${contentHash(JSON.stringify(beads.map((x) => [x.a, x.b])), 'content')}`
      : '';
  const confirmed = byOrder(options.confirmed ?? []);
  // A dictionary more or less makes another alignment.
  const mark = sameLanguage(a, b) ? '' : dictionariesMark(a.language, b.language);
  const dictionaries = mark && `:d${mark}`;
  const computed = `${partA}:${partB}${dictionaries}`;
  const [decided, decidedMirrored] = decidedKeys(options.decided);
  const entry = computed + confirmedKey(confirmed) + decided;
  const { told, listen } = hearing(`${[partA, partB].sort()}`);
  return listen(options.progress, () =>
    remember(cache, entry, () => {
      const mirrored = cache.get(
        `${partB}:${partA}${dictionaries}${confirmedKey(flip(confirmed))}${decidedMirrored}`,
      );
      if (mirrored) return mirrored.then(mirror);
      const own = { ...options, progress: told };
      return find(computed, confirmedKey(confirmed), a, b, sisters[0], sisters[1], own);
    }),
  );
}

const listening = processWide('listening to alignments', () => new Map<string, Set<Progress>>());

/** Whoever waits for the same two texts hears how far they are, not only who asked first. */
function hearing(pair: string) {
  const told: Progress = (share) => {
    for (const each of listening.get(pair) ?? []) each(share);
  };
  const listen = async <T>(progress: Progress | undefined, find: () => Promise<T>): Promise<T> => {
    if (!progress) return find();
    const all = listening.get(pair) ?? new Set();
    listening.set(pair, all.add(progress));
    try {
      return await find();
    } finally {
      all.delete(progress);
      if (all.size === 0) listening.delete(pair);
    }
  };
  return { told, listen };
}

/** What is decided of sentences as a part of a key, and the same seen from the other edition. */
function decidedKeys(decided: DecidedSentences | undefined): [string, string] {
  if (!decided) return ['', ''];
  const { cuts, links } = decided;
  const key = (...parts: unknown[]) => `:s${contentHash(JSON.stringify(parts), 'content')}`;
  const [a, b] = [[...cuts.a], [...cuts.b]];
  const plain = (beads: readonly Bead[]) => byOrder(beads).map((bead) => [bead.a, bead.b]);
  return [key(a, b, plain(links)), key(b, a, plain(flip(links)))];
}

async function find(
  key: string,
  confirmedKey: string,
  a: Edition,
  b: Edition,
  sistersA: Edition[],
  sistersB: Edition[],
  { name, progress, confirmed = [], decided }: AlignEditionsOptions,
): Promise<PairAlignment> {
  const cells = a.segments.length * b.segments.length;
  const texts = async () => ({
    a: await withSisters(a, sistersA),
    b: await withSisters(b, sistersB),
  });
  const run = async (entry: string, job: () => Promise<AlignmentJob>) => {
    if (cells > longPair) return runJob(alignJobOf(cells), entry, job, progress);
    const found = runAlignment(await job());
    await keep(entry, found);
    return found;
  };
  let kept = await recall<KeptAlignment>(`alignment/${key}`);
  if (!kept) {
    kept = await run(`alignment/${key}`, async () => {
      const latest = name ? await recall<string>(`latest/${name}`) : null;
      // One that was made with other dictionaries is not built on.
      const isAlike = latest !== null && markIn(latest) === markIn(key);
      const precedent = isAlike ? await recall<KeptAlignment>(`alignment/${latest}`) : null;
      return {
        ...(await texts()),
        ...(precedent ? { precedent } : {}),
        lexicon: await lexiconOf(a, b, name),
      };
    });
    if (name) await teach(a, b, name, kept.learned);
  }
  if (name) await keep(`latest/${name}`, key);
  if (confirmed.length > 0) {
    const withoutConfirmed = kept;
    const entry = `alignment/${key}${confirmedKey}`;
    kept =
      (await recall<KeptAlignment>(entry)) ??
      (await run(entry, async () => ({
        ...(await texts()),
        confirmed: { beads: [...confirmed], computed: withoutConfirmed },
      })));
  }
  const lexicon = await lexiconOf(a, b, name);
  const computed = { a: await sentencesOf(a), b: await sentencesOf(b), beads: kept.sentences };
  return {
    beads: kept.beads,
    sentences: { ...decide(a, b, computed, kept, decided), lexicon },
  };
}

/** Sentences as people have cut and linked them, where they have. */
function decide(
  a: Edition,
  b: Edition,
  computed: ComputedSentences,
  { beads, learned }: KeptAlignment,
  decided: DecidedSentences | undefined,
): ComputedSentences {
  if (!decided) return computed;
  const sides = {
    a: withCuts(a, computed.a, decided.cuts.a),
    b: withCuts(b, computed.b, decided.cuts.b),
  };
  return {
    ...sides,
    beads: alignDecided(
      { language: a.language, sentences: sides.a },
      { language: b.language, sentences: sides.b },
      computed,
      beads,
      decided.links,
      learned,
    ),
  };
}

const markIn = (key: string): string => /:d([0-9a-f]+)$/.exec(key)?.[1] ?? '';

async function withSisters(edition: Edition, sisters: Edition[]): Promise<AlignmentJob['a']> {
  let text: Parameters<typeof withSister>[0] = edition;
  for (const sister of sisters) {
    text = withSister(text, sister, (await alignEditions(edition, sister)).beads);
  }
  return {
    language: edition.language,
    segments: text.segments.map(({ text: own, kind, label, also }, i) => ({
      id: edition.segments[i].id,
      text: own,
      kind,
      label,
      also,
    })),
  };
}

function mirror({ beads, sentences }: PairAlignment): PairAlignment {
  return {
    beads: flip(beads),
    sentences: {
      a: sentences.b,
      b: sentences.a,
      beads: flip(sentences.beads),
      lexicon: sentences.lexicon?.map(([x, y, weight]): Rendering => [y, x, weight]),
    },
  };
}
