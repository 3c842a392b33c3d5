import * as operations from '../../../../../lib/api/operations/reading';
import { InputError } from '../../../../../lib/core/errors';
import { workStatistics } from '../../../../../lib/studies/statistics';
import { statisticsTables, tableCsv } from '../../../../../lib/studies/statistics-csv';
import { loadWork } from '../../../../../lib/works/load';
import { attachment } from '../../../attachment';
import { serve } from '../../../serve';

export const dynamic = 'force-dynamic';

/** One table of a work's statistics as CSV: `?table=similarity-en`. */
export const GET = serve(operations.getStatistics, async ({ params, query }) => {
  const { table: name = 'editions' } = query;
  const { work } = await loadWork(params.work);
  const tables = statisticsTables(await workStatistics(work));
  const table = tables.find((each) => each.name === name);
  if (!table) {
    throw new InputError(`there is no table “${name.slice(0, 60)}”`, {
      code: 'not-found',
      remedy: `choose from ${tables.map((each) => each.name).join(', ')}`,
    });
  }
  return new Response(tableCsv(table), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attachment(work.title, table.name, 'csv'),
    },
  });
});
