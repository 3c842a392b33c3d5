import * as operations from '../../../../../../lib/api/operations/writing';
import { check } from '../../../../../../lib/core/json';
import { safeHtml } from '../../../../../../lib/formats/markdown/safe-html';
import { ConflictError } from '../../../../../../lib/store/store';
import { loadWork } from '../../../../../../lib/works/load';
import { changeNote, placeNotes, readNotes } from '../../../../../../lib/works/notes';
import { bodyOf } from '../../../../answer';
import { allow, allowNote } from '../../../../guard';
import { conflictOf } from '../../../../problem';
import { serve } from '../../../../serve';

export const dynamic = 'force-dynamic';

/**
 * Changes a note: `{text, modified}`, with the date of the copy that was changed; `text` null
 * takes it out. Where someone has changed it meanwhile: 409, with theirs.
 */
export const PATCH = serve(operations.editNote, async ({ request, params }) => {
  const { work: slug, id } = params;
  const writer = await allow(request, 'note', slug);
  const { work } = await loadWork(slug);
  await allowNote(
    writer,
    slug,
    readNotes(slug).value.find((note) => note.id === id),
  );
  const { text, modified } = check(operations.noteChange, await bodyOf(request));
  const shown = (note: Parameters<typeof placeNotes>[1][number] | undefined | null) =>
    note ? { ...placeNotes(work, [note])[0], html: safeHtml(note.text) } : null;
  try {
    return Response.json({ note: shown(await changeNote(slug, id, text, modified)) });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const theirs = readNotes(slug).value.find((note) => note.id === id);
    return conflictOf(error, { note: shown(theirs) });
  }
});
