import { type Pending, pending, ready } from './pending';
import { processWide } from './process-wide';
import { within } from './promises';

type Progress = (share: number) => void;

const underWay = processWide('shares under way', () => new Map<string, number>());

/**
 * What a long task comes to if that is ready within `timeoutMs` milliseconds, or else the share of it
 * that is done, 0 to 1; the rest is done meanwhile.
 *
 * @param name of what it comes to: whoever asks for the same sees the same share.
 */
export async function soon<T>(
  name: string,
  timeoutMs: number,
  begin: (progress: Progress) => Promise<T>,
): Promise<Pending<T>> {
  const found = begin((share) => underWay.set(name, share));
  const done = () => underWay.delete(name);
  found.then(done, done);
  const value = await within(
    found.then((result) => ({ result })),
    timeoutMs,
  );
  return value ? ready(value.result) : pending(underWay.get(name) ?? 0);
}

/** How far a task is of as many parts, all as long: what each part tells of itself. */
export function ofParts(count: number, progress: Progress = () => {}): Progress[] {
  const shares = new Array<number>(count).fill(0);
  return shares.map((_, part) => (share) => {
    shares[part] = share;
    progress(shares.reduce((sum, each) => sum + each, 0) / count);
  });
}
