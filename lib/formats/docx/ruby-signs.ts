/** Stand for the beginning of ruby, of its reading, and its end: mammoth knows none. */
const [rubyBase, rubyReading, rubyEnd] = ['\ue010', '\ue011', '\ue012'];

/** Words with signs around them and their reading; without, where there is none. */
export function signedRuby(base: string, reading: string): string {
  return reading.trim() === '' ? base : rubyBase + base + rubyReading + reading.trim() + rubyEnd;
}

/** The words of ruby with signs around them, in place of its element. */
export function markedRuby(ruby: string): string {
  const words = (part: string) =>
    (
      (new RegExp(`<w:${part}\\b[\\s\\S]*?</w:${part}>`).exec(ruby)?.[0] ?? '').match(
        /<w:t\b[^>]*>[^<]*<\/w:t>/g,
      ) ?? []
    )
      .join('')
      .replace(/<[^>]+>/g, '');
  return `<w:t xml:space="preserve">${signedRuby(words('rubyBase'), words('rt'))}</w:t>`;
}

/** Makes the signs in a page what they stand for. */
export function takeRuby(html: string): string {
  return html
    .replaceAll(rubyBase, '<ruby>')
    .replaceAll(rubyReading, '<rt>')
    .replaceAll(rubyEnd, '</rt></ruby>');
}
