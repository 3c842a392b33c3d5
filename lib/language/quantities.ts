import { languageFamily } from '../edition/model';
import { simplifyInPlace } from './chinese';
import { placedFeatures } from './features';
import { rarelyInflects, readNumberWords } from './number-words';
import { chineseNumeral, chineseValue, digitValue, englishRun, englishValue } from './numerals';
import { tokenize } from './tokens';

const englishMonths =
  'januari februari march april mai june juli august septemb octob novemb decemb'.split(' ');

/**
 * The numbers a text surely names, dates among them, however they are written; months by name are
 * numbers too. One is left out: it is an article as often as a number.
 */
export function quantities(text: string, language: string): number[] {
  const primary = languageFamily(language);
  const found =
    primary === 'en'
      ? englishQuantities(text, language)
      : primary === 'zh'
        ? chineseQuantities(simplifyInPlace(text), language)
        : [...digitsOf(text, language).map(([likeliest]) => likeliest), ...wordsOf(text, language)];
  return found.filter((value) => Number.isFinite(value) && value !== 1);
}

function englishQuantities(text: string, language: string): number[] {
  const tokens = tokenize(text, language);
  const found = digitsOf(text, language).map(([likeliest]) => likeliest);
  for (let at = 0; at < tokens.length; at++) {
    const run = englishRun(tokens, at, true);
    if (!run) continue;
    const [{ start }, { end }] = [tokens[at], tokens[at + run.length - 1]];
    at += run.length - 1;
    // A second is a while, too.
    const isNumber = !/^second$/i.test(text.slice(start, end)) && !isInName(text, start, end);
    if (isNumber) found.push(run.value);
  }
  for (const { feature, start, end } of placedFeatures(text, language)) {
    const month = englishMonths.indexOf(feature) + 1;
    if (month > 0 && isMonth(feature, text, start, end)) found.push(month);
  }
  return found;
}

/** Whether the name of a month is one: march, may and august are other words, too, where no digit is near. */
const isMonth = (feature: string, text: string, start: number, end: number): boolean =>
  !['march', 'mai', 'august'].includes(feature) ||
  /\p{Nd}(?:st|nd|rd|th)?,?(?: of)? $/u.test(text.slice(0, start)) ||
  /^,? \p{Nd}/u.test(text.slice(end));

/** Whether a number word is part of a name within a sentence: “the Ten Towns”. */
const isInName = (text: string, start: number, end: number): boolean =>
  /\p{Lu}/u.test(text[start]) &&
  /[\p{L},] $/u.test(text.slice(0, start)) &&
  /^[ -]\p{Lu}\p{Ll}/u.test(text.slice(end, end + 3));

/**
 * What is counted in Chinese follows its number: measure words, units of time, money, length and weight,
 * parts of books and bodies of people.
 */
const counted = new Set([
  ...'个位名口只头匹条张本座间所家户栋幢层扇堵把支枝杆根棵株朵颗粒片块面件套双对副句段篇首份封幅种样类门项笔批群队排列班组伙帮',
  ...'天日月年岁次回遍趟场顿番下声步拳刀枪尺寸丈里亩顷斤两吨克升斗石元角分文圆钱美点时刻秒周夜更章节卷册页号行字架辆艘台部',
  ...'团营连师军人倍成代世届国省市县州区路线级等度卦章节千百万亿',
]);
const startsCounted = /^(?:多|余|来|几)?(?:星期|礼拜|小时|钟头|分钟|公里|公斤|公尺|平方|世纪)/;
/** Before a digit, these make it a number: 第二, 初三, 周五, 十二月. */
const marksNumber = /(?:[第初周卷章]|星期|礼拜)$/;

function chineseQuantities(text: string, language: string): number[] {
  const words = placedFeatures(text, language).flatMap(({ feature, start, end }) => {
    const [, months] = /^([一二三四五六七八九十]+)月$/.exec(feature) ?? [];
    if (months) return [chineseValue(months) ?? 0];
    const written = text.slice(start, end);
    if (!feature.startsWith('#') || !isChineseNumeral.test(written)) return [];
    const numeral = written.replace(/^第/, '').replace(/(?<=.)两$/, '');
    const before =
      text.slice(Math.max(0, start - 2), start) + (written.startsWith('第') ? '第' : '');
    const after = text.slice(/.两$/.test(written.replace(/^第/, '')) ? end - 1 : end, end + 3);
    return isSurelyNumber(numeral, before, after) ? [chineseValue(numeral) ?? 0] : [];
  });
  return [...digitsOf(text, language).map(([likeliest]) => likeliest), ...words];
}

