import { z } from 'zod';
import { grant } from '../../../lib/accounts/people';
import { check, frontMatterSchema } from '../../../lib/edition/metadata';
import { largestFile } from '../../../lib/ingest/text-file';
import { importFiles } from '../../../lib/library/importing';
import { answer, bodyOf } from '../answer';
import { allowAct, enter } from '../guard';

export const dynamic = 'force-dynamic';

const requestSchema = z.object({
  source: z.string(),
  name: z.string().max(200),
  work: z.string().max(100),
  workTitle: z.string().max(500).optional(),
  siglum: z.string().max(100),
  metadata: frontMatterSchema,
  replace: z.boolean().optional(),
});

/** Saves a text as an edition; 409 where there is one and it was not to be replaced. */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    const writer = await enter(request);
    const { source, name, siglum, ...wanted } = check(
      requestSchema,
      await bodyOf(request, largestFile * 2),
    );
    if (wanted.workTitle) await allowAct(writer, 'create');
    else await allowAct(writer, 'edit', wanted.work);
    const bytes = new TextEncoder().encode(source);
    const saved = await importFiles({ ...wanted, sigla: [siglum], files: [{ bytes, name }] });
    // Who adds a work says who else may change it.
    if (writer && wanted.workTitle) await grant(writer.id, wanted.work, 'owner');
    return Response.json({ name: saved.files[0], work: wanted.work }, { status: 201 });
  });
}
