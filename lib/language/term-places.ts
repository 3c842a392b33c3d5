import { languageFamily } from '../edition/model';
import { simplify } from './chinese';
import { type PlacedFeature, placedFeatures } from './features';

type Stretch = [start: number, end: number];

/**
 * Makes what finds a word or phrase in texts of one language: inflected forms count as the same, and
 * Chinese is found by its characters, in either script.
 *
 * @param features those of the text, where they are known already; asked for only where they are looked at.
 */
export function termFinder(
  term: string,
  language: string,
): (text: string, features?: () => readonly PlacedFeature[]) => Stretch[] {
  const needle = term.trim();
  const wanted = placedFeatures(needle, language).map(({ feature }) => feature);
  if (languageFamily(language) === 'zh' || wanted.length === 0) {
    return (text) => charactersIn(text, needle);
  }
  return (text, featuresOf = () => placedFeatures(text, language)) => {
    const features = featuresOf();
    const found: Stretch[] = [];
    for (let k = 0; k + wanted.length <= features.length; k++) {
      if (wanted.every((feature, n) => features[k + n].feature === feature))
        found.push([features[k].start, features[k + wanted.length - 1].end]);
    }
    return found;
  };
}

function charactersIn(text: string, term: string): Stretch[] {
  const fold = (part: string) => (/\p{Script=Han}/u.test(part) ? simplify(part) : part);
  // OpenCC changes characters one for one where the two texts are as long.
  const folded = fold(text);
  const [where, needle] = folded.length === text.length ? [folded, fold(term)] : [text, term];
  const found: Stretch[] = [];
  if (needle === '') return found;
  for (let at = where.indexOf(needle); at >= 0; at = where.indexOf(needle, at + needle.length))
    found.push([at, at + needle.length]);
  return found;
}
