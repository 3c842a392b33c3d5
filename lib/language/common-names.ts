import { features } from './features';

/**
 * Names that any two languages have for the same things, as ICU's tables (CLDR) give them:
 * countries, languages, currencies, months and days of the week.
 *
 * @returns pairs of features; names of several words are left out.
 */
export function commonNames(a: string, b: string): [a: string, b: string][] {
  const [namesA, namesB] = [namesIn(a), namesIn(b)];
  const pairs: [string, string][] = [];
  for (const [code, name] of namesA) {
    const other = namesB.get(code);
    if (!other) continue;
    const [left, right] = [features(name, a), features(other, b)];
    if (left.length === 1 && right.length === 1 && left[0] !== right[0])
      pairs.push([left[0], right[0]]);
  }
  return pairs;
}

function namesIn(language: string): Map<string, string> {
  const names = new Map<string, string>();
  if (Intl.DisplayNames.supportedLocalesOf([language]).length === 0) return names;
  const letters = Array.from({ length: 26 }, (_, k) => String.fromCharCode(97 + k));
  const codes = letters.flatMap((x) => letters.map((y) => x + y));
  const kinds = [
    ['region', codes.map((code) => code.toUpperCase())],
    ['language', codes],
    ['currency', Intl.supportedValuesOf('currency')],
  ] as const;
  for (const [type, list] of kinds) {
    const display = new Intl.DisplayNames([language], { type, fallback: 'none' });
    for (const code of list) {
      const name = display.of(code);
      if (name) names.set(`${type}:${code}`, name);
    }
  }
  const name = (options: Intl.DateTimeFormatOptions, day: number) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC', calendar: 'gregory' }).format(
      day * 86_400_000,
    );
  for (let month = 0; month < 12; month++)
    names.set(`month:${month}`, name({ month: 'long' }, 15 + month * 30.4));
  for (let day = 0; day < 7; day++) names.set(`day:${day}`, name({ weekday: 'long' }, day));
  return names;
}
