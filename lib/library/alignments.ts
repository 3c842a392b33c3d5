import { LRUCache } from 'lru-cache';
import { type Bead, flip } from '../align/bead';
import { type PlacedSentence, placeSentences } from '../align/levels';
import { withSister } from '../align/sisters';
import { type Edition, sameLanguage } from '../edition/model';
import { type AlignmentJob, type KeptAlignment, runAlignment } from './alignment-job';
import { alignInThread } from './alignment-thread';
import { keep, recall } from './cache';
import { editionHash } from './edition-hash';
import { lexiconOf, teach } from './lexicons';
import { remember } from './remember';

/** Two editions aligned by paragraph and, within, by sentence. */
export interface PairAlignment {
  beads: Bead[];
  sentences: { a: PlacedSentence[]; b: PlacedSentence[]; beads: Bead[] };
}

export interface AlignEditionsOptions {
  /** Names the pair over time (work and sigla), so that an edit builds on what was before it. */
  name?: string;
  /** Other editions of the work; those in the language of either side lend their words. */
  others?: readonly Edition[];
  progress?: (share: number) => void;
}

/** Alignments in memory; each is some kilobytes a page of text. */
const cache = new LRUCache<string, Promise<PairAlignment>>({ max: 64 });

/** Pairs with more cells than this are aligned in a thread, so that others are served meanwhile. */
const longPair = 160_000;
/** Sister editions that lend their words, at most, on each side. */
const mostSisters = 2;

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
          .slice(0, mostSisters),
  );
  const part = (edition: Edition, own: Edition[]) => [edition, ...own].map(editionHash).join('+');
  const [partA, partB] = [part(a, sisters[0]), part(b, sisters[1])];
  const key = `${partA}:${partB}`;
  return remember(cache, key, () => {
    const mirrored = cache.get(`${partB}:${partA}`);
    return mirrored ? mirrored.then(mirror) : find(key, a, b, sisters[0], sisters[1], options);
  });
}

async function find(
  key: string,
  a: Edition,
  b: Edition,
  sistersA: Edition[],
  sistersB: Edition[],
  { name, progress }: AlignEditionsOptions,
): Promise<PairAlignment> {
  let kept = await recall<KeptAlignment>(`alignment/${key}`);
  if (!kept) {
    const latest = name ? await recall<string>(`latest/${name}`) : null;
    const precedent = latest ? await recall<KeptAlignment>(`alignment/${latest}`) : null;
    const job: AlignmentJob = {
      a: await withSisters(a, sistersA),
      b: await withSisters(b, sistersB),
      ...(precedent ? { precedent } : {}),
      lexicon: await lexiconOf(a, b, name),
    };
    const long = a.segments.length * b.segments.length > longPair;
    kept = long ? await alignInThread(job, progress ?? (() => {})) : runAlignment(job);
    await keep(`alignment/${key}`, kept);
    if (name) await teach(a, b, name, kept.learned);
  }
  if (name) await keep(`latest/${name}`, key);
  return {
    beads: kept.beads,
    sentences: {
      a: placeSentences(a.segments, a.language),
      b: placeSentences(b.segments, b.language),
      beads: kept.sentences,
    },
  };
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
    sentences: { a: sentences.b, b: sentences.a, beads: flip(sentences.beads) },
  };
}
