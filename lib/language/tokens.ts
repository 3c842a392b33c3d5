import { languageFamily } from '../edition/model';
import { isAscii } from './ascii';
import { simplify } from './chinese';
import { graphemes } from './graphemes';
import { invisibleInWords, withoutInvisible } from './invisible';
import { isCharacterLanguage } from './literary';
import { chineseNumeral } from './numerals';
import { unspaced } from './script';
import { wordSegmenter } from './segmenter';

export type TokenKind = 'word' | 'number' | 'punctuation';

/** A word, number or mark; offsets are UTF-16 in the text it was cut from, end exclusive. */
export interface Token {
  start: number;
  end: number;
  text: string;
  /** What comparison looks at; see `normalise`. */
  norm: string;
  kind: TokenKind;
}

/** A letter with its marks, of a script that is written with spaces; Hangul is cut from others. */
const letter = (script: string) => `(?:${script}[\\p{M}${invisibleInWords}]*)`;
const spaced = letter(`(?!${unspaced.source}|\\p{Script=Hangul})[\\p{L}\\p{M}]`);
const hangul = letter('\\p{Script=Hangul}');
const picture = '\\p{Extended_Pictographic}(?:\\uFE0F|\\p{Emoji_Modifier})*';

// Words with inner apostrophes and hyphens, each of one script where those are set without a space
// between (PDF文件); numbers with inner separators; runs of unspaced script, split further below;
// pictures and flags, which are one sign each; any other visible character alone.
const pattern = new RegExp(
  [
    `(?<unspaced>(?:${unspaced.source}[\\p{M}${invisibleInWords}]*)+)`,
    `(?<keycap>[0-9#*]\\uFE0F?\\u20E3)`,
    '(?<number>\\p{N}+(?:[.,:٫٬]\\p{N}+)*)',
    `(?<word>${spaced}+(?:['’ʼ‐-](?=\\p{L})${spaced}+)*|${hangul}+)`,
    '(?<flag>\\p{RI}\\p{RI})',
    `(?<picture>${picture}(?:\\u200D${picture})*)`,
    `(?<mark>[^\\s\\p{L}\\p{N}${invisibleInWords}][\\p{M}${invisibleInWords}]*)`,
  ].join('|'),
  'gu',
);

/** Signs that stand for a word: the ampersand, and the Tironian note for “and”. */
const wordSign = /^[&＆⁊]$/u;

/**
 * Cuts a text into tokens; white space lies between them.
 *
 * Spaced scripts are cut by one regular expression, which agrees with ICU's word rules on prose
 * and is many times faster; unspaced ones (Chinese, Japanese, Thai…) by ICU's dictionaries.
 */
export function tokenize(text: string, language: string): Token[] {
  const tokens: Token[] = [];
  const push = (start: number, end: number, kind: TokenKind) => {
    const part = text.slice(start, end);
    tokens.push({ start, end, text: part, norm: normalise(part), kind });
  };
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    if (match.groups?.unspaced) {
      for (const [from, to] of unspacedWords(match[0], language)) {
        push(start + from, start + to, 'word');
      }
    } else {
      push(start, end, kindOf(match));
    }
  }
  return tokens;
}

function kindOf({ 0: text, groups }: RegExpExecArray): TokenKind {
  if (groups?.number) return 'number';
  return groups?.word || wordSign.test(text) ? 'word' : 'punctuation';
}

/** ICU's segmenter takes time that grows with the square of a run: it is given so much at once. */
const longestRun = 400;

/** The words of a run of unspaced script, as offsets. */
function unspacedWords(run: string, language: string): [from: number, to: number][] {
  if (isCharacterLanguage(language)) return charactersOf(run);
  const words: [number, number][] = [];
  const source = inOneScript(run, language);
  for (let at = 0; at < run.length; ) {
    const last = at + longestRun >= run.length;
    const part = last ? source.slice(at) : source.slice(at, at + longestRun);
    const found = Array.from(wordSegmenter(language).segment(part), ({ index, segment }) => ({
      from: at + index,
      to: at + index + segment.length,
    }));
    // The last word of a part may go on in the next: it is cut again with it.
    if (!last && found.length > 1) found.pop();
    for (const { from, to } of found)
      words.push(...withoutUnit(run, from, to).flatMap((each) => withoutPronoun(run, ...each)));
    at = found.at(-1)!.to;
  }
  return words;
}

/** A pronoun, or an adverb that begins hardly any word. */
const apart = /^(?:[我你您他她它咱](?:们|們)?|很|也(?![好许許门門]))/u;

/** Words of two characters that begin with a pronoun. */
const withPronoun =
  /^(?:我[国國军軍方辈輩等党黨们們]|你[好我们們]|您好|他[人国國日乡鄉处處山杀殺者律们們]|[她它]们|[她它]們|咱[家们們])$/u;

/** ICU's list has phrases of a pronoun or an adverb and a verb, which are not words: 他認為, 我去, 很大. */
function withoutPronoun(run: string, from: number, to: number): [from: number, to: number][] {
  const word = run.slice(from, to);
  const length = withPronoun.test(word) ? undefined : apart.exec(word)?.[0].length;
  return dividedAt(from, to, length);
}

const numeralWithUnit = new RegExp(`^(${chineseNumeral.source})[年月日号號时時点點分秒]$`, 'u');

/** ICU joins a Chinese numeral with its unit, but not digits with theirs: 十月 is two words, as 10月 is. */
const withoutUnit = (run: string, from: number, to: number): [from: number, to: number][] =>
  dividedAt(from, to, numeralWithUnit.exec(run.slice(from, to))?.[1].length);

/** A word as two, the first of a length; as it is where that is not known, or all of it. */
const dividedAt = (from: number, to: number, length = 0): [from: number, to: number][] =>
  length === 0 || length === to - from
    ? [[from, to]]
    : [
        [from, from + length],
        [from + length, to],
      ];

const charactersOf = (run: string): [from: number, to: number][] =>
  graphemes(run).map(({ segment, index }) => [index, index + segment.length]);

/**
 * A run to cut in place of another: in simplified characters, so that a text is cut alike in both
 * scripts. Japanese has characters of its own.
 */
function inOneScript(run: string, language: string): string {
  if (languageFamily(language) === 'ja' || !/\p{Script=Han}/u.test(run)) return run;
  const simplified = simplify(run);
  return simplified.length === run.length ? simplified : run;
}

/** Full width to half, capitals to small, typographic apostrophes and hyphens to plain ones. */
export function normalise(text: string): string {
  return isAscii(text) ? text.toLowerCase() : normaliseAny(text);
}

function normaliseAny(text: string): string {
  return withoutInvisible(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’ʼ‘]/g, "'")
    .replace(/[‐‑]/g, '-');
}
