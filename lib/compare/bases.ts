import { comparedLanguage, type Edition } from '../edition/model';

/**
 * Which column each column's words are compared with. Editions of one language are a group with a
 * base of its own, so that a Chinese original beside two English translations leaves the English
 * compared.
 *
 * @param bases editions that a reader wants as bases, each of its own language; else the first
 *   column of a language is its base.
 */
export function comparedWith(
  editions: readonly Edition[],
  bases: readonly Edition[],
): (number | null)[] {
  const groups = groupBases(editions, bases);
  return editions.map((edition) => {
    const base = groups.get(comparedLanguage(edition.language)) ?? edition;
    return base === edition ? null : editions.indexOf(base);
  });
}

/** What others are compared with: the columns that `comparedWith` names, in its order. */
export const basesOf = <T>(columns: readonly T[], against: readonly (number | null)[]): T[] =>
  [...new Set(against)].flatMap((column) => (column === null ? [] : columns[column]));

/** The base of each language, by its primary tag. */
export function groupBases(
  editions: readonly Edition[],
  bases: readonly Edition[],
): Map<string, Edition> {
  const groups = new Map<string, Edition>();
  const wanted = bases.filter((base) => editions.includes(base));
  for (const edition of [...wanted, ...editions]) {
    const language = comparedLanguage(edition.language);
    if (!groups.has(language)) groups.set(language, edition);
  }
  return groups;
}
