import { z } from 'zod';
import { check } from '../../../../../lib/core/json';
import { noteSchema } from '../../../../../lib/edition/notes';
import { safeHtml } from '../../../../../lib/formats/markdown/safe-html';
import { loadWork } from '../../../../../lib/works/load';
import { addNote, placeNotes } from '../../../../../lib/works/notes';
import { answer, bodyOf } from '../../../answer';
import { allow, authorOf } from '../../../guard';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ work: string }> };

/** The notes on a work, each with where it stands now. */
export function GET(_: Request, { params }: Props): Promise<Response> {
  return answer(async () => {
    const { work, notes } = await loadWork((await params).work);
    return Response.json({ notes: placeNotes(work, notes) });
  });
}

const draftSchema = z.object({ targets: noteSchema.shape.targets, text: noteSchema.shape.text });

/** Adds a note: `{targets, text}`. */
export function POST(request: Request, { params }: Props): Promise<Response> {
  return answer(async () => {
    const writer = await allow(request, 'note', (await params).work);
    const { work } = await loadWork((await params).work);
    const note = await addNote(work, check(draftSchema, await bodyOf(request)), authorOf(writer));
    const [placed] = placeNotes(work, [note]);
    return Response.json({ ...placed, html: safeHtml(note.text) }, { status: 201 });
  });
}
