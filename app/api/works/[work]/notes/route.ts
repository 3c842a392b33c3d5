import * as decisions from '../../../../../lib/api/operations/decisions';
import * as writing from '../../../../../lib/api/operations/writing';
import { check } from '../../../../../lib/core/json';
import { safeHtml } from '../../../../../lib/formats/markdown/safe-html';
import { loadWork } from '../../../../../lib/works/load';
import { addNote, placeNotes } from '../../../../../lib/works/notes';
import { bodyOf } from '../../../answer';
import { allow, authorOf } from '../../../guard';
import { serve } from '../../../serve';

export const dynamic = 'force-dynamic';

/** The notes on a work, each with where it stands now. */
export const GET = serve(decisions.listNotes, async ({ params }) => {
  const { work, notes } = await loadWork(params.work);
  return Response.json({ notes: placeNotes(work, notes) });
});

/** Adds a note: `{targets, text}`. */
export const POST = serve(writing.createNote, async ({ request, params }) => {
  const writer = await allow(request, 'note', params.work);
  const { work } = await loadWork(params.work);
  const note = await addNote(
    work,
    check(writing.noteDraft, await bodyOf(request)),
    authorOf(writer),
  );
  const [placed] = placeNotes(work, [note]);
  return Response.json({ ...placed, html: safeHtml(note.text) }, { status: 201 });
});
