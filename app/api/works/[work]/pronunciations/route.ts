import * as decisions from '../../../../../lib/api/operations/decisions';
import * as writing from '../../../../../lib/api/operations/writing';
import { check } from '../../../../../lib/core/json';
import { pronunciationDraftSchema } from '../../../../../lib/edition/pronunciations';
import { loadWork } from '../../../../../lib/works/load';
import { addPronunciation, placePronunciations } from '../../../../../lib/works/pronunciations';
import { bodyOf } from '../../../answer';
import { admit, allow } from '../../../guard';
import { serve } from '../../../serve';

export const dynamic = 'force-dynamic';

/** How people say that Chinese characters of the work are read, with where the words stand now. */
export const GET = serve(decisions.listPronunciations, async ({ request, params }) => {
  await admit(request);
  const { work } = await loadWork(params.work);
  return Response.json({ pronunciations: placePronunciations(work) });
});

/** Says how a word is read; answers with what undoes it. */
export const POST = serve(writing.createPronunciation, async ({ request, params }) => {
  const slug = params.work;
  await allow(request, 'edit', slug);
  const draft = check(pronunciationDraftSchema, await bodyOf(request));
  const { work } = await loadWork(slug);
  return Response.json({ changed: await addPronunciation(work, draft) }, { status: 201 });
});
