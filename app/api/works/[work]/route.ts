import { describeWork } from '../../../../lib/api/alignment';
import * as reading from '../../../../lib/api/operations/reading';
import * as writing from '../../../../lib/api/operations/writing';
import { check } from '../../../../lib/core/json';
import { editWork, removeWork } from '../../../../lib/works/edit-work';
import { loadWork } from '../../../../lib/works/load';
import { bodyOf } from '../../answer';
import { allow } from '../../guard';
import { serve } from '../../serve';
import { tagged } from '../../tagged';

export const dynamic = 'force-dynamic';

/** A work: what is known of it and its editions, and what is wrong with them. */
export const GET = serve(reading.getWork, async ({ request, params }) => {
  const { work, problems } = await loadWork(params.work);
  const described = { ...describeWork(work), problems: problems.map(({ oneLine }) => oneLine) };
  return tagged(request, JSON.stringify(described), () => Response.json(described));
});

/** Changes what is known of a work; null takes a field out. Answers with what undoes it. */
export const PATCH = serve(writing.editWork, async ({ request, params }) => {
  const slug = params.work;
  await allow(request, 'edit', slug);
  const edit = check(writing.workEdit, await bodyOf(request));
  return Response.json({ changed: await editWork(slug, edit) });
});

/** Takes a work out of the library. Answers with what undoes it. */
export const DELETE = serve(writing.removeWork, async ({ request, params }) => {
  const slug = params.work;
  await allow(request, 'manage', slug);
  return Response.json({ changed: await removeWork(slug) });
});
