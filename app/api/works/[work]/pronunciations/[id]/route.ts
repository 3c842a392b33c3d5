import * as operations from '../../../../../../lib/api/operations/writing';
import { removePronunciation } from '../../../../../../lib/works/pronunciations';
import { allow } from '../../../../guard';
import { serve } from '../../../../serve';

export const dynamic = 'force-dynamic';

/** Takes a pronunciation out; answers with what undoes that. */
export const DELETE = serve(operations.removePronunciation, async ({ request, params }) => {
  const { work, id } = params;
  await allow(request, 'edit', work);
  return Response.json({ changed: await removePronunciation(work, id) });
});
