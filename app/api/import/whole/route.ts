import * as operations from '../../../../lib/api/operations/writing';
import { largestUpload } from '../../../../lib/core/files';
import { bytesOf } from '../../answer';
import { enter } from '../../guard';
import { serve } from '../../serve';
import { saveImport } from '../saving';

export const dynamic = 'force-dynamic';

/**
 * Saves all editions of a file, and which of their passages correspond, where the file says. The
 * body is the file itself; `?name=` names it, `encoding=` is that of a text where it is known, `work=` the
 * work's slug, `workTitle=` a new work's title, `siglum=` each edition in the file's order, and `replace=yes`
 * takes the place of others, whose revisions `revision=` names in that order.
 */
export const POST = serve(operations.importFile, async ({ request, query }) => {
  const writer = await enter(request);
  const { name = 'text.txt', encoding, siglum, revision, replace, ...wanted } = query;
  const bytes = await bytesOf(request, largestUpload);
  return saveImport(writer, {
    ...wanted,
    replace: replace === 'yes',
    sigla: siglum,
    known: Object.fromEntries(siglum.map((each, k) => [each, revision[k] ?? ''])),
    metadata: {},
    files: [{ bytes, name, ...(encoding && { encoding }) }],
  });
});
