/** The primary language tag for two or three letters of ISO 639; null for letters that name no language. */
function tagOf(letters: string): string | null {
  try {
    const tag = new Intl.Locale(letters).language;
    const name = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag);
    return name ? tag : null;
  } catch {
    return null;
  }
}

/** The languages that a dictionary's name gives: `en-fr`, `freedict-eng-fra`, `de_en.big`; null where there are none. */
export function languagePair(name: string): { from: string; to: string } | null {
  const parts = name.toLowerCase().split(/[-_.\s]+/);
  for (let k = parts.length - 2; k >= 0; k--) {
    const [first, second] = [parts[k], parts[k + 1]];
    if (!/^[a-z]{2,3}$/.test(first) || !/^[a-z]{2,3}$/.test(second)) continue;
    const [from, to] = [tagOf(first), tagOf(second)];
    if (from && to && from !== to) return { from, to };
  }
  return null;
}
