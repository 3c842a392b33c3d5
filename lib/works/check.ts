import { InputError } from '../core/errors';
import { loadWork } from './load';

/** What is found wrong with a work, and what a reader of its files should report. */
export interface WorkReport {
  work: string;
  editions: number;
  segments: number;
  errors: { file?: string; line?: number; message: string; remedy?: string }[];
  warnings: { file: string; line?: number; message: string }[];
}

/**
 * Reads a work as the pages would, and gathers what is wrong.
 * @throws InputError where there is no such work, unless `gather` is set.
 */
export async function checkWork(
  slug: string,
  folder: string,
  gather: boolean,
): Promise<WorkReport> {
  const result: WorkReport = { work: slug, editions: 0, segments: 0, errors: [], warnings: [] };
  const fault = ({ file, line, message, remedy }: InputError) => {
    result.errors.push({ file, line, message, remedy });
  };
  try {
    const { work, problems } = await loadWork(slug, folder);
    problems.forEach(fault);
    result.editions = work.editions.length;
    for (const edition of work.editions) {
      result.segments += edition.segments.length;
      for (const { line, message } of edition.warnings) {
        result.warnings.push({ file: `${slug}/${edition.siglum}.md`, line, message });
      }
    }
  } catch (error) {
    if (!gather || !(error instanceof InputError)) throw error;
    fault(error);
  }
  return result;
}
