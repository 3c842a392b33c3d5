import { languageFamily, primaryLanguage } from '../edition/model';
import { isFunctionWord } from '../language/closed-class';
import { type Bead, isPaired } from './bead';
import { type Entries, type Side, type Table, tableOf } from './vocabulary';

/**
 * Share of the content words of a bead that have a rendering on its other side, where its sides say the same and
 * where they do not. Measured on beads of gold and on segments from far apart: .39 to .52 against 0 to .14; what
 * is freely worded is allowed for.
 */
const rates = {
  same: { related: 0.35, unrelated: 0.08 },
  dictionary: { related: 0.35, unrelated: 0.12 },
};
/** Who aligns two texts has reason to: odds that they say the same before a word is looked at. */
const odds = 20;
/** Words of a passage are not independent of each other; the same as for beads. */
const temperature = 1.5;

/**
 * How likely it is, 0 to 1, that two texts say the same at all, by the words that their beads share.
 *
 * An alignment weighs beads against each other, so that of two texts that have nothing to do with each other the
 * best beads would seem sure. Only languages whose words are known beforehand can tell: one and the same, and
 * Chinese with English. For others it is 1.
 *
 * @param known what words render each other, before anything was learned from these beads.
 */
export function relatedness(a: Side, b: Side, known: Entries, beads: readonly Bead[]): number {
  const rate = ratesOf(a.language, b.language);
  if (!rate) return 1;
  const forward = tableOf(a.names.length, known);
  const backward = tableOf(
    b.names.length,
    known.map(([x, y, weight]) => [y, x, weight]),
  );
  const contentA = contentWords(a);
  const contentB = contentWords(b);
  let [met, missed] = [0, 0];
  const count = ([have, all]: [number, number]) => {
    met += have;
    missed += all - have;
  };
  for (const bead of beads.filter(isPaired)) {
    const [inA, inB] = [wordsIn(a, bead.a), wordsIn(b, bead.b)];
    count(rendered(inA, contentA, forward, inB));
    count(rendered(inB, contentB, backward, inA));
  }
  const evidence =
    met * Math.log(rate.related / rate.unrelated) +
    missed * Math.log((1 - rate.related) / (1 - rate.unrelated));
  return 1 / (1 + Math.exp(-evidence / temperature) / odds);
}

function ratesOf(a: string, b: string) {
  const [x, y] = [primaryLanguage(a), primaryLanguage(b)];
  // Of two old and new forms of a language that are written alike, words may differ: only the same tell.
  if (x === y) return rates.same;
  return [x, y].sort().join() === 'en,zh' ? rates.dictionary : null;
}

const wordsIn = (side: Side, segments: readonly number[]): Set<number> =>
  new Set(segments.flatMap((s) => [...side.ids[s]]));

/** Whether each feature of a side is a word that carries sense. */
function contentWords({ names, language }: Side): boolean[] {
  const family = languageFamily(language);
  return names.map((name) => /^[\p{L}#]/u.test(name) && isFunctionWord(name, family) !== true);
}

/** How many content words of one side of a bead have a rendering on the other, and how many there are. */
function rendered(
  words: ReadonlySet<number>,
  content: readonly boolean[],
  table: Table,
  there: ReadonlySet<number>,
): [have: number, all: number] {
  let [have, all] = [0, 0];
  for (const word of words) {
    if (!content[word]) continue;
    all++;
    const renderings = table.targets.subarray(table.offsets[word], table.offsets[word + 1]);
    if (renderings.some((each) => there.has(each))) have++;
  }
  return [have, all];
}
