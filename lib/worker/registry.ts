import { alignJob, runAlignment } from '../compare/alignment-job';
import { dictionaryJob, renderingsInDictionaries } from '../compare/dictionary-job';
import { runSummary, summaryJob } from '../compare/summary-job';
import { linkPassages, wordJob } from '../compare/word-job';
import type { JobKind, JobRun } from '../jobs/job';
import { computeStatistics } from '../studies/compute-statistics';
import { statisticsJob } from '../studies/statistics-job';

const runs = new Map<string, JobRun<unknown, unknown>>();

function register<Input, Output>(kind: JobKind<Input, Output>, run: JobRun<Input, Output>): void {
  runs.set(kind.name, run as JobRun<unknown, unknown>);
}

register(alignJob, runAlignment);
register(summaryJob, runSummary);
register(statisticsJob, computeStatistics);
register(wordJob, linkPassages);
register(dictionaryJob, renderingsInDictionaries);

/** What runs a kind of job, by its name. @throws Error for a name that is not registered. */
export function runOf(name: string): JobRun<unknown, unknown> {
  const run = runs.get(name);
  if (!run) throw new Error(`no job is registered as “${name}”`);
  return run;
}
