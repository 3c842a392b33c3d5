/**
 * How fast texts are compared and collated: two editions beside jsdiff and diff-match-patch on the
 * same tokens in the same run, and many by size.
 *
 *     npm run bench:collate
 */
import { diffArrays } from 'diff';
import DiffMatchPatch from 'diff-match-patch';
import { collate } from '../../lib/collate/collation';
import { compareSequences } from '../../lib/collate/sequence';
import { tokensOf } from '../../lib/collate/witness';
import { random } from './synthetic';

/** Words without meaning, by Zipf's law; letters only, so that each is one token. */
function wordOf(prefix: string, number: number): string {
  return (
    prefix +
    [...number.toString(26)].map((c) => String.fromCharCode(97 + Number.parseInt(c, 26))).join('')
  );
}

/** An edition of a text drawn once, of a number of words: a share of them changed, added, dropped. */
function edition(words: number, seed: number, changed: number): string[] {
  const base = random(99);
  const own = random(seed);
  return Array.from({ length: words }, () =>
    wordOf('w', Math.floor(Math.exp(base() * Math.log(20_000)))),
  ).flatMap((word) => {
    const chance = own();
    const other = () => wordOf('v', Math.floor(own() * 5000));
    if (chance < changed * 0.6) return [other()];
    if (chance < changed * 0.8) return [];
    return chance < changed ? [word, other()] : [word];
  });
}

function timed<T>(work: () => T): [result: T, ms: number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

/** diff-match-patch on words as characters, as its wiki advises; it has some 65,000 of them. */
function dmpDiff(a: string[], b: string[]): void {
  const codes = new Map<string, string>();
  const encode = (tokens: string[]) =>
    tokens
      .map((token) => {
        let code = codes.get(token);
        if (!code) {
          code = String.fromCharCode(codes.size + (codes.size >= 0xd800 ? 0x800 : 0));
          codes.set(token, code);
        }
        return code;
      })
      .join('');
  const dmp = new DiffMatchPatch();
  dmp.Diff_Timeout = 0;
  dmp.diff_main(encode(a), encode(b), false);
}

const seconds = (ms: number | null) =>
  ms === null ? '—'.padStart(12) : `${ms.toFixed(0)} ms`.padStart(12);
const ratio = (peer: number | null, ours: number) =>
  peer === null ? '—'.padStart(8) : `× ${(peer / ours).toFixed(1)}`.padStart(8);

console.log('Two editions, word by word, 5 % of words changed: time, and the peers’ over ours\n');
console.log('     words    Variorum      jsdiff             diff-match-patch');
for (const size of [1000, 10_000, 100_000, 1_000_000]) {
  const [a, b] = [edition(size, 1, 0.05), edition(size, 2, 0.05)];
  timed(() => compareSequences(a.slice(0, 500), b.slice(0, 500)));
  const [, ours] = timed(() => compareSequences(a, b));
  // The peers' time grows with the square of the differences: a million would take them hours.
  const jsdiff = size <= 100_000 ? timed(() => diffArrays(a, b))[1] : null;
  const dmp = size <= 100_000 ? timed(() => dmpDiff(a, b))[1] : null;
  console.log(
    `${String(size).padStart(10)}${seconds(ours)}${seconds(jsdiff)}${ratio(jsdiff, ours)}${seconds(dmp)}${ratio(dmp, ours)}`,
  );
}

console.log('\nMany editions collated, 5 % of words changed in each: tokenising and aligning\n');
console.log('     words  editions    tokens in       align    columns   rss MB');
for (const [size, count] of [
  [1000, 2],
  [1000, 8],
  [10_000, 4],
  [10_000, 8],
  [100_000, 2],
  [100_000, 8],
  [1_000_000, 2],
]) {
  const texts = Array.from({ length: count }, (_, k) => edition(size, k + 1, 0.05).join(' '));
  const [witnesses, cutting] = timed(() =>
    texts.map((text, k) => ({ siglum: `W${k}`, tokens: tokensOf(text, { language: 'en' }) })),
  );
  const [{ columns }, aligning] = timed(() => collate(witnesses));
  const rss = process.memoryUsage().rss / 1e6;
  console.log(
    `${String(size).padStart(10)}${String(count).padStart(10)}${seconds(cutting)}${seconds(aligning)}${String(columns.length).padStart(11)}${rss.toFixed(0).padStart(9)}`,
  );
}

console.log('\nNothing in common: bounded, and reported as what it is\n');
for (const size of [10_000, 100_000, 1_000_000]) {
  const words = (prefix: string, seed: number) => {
    const next = random(seed);
    return Array.from({ length: size }, () => wordOf(prefix, Math.floor(next() * 5000)));
  };
  const [a, b] = [words('x', 1), words('y', 2)];
  const [runs, diffing] = timed(() => compareSequences(a, b));
  const [{ columns }, aligning] = timed(() =>
    collate(
      [a, b].map((tokens, k) => ({ siglum: `W${k}`, tokens: tokens.map((t) => ({ t, n: t })) })),
    ),
  );
  console.log(
    `${String(size).padStart(10)} words: compared in ${diffing.toFixed(0)} ms (${runs.length} run), collated in ${aligning.toFixed(0)} ms (${columns.length} columns)`,
  );
}
