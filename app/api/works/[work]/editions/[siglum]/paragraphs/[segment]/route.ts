import * as reading from '../../../../../../../../lib/api/operations/reading';
import * as writing from '../../../../../../../../lib/api/operations/writing';
import { check } from '../../../../../../../../lib/core/json';
import { editParagraph, readParagraph } from '../../../../../../../../lib/works/edit-paragraph';
import { bodyOf } from '../../../../../../answer';
import { admit, allow } from '../../../../../../guard';
import { serve } from '../../../../../../serve';

export const dynamic = 'force-dynamic';

/** A paragraph as its file has it, and the revision of that file. */
export const GET = serve(reading.getParagraph, async ({ request, params }) => {
  await admit(request);
  const { work, siglum, segment } = params;
  return Response.json(await readParagraph(work, siglum, segment));
});

/** Corrects a paragraph where it stands; 409 where someone has changed the edition since. */
export const PUT = serve(writing.editParagraph, async ({ request, params }) => {
  const { work, siglum, segment } = params;
  await allow(request, 'edit', work);
  const { source, revision } = check(writing.paragraphEdit, await bodyOf(request));
  return Response.json(await editParagraph(work, siglum, segment, source, revision));
});
