import type { Condition, Filter, Words } from './condition';
import { regexPattern, type WordPattern, wildcardPattern } from './patterns';
import type { Term, Wanted } from './query';
import type { SearchIndex } from './search-index';

/** Words that a pattern stands for at most; more are not a reader's question. */
const maxWords = 300;
/** How long words are compared with a pattern, in milliseconds. */
const timeoutMs = 400;

/** The words of the index that a pattern matches, and whether all were looked at. */
async function wordsLike(
  index: SearchIndex,
  { prefix, test }: WordPattern,
): Promise<{ words: string[]; complete: boolean }> {
  const words: string[] = [];
  const started = performance.now();
  let seen = 0;
  for await (const word of index.words(prefix)) {
    if (test(word)) words.push(word);
    const late = ++seen % 256 === 0 && performance.now() - started > timeoutMs;
    if (words.length >= maxWords || late) return { words, complete: false };
  }
  return { words, complete: true };
}

/** What is looked for in one segment: a condition, and what to mark in the text. */
export interface SegmentQuery {
  /** Null where only text patterns are wanted. */
  condition: Condition | null;
  /** Phrases to mark: words in order, the last perhaps a beginning. */
  marks: { words: readonly string[]; prefix: boolean }[];
  /** Expressions of the text, to be matched on it. */
  patterns: { source: string; negated: boolean }[];
  complete: boolean;
}

/** Terms that must all be met by the same segment. */
export async function segmentQuery(
  index: SearchIndex,
  terms: readonly Term[],
  filter: Filter,
  siglum?: string,
): Promise<SegmentQuery> {
  const scope = { ...filter, editions: siglum ? [siglum] : filter.editions };
  const [all, none]: [Words[], Words[]] = [[], []];
  const query: SegmentQuery = { condition: null, marks: [], patterns: [], complete: true };
  for (const { wanted, negated } of terms) {
    if (wanted.kind === 'regex' && wanted.ofText) {
      query.patterns.push({ source: wanted.source, negated });
      continue;
    }
    const { words, complete } = await wordsOf(index, wanted);
    query.complete &&= complete;
    (negated ? none : all).push(words);
    if (negated) continue;
    if (words.kind === 'phrase') query.marks.push({ words: words.words, prefix: words.prefix });
    else for (const word of words.words) query.marks.push({ words: [word], prefix: false });
  }
  const { works = [], editions = [], languages = [] } = scope;
  if (all.length + none.length + works.length + editions.length + languages.length > 0) {
    query.condition = { all, none, scope };
  }
  return query;
}

async function wordsOf(
  index: SearchIndex,
  wanted: Wanted,
): Promise<{ words: Words; complete: boolean }> {
  if (wanted.kind === 'phrase') return { words: wanted, complete: true };
  const pattern =
    wanted.kind === 'wildcard' ? wildcardPattern(wanted.pattern) : regexPattern(wanted.source);
  const { words, complete } = await wordsLike(index, pattern);
  return { words: { kind: 'any', words }, complete };
}
