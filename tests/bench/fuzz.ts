import fc from 'fast-check';
import { damagedFiles, endings, samples, survive } from '../fuzz';

// Damages files of every format and reads them: `npm run fuzz [cases] [ending…]`, 100,000 of each
// by default. Ends with 1 at the first file that crashes a reader, with what makes it again.

const [cases = '100000', ...only] = process.argv.slice(2);
const sound = await samples();
const table: Record<string, Record<string, number | string>> = {};
for (const ending of only.length > 0 ? only : endings) {
  const counts = { read: 0, refused: 0 };
  let slowest = 0;
  const started = performance.now();
  const result = await fc.check(
    fc.asyncProperty(damagedFiles(sound[ending]), async (bytes) => {
      const from = performance.now();
      counts[await survive(ending, bytes)]++;
      slowest = Math.max(slowest, performance.now() - from);
    }),
    { numRuns: Number(cases), endOnFailure: true },
  );
  if (result.failed) {
    console.error(
      `.${ending}: ${result.errorInstance}\nseed ${result.seed}, path ${result.counterexamplePath}`,
    );
    process.exit(1);
  }
  table[`.${ending}`] = {
    ...counts,
    'slowest ms': Math.round(slowest),
    'a second': Math.round((Number(cases) / (performance.now() - started)) * 1000),
  };
  console.error(`.${ending}: ${cases} cases, none crashed or hung`);
}
console.table(table);
