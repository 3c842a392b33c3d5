const marks = new Map<string, string>();

/** What stands between the items of a list in a language, by CLDR: “, ” or “、”. */
function listMark(locale: string): string {
  const known = marks.get(locale);
  if (known !== undefined) return known;
  const parts = new Intl.ListFormat(locale, { type: 'conjunction' }).formatToParts(['1', '2', '3']);
  const mark = parts.find(({ type }) => type === 'literal')?.value ?? ', ';
  marks.set(locale, mark);
  return mark;
}

/** Items one after another, such as sigla: “A, B, C”, in Chinese “A、B、C”. */
export function listed(locale: string, items: readonly string[]): string {
  return items.join(listMark(locale));
}

/** Parts of one statement, those that there are: “translation, 1949”, in Chinese “译本，1949年”. */
export function inOneLine(locale: string, parts: readonly (string | undefined | null)[]): string {
  const mark = listMark(locale) === '、' ? '，' : listMark(locale);
  return parts.filter(Boolean).join(mark);
}

/** Statements one after another: “a; b”, in Chinese “a；b”. */
export function statements(locale: string, parts: readonly (string | undefined | null)[]): string {
  return parts.filter(Boolean).join(listMark(locale) === '、' ? '；' : '; ');
}
