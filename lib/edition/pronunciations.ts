import * as z from 'zod';
import { siglumPattern } from './names';
import { type NoteTarget, targetSchema } from './notes';
import { isPinyin } from './pinyin-syllables';

const pronounced = /^\p{Script=Han}{1,20}$/u;

/** Whether these are words whose pronunciation can be said: Chinese characters alone, and few of them. */
export const isPronounced = (words: string): boolean => pronounced.test(words);

const pronunciationFields = {
  /** The siglum of the edition that it holds in. */
  edition: z.string().regex(siglumPattern, 'must be a siglum'),
  /** Chinese characters as the edition writes them. */
  word: z
    .string()
    .regex(pronounced, 'must be 1 to 20 Chinese characters, with nothing between them'),
  /** Syllables with tone marks, one a character, with spaces between them: `zhǎng guān`. */
  pinyin: z.string().trim().min(1).max(200),
  /** The only place that it holds for, which are the characters of `word`. */
  place: targetSchema.optional(),
  /** ISO 8601. */
  date: z.string().max(40).optional(),
};

/** How a person says that Chinese characters are read: at one place, or wherever the edition has the word. */
export interface Pronunciation {
  edition: string;
  word: string;
  pinyin: string;
  place?: NoteTarget;
  date?: string;
}

/** Pinyin as someone writes it for a word: each syllable of its own. */
export const syllablesOf = (pinyin: string): string[] => pinyin.trim().split(/\s+/);

const fits = ({ word, pinyin }: Pronunciation): boolean => {
  const syllables = syllablesOf(pinyin);
  return syllables.length === [...word].length && syllables.every(isPinyin);
};
const misfit = {
  path: ['pinyin'],
  error: 'must have one syllable of Pinyin for each character, with spaces between: zhǎng guān',
};

/** A pronunciation as someone writes it: a name that it does not have is a mistake. */
export const pronunciationSchema: z.ZodType<Pronunciation> = z
  .strictObject(pronunciationFields)
  .refine(fits, misfit);

/** As `pronunciationSchema`, before its Pinyin is read: tones may be numbers (`zhang3 guan1`). */
export const pronunciationDraftSchema: z.ZodType<Pronunciation> =
  z.strictObject(pronunciationFields);

/** Pronunciations of a work, at most. */
export const maxPronunciations = 20_000;

export interface PronunciationsFile {
  pronunciations: Pronunciation[];
}

/** The `pronunciations.json` of a work: what newer versions have added is kept when it is saved. */
export const pronunciationsSchema: z.ZodType<PronunciationsFile> = z.looseObject({
  pronunciations: z
    .array(z.looseObject(pronunciationFields).refine(fits, misfit))
    .max(maxPronunciations),
});
