import * as operations from '../../../lib/api/operations/writing';
import { largestFile } from '../../../lib/core/files';
import { check } from '../../../lib/core/json';
import { bodyOf } from '../answer';
import { enter } from '../guard';
import { serve } from '../serve';
import { saveImport } from './saving';

export const dynamic = 'force-dynamic';

/** Saves a text, which may have been mended, as an edition. */
export const POST = serve(operations.importText, async ({ request }) => {
  const writer = await enter(request);
  const {
    source,
    name,
    siglum,
    revision = '',
    ...wanted
  } = check(operations.textToImport, await bodyOf(request, largestFile * 2));
  const bytes = new TextEncoder().encode(source);
  return saveImport(writer, {
    ...wanted,
    sigla: [siglum],
    known: { [siglum]: revision },
    files: [{ bytes, name }],
  });
});
