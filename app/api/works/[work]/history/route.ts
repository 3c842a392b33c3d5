import * as decisions from '../../../../../lib/api/operations/decisions';
import * as writing from '../../../../../lib/api/operations/writing';
import { libraryFolder } from '../../../../../lib/core/config';
import { check } from '../../../../../lib/core/json';
import { isLibraryFile } from '../../../../../lib/store/store';
import { workHistory } from '../../../../../lib/works/history';
import { undoChanges } from '../../../../../lib/works/undo';
import { bodyOf } from '../../../answer';
import { admit, allow } from '../../../guard';
import { serve } from '../../../serve';

export const dynamic = 'force-dynamic';

/** What saves have replaced in a work, the latest first. */
export const GET = serve(decisions.getHistory, async ({ request, params }) => {
  await admit(request);
  return Response.json({ replaced: await workHistory(params.work, libraryFolder()) });
});

/** Undoes a save: answers with what undoes that in turn; 409 where someone has saved since. */
export const POST = serve(writing.undo, async ({ request, params }) => {
  const slug = params.work;
  await allow(request, 'edit', slug);
  const { files } = check(writing.changesToUndo, await bodyOf(request));
  // What holds for all works is undone by who may change them all.
  if (files.some(({ path }) => isLibraryFile(path))) await allow(request, 'edit');
  return Response.json({ changed: await undoChanges(slug, files, libraryFolder()) });
});
