import { z } from 'zod';
import { libraryFolder } from '../../../../../lib/core/config';
import { check } from '../../../../../lib/core/json';
import { workHistory } from '../../../../../lib/works/history';
import { undoChanges } from '../../../../../lib/works/undo';
import { answer, bodyOf } from '../../../answer';
import { admit, allow } from '../../../guard';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ work: string }> };

/** What saves have replaced in a work, the latest first. */
export function GET(request: Request, { params }: Props): Promise<Response> {
  return answer(async () => {
    await admit(request);
    return Response.json({ replaced: await workHistory((await params).work, libraryFolder()) });
  });
}

const revision = z.string().min(1).max(64);
const bodySchema = z.object({
  /** What a save has changed, as its answer says. */
  files: z
    .array(z.object({ path: z.string().max(300), before: revision, after: revision }))
    .min(1)
    .max(1000),
});

/** Undoes a save: answers with what undoes that in turn; 409 where someone has saved since. */
export function POST(request: Request, { params }: Props): Promise<Response> {
  return answer(async () => {
    const slug = (await params).work;
    await allow(request, 'edit', slug);
    const { files } = check(bodySchema, await bodyOf(request));
    return Response.json({ changed: await undoChanges(slug, files, libraryFolder()) });
  });
}