const isChineseNumeral = new RegExp(`^第?${chineseNumeral.source}$`);

/** Whether Chinese characters that may be a number are one: not 王二, 迦百农, 千万别, 一两天, 十几两. */
function isSurelyNumber(numeral: string, before: string, after: string): boolean {
  // 百, 千 and 万 without a digit stand for “many”; 一百一 is 101 or, spoken, 110; 一一 is “one by one”.
  if (/^[百千万亿]+$|[百千万亿][一二三四五六七八九]$|^(.)\1$/.test(numeral)) return false;
  if (/[几数]$/.test(before) || /^几|^[多余][百千万亿]/.test(after)) return false;
  if (isApproximate(numeral, after)) return false;
  // Two people, or both legs, are “they” and “his legs” elsewhere.
  if (/^[二两]$/.test(numeral) && besidesPlural.test(after)) return false;
  if (marksNumber.test(before)) return true;
  const isCounted =
    counted.has(after.replace(/^[多余来几]/, '')[0] ?? '') || startsCounted.test(after);
  if (isCounted || (chineseValue(numeral) ?? 0) >= 100) return true;
  return numeral.length > 1 && !/^\p{Script=Han}/u.test(after);
}

const besidesPlural = /^[个位只条]?[人腿手脚足眼耳臂边旁侧老口位腋肩]/;

/** Digits that follow one another, as in 两三, 十七八 and 三二十: an approximate number. */
const neighbours = /([一二两三四五六七八九])([一二两三四五六七八九])(?![一二三四五六七八九〇零])/;

function isApproximate(numeral: string, after: string): boolean {
  const [, first, second] = neighbours.exec(numeral) ?? [];
  if (!first || after.startsWith('年')) return false;
  return Math.abs((chineseValue(second) ?? 0) - (chineseValue(first) ?? 0)) === 1;
}

/**
 * Numbers in digits of any script; `1952/53` is two years, `8847,60` and `8.848` depend on the language.
 *
 * @returns for each number what it may say; the first is the likeliest.
 */
function digitsOf(text: string, language: string): number[][] {
  const point = decimalPoint(language);
  const found: number[][] = [];
  for (const match of text.matchAll(digits)) {
    const [written, grouped] = match;
    const whole = Number(plainDigits(grouped));
    const century = /(\p{Nd}{2})\p{Nd}{2}[/–-]$/u.exec(text.slice(0, match.index));
    if (century && /^\p{Nd}{2}$/u.test(written)) {
      found.push([Number(plainDigits(century[1])) * 100 + whole, whole]);
      continue;
    }
    const fraction = /^(.*)([.,٫])(\p{Nd}+)$/u.exec(written);
    if (!fraction) {
      found.push([whole]);
      continue;
    }
    const [integer, decimals] = [plainDigits(fraction[1]), plainDigits(fraction[3])];
    const [asDecimal, asThousands] = [Number(`${integer}.${decimals}`), Number(integer + decimals)];
    const isGroup = decimals.length === 3 && fraction[2] !== point;
    const values = isGroup ? [asThousands, asDecimal] : [asDecimal, asThousands];
    found.push([...values, Number(integer), Number(decimals)]);
  }
  return found;
}

const decimalPoints = new Map<string, string>();

/** What stands before a fraction in a language, as CLDR has it. */
function decimalPoint(language: string): string {
  const known = decimalPoints.get(language);
  if (known !== undefined) return known;
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  const point = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  decimalPoints.set(language, point);
  return point;
}

