/**
 * What kind of refusal an error is. The terminal exits with 2 for each of them; `app/api/problem.ts`
 * gives the HTTP status.
 */
export type ErrorCode =
  | 'bad-input'
  | 'not-found'
  | 'not-ready'
  | 'conflict'
  | 'too-large'
  | 'too-slow'
  | 'newer-form'
  | 'store-away'
  | 'disk-full';

interface ErrorDetails {
  code?: ErrorCode;
  file?: string;
  line?: number;
  remedy?: string;
  /** For `not-ready`: the share of the work that is done, 0 to 1. */
  share?: number;
}

/**
 * A refusal, reported so that its reader can act on it: what is wrong, where, and what to do.
 *
 * Every room throws this for input that is at fault and for what is not to be had now, and nothing
 * else: a page shows it as a message, the terminal as one line and exit code 2. Any other exception
 * is a bug.
 */
export class InputError extends Error {
  override name = 'InputError';

  /** Recognised by name: a bundler may give a process this class twice. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Object && (value as Error).name === 'InputError';
  }

  readonly code: ErrorCode;
  readonly file?: string;
  readonly line?: number;
  readonly remedy?: string;
  readonly share?: number;

  constructor(what: string, { code, file, line, remedy, share }: ErrorDetails = {}) {
    super(what);
    this.code = code ?? 'bad-input';
    this.file = file;
    this.line = line;
    this.remedy = remedy;
    this.share = share;
  }

  /** One line: `file:line: what; remedy`. */
  get oneLine(): string {
    const place = this.file ? `${this.file}${this.line ? `:${this.line}` : ''}: ` : '';
    const remedy = this.remedy ? `; ${this.remedy}` : '';
    return `${place}${this.message}${remedy}`.replace(/\s+/g, ' ');
  }
}

/** Adds the file to an error of code that reads text without knowing where it is from. */
export function inFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError && !error.file) {
      const { message, code, line, remedy, share } = error;
      throw new InputError(message, { code, file, line, remedy, share });
    }
    throw error;
  }
}

/** The result, or the refusal; other errors are bugs and go on. */
export function attempt<T>(read: () => T): T | InputError {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

export async function attemptLater<T>(read: () => Promise<T>): Promise<T | InputError> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}
