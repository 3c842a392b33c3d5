import { once } from '../../core/memo';
import { type Alphabet, cyrillicAlphabets, latinAlphabets, otherAlphabets } from './alphabets';

/**
 * What signs cost, the likelier the less: rounded natural logarithms of how rarely they come, first guessed,
 * then adjusted on the Universal Declaration in the languages of each encoding.
 */
const cost = {
  /** A sign where no text has it. */
  implausible: 9,
  /** A letter of another language of the script. */
  foreign: 6,
  latin: 1.5,
  /** A letter of a language of which the other letters are not. */
  otherLanguage: 1,
  /** A letter beside another beyond ASCII, of which Latin words have few. */
  beside: 2,
  /** The letter that comes most often in a language, and what each that comes more seldom costs more. */
  common: 2,
  step: 0.1,
  halfWidth: 4.5,
  stray: 4.5,
  capital: 1,
  /** Characters of two bytes. */
  character: 6.5,
  rareCharacter: 12,
  kana: 4.5,
  syllable: 6,
  /** Signs that all texts have, those that some have, and lines of boxes. */
  mark: 2,
  sign: 4.5,
  line: 1.5,
  other: 8,
} as const;

const marks = /[’‘“”„–—…«»\u00a0°§·、。，．？！：；（）《》〈〉「」『』【】]/u;
const signs = /[£€½¼¾²³©®™№ªº±×÷†•¿¡‰‹›‚\u00ad\u3000-\u303f\uff00-\uff65]/u;
const lines = /[─-▟]/u;
const scripts = ['Latin', 'Cyrillic', 'Greek', 'Thai', 'Hebrew', 'Arabic'].map(
  (script) => new RegExp(`\\p{Script=${script}}`, 'u'),
);
const scriptOf = (letter: string): number => scripts.findIndex((script) => script.test(letter));

/**
 * How unlikely a text is as text of any language: the sum of what its signs beyond ASCII cost.
 *
 * @param language that its other letters are of, as far as they tell.
 */
export function costOf(text: string, language: string): number {
  const latin = new Map<string, number>();
  const cyrillic = new Map<string, number>();
  // Of two languages that share characters, kana tell which.
  const characters = /\p{Script=Hiragana}/u.test(text) ? japanese() : common();
  let sum = 0;
  for (const { 0: sign, index } of text.matchAll(/[^\p{ASCII}]/gu)) {
    const before = text[index - 1] ?? ' ';
    const after = text[index + sign.length] ?? ' ';
    const further = text[index - 2] ?? ' ';
    if (isImplausible(before, sign, after, further)) {
      sum += cost.implausible;
      continue;
    }
    const small = sign.toLowerCase();
    if (small !== sign) sum += cost.capital;
    const script = scriptOf(sign);
    if (script === 0) {
      latin.set(small, (latin.get(small) ?? 0) + 1);
      if (/[^\p{ASCII}]/u.test(before) && scriptOf(before) === 0) sum += cost.beside;
    } else if (script === 1) cyrillic.set(small, (cyrillic.get(small) ?? 0) + 1);
    else if (script > 1) sum += ofAlphabets(otherAlphabets, small);
    else sum += ofSign(sign, before, after, further, characters);
  }
  // A quotation mark that has no other is rare.
  if ((text.match(/[“”„]/gu)?.length ?? 0) % 2 === 1) sum += cost.sign;
  // A Turkish i without its point does not come alone.
  const dotless = /[şğ]/iu.test(text) ? '' : 'ı';
  const latinOf = ({ languages, letters }: Alphabet) => {
    const other = languages.split(' ').includes(language) ? 0 : cost.otherLanguage;
    return (letter: string) =>
      other + (letters.includes(letter) && letter !== dotless ? cost.latin : cost.foreign);
  };
  return (
    sum +
    likeliest(latin, latinAlphabets.map(latinOf)) +
    likeliest(
      cyrillic,
      cyrillicAlphabets.map((alphabet) => (letter: string) => ofAlphabets([alphabet], letter)),
    )
  );
}

/** What letters cost in the language in which they cost least. */
function likeliest(
  letters: ReadonlyMap<string, number>,
  languages: readonly ((letter: string) => number)[],
): number {
  return Math.min(
    ...languages.map((costIn) =>
      [...letters].reduce((sum, [letter, count]) => sum + count * costIn(letter), 0),
    ),
  );
}

function ofAlphabets(alphabets: readonly string[], letter: string): number {
  for (const alphabet of alphabets) {
    const at = alphabet.indexOf(letter);
    if (at >= 0) return cost.common + at * cost.step;
  }
  return cost.foreign;
}

const isHan = (sign: string): boolean => /\p{Script=Han}/u.test(sign);

