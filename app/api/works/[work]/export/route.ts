import { InputError } from '../../../../../lib/core/errors';
import { contentKey } from '../../../../../lib/edition/hash';
import { exportLosses } from '../../../../../lib/studies/export-losses';
import { exportFormats, exportWork, forms } from '../../../../../lib/studies/export-work';
import { chosenIn, laidOut } from '../../../../server/chosen';
import { answer } from '../../../answer';
import { tagged } from '../../../tagged';

export const dynamic = 'force-dynamic';

/** A work as a file to keep: `?format=tei&editions=A,B`. */
export function GET(
  request: Request,
  { params }: { params: Promise<{ work: string }> },
): Promise<Response> {
  return answer(async () => {
    const { work, editions, base, query } = await chosenIn((await params).work, request.url);
    const format = exportFormats.find((each) => each === query.get('format'));
    if (!format) {
      throw new InputError('there is no such form', {
        remedy: `choose one of ${exportFormats.join(', ')} as “format”`,
      });
    }
    const key = contentKey(work, [base, ...editions, ...work.editions], 'export', format);
    return tagged(request, key, async () => {
      // A work of some length is aligned first; until then it is asked for again.
      await laidOut(work, editions, base);
      const written = await exportWork(
        work,
        format,
        editions.map(({ siglum }) => siglum),
      );
      const { mediaType, ending } = forms[format];
      // Words of the texts may not stand in a header.
      const lost = exportLosses(format, editions).flatMap(({ omitted }) =>
        omitted ? `${omitted.what} (${omitted.count})` : [],
      );
      return new Response(written as BodyInit, {
        headers: {
          'content-type': mediaType,
          'content-disposition': `attachment; filename="${work.slug}.${ending}"`,
          ...(lost.length > 0 ? { 'variorum-not-kept': lost.join('; ') } : {}),
        },
      });
    });
  });
}
