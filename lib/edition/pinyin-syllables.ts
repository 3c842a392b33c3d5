// Every syllable of Hanyu Pinyin, as initial and final; tone marks are folded away first.
const syllable =
  '(?:(?:[bpm]|f|[dtnl]|[gkh]|[jqx]|[zcs]h?|r)?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v)|[wy](?:ang|eng|ing|ong|uan|ai|an|ao|ei|en|in|ou|ue|un|a|e|i|o|u))';
/** A word of Hanyu Pinyin without tone marks. */
export const pinyinWord = new RegExp(`^${syllable}(?:['’-]?${syllable})*$`, 'i');
const oneSyllable = new RegExp(`^(?:${syllable}|r|m|n|ng|hm|hng)$`, 'i');

export const withoutMarks = (words: string): string =>
  words.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

/** Whether this is one syllable of Hanyu Pinyin, with a tone mark or without; also the `r` of 儿. */
export const isPinyin = (word: string): boolean => oneSyllable.test(withoutMarks(word));