function ofSign(
  sign: string,
  before: string,
  after: string,
  further: string,
  characters: ReadonlySet<string>,
): number {
  // A dash has a space on both sides or on neither.
  if (/[–—]/u.test(sign) && /\p{L}/u.test(after) && before === ' ') return cost.sign;
  if (marks.test(sign)) return cost.mark;
  // What is said of a number stands beside it.
  if (/[£€½¼¾²³‰]/u.test(sign) && /\d/.test(before + after)) return cost.mark;
  if (lines.test(sign)) {
    const upright = /[│┃║]/u.test(sign) ? ' ' : '';
    const goesOn = [before, after].some((each) => each === sign || `─═${upright}`.includes(each));
    return goesOn ? cost.line : cost.other;
  }
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sign)) {
    if (!/[\uff66-\uff9f]/u.test(sign)) return cost.kana;
    return cost.halfWidth + (/[A-Za-z]/.test(before + after) ? cost.stray : 0);
  }
  if (/\p{Script=Hangul}/u.test(sign) && characters.has(sign)) {
    return cost.syllable + (isHan(before) || isHan(after) ? cost.stray : 0);
  }
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(sign)) {
    const alone = [before, after].every((each) => /\p{ASCII}/u.test(each));
    // Chinese and Japanese put no space between characters.
    const stray = (alone && /[A-Za-z]/.test(before + after)) || (before === ' ' && isHan(further));
    return (characters.has(sign) ? cost.character : cost.rareCharacter) + (stray ? cost.stray : 0);
  }
  return signs.test(sign) ? cost.sign : cost.other;
}

/** The characters that the national standards set first, as those that come most often. */
const common = once(
  () =>
    new Set([
      ...charactersOf('gb18030', 0xb0, 0xd7),
      ...charactersOf('big5', 0xa4, 0xc6),
      ...charactersOf('euc-jp', 0xb0, 0xcf),
      ...charactersOf('euc-kr', 0xb0, 0xc8),
    ]),
);
const japanese = once(() => new Set(charactersOf('euc-jp', 0xb0, 0xcf)));

function charactersOf(encoding: string, from: number, to: number): string[] {
  const bytes: number[] = [];
  for (let first = from; first <= to; first++) {
    for (let second = encoding === 'big5' ? 0x40 : 0xa1; second <= 0xfe; second++)
      bytes.push(first, second, 0x20);
  }
  const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes));
  return text.match(/[\p{Script=Han}\p{Script=Hangul}]/gu) ?? [];
}

/** Marks that stand between letters: “well…no”, “rock‘n’roll”, “a–b”, “l·l”. */
const betweenLetters = /[…’·\u00ad‐–—]/u;
/** Latin letters beyond ASCII that are words by themselves in some language. */
const word = /^[àáâäåæèéêíîóôöøúùýœãõė]$/iu;

/** A letter or sign in a place where no text has one: “donÕt”, “KôNIG”, “pasàpeut”, “20øC”, “ÍÍÍÍ”. */
function isImplausible(before: string, sign: string, after: string, further: string): boolean {
  if (/[\p{Co}\p{Cn}]/u.test(sign)) return true;
  // A vowel sign or tone of Thai stands on a letter.
  if (/\p{M}/u.test(sign)) return !/[\p{L}\p{M}]/u.test(before);
  if (/\p{Script=Thai}/u.test(sign) && /[เแโใไ]/u.test(sign)) return !/[ก-ฮ]/u.test(after);
  if (/[ךםןףץ]/u.test(sign)) return /[א-ת]/u.test(after);
  if (/\p{L}/u.test(sign)) {
    if (/\p{Lu}/u.test(sign) && /\p{Ll}/u.test(before)) return true;
    if (/\p{Ll}/u.test(sign) && /\p{Lu}/u.test(after)) return true;
    if (/\p{Ll}/u.test(sign) && /\p{Lu}/u.test(before) && /\p{Lu}/u.test(further)) return true;
    const own = scriptOf(sign);
    // Ordinals of Greek and Russian stand right after a number, Latin letters with accents do not: “20øC”, “ε5”.
    const beside = /\d/.test(after) || (/\d/.test(before) && (own === 0 || !/\p{L}/u.test(after)));
    if ((own === 0 || own === 2) && !/[ªºµ]/u.test(sign) && beside) return true;
    if (own === 0 && !word.test(sign) && !/[\p{L}ªº]/u.test(before + after) && !/[ªº]/u.test(sign))
      return true;
    if (sign === before && sign === after && /\p{Script=Latin}/u.test(sign)) return true;
    const other = scriptOf(before);
    return own >= 0 && other >= 0 && own !== other && !/[ªºµ]/u.test(sign);
  }
  // A space that does not break stands beside a sign or a number, and beside no other space.
  if (sign === '\u00a0')
    return /[ \u00a0]/.test(before + after) || /^[A-Za-z]{2}$/.test(before + after);
  if (betweenLetters.test(sign)) return false;
  const beside = [before, after].filter(
    (each) => /\p{L}/u.test(each) && scriptOf(each) >= 0,
  ).length;
  // Lines of boxes stand beside letters in no text; other signs stand between two of them in none.
  if (lines.test(sign)) return beside > 0;
  return beside === 2 && /[\p{S}\p{P}\p{No}]/u.test(sign);
}
