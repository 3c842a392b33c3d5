/**
 * An earlier state's file: the number of the save that replaced it, when, and what it holds: `none` where there
 * was no file before.
 */
export const keptName = (order: number, time: string, revision: string): string =>
  // Times as part of a file name, for systems that take no colons.
  `${String(order).padStart(8, '0')}_${time.replaceAll(':', '-')}_${revision}`;

/** Reads the name of an earlier state; those of the first version have no number. */
export function readKeptName(
  name: string,
): { order: number; replaced: string; revision: string; save: string } | null {
  const [, number = '0', stamp, revision] =
    /^(?:(\d{8,})_)?(\d{4}-[^_]+)_([0-9a-f]+|none)$/.exec(name) ?? [];
  if (!revision) return null;
  const replaced = stamp.replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:');
  const order = Number(number);
  return { order, replaced, revision, save: order > 0 ? number : stamp };
}

/** The number of the save that replaced a state, by its name; 0 where it has none. */
export const orderOf = (name: string): number => readKeptName(name)?.order ?? 0;
