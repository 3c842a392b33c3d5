import { alignJob, runAlignment } from '../compare/alignment-job';
import { dictionaryJob, renderingsInDictionaries } from '../compare/dictionary-job';
import { runSummary, summaryJob } from '../compare/summary-job';
import { linkPassages, wordJob } from '../compare/word-job';
import type { JobKind, JobRun, Progress } from '../jobs/job';
import { type SentFailure, sentFailure } from '../jobs/sent-error';
import { sitePartJob } from '../site/part-job';
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
// Loaded where a site is written: it brings the components of the pages with it.
register(sitePartJob, async (job) => (await import('../site/make-part')).makePart(job));

/** Runs a job, and puts what comes of it into a message for the thread that waits for it. */
export async function runJobHere(
  name: string,
  input: unknown,
  progress: Progress,
): Promise<{ result: unknown } | SentFailure> {
  try {
    const run = runs.get(name);
    if (!run) throw new Error(`no job is registered as “${name}”`);
    return { result: await run(input, progress) };
  } catch (error) {
    return sentFailure(error);
  }
}
