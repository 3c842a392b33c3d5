import { libraryFolder } from '../core/config';
import { type PlanRequest, planSafely } from './plan-import';
import { type EditionsToSave, type SavedImport, saveEditions } from './save';

export interface ImportRequest extends PlanRequest {
  /** Slug of the work. */
  work: string;
  /** Whether the work is to be made. By default it is where a title is given. */
  isNew?: boolean;
  /** The title of a work that is made; by default its text's. */
  workTitle?: string;
  /** Whether editions of that siglum may be replaced. */
  replace?: boolean;
  /** Revisions of those, by siglum, as the writer knows them; see `EditionsToSave`. */
  known?: EditionsToSave['known'];
}

/**
 * Saves a file's editions, in Markdown, in a work, and what the file knows of their correspondence:
 * all in one change, or nothing.
 *
 * @throws ConflictError where the work has such an edition and it was not to be replaced;
 *   InputError for what cannot be read or saved. Nothing is written then.
 */
export async function importFiles(
  request: ImportRequest,
  folder = libraryFolder(),
): Promise<SavedImport> {
  const {
    work,
    isNew = request.workTitle !== undefined,
    workTitle,
    replace,
    known,
    ...what
  } = request;
  const plan = await planSafely(what);
  const title = workTitle ?? plan.title ?? plan.editions[0].title ?? work;
  return saveEditions(
    {
      work,
      ...(isNew ? { workTitle: title } : {}),
      name: request.files[0].name,
      plan,
      replace,
      known,
    },
    folder,
  );
}
