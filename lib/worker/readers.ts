import {
  alignPosted,
  alignPostedJob,
  collatePosted,
  collatePostedJob,
  diffPosted,
  diffPostedJob,
} from '../api/posted-texts';
import { indexDictionary, indexJob } from '../dictionaries/index-dictionary';
import { compilePdf } from '../formats/pdf/compile';
import type { BoundedKind, BoundedRun } from '../jobs/bounded';
import type { BoundedMessage } from '../jobs/bounded-processes';
import { sentFailure } from '../jobs/sent-error';
import { printJob } from '../studies/print-pdf';
import { readTermsFile, readTermsJob } from '../works/import-terms';
import { planImport, planImportJob } from '../works/plan-import';
import { readStored, readStoredJob } from '../works/read-stored';
import { understandJob, understandJson } from '../works/understand';

// biome-ignore lint/suspicious/noExplicitAny: each kind has types of its own
const runs = new Map<string, BoundedRun<any, any, unknown>>();

function register<Input, Part, Output>(
  { name }: BoundedKind<Input, Part, Output>,
  run: BoundedRun<Input, Part, Output>,
): void {
  runs.set(name, run);
}

register(readStoredJob, readStored);
register(understandJob, understandJson);
register(planImportJob, planImport);
register(readTermsJob, readTermsFile);
register(printJob, compilePdf);
register(indexJob, indexDictionary);
register(alignPostedJob, alignPosted);
register(collatePostedJob, collatePosted);
register(diffPostedJob, diffPosted);

/** Runs a job, and puts what comes of it into a message for the parent. */
export async function runReader(
  name: string,
  input: unknown,
  send: (part: unknown) => void,
): Promise<BoundedMessage> {
  try {
    const run = runs.get(name);
    if (!run) throw new Error(`no reading job is registered as “${name}”`);
    return { result: await run(input, send) };
  } catch (error) {
    return sentFailure(error);
  }
}