/** Digits with groups of three (by comma, stop, apostrophe or a space that does not break) and a fraction. */
const digits =
  /(\p{Nd}{1,3}(?:[,.٬'’\u00a0\u202f]\p{Nd}{3})+(?!\p{Nd})|\p{Nd}+)(?:[.,٫]\p{Nd}+)?/gu;

const plainDigits = (text: string): string =>
  [...text.normalize('NFKC')]
    .map((character) => (/\p{Nd}/u.test(character) ? digitValue(character) : ''))
    .join('');

/** Numbers in words of other languages than English and Chinese. */
function wordsOf(text: string, language: string): number[] {
  const words = tokenize(text, language).filter(({ kind }) => kind === 'word');
  const norms = words.map(({ norm }) => norm);
  const found: number[] = [];
  for (let at = 0; at < norms.length; at++) {
    const read = readNumberWords(norms, at, languageFamily(language));
    if (!read) continue;
    found.push(read.value);
    at += read.length - 1;
  }
  return found;
}

/**
 * Which numbers of a language are read: all; nearly all (rare inflected words are not); or those in digits,
 * and of the words only some, because they are inflected or not known.
 */
export function numbersRead(language: string): 'all' | 'most' | 'digits' {
  const primary = languageFamily(language);
  if (primary === 'en' || primary === 'zh') return 'all';
  return rarelyInflects(primary) ? 'most' : 'digits';
}

/** Words that say a number without being one, or may. */
const impliedInEnglish: Readonly<Record<string, number>> = {
  again: 2,
  another: 2,
  both: 2,
  century: 100,
  couple: 2,
  decade: 10,
  double: 2,
  dozen: 12,
  fortnight: 14,
  half: 2,
  hundred: 100,
  hundreds: 100,
  midday: 12,
  midnight: 12,
  next: 2,
  noon: 12,
  other: 2,
  pair: 2,
  score: 20,
  second: 2,
  thousand: 1000,
  thousands: 1000,
  twice: 2,
  week: 7,
};

const impliedInChinese: readonly [RegExp, number][] = [
  [/[双对倍半再又另]/, 2],
  [/周|星期|礼拜/, 7],
  [/世纪/, 100],
];
/** The double hours of the day, of which 初 is the first hour and 正 the second: 巳初 is nine. */
const doubleHours = '子丑寅卯辰巳午未申酉戌亥';

/**
 * The numbers that a text may be said to name: those of `quantities`, the parts of them, and what is
 * within other words (四条, 双). A number that is not among them is surely not named.
 */
export function mentionedQuantities(text: string, language: string): Set<number> {
  const mentioned = new Set(quantities(text, language));
  const add = (value: number | null) => value !== null && mentioned.add(value);
  for (const value of digitsOf(text, language).flat()) add(value);
  if (/\p{Script=Han}/u.test(text)) for (const value of mentionedInHan(text)) add(value);
  if (languageFamily(language) === 'en') {
    const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
    words.forEach((word, at) => {
      add(englishValue([word], 0)?.value ?? impliedInEnglish[word] ?? null);
      add(englishValue([word.replace(/(ie)?s$/, (_, ie) => (ie ? 'y' : ''))], 0)?.value ?? null);
      add(englishValue(words, at)?.value ?? null);
      const ten = englishValue([word], 0);
      if (ten && words[at + 1]?.startsWith('decade')) add(ten.value * 10);
      const month = englishMonths.findIndex((name) => word.startsWith(name)) + 1;
      if (month > 0) add(month);
    });
  }
  return mentioned;
}

function mentionedInHan(written: string): number[] {
  // 一百多亿 is about ten thousand million.
  const text = simplifyInPlace(written).replace(
    /(?<=[一二三四五六七八九十百千])[多余几](?=[百千万亿])/g,
    '',
  );
  const found: number[] = [];
  for (const [characters] of text.matchAll(new RegExp(chineseNumeral, 'g'))) {
    const parts = [
      characters,
      characters.replace(/两$/, ''),
      ...characters.split(/(?<=[十百千万亿])/),
      // 十七八 is 17 or 18, 三二十 is 20 or 30.
      characters.replace(neighbours, '$1'),
      characters.replace(neighbours, '$2'),
    ];
    found.push(...[...parts, ...characters].flatMap((part) => chineseValue(part) ?? []));
  }
  for (const [pattern, value] of impliedInChinese) if (pattern.test(text)) found.push(value);
  for (const [, branch, half] of text.matchAll(/([子丑寅卯辰巳午未申酉戌亥])([初正时])/g)) {
    const hour = (doubleHours.indexOf(branch) * 2 + 23 + (half === '正' ? 1 : 0)) % 24;
    found.push(hour, hour % 12 || 12, (hour + 1) % 12 || 12);
  }
  return found;
}
