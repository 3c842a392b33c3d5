import { languageFamily } from '../edition/model';

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * ICU's segmenter of words for a language; Chinese for an undetermined one. Its time grows with the square of a
 * run without spaces: callers bound what they pass.
 */
export function wordSegmenter(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    const locale = language === 'und' ? 'zh' : languageFamily(language);
    segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}
