/**
 * Beside CollateX on its own tests: never fewer pairs of equal words in one column than either version, but for
 * the sets named below, each with its reason.
 *
 *     npm run bench:collatex -- cases.json
 *
 * The file lists cases: `id`, `collatex` (java or python), `witnesses` with their tokens (`t`, `n`), and the
 * `matches` and `columns` of what that version made of them.
 */
import { readFileSync } from 'node:fs';
import { collate } from '../../lib/collate/collation';

interface Case {
  id: string;
  collatex: string;
  witnesses: { id: string; tokens: { t: string; n: string }[] }[];
  matches: number;
  columns: number;
}

const swapped =
  'two sections have changed places, and one can stay in line: here the one whose words weigh more, and the tags at the edges of what has moved go with it; there the one with more marks';
const nearMatch =
  '“this glass” faces “those glasses”, which it stands for, and not “those” seven words later';
const changedWord =
  '“eeex” faces “eeee” in all witnesses, which it is a spelling of; the word beside it has moved';

/** Sets in which we have fewer pairs, and why a scholar would have ours. */
const reasons: Readonly<Record<string, string>> = {
  'DarwinTest.cyclicJoin':
    'two paragraphs that say different things: here words of meaning face each other (reproductive, system), there “the”, “of” and commas',
  'DarwinTest.incomplete':
    'worse by seven pairs: “much” and “has” of the sixth witness stand beside the columns that have them, where “seldom” and “had” took their places',
  'EditGraphMultiWitnessAlignerTest.testMWADavidBirnbaum4Witnesses': changedWord,
  'EditGraphMultiWitnessAlignerTest.testMWADavidBirnbaum5Witnesses': changedWord,
  'HermansTest.testHermansText3': swapped,
  'HermansTest.testHermansText3aJoinedTranspositions#0': swapped,
  'test_near_matching.test_exact_matching': nearMatch,
  'test_near_matching_pretokenized.test_exact_matching': nearMatch,
};

function pairsIn(columns: ReturnType<typeof collate>['columns']): number {
  let pairs = 0;
  for (const column of columns) {
    const counts = new Map<string, number>();
    for (const token of column) {
      if (!token) continue;
      const count = counts.get(token.n) ?? 0;
      pairs += count;
      counts.set(token.n, count + 1);
    }
  }
  return pairs;
}

const [file] = process.argv.slice(2);
if (!file) throw new Error('name the file of cases');
const cases: Case[] = JSON.parse(readFileSync(file, 'utf8'));
const count = { all: 0, more: 0, same: 0, fewer: 0 };
let unexplained = 0;
for (const { id, collatex, witnesses, matches, columns: theirs } of cases) {
  const { columns } = collate(witnesses.map((each) => ({ siglum: each.id, tokens: each.tokens })));
  const pairs = pairsIn(columns);
  count.all++;
  count[pairs > matches ? 'more' : pairs === matches ? 'same' : 'fewer']++;
  if (pairs >= matches) continue;
  const reason = reasons[id.replace(/^[^/]*\//, '')];
  if (!reason) unexplained++;
  console.log(
    `${id} (${collatex}): ${pairs} pairs in ${columns.length} columns, theirs ${matches} in ${theirs}: ${reason ?? 'NOT EXPLAINED'}`,
  );
}
console.log(
  `${count.all} cases: more pairs in ${count.more}, as many in ${count.same}, fewer in ${count.fewer}, of which ${unexplained} are not explained`,
);
if (unexplained > 0) process.exitCode = 1;
