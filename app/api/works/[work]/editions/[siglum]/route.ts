import { findEdition, loadWork } from '../../../../../../lib/works/load';
import { answer } from '../../../../answer';
import { tagged } from '../../../../tagged';

export const dynamic = 'force-dynamic';

/** Segments told at once, at most. */
const most = 2000;

/** An edition: its metadata, and its segments from `from` up to `to` (the first 2000 by default). */
export function GET(
  request: Request,
  { params }: { params: Promise<{ work: string; siglum: string }> },
): Promise<Response> {
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
