import { contentHash } from '../edition/identify';
import { keep, recall } from './cache';
import type { Jobs } from './jobs';
import { runInThread } from './thread';

/** Work on more letters than this is done in a thread, so that others are served. */
const manyLetters = 400_000;

/** Whether editions are so long, taken together, that work on all their words takes a while. */
export function areLong(editions: readonly { segments: readonly { text: string }[] }[]): boolean {
  const letters = editions.reduce(
    (sum, { segments }) => segments.reduce((n, { text }) => n + text.length, sum),
    0,
  );
  return letters >= manyLetters;
}

/**
 * What a long job comes to: done in a thread, and kept for the next to ask.
 *
 * @param kind a word for the cache's entries of this kind.
 * @param key names all that bears on the result.
 */
export async function doOnce<Name extends keyof Jobs>(
  kind: string,
  key: string,
  name: Name,
  input: () => Jobs[Name]['input'],
): Promise<Jobs[Name]['output']> {
  const entry = `${kind}/${contentHash(key, 32)}`;
  const known = await recall<Jobs[Name]['output']>(entry);
  if (known) return known;
  const found = await runInThread(name, input(), () => {});
  await keep(entry, found);
  return found;
}
