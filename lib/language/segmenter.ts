import { keeping } from '../core/memo';
import { languageFamily } from '../edition/model';

/** Languages in which texts are read, at most. */
const maxLanguages = 1000;

const createSegmenters = (granularity: 'word' | 'sentence', undetermined: string) =>
  keeping((language) => {
    // ICU has rules for families of languages, not for their older and regional members.
    const locale = language === 'und' ? undetermined : languageFamily(language);
    return new Intl.Segmenter(locale, { granularity });
  }, maxLanguages);

/**
 * ICU's segmenter of words for a language. Its time grows with the square of a run without spaces: callers
 * bound what they pass.
 */
export const wordSegmenter = createSegmenters('word', 'zh');

/** ICU's segmenter of sentences for a language. */
export const sentenceSegmenter = createSegmenters('sentence', 'en');

/** Characters of a run without spaces that ICU cuts in little time. */
export const maxRun = 300;
