import { type Bead, flip } from '../align/bead';
import { alignSentences, type PlacedSentence, placeSentences } from '../align/levels';
import { alignParagraphs } from '../align/paragraphs';
import { contentHash } from '../edition/identify';
import type { Edition } from '../edition/model';

/** Two editions aligned by paragraph and, within, by sentence. */
export interface PairAlignment {
  beads: Bead[];
  sentences: { a: PlacedSentence[]; b: PlacedSentence[]; beads: Bead[] };
}

/** Alignments kept in memory; each is some kilobytes a page of text. */
const kept = 64;
const cache = new Map<string, PairAlignment>();
const hashes = new WeakMap<Edition, string>();

/** A hash of all that alignment looks at in an edition. */
export function editionHash(edition: Edition): string {
  let hash = hashes.get(edition);
  if (!hash) {
    const parts = edition.segments.map(
      ({ kind, label, text }) => `${kind}\t${label ?? ''}\t${text}`,
    );
    hash = contentHash(`${edition.language}\n${parts.join('\n')}`, 24);
    hashes.set(edition, hash);
  }
  return hash;
}

/** Aligns two editions, or recalls it: results are kept by the contents of both. */
export function alignEditions(a: Edition, b: Edition): PairAlignment {
  const [keyA, keyB] = [editionHash(a), editionHash(b)];
  const key = `${keyA}:${keyB}`;
  const known = cache.get(key);
  if (known) {
    // Most recently used last.
    cache.delete(key);
    cache.set(key, known);
    return known;
  }
  const mirrored = cache.get(`${keyB}:${keyA}`);
  const found = mirrored ? mirror(mirrored) : compute(a, b);
  cache.set(key, found);
  if (cache.size > kept) cache.delete(cache.keys().next().value!);
  return found;
}

function mirror({ beads, sentences }: PairAlignment): PairAlignment {
  return {
    beads: flip(beads),
    sentences: { a: sentences.b, b: sentences.a, beads: flip(sentences.beads) },
  };
}

function compute(a: Edition, b: Edition): PairAlignment {
  const beads = alignParagraphs(a, b);
  const placedA = placeSentences(a.segments, a.language);
  const placedB = placeSentences(b.segments, b.language);
  return {
    beads,
    sentences: {
      a: placedA,
      b: placedB,
      beads: alignSentences(
        { language: a.language, sentences: placedA },
        { language: b.language, sentences: placedB },
        beads,
      ),
    },
  };
}
