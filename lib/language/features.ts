import { primaryLanguage } from '../edition/model';
import { simplify } from './chinese';
import { englishStem } from './english';
import { longestMatch } from './lexicon';
import { chineseNumeral, chineseValue, digitValue, englishValue } from './numerals';
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

/** Features of one text. Latin words keep whole for names; see `stem` for what is folded. */
export function features(text: string, language: string): Features {
  const primary = primaryLanguage(language);
  if (primary === 'zh') return chineseFeatures(simplify(text.normalize('NFKC')));
  const out: Features = [];
  const words = tokenize(text, language);
  for (let at = 0; at < words.length; at++) {
    const token = words[at];
    if (token.kind === 'punctuation') {
      const mark = structuralMarks[token.norm] ?? structuralMarks[token.text];
      if (mark) out.push(mark);
      continue;
    }
    if (token.kind === 'number') {
      pushNumber(out, token.text);
      continue;
    }
    for (const part of token.norm.split('-')) {
      // "thirty-year" is a number and a word; a run of number words is one number.
      if (primary === 'en') {
        const number = englishValue([part], 0);
        if (number) {
          const run =
            part === token.norm ? englishRun(words, at) : { value: number.value, length: 1 };
          out.push(`#${run.value}`);
          at += run.length - 1;
          continue;
        }
      }
      if (part) out.push(stem(part, primary));
    }
  }
  return out;
}

function englishRun(words: { norm: string; kind: string }[], from: number) {
  const run: string[] = [];
  for (let at = from; at < words.length && words[at].kind === 'word'; at++)
    run.push(words[at].norm);
  return englishValue(run, 0) ?? { value: 0, length: 1 };
}

function pushNumber(out: Features, text: string): void {
  const value = digitValue(text);
  if (value !== null) out.push(`#${value}`);
  else for (const part of text.split(/[.,:٫٬]/)) if (part) out.push(`#${digitValue(part) ?? part}`);
}

const marksIn = /\p{M}+/gu;

/** Folds a word to what its inflected forms share. */
export function stem(word: string, language: string): string {
  const bare = word.replace(/'s?$/, '').normalize('NFD').replace(marksIn, '').normalize('NFC');
  switch (language) {
    case 'en':
      return englishStem(bare);
    case 'ar':
      return bare
        .replace(/[أإآٱ]/g, 'ا')
        .replace(/ى/g, 'ي')
        .replace(/^(?:[وف]?(?:ب|ك|ل)?ال|لل|[وف](?=.{4}))/, '')
        .replace(/(?<=.{3})(?:ات|ون|ين|ها|هم|ية|ه|ة)$/, '');
    default:
      // Inflection sits at the end in most languages written with letters: a prefix is a fair
      // stem where no better is at hand. Elided articles (l', d', qu') go.
      return bare.replace(/^(?:[ldjnmtsc]|qu)'/, '').slice(0, bare.length > 6 ? 6 : 5);
  }
}

const piece = /(\p{Script=Han}+)|(\p{N}+(?:[.,:]\p{N}+)*)|([\p{L}\p{M}]+)|(\S)/gu;
const wholeNumeral = new RegExp(`^${chineseNumeral.source}$`);

function chineseFeatures(text: string): Features {
  const out: Features = [];
  for (const [, characters, number, word, mark] of text.matchAll(piece)) {
    if (number) pushNumber(out, number);
    else if (word) out.push(normalise(word));
    else if (mark) {
      if (structuralMarks[mark]) out.push(structuralMarks[mark]);
    } else chineseWords(out, longestMatch(characters));
  }
  return out;
}

/** Words as they are; neighbouring numerals, which the dictionary cuts apart, as one number. */
function chineseWords(out: Features, words: string[]): void {
  let numeral = '';
  const flush = () => {
    if (numeral) out.push(`#${chineseValue(numeral) ?? numeral}`);
    numeral = '';
  };
  for (const word of words) {
    if (wholeNumeral.test(word)) numeral += word;
    else {
      flush();
      out.push(word);
    }
  }
  flush();
}
