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
