import { InputError } from '../core/errors';
import type { Edition } from '../edition/model';
import { markedPages } from '../edition/page-images';
import { identifyDismissals } from './dismissals';
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
    for (const { state, editions, reason } of identifyDismissals(work)) {
      if (state === 'here') continue;
      const message = `a dismissal in “${editions[1]}” (“${reason.slice(0, 60)}”) is about words that have changed: it holds no longer`;
      result.warnings.push({ file: `${slug}/dismissals.json`, message });
    }
    for (const edition of work.editions) {
      result.segments += edition.segments.length;
      for (const { line, message } of edition.warnings) {
        result.warnings.push({ file: `${slug}/${edition.siglum}.md`, line, message });
      }
      const message = picturesWithoutPage(edition);
      if (message) result.warnings.push({ file: `${slug}/${edition.siglum}.md`, message });
    }
  } catch (error) {
    if (!gather || !(error instanceof InputError)) throw error;
    fault(error);
  }
  return result;
}

/** So many pages are named in a message. */
const maxNamed = 5;

/** What is said of pictures whose pages the text does not mark, and which nobody will see; null where there are none. */
function picturesWithoutPage(edition: Edition): string | null {
  const marked = new Set(markedPages(edition));
  const pages = Object.keys(edition.images ?? {}).filter((page) => !marked.has(page));
  if (pages.length === 0) return null;
  const named = pages.slice(0, maxNamed).map((page) => `“${page}”`);
  const more = pages.length > maxNamed ? ', …' : '';
  return `images: pictures of pages that the text does not mark (${pages.length}): ${named.join(', ')}${more}`;
}
