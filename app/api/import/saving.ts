import { grant } from '../../../lib/accounts/people';
import { type ImportRequest, importFiles } from '../../../lib/works/import';
import { allowAct, type Writer } from '../guard';

/**
 * Saves what someone sent as editions, where they may; 409 where there are such and they were not
 * to be replaced.
 */
export async function saveImport(writer: Writer, request: ImportRequest): Promise<Response> {
  const { work, workTitle } = request;
  if (workTitle) await allowAct(writer, 'create');
  else await allowAct(writer, 'edit', work);
  const { files, settled, warnings } = await importFiles(request);
  // Who adds a work says who else may change it.
  if (writer && workTitle) await grant(writer.id, work, 'owner');
  return Response.json({ work, files, settled, warnings }, { status: 201 });
}
