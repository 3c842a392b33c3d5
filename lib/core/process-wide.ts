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

/** The variable in which `serve` passes the number of its processes to each. */
export const processesVariable = 'VARIORUM_PROCESSES';

/** Whether other processes serve the same library on this machine, behind the same port. */
export const inSeveralProcesses = (): boolean => Number(process.env[processesVariable]) > 1;
