const cjk =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\u30fb-\\u30fe\\uff00-\\uff60]';
const endsTight = new RegExp(`${cjk}[—…”’」』）》]*$`, 'u');
const startsTight = new RegExp(`^[—…“‘「『（《]*${cjk}`, 'u');

/** Whether no space stands between two stretches: Chinese and Japanese are set without. */
export function isTight(before: string, after: string): boolean {
  return endsTight.test(before.slice(-8)) && startsTight.test(after.slice(0, 8));
}

/**
 * Whether no space stood where a line of Chinese or Japanese was cut: those scripts are cut anywhere,
 * also beside a word of Latin letters.
 */
export function isCutTight(before: string, after: string): boolean {
  return endsTight.test(before.slice(-8)) || startsTight.test(after.slice(0, 8));
}

/** Stretches of a text as one, with spaces where its script has them. */
export function joinTexts(texts: readonly string[]): string {
  let whole = '';
  for (const text of texts) {
    if (text === '') continue;
    whole += (whole === '' || isTight(whole, text) ? '' : ' ') + text;
  }
  return whole;
}
