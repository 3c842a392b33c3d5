import { packagedData } from '../core/data';

let american: Map<string, string> | null = null;

/** British spellings to American ones (the word list of `american-british-english-translator`). */
function britishWords(): Map<string, string> {
  if (american) return american;
  const list = packagedData<Record<string, string>>(
    'american-british-english-translator/data/british_spellings.json',
  );
  american = new Map(Object.entries(list ?? {}));
  return american;
}

/** Spellings that have gone out of use, and contractions of verse, to what is written now. */
const archaic: Record<string, string> = {
  burthen: 'burden',
  chuse: 'choose',
  cloaths: 'clothes',
  compleat: 'complete',
  connexion: 'connection',
  "e'er": 'ever',
  encrease: 'increase',
  gaol: 'jail',
  inflexion: 'inflection',
  intire: 'entire',
  musick: 'music',
  "ne'er": 'never',
  "o'er": 'over',
  phantasy: 'fantasy',
  publick: 'public',
  reflexion: 'reflection',
  shew: 'show',
  shewed: 'showed',
  shewn: 'shown',
  shews: 'shows',
  stedfast: 'steadfast',
  surprize: 'surprise',
  "th'": 'the',
  "tho'": 'though',
  thro: 'through',
  "'tis": 'it is',
  "'twas": 'it was',
  'to-day': 'today',
  'to-morrow': 'tomorrow',
  'to-night': 'tonight',
  vext: 'vexed',
};

/**
 * One spelling for an English word that has several: American for British, present for past.
 * @param word in lower case, apostrophes plain.
 */
export function usualSpelling(word: string): string {
  const bare = word.replace(/-/g, '');
  const known = archaic[word] ?? archaic[bare];
  if (known) return known;
  const words = britishWords();
  return words.get(word) ?? words.get(bare) ?? word;
}
