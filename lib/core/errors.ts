/**
 * Bad input, told so that its owner can mend it: what is wrong, where, and what to do.
 *
 * Every room throws this for input that is at fault, and nothing else: a page shows it as a
 * message, the terminal as one line and exit code 2. Any other exception is a fault of ours.
 */
export class InputError extends Error {
  override name = 'InputError';

  /** Known by name: a bundler may give a process this class twice. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Object && (value as Error).name === 'InputError';
  }

  readonly file?: string;
  readonly line?: number;
  readonly remedy?: string;

  constructor(what: string, where: { file?: string; line?: number; remedy?: string } = {}) {
    super(what);
    this.file = where.file;
    this.line = where.line;
    this.remedy = where.remedy;
  }

  /** One line: `file:line: what; remedy`. */
  get oneLine(): string {
    const place = this.file ? `${this.file}${this.line ? `:${this.line}` : ''}: ` : '';
    const remedy = this.remedy ? `; ${this.remedy}` : '';
    return `${place}${this.message}${remedy}`.replace(/\s+/g, ' ');
  }
}

/** The same error, told of a file, for code that reads text without knowing where it is from. */
export function inFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError && !error.file) {
      throw new InputError(error.message, { file, line: error.line, remedy: error.remedy });
    }
    throw error;
  }
}

/** The result, or the error where the input is at fault; other errors are ours and go on. */
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
