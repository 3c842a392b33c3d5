import path from 'node:path';
import { Presets, SingleBar } from 'cli-progress';

/** Prints a value as one line of JSON. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Two digits are all that a score means. */
export function rounded(score: number, digits = 2): number {
  return Number(score.toFixed(digits));
}

/** Shows progress on standard error, where a person is watching; elsewhere nothing. */
export function progressBar(what: string): (share: number) => void {
  if (!process.stderr.isTTY) return () => {};
  const bar = new SingleBar(
    { format: `${what} {bar} {percentage} %`, clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(100, 0);
  process.once('exit', () => bar.stop());
  return (share) => {
    bar.update(Math.floor(share * 100));
    if (share >= 1) bar.stop();
  };
}

/** Whether standard output shows colour: a terminal, and `NO_COLOR` is not set (no-color.org). */
export const showsColour = (): boolean => process.stdout.isTTY && !process.env.NO_COLOR;

/** The format that a file's ending names, where it names one. */
export function formatOfFile<Format extends string>(
  file: string | undefined,
  endings: Readonly<Record<Format, string>>,
): Format | undefined {
  const ending = file && path.extname(file).slice(1).toLowerCase();
  return (Object.keys(endings) as Format[]).find(
    (format) => ending && (ending === endings[format] || ending === format),
  );
}
