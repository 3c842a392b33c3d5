import { readdirSync, readFileSync } from 'node:fs';
import { type Bead, range } from '../../lib/align/bead';

/** A pair of texts by sentence, and the beads that a person found right. */
export interface Gold {
  name: string;
  a: { language: string; texts: string[] };
  b: { language: string; texts: string[] };
  beads: Bead[];
}

const folder = 'tests/fixtures/gold';

/** Languages of the texts by file: the original first, then its translation. */
const languages: Record<string, [string, string]> = {
  'ferry.tsv': ['zh', 'en'],
  'governess.tsv': ['en', 'zh'],
};

/**
 * Texts written for the project, a story in each direction, translated freely as novels are. In
 * the files each line is a bead, its sides separated by a tab and their sentences by `｜`.
 */
export function readGold(): Gold[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .sort()
    .map((file) => {
      const [a, b]: [string[], string[]] = [[], []];
      const beads = readFileSync(`${folder}/${file}`, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line): Bead => {
          const [left, right] = line.split('\t').map((side) => side.split('｜').filter(Boolean));
          const bead = {
            a: range(a.length, left.length),
            b: range(b.length, right.length),
            score: 1,
          };
          a.push(...left);
          b.push(...right);
          return bead;
        });
      return {
        name: file.replace('.tsv', ''),
        a: { language: languages[file][0], texts: a },
        b: { language: languages[file][1], texts: b },
        beads,
      };
    });
}
