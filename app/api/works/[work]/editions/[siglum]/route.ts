import { editionFile, editionPage } from '../../../../../../lib/api/edition-forms';
import * as reading from '../../../../../../lib/api/operations/reading';
import * as writing from '../../../../../../lib/api/operations/writing';
import { InputError } from '../../../../../../lib/core/errors';
import { check } from '../../../../../../lib/core/json';
import { contentKey } from '../../../../../../lib/edition/hash';
import { frontMatterSchema } from '../../../../../../lib/edition/metadata';
import { editEdition, removeEdition } from '../../../../../../lib/works/edit-work';
import { findEdition, loadWork } from '../../../../../../lib/works/load';
import { accepted } from '../../../../../server/accepted';
import { nextPage } from '../../../../../server/next-page';
import { bodyOf } from '../../../../answer';
import { allow } from '../../../../guard';
import { serve } from '../../../../serve';
import { tagged } from '../../../../tagged';

export const dynamic = 'force-dynamic';

/**
 * An edition: its metadata, and its segments from `from` up to `to`, with the address of what follows
 * where that is more than come at once. The whole of it as a file of another type, by `Accept`.
 */
export const GET = serve(reading.getEdition, async ({ request, params, query }) => {
  const { work } = await loadWork(params.work);
  const edition = findEdition(work, params.siglum);
  const type = accepted(request, reading.editionTypes);
  const { from = 0, to = edition.segments.length } = query;
  const key = contentKey(work, [edition], `${type} ${from} ${to}`);
  const response = await tagged(request, key, async () => {
    if (type !== 'application/json') {
      refusePart(query);
      const file = await editionFile(work, edition, type);
      return new Response(file, { headers: { 'content-type': `${type}; charset=utf-8` } });
    }
    const end = Math.min(to, edition.segments.length, from + reading.maxSegments);
    const isMore = end < Math.min(to, edition.segments.length);
    return Response.json({
      ...editionPage(edition, from, end),
      ...(isMore ? nextPage(request, end) : {}),
    });
  });
  response.headers.append('vary', 'accept');
  return response;
});

/** @throws InputError for a part of a file: only JSON comes in parts. */
function refusePart({ from, to }: { from?: number; to?: number }): void {
  if (from === undefined && to === undefined) return;
  throw new InputError('“from” and “to” are for JSON; other types come whole', {
    remedy: 'leave them out, or accept application/json',
  });
}

/** Changes what is known of an edition; answers with what undoes it. */
export const PATCH = serve(writing.editEdition, async ({ request, params }) => {
  const { work, siglum } = params;
  await allow(request, 'edit', work);
  const { metadata, revision } = check(writing.editionEdit, await bodyOf(request));
  const values = check(
    frontMatterSchema,
    Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== null)),
  );
  const gone = Object.entries(metadata).filter(([, value]) => value === null);
  const edit = { ...values, ...Object.fromEntries(gone) };
  const changed = await editEdition(work, siglum, edit, revision);
  return Response.json({ changed });
});

/** Takes an edition out; `?revision=` is that of its file. Answers with what undoes it. */
export const DELETE = serve(writing.removeEdition, async ({ request, params, query }) => {
  const { work, siglum } = params;
  await allow(request, 'edit', work);
  return Response.json({ changed: await removeEdition(work, siglum, query.revision) });
});
