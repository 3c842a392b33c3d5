import { z } from 'zod';
import { check } from '../../../../../../../../lib/core/json';
import { editParagraph, readParagraph } from '../../../../../../../../lib/works/edit-paragraph';
import { answer, bodyOf } from '../../../../../../answer';
import { admit, allow } from '../../../../../../guard';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ work: string; siglum: string; segment: string }> };

/** A paragraph as its file has it, and the revision of that file. */
export function GET(request: Request, { params }: Props): Promise<Response> {
  return answer(async () => {
    await admit(request);
    const { work, siglum, segment } = await params;
    return Response.json(await readParagraph(work, siglum, segment));
  });
}

const bodySchema = z.object({
  /** Markdown; blank takes the paragraph out. */
  source: z.string().max(200_000),
  revision: z.string().min(1).max(64),
});

/** Corrects a paragraph where it stands; 409 where someone has changed the edition since. */
export function PUT(request: Request, { params }: Props): Promise<Response> {
  return answer(async () => {
    const { work, siglum, segment } = await params;
    await allow(request, 'edit', work);
    const { source, revision } = check(bodySchema, await bodyOf(request));
    return Response.json(await editParagraph(work, siglum, segment, source, revision));
  });
}
