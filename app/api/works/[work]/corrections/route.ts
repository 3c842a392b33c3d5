import { z } from 'zod';
import { openCorrecting, saveCorrecting } from '../../../../../lib/compare/correcting';
import { check } from '../../../../../lib/core/json';
import { ConflictError } from '../../../../../lib/store/store';
import { answer, bodyOf } from '../../../answer';
import { admit, allow } from '../../../guard';
import { conflictOf } from '../../../problem';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ work: string }> };

/** The links between two editions as they are: `?a=…&b=…`. */
export function GET(request: Request, { params }: Props): Promise<Response> {
  return answer(async () => {
    await admit(request);
    const query = new URL(request.url).searchParams;
    return Response.json(
      await openCorrecting((await params).work, query.get('a') ?? '', query.get('b') ?? ''),
    );
  });
}

const ids = z.array(z.string().max(80)).max(1000);
const bodySchema = z.object({
  a: z.string(),
  b: z.string(),
  /** What the writer read: see `revision` of GET. */
  revision: z.string().max(64),
  /** All that is settled between the two, in place of what was. */
  beads: z.array(z.object({ a: ids, b: ids })).max(200_000),
});

/** Settles beads, and answers with the alignment that follows; 409 if someone saved meanwhile. */
export function PUT(request: Request, { params }: Props): Promise<Response> {
  return answer(async () => {
    const slug = (await params).work;
    await allow(request, 'edit', slug);
    const { a, b, revision, beads } = check(bodySchema, await bodyOf(request, 32 * 1024 * 1024));
    try {
      return Response.json(await saveCorrecting(slug, a, b, beads, revision));
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      const theirs = await openCorrecting(slug, a, b);
      return conflictOf(error, { theirs });
    }
  });
}
