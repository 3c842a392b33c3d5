import { InputError } from '../../../../../lib/core/errors';
import { workStatistics } from '../../../../../lib/studies/statistics';
import { statisticsTables, tableCsv } from '../../../../../lib/studies/statistics-csv';
import { loadWork } from '../../../../../lib/works/load';
import { answer } from '../../../answer';

export const dynamic = 'force-dynamic';

/** One table of a work's statistics as CSV: `?table=similarity-en`. */
export function GET(
  request: Request,
  { params }: { params: Promise<{ work: string }> },
): Promise<Response> {
  return answer(async () => {
    const slug = (await params).work;
    const name = new URL(request.url).searchParams.get('table') ?? 'editions';
    const tables = statisticsTables(await workStatistics((await loadWork(slug)).work));
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
        'content-disposition': `attachment; filename="${slug}-${table.name}.csv"`,
      },
    });
  });
}
