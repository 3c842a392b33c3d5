import type { Database } from 'node-sqlite3-wasm';
import { regexPattern, type WordPattern, wildcardPattern } from './patterns';
import type { Term, Wanted } from './query';
import { editionWord, languageWord, workWord } from './scope';

/** Where to look; everywhere where absent or empty. */
export interface Filter {
  works?: readonly string[];
  editions?: readonly string[];
  languages?: readonly string[];
}

/** Words that a pattern stands for at most; more are not a reader's question. */
const maxWords = 300;
/** How long words are compared with a pattern, in milliseconds. */
const timeoutMs = 400;

/** The words of the index that a pattern matches, and whether all were looked at. */
export function wordsLike(
  db: Database,
  { prefix, test }: WordPattern,
): { words: string[]; complete: boolean } {
  const until = prefix === '' ? '\u{10ffff}' : `${prefix}\u{10ffff}`;
  const statement = db.prepare(
    "select term from vocabulary where col = 'body' and term >= ? and term < ?",
  );
  const words: string[] = [];
  const started = performance.now();
  let seen = 0;
  let complete = true;
  try {
    for (const { term } of statement.iterate([prefix, until])) {
      if (test(String(term))) words.push(String(term));
      if (
        words.length >= maxWords ||
        (++seen % 256 === 0 && performance.now() - started > timeoutMs)
      ) {
        complete = false;
        break;
      }
    }
  } finally {
    statement.finalize();
  }
  return { words, complete };
}

/** What matches nothing: no word of the index has a mark in it. */
const nothing = '"\u{fdd0}"';

/** What one thing looked for is in the language of FTS5. */
function wantedExpression(
  db: Database,
  wanted: Wanted,
): { text: string; words: string[]; complete: boolean } {
  if (wanted.kind === 'phrase') {
    const text = `"${wanted.words.join(' ')}"${wanted.prefix ? ' *' : ''}`;
    return { text, words: wanted.words, complete: true };
  }
  const pattern =
    wanted.kind === 'wildcard' ? wildcardPattern(wanted.pattern) : regexPattern(wanted.source);
  const { words, complete } = wordsLike(db, pattern);
  return {
    text: words.length > 0 ? `(${words.map((word) => `"${word}"`).join(' OR ')})` : nothing,
    words,
    complete,
  };
}

/** What is looked for in one segment: an expression of FTS5, and what to mark in the text. */
export interface SegmentQuery {
  /** Null where only text patterns are wanted. */
  expression: string | null;
  /** Phrases to mark: words in order, the last perhaps a beginning. */
  marks: { words: string[]; prefix: boolean }[];
  /** Expressions of the text, to be matched on it. */
  patterns: { source: string; negated: boolean }[];
  complete: boolean;
}

/** Terms that must all be met by the same segment. */
export function segmentQuery(
  db: Database,
  terms: readonly Term[],
  filter: Filter,
  siglum?: string,
): SegmentQuery {
  const marks: SegmentQuery['marks'] = [];
  const patterns: SegmentQuery['patterns'] = [];
  const all: string[] = [];
  const none: string[] = [];
  let complete = true;
  for (const { wanted, negated } of terms) {
    if (wanted.kind === 'regex' && wanted.ofText) {
      patterns.push({ source: wanted.source, negated });
      continue;
    }
    const found = wantedExpression(db, wanted);
    complete &&= found.complete;
    (negated ? none : all).push(found.text);
    if (negated) continue;
    if (wanted.kind === 'phrase') marks.push({ words: wanted.words, prefix: wanted.prefix });
    else for (const word of found.words) marks.push({ words: [word], prefix: false });
  }
  const scope = scopeExpression({ ...filter, editions: siglum ? [siglum] : filter.editions });
  const body = all.length > 0 ? [`body : (${all.join(' AND ')})`] : [];
  const positive = [...body, ...(scope ? [scope] : [])].join(' AND ');
  const expression =
    positive && none.length > 0 ? `(${positive}) NOT (body : (${none.join(' OR ')}))` : positive;
  return { expression: expression || null, marks, patterns, complete };
}

function scopeExpression({ works = [], editions = [], languages = [] }: Filter): string | null {
  const any = (words: string[]) =>
    words.length > 0 ? [`scope : (${words.map((word) => `"${word}"`).join(' OR ')})`] : [];
  const parts = [
    ...any(works.map(workWord)),
    ...any(editions.map(editionWord)),
    ...any(languages.map(languageWord)),
  ];
  return parts.length > 0 ? parts.join(' AND ') : null;
}
