import { grant } from '../../../lib/accounts/people';
import { ConflictError } from '../../../lib/store/store';
import { type ImportRequest, importFiles } from '../../../lib/works/import';
import type { SavedImport } from '../../../lib/works/save';
import { allowAct, type Writer } from '../guard';
import { conflictOf } from '../problem';

/**
 * Saves what someone sent as editions, where they may; 409 where there are such that were not to be
 * replaced, or that someone has changed since: with each as it is, its revision, and as it would be.
 */
export async function saveImport(writer: Writer, request: ImportRequest): Promise<Response> {
  const { work, workTitle } = request;
  if (workTitle) await allowAct(writer, 'create');
  else await allowAct(writer, 'edit', work);
  let saved: SavedImport;
  try {
    saved = await importFiles(request);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return conflictOf(error, { clashes: error.clashes });
  }
  const { files, confirmed, warnings, revisions, changed } = saved;
  // Who adds a work says who else may change it.
  if (writer && workTitle) await grant(writer.id, work, 'owner');
  return Response.json({ work, files, confirmed, warnings, revisions, changed }, { status: 201 });
}
