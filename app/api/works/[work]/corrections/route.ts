import * as decisions from '../../../../../lib/api/operations/decisions';
import * as writing from '../../../../../lib/api/operations/writing';
import { openCorrecting, saveCorrecting } from '../../../../../lib/compare/correcting';
import { check } from '../../../../../lib/core/json';
import { ConflictError } from '../../../../../lib/store/store';
import { bodyOf } from '../../../answer';
import { admit, allow } from '../../../guard';
import { conflictOf } from '../../../problem';
import { serve } from '../../../serve';

export const dynamic = 'force-dynamic';

/** The links between two editions as they are: `?a=…&b=…`, of sentences with `&unit=sentence`. */
export const GET = serve(decisions.getCorrections, async ({ request, params, query }) => {
  await admit(request);
  return Response.json(await openCorrecting(params.work, query.a, query.b, query.unit));
});

/** Confirms beads, and answers with the alignment that follows; 409 if someone saved meanwhile. */
export const PUT = serve(writing.saveCorrections, async ({ request, params }) => {
  const slug = params.work;
  await allow(request, 'edit', slug);
  const { a, b, revision, unit, beads, cuts } = check(
    writing.correctionsToSave,
    await bodyOf(request, 32 * 1024 * 1024),
  );
  try {
    return Response.json(await saveCorrecting(slug, a, b, { unit, beads, cuts }, revision));
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const theirs = await openCorrecting(slug, a, b, unit);
    return conflictOf(error, { theirs });
  }
});
