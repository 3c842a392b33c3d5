import { comparedLanguage } from '../edition/model';
import { boundedKind } from '../jobs/bounded';
import { simplify } from '../language/chinese';
import { stem } from '../language/features';
import { isParticle } from '../language/particles';
import { normalise } from '../language/tokens';
import type { DictionaryEntry, DictionaryFile } from './dictionary-file';
import { type IndexFacts, writeFacts, writeList } from './index-files';
import { readDictionary } from './read-dictionary';

/** Indexing runs in a process of its own: a file may hold anything. */
export const indexJob = boundedKind<DictionaryFile, never, IndexFacts>(
  'index-dictionary',
  'index',
  {
    limits: () => ({ seconds: 120, megabytes: 3072 }),
    does: 'indexing the dictionary',
    remedy: 'give a smaller one, or remove it',
  },
);

/** Renderings of an entry that are kept. */
const maxRenderings = 40;

/** Reads a dictionary and keeps its lists. @throws InputError for one that cannot be read. */
export function indexDictionary(dictionary: DictionaryFile): IndexFacts {
  const { entries, title, licence } = readDictionary(dictionary);
  const { from, to } = dictionary;
  const stems = { from: new Map<string, string>(), to: new Map<string, string>() };
  const ofHead = (head: string) => featuresOf(head, from, stems.from);
  const weights = new Map<string, number>();
  const byHead = new Map<string, DictionaryEntry>();
  for (const { head, renderings } of entries) {
    const known = byHead.get(head);
    if (known) known.renderings.push(...renderings);
    else byHead.set(head, { head, renderings: [...renderings] });
    // A phrase says nothing sure of the words in it.
    const [x, ...others] = ofHead(head);
    if (x === undefined || others.length > 0) continue;
    for (const rendering of renderings) {
      const found = featuresOf(rendering, to, stems.to);
      for (const y of found) {
        const key = `${x}\t${y}`;
        weights.set(key, Math.max(weights.get(key) ?? 0, 1 / found.length));
      }
    }
  }
  writeList(
    dictionary,
    'pairs',
    [...weights].map(([pair, weight]) => `${pair}\t${weight.toFixed(3)}`),
  );
  writeList(
    dictionary,
    'entries',
    [...byHead.values()].map(({ head, renderings }) => {
      const some = [...new Set(renderings)].slice(0, maxRenderings);
      return `${ofHead(head).join(' ')}\t${head}\t${JSON.stringify(some)}`;
    }),
  );
  const facts = {
    entries: byHead.size,
    ...(title ? { title } : {}),
    ...(licence ? { licence } : {}),
  };
  writeFacts(dictionary, facts);
  return facts;
}

/**
 * What alignment sees of an expression: stems of its words, without particles where others are left.
 *
 * @param stems those found before, where many expressions of one language are read.
 */
export function featuresOf(
  expression: string,
  language: string,
  stems: Map<string, string> = new Map(),
): string[] {
  const primary = comparedLanguage(language);
  const words = normalise(expression).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (primary === 'zh') return words.map(simplify);
  const content = words.filter((word) => !isParticle(word, primary));
  return (content.length > 0 ? content : words).map((word) => {
    let found = stems.get(word);
    if (found === undefined) {
      found = stem(word, primary);
      stems.set(word, found);
    }
    return found;
  });
}
