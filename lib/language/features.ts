import { languageFamily } from '../edition/model';
import { isAscii } from './ascii';
import { keepingOffsets, simplify } from './chinese';
import { chineseWords } from './chinese-words';
import { englishStem } from './english';
import { chineseNumeral, chineseValue, digitValue, englishRun, englishValue } from './numerals';
import { stemmerOf } from './stems';
import { normalise, tokenize } from './tokens';

/**
 * What alignment looks at in a text: a bag of features, each a string.
 *
 * - `treati`: a word, lower-cased, without diacritics, stemmed where a stemmer is at hand;
 * - `#30`: a number, however written (thirty, 三十, 30, ٣٠);
 * - `?`: a mark that carries structure across languages.
 */
export type Features = string[];

const structuralMarks: Record<string, string> = {
  '?': '?',
  '؟': '?',
  '!': '!',
  ':': ':',
  ';': ';',
  '؛': ';',
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '「': '"',
  '」': '"',
  '"': '"',
  '(': '(',
  ')': '(',
};

/** A feature and the stretch of text that shows it; UTF-16 offsets, end exclusive. */
export interface PlacedFeature {
  feature: string;
  start: number;
  end: number;
}

/** Features of one text. Latin words keep whole for names; see `stem` for what is folded. */
export function features(text: string, language: string): Features {
  return placedFeatures(text, language).map(({ feature }) => feature);
}

/** The same, each with its place in the text. */
export function placedFeatures(text: string, language: string): PlacedFeature[] {
  const primary = languageFamily(language);
  if (primary === 'zh')
    return chineseFeatures(keepingOffsets(text, (part) => simplify(part.normalize('NFKC'))));
  const out: PlacedFeature[] = [];
  const words = tokenize(text, language);
  for (let at = 0; at < words.length; at++) {
    const token = words[at];
    const { start, end } = token;
    if (token.kind === 'punctuation') {
      const feature = structuralMarks[token.norm] ?? structuralMarks[token.text];
      if (feature) out.push({ feature, start, end });
      continue;
    }
    if (token.kind === 'number') {
      for (const feature of numbersIn(token.text)) out.push({ feature, start, end });
      continue;
    }
    // "one hundred and twenty-three" is one number; "thirty-year" is a number and a word.
    const run = primary === 'en' ? englishRun(words, at) : null;
    if (run) {
      at += run.length - 1;
      out.push({ feature: `#${run.value}`, start, end: words[at].end });
      continue;
    }
    let from = start;
    for (const part of token.norm.split('-')) {
      // Where folding changed the length, parts are placed by the whole word.
      const placed =
        token.norm.length === end - start
          ? { start: from, end: from + part.length }
          : { start, end };
      from += part.length + 1;
      const number = primary === 'en' && part !== token.norm ? englishValue([part], 0) : null;
      if (number) out.push({ feature: `#${number.value}`, ...placed });
      else if (part) out.push({ feature: stem(part, primary), ...placed });
    }
  }
  return out;
}

function numbersIn(text: string): string[] {
  const value = digitValue(text);
  if (value !== null) return [`#${value}`];
  return text
    .split(/[.,:٫٬]/)
    .filter(Boolean)
    .map((part) => `#${digitValue(part) ?? part}`);
}

const marksIn = /\p{M}+/gu;

/** Folds a word to what its inflected forms share. */
export function stem(word: string, language: string): string {
  const whole = word.replace(/'s?$/, '');
  const bare = withoutMarks(whole);
  switch (language) {
    case 'en':
      return englishStem(bare);
    case 'ar':
      return bare
        .replace(/[أإآٱ]/g, 'ا')
        .replace(/ى/g, 'ي')
        .replace(/^(?:[وف]?(?:ب|ك|ل)?ال|لل|[وف](?=.{4}))/, '')
        .replace(/(?<=.{3})(?:ات|ون|ين|ها|هم|ية|ه|ة)$/, '');
    default: {
      const stemmer = stemmerOf(language);
      if (stemmer) return withoutMarks(stemmer(whole.replace(elided, '')));
      // Inflection sits at the end in most languages written with letters: a prefix is a fair
      // stem where no better is at hand.
      const base = bare.replace(elided, '');
      return base.slice(0, base.length > 6 ? 6 : 5);
    }
  }
}

/** Elided articles, pronouns and prepositions of the Romance languages: l', qu', dell'. */
const elided = /^(?:[ldjnmtsc]|qu|(?:de|da|ne|su|a)?ll|un)'/;

function withoutMarks(word: string): string {
  if (isAscii(word)) return word;
  return word.normalize('NFD').replace(marksIn, '').normalize('NFC');
}

/** Han, a number, a word of another script (Smith说 is two words), a mark. */
const piece =
  /(\p{Script=Han}+)|(\p{N}+(?:[.,:]\p{N}+)*)|((?:(?!\p{Script=Han})[\p{L}\p{M}])+)|(\S)/gu;
const ordinal = new RegExp(`(第${chineseNumeral.source})`);
const wholeNumeral = new RegExp(`^${chineseNumeral.source}$`);

function chineseFeatures(text: string): PlacedFeature[] {
  const out: PlacedFeature[] = [];
  for (const match of text.matchAll(piece)) {
    const [whole, characters, number, word, mark] = match;
    const start = match.index;
    const end = start + whole.length;
    if (number) for (const feature of numbersIn(number)) out.push({ feature, start, end });
    else if (word) out.push({ feature: normalise(word), start, end });
    else if (mark) {
      const feature = structuralMarks[mark];
      if (feature) out.push({ feature, start, end });
    } else {
      // "第二" is in the dictionary, "第二十" is not: ordinals are read before words are sought.
      let at = start;
      for (const part of characters.split(ordinal).filter(Boolean)) {
        if (ordinal.test(part)) {
          const feature = `#${chineseValue(part.slice(1)) ?? part}`;
          out.push({ feature, start: at, end: at + part.length });
        } else placeWords(out, chineseWords(part), at);
        at += part.length;
      }
    }
  }
  return out;
}

/** Words as they are; neighbouring numerals, which the dictionary cuts apart, as one number. */
function placeWords(out: PlacedFeature[], words: string[], from: number): void {
  let numeral = '';
  let at = from;
  const flush = () => {
    if (numeral) {
      const feature = `#${chineseValue(numeral) ?? numeral}`;
      out.push({ feature, start: at - numeral.length, end: at });
    }
    numeral = '';
  };
  for (const word of words) {
    if (wholeNumeral.test(word)) numeral += word;
    else {
      flush();
      out.push({ feature: word, start: at, end: at + word.length });
    }
    at += word.length;
  }
  flush();
}
