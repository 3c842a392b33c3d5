import { processWide } from './process-wide';

const lines = processWide('lines', () => new Map<string, Promise<unknown>>());

/** Does something once all that was put in the same line before is done, in this process. */
export async function inLine<T>(line: string, run: () => Promise<T>): Promise<T> {
  const before = lines.get(line) ?? Promise.resolve();
  const turn = before.then(run);
  const settled = turn.then(
    () => {},
    () => {},
  );
  lines.set(line, settled);
  settled.then(() => {
    if (lines.get(line) === settled) lines.delete(line);
  });
  return turn;
}
