import { RE2JS } from 're2js';
import { InputError } from '../core/errors';
import { foldWord } from './tokens';

/** Longer expressions are not a reader's questions. */
const longestPattern = 200;

/** What a pattern must begin with, letter for letter, so that the index is read from there. */
export interface WordPattern {
  prefix: string;
  test: (word: string) => boolean;
}

/**
 * A regular expression that is matched in time linear in the text (RE2), whatever it is: no
 * expression can hold the server up.
 * @throws InputError for one that is not sound.
 */
export function compile(source: string): RE2JS {
  if (source.length > longestPattern) {
    throw new InputError(`the expression is longer than ${longestPattern} characters`, {
      remedy: 'look for less at once',
    });
  }
  try {
    return RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
  } catch (error) {
    const reason = error instanceof Error ? reasonOf(error) : '';
    throw new InputError(`the regular expression is not sound: ${reason.slice(0, 120)}`, {
      remedy: 'correct it; look-around and back references are not supported',
    });
  }
}

/** The library's reason: “missing closing ): `(a`”. */
const reasonOf = ({ message }: Error): string =>
  message.split('\n')[0].replace(/^error parsing regexp: /, '');

/** An expression for whole words. */
export function regexPattern(source: string): WordPattern {
  const compiled = compile(source);
  const prefix = /^[\p{L}\p{N}]*/u.exec(source)![0];
  // A letter that may be repeated or left out is not surely there.
  const sure = /[*?{|+]/.test(source[prefix.length] ?? '') ? prefix.slice(0, -1) : prefix;
  return {
    prefix: source.includes('|') ? '' : foldWord(sure),
    test: (word) => compiled.matches(word),
  };
}

/** `*` for any letters, `?` for one. */
export function wildcardPattern(pattern: string): WordPattern {
  const parts = pattern.split(/([*?])/);
  const source = parts
    .map((part) => (part === '*' ? '.*' : part === '?' ? '.' : RE2JS.quote(foldWord(part))))
    .join('');
  const compiled = compile(source);
  return { prefix: foldWord(parts[0]), test: (word) => compiled.matches(word) };
}
