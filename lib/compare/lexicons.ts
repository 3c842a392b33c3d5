import type { Rendering } from '../align/text';
import { keep, recall } from '../cache/cache';
import { type Edition, primaryLanguage } from '../edition/model';

/** Renderings by the pair of editions that taught them, kept for each pair of languages. */
type Lexicon = Record<string, Rendering[]>;

/** Renderings kept of one pair of editions, the surest first. */
const mostTaught = 3000;
/** What holds in one book holds in another a little less surely. */
const trust = 0.7;

const keyOf = (a: Edition, b: Edition) =>
  `lexicon/${primaryLanguage(a.language)}-${primaryLanguage(b.language)}`;

/** What works other than the one named have taught about a pair of languages. */
export async function lexiconOf(a: Edition, b: Edition, name = ''): Promise<Rendering[]> {
  const lexicon = (await recall<Lexicon>(keyOf(a, b))) ?? {};
  const [work] = name.split('/');
  return Object.entries(lexicon)
    .filter(([teacher]) => teacher.split('/')[0] !== work)
    .flatMap(([, renderings]) => renderings.map(([x, y, w]): Rendering => [x, y, w * trust]));
}

/** Keeps what a pair of editions has taught, in place of what it taught before. */
export async function teach(
  a: Edition,
  b: Edition,
  name: string,
  learned: readonly Rendering[],
): Promise<void> {
  if (primaryLanguage(a.language) === primaryLanguage(b.language)) return;
  const lexicon = (await recall<Lexicon>(keyOf(a, b))) ?? {};
  lexicon[name] = learned.toSorted((x, y) => y[2] - x[2]).slice(0, mostTaught);
  await keep(keyOf(a, b), lexicon);
}
