/** Numbers as words and characters, to values. */

const chineseDigits: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const chineseUnits: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const chineseMyriads: Record<string, number> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

/** Matches a Chinese numeral; a `g` flag must be added to scan. */
export const chineseNumeral = /[〇零一二两兩三四五六七八九十百千万萬亿億]+/;

/**
 * The value of a Chinese numeral, positional (一九四九) or with units (三十, 两千零五万).
 * @returns null when the characters are not a well-formed number.
 */
export function chineseValue(text: string): number | null {
  const characters = [...text];
  if (characters.length === 0) return null;
  if (characters.every((c) => c in chineseDigits)) {
    return Number(characters.map((c) => chineseDigits[c]).join(''));
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const character of characters) {
    if (character in chineseDigits) digit = chineseDigits[character];
    else if (character in chineseUnits) {
      section += (digit ?? 1) * chineseUnits[character];
      digit = null;
    } else if (character in chineseMyriads) {
      total += (section + (digit ?? 0) || 1) * chineseMyriads[character];
      section = 0;
      digit = null;
    } else return null;
  }
  return total + section + (digit ?? 0);
}

const englishSmall = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const englishTens = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10]),
);
const englishScales = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
]);
const englishOrdinals = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
    .split(' ')
    .map((word, index) => [word, index + 1]),
);
for (const [word, value] of englishTens) englishOrdinals.set(word.replace(/y$/, 'ieth'), value);

/** Reads an English number from words at `from`. @returns its value and how many words it took. */
export function englishValue(
  words: string[],
  from: number,
): { value: number; length: number } | null {
  let total = 0;
  let current = 0;
  let length = 0;
  let at = from;
  let lastSmall = false;
  for (; at < words.length; at++) {
    const word = words[at];
    const small: number | undefined = englishSmall.get(word) ?? englishTens.get(word);
    const ordinal: number | undefined = englishOrdinals.get(word);
    const scale: number | undefined = englishScales.get(word);
    if (small !== undefined && !(lastSmall && (small >= 10 || current % 10 !== 0))) {
      current += small;
      lastSmall = true;
    } else if (ordinal !== undefined && !(lastSmall && current % 10 !== 0)) {
      return { value: total + current + ordinal, length: at - from + 1 };
    } else if (scale !== undefined && length > 0) {
      if (scale === 100) current *= 100;
      else {
        total += current * scale;
        current = 0;
      }
      lastSmall = false;
    } else if (word === 'and' && length > 0 && words[at - 1] === 'hundred') continue;
    else break;
    length = at - from + 1;
  }
  return length > 0 ? { value: total + current, length } : null;
}

const articled = new Set(['hundred', 'thousand', 'million', 'billion']);

/**
 * The number that whole words from one on make up; null where the first is not a number.
 *
 * @param withArticle whether “a hundred and twenty” is one; with an article alone it is often no count.
 */
export function englishRun(
  words: readonly { norm: string; kind: string }[],
  from: number,
  withArticle = false,
): { value: number; length: number } | null {
  const parts: string[] = [];
  let run: { value: number; length: number } | null = null;
  for (let at = from; at < words.length && words[at].kind === 'word'; at++) {
    const { norm } = words[at];
    const isArticle =
      withArticle && at === from && norm === 'a' && articled.has(words[at + 1]?.norm ?? '');
    parts.push(...(isArticle ? ['one'] : norm.split('-')));
    const read = englishValue(parts, 0);
    if (read?.length === parts.length) run = { value: read.value, length: at - from + 1 };
    else if (!read || parts.at(-1) !== 'and') break;
  }
  return run;
}

/**
 * The value of digits as printed: thousands separators dropped, other scripts' digits read.
 * @returns null for what is not a plain number.
 */
export function digitValue(text: string): number | null {
  const ascii = text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[,٬](?=\d{3}(\D|$))/g, '');
  const value = Number(ascii);
  return Number.isFinite(value) && ascii !== '' ? value : null;
}

/** A digit of any script: those of a script stand together, from its zero on (Unicode, chapter 4.6). */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}

/** The value of a paragraph's label: "(3)", "（三）", "iv." → 3, 3, 4. */
export function labelValue(label: string): string {
  const core = label.replace(/[\s()（）[\].、§]/g, '').toLowerCase();
  const roman = /^[ivxlc]+$/.test(core) ? romanValue(core) : null;
  return String(roman ?? chineseValue(core) ?? digitValue(core) ?? core);
}

function romanValue(text: string): number {
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  let total = 0;
  for (let at = 0; at < text.length; at++) {
    const value = values[text[at]];
    total += value < (values[text[at + 1]] ?? 0) ? -value : value;
  }
  return total;
}
