/** Words of a text as they are written within its lines, by which hyphenated ones are judged. */
export type KnownWords = ReadonlySet<string>;

const word = /\p{L}+(?:-\p{L}+)*/gu;

/** The words within lines; those that a line's end may have cut are none of them. */
export function knownWords(lines: readonly string[]): KnownWords {
  const known = new Set<string>();
  for (const line of lines) {
    for (const [each] of line.replace(/\p{L}+-\s*$/u, '').matchAll(word))
      known.add(each.toLowerCase());
  }
  return known;
}

/** Prefixes and first parts that keep their hyphen, where a text itself does not show it. */
const keeping =
  /^(?:well|ill|self|half|ex|non|quasi|all|cross|high|low|long|short|old|new|far|near|great|grand|vice|semi|so|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|one|two|three|four|five|six|seven|eight|nine|ten|north|south|east|west|anglo|franco|sino|afro)$/i;

/**
 * Joins two lines at a hyphen: a word that was cut is whole again, one that is written with a hyphen
 * keeps it. Null where the first does not end in a cut word.
 *
 * A word that the text has elsewhere, with a hyphen or whole, is the measure; otherwise a capital or
 * a part that is usually set with a hyphen keeps it.
 */
export function joinAtHyphen(
  before: string,
  after: string,
  known: KnownWords,
): { text: string; joined: string } | null {
  const first = /(\p{L}+)[-\u2010\u00ad]$/u.exec(before);
  const second = /^\p{L}+/u.exec(after);
  if (!first || !second) return null;
  const [left, right] = [first[1], second[0]];
  const whole = (left + right).toLowerCase();
  const hyphened = `${left}-${right}`.toLowerCase();
  const keeps = known.has(whole)
    ? false
    : known.has(hyphened) || /^\p{Lu}/u.test(right) || keeping.test(left) || left.length < 2;
  const joined = `${left}${keeps ? '-' : ''}${right}`;
  return {
    text: `${before.slice(0, -first[0].length)}${joined}${after.slice(right.length)}`,
    joined,
  };
}
