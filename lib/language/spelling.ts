import { packagedData } from '../core/data';
import { languageFamily, primaryLanguage } from '../edition/model';

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

/**
 * Spellings that have gone out of use, contractions of verse, and British spellings that the word list lacks,
 * to what is written now.
 */
const archaic: Record<string, string> = {
  burthen: 'burden',
  cheque: 'check',
  cheques: 'checks',
  chuse: 'choose',
  cloaths: 'clothes',
  compleat: 'complete',
  connexion: 'connection',
  "e'er": 'ever',
  encrease: 'increase',
  gaol: 'jail',
  inflexion: 'inflection',
  intire: 'entire',
  kerb: 'curb',
  kerbs: 'curbs',
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
  storey: 'story',
  storeys: 'stories',
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

const englishWord = /[A-Za-z]+(?:['’-][A-Za-z]+)*/g;

/** The usual spelling, in the case the word has. */
function spelled(word: string): string {
  const lower = word.toLowerCase().replace(/’/g, "'");
  const usual = usualSpelling(lower);
  if (usual === lower) return word;
  return /^\p{Lu}/u.test(word) ? usual[0].toUpperCase() + usual.slice(1) : usual;
}

/** Letters that are written for one another, by language. */
const letters: Record<string, readonly (readonly [from: RegExp, to: string])[]> = {
  // Of manuscripts and prints: u and v, i and j, ae and its ligatures are one letter each.
  la: [
    [/v/g, 'u'],
    [/V/g, 'U'],
    [/j/g, 'i'],
    [/J/g, 'I'],
    [/[æęǽ]/g, 'ae'],
    [/[ÆĘǼ]/g, 'Ae'],
    [/œ/g, 'oe'],
    [/Œ/g, 'Oe'],
    [/ſ/g, 's'],
  ],
  de: [
    [/ß/g, 'ss'],
    [/ẞ/g, 'SS'],
    [/ſ/g, 's'],
  ],
  // Movable nu is a matter of euphony, the forms of sigma one of place.
  grc: [
    [/(?<=[εὲέι])ν(?![\p{L}\p{M}])/gu, ''],
    [/ς/g, 'σ'],
  ],
  // Forms of alef and hamza, final alef maqsura and ya.
  ar: [
    [/[أإآٱ]/g, 'ا'],
    [/ى/g, 'ي'],
    [/ؤ/g, 'و'],
    [/ئ/g, 'ي'],
  ],
};

/** Whether any letters or spellings of a language are known to stand for others. */
export const hasSpelling = (language: string): boolean =>
  languageFamily(language) === 'en' || lettersOf(language).length > 0;

const lettersOf = (language: string) =>
  letters[primaryLanguage(language)] ?? letters[languageFamily(language)] ?? [];

/** Makes what writes each word of a text in one spelling, for texts of one language. */
export function createSpelling(language: string): (text: string) => string {
  if (languageFamily(language) === 'en' || language === 'und') {
    return (text) => text.replace(/ſ/g, 's').replace(englishWord, spelled);
  }
  const rules = lettersOf(language);
  return (text) => rules.reduce((folded, [from, to]) => folded.replace(from, to), text);
}
