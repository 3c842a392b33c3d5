import * as operations from '../../../../lib/api/operations/writing';
import { largestUpload } from '../../../../lib/core/files';
import { understandSafely } from '../../../../lib/works/understand';
import { bytesOf } from '../../answer';
import { allowReadingFiles, enter } from '../../guard';
import { serve } from '../../serve';

export const dynamic = 'force-dynamic';

/**
 * What is understood of a file, with an entry for each edition that it holds: the body is the
 * file itself, `?name=` its name, `encoding=` that of a text where it is known. Nothing is saved.
 */
export const POST = serve(operations.readFile, async ({ request, query }) => {
  await allowReadingFiles(await enter(request));
  const name = query.name || 'text.txt';
  const bytes = await bytesOf(request, largestUpload);
  const file = { bytes, name, ...(query.encoding && { encoding: query.encoding }) };
  const json = await understandSafely(file, request.signal);
  return new Response(new Uint8Array(json), { headers: { 'content-type': 'application/json' } });
});
