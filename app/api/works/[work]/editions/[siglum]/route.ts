import { z } from 'zod';
import { check } from '../../../../../../lib/core/json';
import { frontMatterSchema } from '../../../../../../lib/edition/metadata';
import { editEdition, removeEdition } from '../../../../../../lib/works/edit-work';
import { findEdition, loadWork } from '../../../../../../lib/works/load';
import { answer, bodyOf } from '../../../../answer';
import { allow } from '../../../../guard';
import { tagged } from '../../../../tagged';

export const dynamic = 'force-dynamic';

/** Segments told at once, at most. */
const most = 2000;

type Props = { params: Promise<{ work: string; siglum: string }> };

/** An edition: its metadata, and its segments from `from` up to `to` (the first 2000 by default). */
export function GET(request: Request, { params }: Props): Promise<Response> {
  return answer(async () => {
    const { work: slug, siglum } = await params;
    const { segments, warnings: _, ...metadata } = findEdition((await loadWork(slug)).work, siglum);
    const query = new URL(request.url).searchParams;
    const from = Math.max(0, Math.trunc(Number(query.get('from') ?? 0)) || 0);
    const asked = Math.trunc(Number(query.get('to') ?? from + most)) || 0;
    const to = Math.min(segments.length, Math.max(from, Math.min(asked, from + most)));
    const part = segments.slice(from, to);
    const key = JSON.stringify([metadata, from, to, segments.length, part.map(({ id }) => id)]);
    return tagged(request, key, () =>
      Response.json({
        ...metadata,
        count: segments.length,
        from,
        segments: part.map(({ id, kind, level, label, text, spans }) => ({
          id,
          kind,
          level,
          label,
          text,
          spans,
        })),
      }),
    );
  });
}

const field = z.string().max(5000).nullable();
const bodySchema = z.object({
  /** Fields to set; null takes one out. A siglum renames the edition. */
  metadata: z.partialRecord(frontMatterSchema.keyof(), field),
  revision: z.string().max(64).optional(),
});

/** Changes what is known of an edition; answers with what undoes it. */
export function PATCH(request: Request, { params }: Props): Promise<Response> {
  return answer(async () => {
    const { work, siglum } = await params;
    await allow(request, 'edit', work);
    const { metadata, revision } = check(bodySchema, await bodyOf(request));
    const values = check(
      frontMatterSchema,
      Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== null)),
    );
    const gone = Object.entries(metadata).filter(([, value]) => value === null);
    const edit = { ...values, ...Object.fromEntries(gone) };
    const changed = await editEdition(work, siglum, edit, revision);
    return Response.json({ changed });
  });
}

/** Takes an edition out; `?revision=` is that of its file. Answers with what undoes it. */
export function DELETE(request: Request, { params }: Props): Promise<Response> {
  return answer(async () => {
    const { work, siglum } = await params;
    await allow(request, 'edit', work);
    const revision = new URL(request.url).searchParams.get('revision') ?? undefined;
    return Response.json({ changed: await removeEdition(work, siglum, revision) });
  });
}
