import { hasFunctionWords, likeliestByFunctionWords } from './function-words';

/** The letters that all alphabets below have. */
const shared = 'абвгдежзклмнопрстуфхцчш';
const russian = `${shared}ийщъыьэюяё`;

interface Alphabet {
  tag: string;
  letters: string;
  /** Letters that tell it from Russian: hardly a sentence has none. */
  marks: string;
  /** Where it has no letter that others have there. */
  never?: RegExp;
}

/**
 * Alphabets of Cyrillic, the languages with most writers first.
 * Source: the exemplar characters of CLDR 46.
 */
const alphabets: readonly Alphabet[] = [
  // In Russian the ъ stands before four vowels and at no other place within a word; in Bulgarian it is a vowel.
  { tag: 'ru', letters: russian, marks: '', never: /ъ(?=\p{L})(?![еёюя])/gu },
  { tag: 'uk', letters: `${shared}ийщьюя`, marks: 'іїєґ' },
  { tag: 'bg', letters: `${shared}ийщъьюя`, marks: '', never: /ь(?!о)/gu },
  { tag: 'kk', letters: russian, marks: 'әғқңөұүһі' },
  { tag: 'uz', letters: russian, marks: 'ўғқҳ' },
  { tag: 'tg', letters: russian, marks: 'ғӣқӯҳҷ' },
  { tag: 'sr', letters: `${shared}и`, marks: 'ђјљњћџ' },
  { tag: 'mn', letters: russian, marks: 'өү' },
  { tag: 'be', letters: `${shared}йыьэюяё`, marks: 'іў' },
  { tag: 'ky', letters: russian, marks: 'ңөү' },
  { tag: 'tt', letters: russian, marks: 'әҗңөүһ' },
  { tag: 'mk', letters: `${shared}и`, marks: 'ѓѕјљњќџ' },
  { tag: 'ba', letters: russian, marks: 'ҙҡғңөҫүһә' },
  { tag: 'cv', letters: russian, marks: 'ӑӗҫӳ' },
  { tag: 'os', letters: russian, marks: 'ӕ' },
  { tag: 'sah', letters: russian, marks: 'ҕҥөһү' },
];

/** What Russian had besides, until 1918: known by the ѣ, and by the ъ at the ends of words. */
const old = { sign: /ѣ|ъ(?!\p{L})/u, letters: 'іѣѳѵ' };

/** Names and quotations in other languages have no more of the letters of a text than this. */
const maxForeign = 0.01;
/** A text with more letters that an alphabet lacks is of another language. */
const maxLacking = 0.05;

/**
 * The languages that a text in Cyrillic can be in, the likeliest first: by its letters, and by its function words
 * where there are any. A line has enough of them where its trigrams are too few. None where it has letters of
 * no alphabet that is known.
 */
export function cyrillicLanguages(text: string): string[] {
  const small = text.toLowerCase().normalize('NFC');
  const counts = new Map<string, number>();
  for (const [letter] of small.matchAll(/\p{Script=Cyrillic}/gu))
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const isOld = old.sign.test(small);
  const judged = alphabets.map(({ tag, letters, marks, never }) => {
    const own = letters + marks + (isOld && tag === 'ru' ? old.letters : '');
    let lacking = never ? (small.match(never)?.length ?? 0) : 0;
    for (const [letter, count] of counts) if (!own.includes(letter)) lacking += count;
    const found = [...marks].filter((mark) => counts.has(mark)).length;
    // Where function words tell no more, languages that share letters differ in how many of theirs come.
    const needed = hasFunctionWords(tag) ? 1 : marks.length;
    return { tag, lacking, marked: marks === '' ? 1 : Math.min(1, found / needed) };
  });
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const least = Math.min(...judged.map(({ lacking }) => lacking));
  if (least > maxLacking * total) return [];
  const fitting = judged
    .filter(({ lacking }) => lacking <= least + maxForeign * total)
    .sort((x, y) => x.lacking - y.lacking || y.marked - x.marked);
  const likely = likeliestByFunctionWords(
    small,
    fitting.map(({ tag }) => tag),
  );
  const left = fitting.filter(({ tag }) => likely.includes(tag));
  const marked = left.filter((each) => each.marked > 0);
  return (marked.length > 0 ? marked : left).map(({ tag }) => tag);
}
