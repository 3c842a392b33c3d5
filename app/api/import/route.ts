import { z } from 'zod';
import { largestFile } from '../../../lib/core/files';
import { check } from '../../../lib/core/json';
import { frontMatterSchema } from '../../../lib/edition/metadata';
import { answer, bodyOf } from '../answer';
import { enter } from '../guard';
import { saveImport } from './saving';

export const dynamic = 'force-dynamic';

const requestSchema = z.object({
  source: z.string(),
  name: z.string().max(200),
  work: z.string().max(100),
  workTitle: z.string().max(500).optional(),
  siglum: z.string().max(100),
  metadata: frontMatterSchema,
  replace: z.boolean().optional(),
  /** Of the edition that is replaced, as the writer has seen it. */
  revision: z.string().max(64).optional(),
});

/** Saves a text, which may have been mended, as an edition. */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    const writer = await enter(request);
    const {
      source,
      name,
      siglum,
      revision = '',
      ...wanted
    } = check(requestSchema, await bodyOf(request, largestFile * 2));
    const bytes = new TextEncoder().encode(source);
    return saveImport(writer, {
      ...wanted,
      sigla: [siglum],
      known: { [siglum]: revision },
      files: [{ bytes, name }],
    });
  });
}
