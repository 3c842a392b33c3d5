const place = Symbol.for('variorum');
const whole = globalThis as { [place]?: Map<string, unknown> };

/**
 * One value for the whole process. A bundler gives each page and each route modules of their own,
 * and with them caches of their own, so that a book read for a page is read again for its search.
 *
 * @param name of its own for each kind of value.
 */
export function processWide<T>(name: string, make: () => T): T {
  whole[place] ??= new Map();
  const known = whole[place];
  if (!known.has(name)) known.set(name, make());
  return known.get(name) as T;
}
