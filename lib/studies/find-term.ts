import { LRUCache } from 'lru-cache';
import { once } from '../core/memo';
import { processWide } from '../core/process-wide';
import { editionHash } from '../edition/hash';
import { type Edition, languageFamily } from '../edition/model';
import { lettersOf } from '../edition/segments';
import { type PlacedFeature, placedFeatures } from '../language/features';
import { isParticle } from '../language/particles';
import { termFinder } from '../language/term-places';

/** A stretch of an edition: the index of its segment, and UTF-16 offsets in that. */
export interface TermPlace {
  segment: number;
  start: number;
  end: number;
}

/** Looked up in one go, at most. */
const maxPlaces = 500;

/** Where a term stands in an edition. */
export function findTerm(edition: Edition, term: string): TermPlace[] {
  const find = termFinder(term, edition.language);
  const features = once(() => editionFeatures(edition));
  const places: TermPlace[] = [];
  edition.segments.forEach(({ text }, segment) => {
    if (places.length >= maxPlaces) return;
    for (const [start, end] of find(text, () => features()[segment]))
      places.push({ segment, start, end });
  });
  return places;
}

/** Letters of the editions whose features are kept: each takes some ten bytes. */
const maxLetters = 4_000_000;

const kept = processWide(
  'features of editions',
  () => new LRUCache<string, PlacedFeature[][]>({ maxSize: maxLetters }),
);

/** The features of each segment: one term after another is looked for in them. */
function editionFeatures(edition: Edition): PlacedFeature[][] {
  const { segments, language } = edition;
  const key = editionHash(edition);
  let features = kept.get(key);
  if (!features) {
    features = segments.map(({ text }) => placedFeatures(text, language));
    kept.set(key, features, { size: 1 + lettersOf([edition]) });
  }
  return features;
}

/** Words of an edition worth looking up: those that stand most often, without the commonest. */
export function frequentTerms(edition: Edition, most = 40): { term: string; count: number }[] {
  const primary = languageFamily(edition.language);
  const counts = new Map<string, { term: string; count: number }>();
  const features = editionFeatures(edition);
  for (const [segment, { text }] of edition.segments.entries()) {
    for (const { feature, start, end } of features[segment]) {
      const term = text.slice(start, end);
      const short = primary === 'zh' ? term.length < 2 : term.length < 5;
      if (short || !/^\p{L}/u.test(feature) || isParticle(feature, primary)) continue;
      const known = counts.get(feature);
      if (known) known.count++;
      else counts.set(feature, { term, count: 1 });
    }
  }
  return [...counts.values()]
    .sort((x, y) => y.count - x.count || x.term.localeCompare(y.term))
    .slice(0, most);
}
