/** Words of a text as they are written within its lines, by which hyphenated ones are judged. */
export type KnownWords = ReadonlySet<string>;

const word = /\p{L}+(?:-\p{L}+)*/gu;
/** From the word's first letter on alone: from each of its letters the time grows with the square of its length. */
const cutWord = /(?<!\p{L})\p{L}+-\s*$/u;

/** The words within lines; those that a line's end may have cut are none of them. */
export function knownWords(lines: readonly string[]): KnownWords {
  const known = new Set<string>();
  for (const line of lines) {
    for (const [each] of line.replace(cutWord, '').matchAll(word)) known.add(each.toLowerCase());
  }
  return known;
}

/** Prefixes and first parts that keep their hyphen, where a text itself does not show it. */
const keeping =
  /^(?:well|ill|self|half|ex|non|quasi|all|cross|high|low|long|short|old|new|far|near|great|grand|vice|semi|so|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|one|two|three|four|five|six|seven|eight|nine|ten|north|south|east|west|anglo|franco|sino|afro|demi|vingt|trente|quarante|cinquante|soixante|quatre|nord|sud|saint)$/i;

/** Words that link the parts of a compound: mother-in-law, vis-à-vis, a-t-il. */
const linking =
  /^(?:a|à|and|at|by|d|de|des|du|en|et|for|in|l|la|le|les|moi|nous|of|off|on|out|sous|sur|t|the|to|toi|up|von|vous|y)$/i;

/** Pairs of French that are written with a hyphen: inversions, enclitics and set phrases. */
const pairs = [
  /[dt]-(?:ils?|elles?|on)$/,
  /ez-(?:vous|nous|moi|lui|leur|les?|la|y|en)$|ons-nous$/,
  /^(?:ai|avais|dis|dois|fais|puis|sais|suis|vois|étais)-je$/,
  /^(?:as|crois|dis|es|fais|peux|sais|vas|veux|vois)-tu$/,
  /^(?:est|fut|sera|serait|soit|sont|était|étaient)-ce$/,
  /^(?:bien|mal|mieux|non|peut)-être$/,
  /^(?:au|ci|là|par)-(?:contre|dedans|dehors|delà|dessous|dessus|devant|joint)$/,
  /^(?:celle|celles|celui|ceux|fois|jours?)-ci$|^(?!(?:de|ho|voi)-)\p{L}+-là$/u,
  /-mêmes?$|^quelques-une?s$/,
];

/**
 * Conjunctions before which a hyphen stands for a part of a compound that follows (“Ein- und Ausgang”),
 * in languages where no word is cut before these letters.
 */
const conjunction = /^(?:and|beziehungsweise|bzw|eller|nor|och|oder|og|or|sowie|und)$/i;

/**
 * Joins two lines at a hyphen: a word that was cut is whole again, one that is written with a hyphen
 * keeps it. Null where the first does not end in a cut word, and where its hyphen is one that is
 * followed by a conjunction.
 *
 * A word that the text has elsewhere, with a hyphen or whole, is the measure; otherwise a capital, or
 * a part or a pair that is usually set with a hyphen keeps it. A soft hyphen is never kept.
 */
export function joinAtHyphen(
  before: string,
  after: string,
  known: KnownWords,
): { text: string; joined: string; keeps: boolean } | null {
  const first = /((?:\p{L}+-)*)(\p{L}+)([-\u2010\u00ad])$/u.exec(before.slice(-longestWord));
  const second = /^(\p{L}+)((?:-\p{L}+)*)/u.exec(after.slice(0, longestWord));
  if (!first || !second) return null;
  const [, parts, left, hyphen] = first;
  const [, right, more] = second;
  const pair = `${left}-${right}`.normalize('NFC').toLowerCase();
  const compound = `${parts}${left}-${right}${more}`.toLowerCase();
  const isWhole = known.has((left + right).toLowerCase());
  if (!isWhole && hyphen !== '\u00ad' && more === '' && conjunction.test(right)) return null;
  const keeps =
    hyphen !== '\u00ad' &&
    !isWhole &&
    (known.has(pair) ||
      known.has(compound) ||
      /^\p{Lu}/u.test(right) ||
      keeping.test(left) ||
      left.length < 2 ||
      (parts !== '' && linking.test(left)) ||
      (more !== '' && linking.test(right)) ||
      pairs.some((each) => each.test(pair)));
  const joined = `${left}${keeps ? '-' : ''}${right}`;
  return {
    text: `${before.slice(0, before.length - left.length - 1)}${joined}${after.slice(right.length)}`,
    joined,
    keeps,
  };
}

/** No word, with all its parts, has more letters. */
const longestWord = 120;
