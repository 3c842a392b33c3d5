import { franc, francAll } from 'franc-min';
import { cyrillicLanguages } from './cyrillic';
import { languageByFunctionWords, shortTextHints } from './function-words';

/** Scripts written without spaces between words, whose words need a dictionary to find. */
export const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}々〆ー]/u;

const byScript: [RegExp, string][] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Georgian}/gu, 'ka'],
];

/**
 * Guesses the language of a text from its script, then (franc, by trigrams) its spelling.
 * @returns a BCP 47 tag; `und` when there is nothing to go by.
 */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'und';
  for (const [pattern, tag] of byScript) {
    const share = (sample.match(pattern)?.length ?? 0) / letters;
    // A Japanese text is mostly kanji by count; a few kana distinguish it from Chinese.
    if (share > (tag === 'ja' ? 0.1 : 0.4)) return tag;
  }
  const script = mainScript(sample);
  if (script && script !== 'Latn') return languageInScript(sample, script);
  const byWords = languageByFunctionWords(sample.slice(0, 4000));
  if (byWords) return byWords;
  return (letters < fewLetters ? inFewWords(sample) : byTrigrams(sample)) ?? 'en';
}

/** Scripts of several languages, and of one language each beyond `byScript`, by their ISO 15924 codes. */
const scripts =
  'Latn Arab Beng Cans Cher Copt Cyrl Deva Ethi Goth Gujr Guru Khmr Knda Laoo Mlym Mong Mymr Orya Sinh Syrc Taml Telu Thaa Tibt'
    .split(' ')
    .map((code) => ({ code, pattern: new RegExp(`\\p{Script=${code}}`, 'gu') }));

/** The script of most letters, of those that are known; null where there is none of them. */
function mainScript(text: string): string | null {
  // Most texts are in Latin letters: then the others need not be counted.
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (2 * latin > text.length) return 'Latn';
  const counted = scripts.map(({ code, pattern }) => ({
    code,
    count: text.match(pattern)?.length ?? 0,
  }));
  const { code, count } = counted.reduce((most, each) => (each.count > most.count ? each : most));
  return count > 0 ? code : null;
}

/**
 * A language that is written in a script: by trigrams where there are enough, else the one with most writers,
 * as CLDR has it. Vowel marks, which few texts have, say nothing of the language.
 */
function languageInScript(text: string, script: string): string {
  if (script === 'Cyrl') return cyrillicLanguages(text)[0] ?? 'und';
  if (script === 'Deva' && isSanskrit(text)) return 'sa';
  if (script === 'Arab') {
    // Letters that Arabic does not have, of Urdu and of Persian.
    if (/[ٹڈڑںے]/.test(text)) return 'ur';
    if (/[پچژگیک]/.test(text) && (text.match(/\p{L}/gu)?.length ?? 0) < certainLetters) return 'fa';
  }
  const guess = byTrigrams(
    text
      .normalize('NFD')
      .replace(/[\u064b-\u065f\u0670]/g, '')
      .normalize('NFC'),
  );
  if (guess && new Intl.Locale(guess).maximize().script === script) return guess;
  return new Intl.Locale(`und-${script}`).maximize().language ?? 'und';
}

/** The least share of Sanskrit words that end in a visarga; in living languages of its script hardly any do. */
const minVisargaShare = 0.03;

function isSanskrit(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const endings = words.filter((word) => word.endsWith('\u0903')).length;
  return endings > 1 && endings >= minVisargaShare * words.length;
}

/**
 * The language of a text where it says enough to be sure; `und` for a line or two that could be of
 * several.
 */
export function certainLanguage(text: string): string {
  const sample = text.slice(0, 20_000);
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const guess = guessLanguage(sample);
  if (latin < 0.5 * letters) return guess;
  return (
    languageByFunctionWords(sample.slice(0, 4000)) ?? (letters >= certainLetters ? guess : 'und')
  );
}

/** Letters after which trigrams are sure of their language. */
const certainLetters = 300;

/** Its codes of ISO 639-3, by which franc knows languages. */
const codes: Readonly<Record<string, string>> = {
  cs: 'ces',
  da: 'dan',
  de: 'deu',
  en: 'eng',
  es: 'spa',
  fi: 'fin',
  fr: 'fra',
  hu: 'hun',
  id: 'ind',
  it: 'ita',
  la: 'lat',
  nl: 'nld',
  no: 'nob',
  pl: 'pol',
  pt: 'por',
  ro: 'ron',
  sv: 'swe',
  tr: 'tur',
  vi: 'vie',
};

/** What the lack of any letter beyond A to Z says for English. */
const plainWeight = 0.1;
const accented = /[^\P{L}A-Za-z]/u;

/** Letters below which a text is taken to be in one of the common languages. */
const fewLetters = 60;

/** A text that says too little for all languages there are is in one of the common ones. */
function inFewWords(sample: string): string | null {
  const hints = shortTextHints(sample);
  const isPlain = !accented.test(sample);
  const trigrams = new Map(francAll(sample, { minLength: 3, only: Object.values(codes) }));
  const [best] = hints
    .map(({ tag, weight }) => ({
      tag,
      score: weight + (trigrams.get(codes[tag]) ?? 0) + (tag === 'en' && isPlain ? plainWeight : 0),
    }))
    .sort((x, y) => y.score - x.score);
  return best.score > 0 ? best.tag : null;
}

function byTrigrams(sample: string): string | null {
  const guess = franc(sample.slice(0, 4000), { minLength: 20 });
  // Franc answers in ISO 639-3; BCP 47 wants the shorter tag where there is one.
  return guess === 'und' ? null : Intl.getCanonicalLocales(guess)[0];
}
