import type { Edition } from '../edition/model';
import { runAlignment } from './alignment-job';
import { computeStatistics } from './count';
import type { Jobs } from './jobs';
import { summarise } from './marked-rows';
import { linkPassages } from './word-job';

type Runners = {
  [Name in keyof Jobs]: (
    input: Jobs[Name]['input'],
    progress: (share: number) => void,
  ) => Jobs[Name]['output'] | Promise<Jobs[Name]['output']>;
};

/** What the worker thread runs. */
export const runners: Runners = {
  align: runAlignment,
  summarise: ({ editions, base, compared, rows, names, ignore }) => {
    // Texts and languages are all that a summary looks at.
    const sides = editions as unknown as Edition[];
    return summarise({ base: sides[base], editions: sides, compared, rows }, names, ignore);
  },
  count: computeStatistics,
  words: linkPassages,
};
