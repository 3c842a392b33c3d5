import { headwordsOf, partsOf } from '../language/headwords';
import { commonFirst, readableGloss, toneMarks } from '../language/pinyin';

/** A headword with its readings and glosses, from CC-CEDICT. */
export interface DictionaryWord {
  word: string;
  entries: { traditional: string; pinyin: string; glosses: string[] }[];
  /** Shorter headwords within it, the longest first. */
  parts: string[];
}

const maxHeadwords = 12;
const maxEntries = 4;
const maxParts = 8;

/** What CC-CEDICT has of the words of a Chinese text, in either script. */
export const dictionaryWords = (text: string): DictionaryWord[] =>
  headwordsOf(text)
    .slice(0, maxHeadwords)
    .map(({ word, entries }) => ({
      word,
      entries: commonFirst(entries)
        .slice(0, maxEntries)
        .map(({ traditional, pinyin, english }) => ({
          traditional,
          pinyin: toneMarks(pinyin),
          glosses: english.map(readableGloss),
        })),
      parts: partsOf(word).slice(0, maxParts),
    }));
