import { LRUCache } from 'lru-cache';
import { type Bead, byOrder, flip } from '../align/bead';
import { type PlacedSentence, placeSentences } from '../align/levels';
import { withSister } from '../align/sisters';
import type { Rendering } from '../align/text';
import { keep, recall } from '../cache/cache';
import { contentHash } from '../core/hash';
import { remember } from '../core/memo';
import { processWide } from '../core/process-wide';
import { dictionariesMark } from '../dictionaries/dictionaries';
import { editionHash } from '../edition/hash';
import { type Edition, sameLanguage, type Work } from '../edition/model';
import { runJob } from '../jobs/run';
import { correctionsBetween } from '../works/corrections';
import { type AlignmentJob, alignJob, type KeptAlignment, runAlignment } from './alignment-job';
import { lexiconOf, teach } from './lexicons';

/** Two editions aligned by paragraph and, within, by sentence. */
export interface PairAlignment {
  beads: Bead[];
  sentences: {
    a: PlacedSentence[];
    b: PlacedSentence[];
    beads: Bead[];
    /** What other works and dictionaries say of the two languages. */
    lexicon?: Rendering[];
  };
}

export interface AlignEditionsOptions {
  /** Names the pair over time (work and sigla), so that an edit builds on what was before it. */
  name?: string;
  /** Other editions of the work; those in the language of either side lend their words. */
  others?: readonly Edition[];
  progress?: (share: number) => void;
  /** What a person confirmed between the two: those beads stand, and guide the rest. */
  confirmed?: readonly Bead[];
}

/** Two editions of a work aligned, with all that the work knows of them. */
export function alignInWork(
  work: Work,
  a: Edition,
  b: Edition,
  progress?: (share: number) => void,
): Promise<PairAlignment> {
  return alignEditions(a, b, {
    name: `${work.slug}/${a.siglum}:${b.siglum}`,
    others: work.editions,
    confirmed: correctionsBetween(work.corrections, a, b).beads,
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
  return remember(cache, computed + confirmedKey(confirmed), () => {
    const mirrored = cache.get(`${partB}:${partA}${dictionaries}${confirmedKey(flip(confirmed))}`);
    if (mirrored) return mirrored.then(mirror);
    return find(computed, confirmedKey(confirmed), a, b, sisters[0], sisters[1], options);
  });
}

async function find(
  key: string,
  confirmedKey: string,
  a: Edition,
  b: Edition,
  sistersA: Edition[],
  sistersB: Edition[],
  { name, progress, confirmed = [] }: AlignEditionsOptions,
): Promise<PairAlignment> {
  const long = a.segments.length * b.segments.length > longPair;
  const texts = async () => ({
    a: await withSisters(a, sistersA),
    b: await withSisters(b, sistersB),
  });
  const run = async (entry: string, job: () => Promise<AlignmentJob>) => {
    if (long) return runJob(alignJob, entry, job, progress);
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
    const computed = kept;
    const entry = `alignment/${key}${confirmedKey}`;
    kept =
      (await recall<KeptAlignment>(entry)) ??
      (await run(entry, async () => ({
        ...(await texts()),
        confirmed: { beads: [...confirmed], computed },
      })));
  }
  return {
    beads: kept.beads,
    sentences: {
      a: await sentencesOf(a),
      b: await sentencesOf(b),
      beads: kept.sentences,
      lexicon: await lexiconOf(a, b, name),
    },
  };
}

const markIn = (key: string): string => /:d([0-9a-f]+)$/.exec(key)?.[1] ?? '';

const sentencesKnown = processWide(
  'sentences',
  () => new WeakMap<Edition, Promise<PlacedSentence[]>>(),
);

/** An edition's sentences, cut once for all its pairs; those of a long one are kept. */
function sentencesOf(edition: Edition): Promise<PlacedSentence[]> {
  let found = sentencesKnown.get(edition);
  if (!found) {
    found = edition.segments.length > longEdition ? recallSentences(edition) : cut(edition);
    sentencesKnown.set(edition, found);
  }
  return found;
}

/** Editions of more segments than this take long enough to cut that it is worth remembering. */
const longEdition = 2000;

async function cut({ segments, language }: Edition): Promise<PlacedSentence[]> {
  return placeSentences(segments, language);
}

/** Kept as segment, start and end of each, one after the other. */
async function recallSentences(edition: Edition): Promise<PlacedSentence[]> {
  const key = `sentences/${editionHash(edition)}`;
  const known = await recall<number[]>(key);
  if (known) {
    const found: PlacedSentence[] = [];
    for (let k = 0; k < known.length; k += 3) {
      const [segment, start, end] = [known[k], known[k + 1], known[k + 2]];
      found.push({ segment, start, end, text: edition.segments[segment].text.slice(start, end) });
    }
    return found;
  }
  const found = await cut(edition);
  await keep(
    key,
    found.flatMap(({ segment, start, end }) => [segment, start, end]),
  );
  return found;
}

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
