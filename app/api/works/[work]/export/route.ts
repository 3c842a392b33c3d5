import * as operations from '../../../../../lib/api/operations/reading';
import { collationKey } from '../../../../../lib/edition/hash';
import { forms } from '../../../../../lib/studies/export-forms';
import { exportReported } from '../../../../../lib/studies/export-work';
import { askedLocale } from '../../../../i18n/asked-locale';
import { exportLabels } from '../../../../i18n/export-labels';
import { chosenIn, laidOut } from '../../../../server/chosen';
import { attachment } from '../../../attachment';
import { serve } from '../../../serve';
import { tagged } from '../../../tagged';

export const dynamic = 'force-dynamic';

/** A work as a file to keep: `?format=tei&editions=A,B`. */
export const GET = serve(operations.exportFile, async ({ request, params, query }) => {
  const { work, editions, base } = await chosenIn(params.work, query);
  const { format, layout, paper } = query;
  const locale = await askedLocale();
  const key = collationKey(
    work,
    [base, ...editions, ...work.editions],
    'export',
    format,
    layout ?? '',
    paper ?? '',
    locale,
  );
  return tagged(request, key, async () => {
    // A work of some length is aligned first; until then the caller tries again.
    await laidOut(work, editions, base);
    const { written, warnings } = await exportReported(
      work,
      format,
      editions.map(({ siglum }) => siglum),
      undefined,
      { layout, paper, signal: request.signal, labels: exportLabels(locale) },
    );
    const { mediaType, ending } = forms[format];
    // Words of the texts may not stand in a header.
    const lost = warnings.flatMap(({ omitted }) =>
      omitted ? `${omitted.what} (${omitted.count})` : [],
    );
    return new Response(written as BodyInit, {
      headers: {
        'content-type': mediaType,
        'content-disposition': attachment(
          work.title,
          editions.map(({ siglum }) => siglum).join(' '),
          ending,
        ),
        ...(lost.length > 0 ? { 'variorum-not-kept': lost.join('; ') } : {}),
      },
    });
  });
});
