import { LRUCache } from 'lru-cache';
import type { Rendering } from '../align/text';
import { keep, recall } from '../cache/cache';
import { remember } from '../core/memo';
import { processWide } from '../core/process-wide';
import { dictionariesMark } from '../dictionaries/dictionaries';
import { editionHash } from '../edition/hash';
import { comparedLanguage, type Edition } from '../edition/model';
import { runJob } from '../jobs/run';
import { type DictionaryQuestion, dictionaryJob, renderingsInDictionaries } from './dictionary-job';

/** Renderings by the pair of editions that taught them, kept for each pair of languages. */
type Lexicon = Record<string, Rendering[]>;

/** Renderings kept of one pair of editions, the surest first. */
const maxTaught = 3000;
/** What holds in one book holds in another a little less surely. */
const trust = 0.7;

const keyOf = (a: Edition, b: Edition) =>
  `lexicon/${comparedLanguage(a.language)}-${comparedLanguage(b.language)}`;

/** What works other than the one named have taught about a pair of languages, and what dictionaries say. */
export async function lexiconOf(a: Edition, b: Edition, name = ''): Promise<Rendering[]> {
  const lexicon = (await recall<Lexicon>(keyOf(a, b))) ?? {};
  const [work] = name.split('/');
  const taught = Object.entries(lexicon)
    .filter(([teacher]) => teacher.split('/')[0] !== work)
    .flatMap(([, renderings]) => renderings.map(([x, y, w]): Rendering => [x, y, w * trust]));
  return [...taught, ...(await dictionaryRenderings(a, b))];
}

const looked = processWide(
  'dictionary renderings',
  () => new LRUCache<string, Promise<Rendering[]>>({ max: 32 }),
);

/** Texts of more letters than this are looked up in a thread, so that others are served meanwhile. */
const longText = 200_000;

/** What dictionaries say of the words of two editions; looked up once for each state of all of them. */
function dictionaryRenderings(a: Edition, b: Edition): Promise<Rendering[]> {
  const mark = dictionariesMark(a.language, b.language);
  if (mark === '') return Promise.resolve([]);
  const key = `dictionary/${editionHash(a)}:${editionHash(b)}:${mark}`;
  return remember(looked, key, async () => {
    const question = async (): Promise<DictionaryQuestion> => ({ a: textsOf(a), b: textsOf(b) });
    const letters = [a, b].reduce(
      (sum, { segments }) => sum + segments.reduce((own, { text }) => own + text.length, 0),
      0,
    );
    if (letters > longText) return runJob(dictionaryJob, key, question);
    return renderingsInDictionaries(await question());
  });
}

const textsOf = ({ language, segments }: Edition): DictionaryQuestion['a'] => ({
  language,
  texts: segments.map(({ text }) => text),
});

/** Keeps what a pair of editions has taught, in place of what it taught before. */
export async function teach(
  a: Edition,
  b: Edition,
  name: string,
  learned: readonly Rendering[],
): Promise<void> {
  if (comparedLanguage(a.language) === comparedLanguage(b.language)) return;
  const lexicon = (await recall<Lexicon>(keyOf(a, b))) ?? {};
  lexicon[name] = learned.toSorted((x, y) => y[2] - x[2]).slice(0, maxTaught);
  await keep(keyOf(a, b), lexicon);
}
