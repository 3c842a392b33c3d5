import { z } from 'zod';
import { largestUpload } from '../../../../lib/core/files';
import { check } from '../../../../lib/core/json';
import { answer, bytesOf } from '../../answer';
import { enter } from '../../guard';
import { saveImport } from '../saving';

export const dynamic = 'force-dynamic';

const requestSchema = z.object({
  name: z.string().max(200),
  work: z.string().max(100),
  workTitle: z.string().max(500).optional(),
  siglum: z.array(z.string().max(100)).max(1000),
  replace: z.boolean(),
  revision: z.array(z.string().max(64)).max(1000),
});

/**
 * Saves all editions of a file, and which of their passages correspond, where the file tells. The
 * body is the file itself; `?name=` names it, `work=` the work's slug, `workTitle=` a new work's
 * title, `siglum=` each edition in the file's order, and `replace=yes` takes the place of others, whose revisions
 * `revision=` names in that order.
 */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    const writer = await enter(request);
    const query = new URL(request.url).searchParams;
    const { name, siglum, revision, ...wanted } = check(requestSchema, {
      name: query.get('name') || 'text.txt',
      work: query.get('work') ?? '',
      workTitle: query.get('workTitle') ?? undefined,
      siglum: query.getAll('siglum'),
      replace: query.get('replace') === 'yes',
      revision: query.getAll('revision'),
    });
    const bytes = await bytesOf(request, largestUpload);
    return saveImport(writer, {
      ...wanted,
      sigla: siglum,
      known: Object.fromEntries(siglum.map((each, k) => [each, revision[k] ?? ''])),
      metadata: {},
      files: [{ bytes, name }],
    });
  });
}
