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

/** Tells progress on standard error, where a person is watching; elsewhere nothing. */
export function progressBar(what: string): (share: number) => void {
  if (!process.stderr.isTTY) return () => {};
  let told = -1;
  process.on('exit', () => process.stderr.write('\r\x1b[K'));
  return (share) => {
    const percent = Math.floor(share * 100);
    if (percent === told) return;
    told = percent;
    process.stderr.write(`\r${what} ${percent} %`);
  };
}
