import { workArchive, workFiles } from '../../../../../lib/api/archive';
import * as operations from '../../../../../lib/api/operations/reading';
import { contentHash } from '../../../../../lib/core/hash';
import { loadWork } from '../../../../../lib/works/load';
import { attachment } from '../../../attachment';
import { serve } from '../../../serve';
import { tagged } from '../../../tagged';

export const dynamic = 'force-dynamic';

/** All files of a work in one ZIP archive. */
export const GET = serve(operations.getArchive, async ({ request, params }) => {
  const { work } = await loadWork(params.work);
  const files = await workFiles(work.slug);
  const key = Object.entries(files).map(
    ([name, bytes]) => `${name} ${contentHash(bytes, 'content')}`,
  );
  return tagged(request, `archive ${key.join(' ')}`, () => {
    const archive = workArchive(work.slug, files);
    return new Response(new Uint8Array(archive), {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': attachment(work.title, '', 'zip'),
      },
    });
  });
});
