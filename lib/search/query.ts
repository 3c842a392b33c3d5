import { InputError } from '../core/errors';
import { searchTokens } from './tokens';

/** What is looked for in one place. */
export type Wanted =
  /** Words in this order; the last may be the beginning of one. */
  | { kind: 'phrase'; words: string[]; prefix: boolean }
  /** One word with `*` for any letters and `?` for one. */
  | { kind: 'wildcard'; pattern: string }
  /** A regular expression: of one word, or of the text where it holds a space. */
  | { kind: 'regex'; source: string; ofText: boolean };

export interface Term {
  wanted: Wanted;
  negated: boolean;
  /** The siglum of the edition it is looked for in; any where absent. */
  siglum?: string;
}

const openings: Record<string, string> = { '"': '"', '“': '”', '「': '」', '«': '»' };

/**
 * Reads what a reader typed: words, `"phrases"`, `begin*`, `w?ldc*rds`, `/expressions/`, each with
 * `-` before it for what must not be there and `siglum:` for where.
 *
 * @param sigla those there are: “3:16” is not an edition.
 * @throws InputError for what cannot be looked for.
 */
export function parseQuery(text: string, sigla: ReadonlySet<string>): Term[] {
  const terms: Term[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at])) {
      at++;
      continue;
    }
    const negated = text[at] === '-' && /\S/.test(text[at + 1] ?? ' ');
    if (negated) at++;
    const scope = /^([\p{L}\p{N}][\p{L}\p{N}._-]*):/u.exec(text.slice(at));
    const siglum = scope && sigla.has(scope[1]) ? scope[1] : undefined;
    if (siglum !== undefined) at += scope![0].length;
    const { wanted, end } = readWanted(text, at);
    at = end;
    if (wanted) terms.push({ wanted, negated, ...(siglum === undefined ? {} : { siglum }) });
  }
  if (terms.length === 0) {
    throw new InputError('there is nothing to look for', {
      remedy: 'give a word, a “phrase in quotes”, or Chinese characters',
    });
  }
  if (terms.every(({ negated }) => negated)) {
    throw new InputError('what must not be there is all that was given', {
      remedy: 'say what to look for, too',
    });
  }
  return terms;
}

function readWanted(text: string, at: number): { wanted: Wanted | null; end: number } {
  const closing = openings[text[at]];
  if (closing) {
    const found = text.indexOf(closing, at + 1);
    const close = found < 0 ? text.length : found;
    const star = text[close + 1] === '*';
    return {
      wanted: phrase(text.slice(at + 1, close), star),
      end: close + (star ? 2 : 1),
    };
  }
  if (text[at] === '/') {
    const close = closingSlash(text, at + 1);
    if (close < 0) {
      throw new InputError('the regular expression is not closed', { remedy: 'end it with /' });
    }
    const source = text.slice(at + 1, close);
    if (source === '') return { wanted: null, end: close + 1 };
    return { wanted: { kind: 'regex', source, ofText: / |\\s/.test(source) }, end: close + 1 };
  }
  const word = /^\S+/.exec(text.slice(at))![0];
  const end = at + word.length;
  // A question mark at the end is punctuation.
  const body = word.replace(/[?？]+$/, '');
  if (/[*?]/.test(body.replace(/\*$/, '')) && /[\p{L}\p{N}]/u.test(body)) {
    return { wanted: { kind: 'wildcard', pattern: body }, end };
  }
  return { wanted: phrase(body, body.endsWith('*')), end };
}

function phrase(text: string, prefix: boolean): Wanted | null {
  const words = searchTokens(text).map(({ norm }) => norm);
  return words.length > 0 ? { kind: 'phrase', words, prefix } : null;
}

function closingSlash(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '/') return at;
  }
  return -1;
}
