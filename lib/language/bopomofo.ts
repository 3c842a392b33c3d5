// Bopomofo (Zhuyin) of Hanyu Pinyin. Source: the tables of initials and finals of the Scheme for the
// Chinese Phonetic Alphabet (汉语拼音方案, 1958), which give each with its Bopomofo.

const initials: Record<string, string> = {
  b: 'ㄅ',
  p: 'ㄆ',
  m: 'ㄇ',
  f: 'ㄈ',
  d: 'ㄉ',
  t: 'ㄊ',
  n: 'ㄋ',
  l: 'ㄌ',
  g: 'ㄍ',
  k: 'ㄎ',
  h: 'ㄏ',
  j: 'ㄐ',
  q: 'ㄑ',
  x: 'ㄒ',
  zh: 'ㄓ',
  ch: 'ㄔ',
  sh: 'ㄕ',
  r: 'ㄖ',
  z: 'ㄗ',
  c: 'ㄘ',
  s: 'ㄙ',
};

const finals: Record<string, string> = {
  a: 'ㄚ',
  o: 'ㄛ',
  e: 'ㄜ',
  ê: 'ㄝ',
  ai: 'ㄞ',
  ei: 'ㄟ',
  ao: 'ㄠ',
  ou: 'ㄡ',
  an: 'ㄢ',
  en: 'ㄣ',
  ang: 'ㄤ',
  eng: 'ㄥ',
  er: 'ㄦ',
  i: 'ㄧ',
  ia: 'ㄧㄚ',
  io: 'ㄧㄛ',
  ie: 'ㄧㄝ',
  iai: 'ㄧㄞ',
  iao: 'ㄧㄠ',
  iu: 'ㄧㄡ',
  ian: 'ㄧㄢ',
  in: 'ㄧㄣ',
  iang: 'ㄧㄤ',
  ing: 'ㄧㄥ',
  u: 'ㄨ',
  ua: 'ㄨㄚ',
  uo: 'ㄨㄛ',
  uai: 'ㄨㄞ',
  ui: 'ㄨㄟ',
  uan: 'ㄨㄢ',
  un: 'ㄨㄣ',
  uang: 'ㄨㄤ',
  ong: 'ㄨㄥ',
  ü: 'ㄩ',
  üe: 'ㄩㄝ',
  üan: 'ㄩㄢ',
  ün: 'ㄩㄣ',
  iong: 'ㄩㄥ',
};

/** Syllables that have no initial, as Pinyin spells them, by their finals. */
const withoutInitial: [written: RegExp, final: string][] = [
  [/^yu(?=e|an|n|$)/, 'ü'],
  [/^yong$/, 'iong'],
  [/^you$/, 'iu'],
  [/^yi/, 'i'],
  [/^y/, 'i'],
  [/^wu$/, 'u'],
  [/^weng$/, 'ong'],
  [/^wei$/, 'ui'],
  [/^wen$/, 'un'],
  [/^w/, 'u'],
];

/** Syllables without a vowel. */
const whole: Record<string, string> = {
  r: 'ㄦ',
  m: 'ㄇ',
  n: 'ㄋ',
  ng: 'ㄫ',
  hm: 'ㄏㄇ',
  hng: 'ㄏㄫ',
};

/** Tones by their mark in Pinyin; the first has none in Bopomofo. */
const tones: Record<string, string> = { '\u0304': '', '\u0301': 'ˊ', '\u030c': 'ˇ', '\u0300': 'ˋ' };
const light = '˙';

/**
 * A syllable of Pinyin with its tone mark in Bopomofo, with its own: `zhǎng` → `ㄓㄤˇ`. The dot of the
 * neutral tone, which Pinyin leaves unmarked, comes before the letters.
 *
 * @returns null for what is not a syllable of Pinyin.
 */
export function bopomofo(syllable: string): string | null {
  const apart = syllable.toLowerCase().normalize('NFD');
  const mark = /[\u0304\u0301\u030c\u0300]/.exec(apart)?.[0];
  const letters = lettersOf(
    apart
      .replace(/[\u0304\u0301\u030c\u0300]/, '')
      .normalize('NFC')
      .replace(/v/g, 'ü'),
  );
  if (letters === null) return null;
  return mark === undefined ? light + letters : letters + tones[mark];
}

function lettersOf(syllable: string): string | null {
  if (whole[syllable]) return whole[syllable];
  for (const [written, final] of withoutInitial) {
    if (!written.test(syllable)) continue;
    return finals[syllable.replace(written, final)] ?? null;
  }
  const [initial = ''] = /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcs])/.exec(syllable) ?? [];
  let final = syllable.slice(initial.length);
  // After these the vowel is not written, and u is ü.
  if (/^(?:[zcs]h?|r)$/.test(initial) && final === 'i') return initials[initial];
  if (/^[jqx]$/.test(initial)) final = final.replace(/^u/, 'ü');
  if (/^[nl]$/.test(initial)) final = final.replace(/^ue$/, 'üe');
  const letters = finals[final];
  return letters ? (initials[initial] ?? '') + letters : null;
}
