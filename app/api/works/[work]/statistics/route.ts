import { InputError } from '../../../../../lib/core/errors';
import { workStatistics } from '../../../../../lib/studies/statistics';
import { statisticsTables, tableCsv } from '../../../../../lib/studies/statistics-csv';
import { loadWork } from '../../../../../lib/works/load';

export const dynamic = 'force-dynamic';

/** One table of a work's statistics as CSV: `?table=similarity-en`. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ work: string }> },
): Promise<Response> {
  const slug = (await params).work;
  const name = new URL(request.url).searchParams.get('table') ?? 'editions';
  try {
    const tables = statisticsTables(await workStatistics(loadWork(slug).work));
    const table = tables.find((each) => each.name === name);
    if (!table) {
      throw new InputError(`there is no table “${name.slice(0, 60)}”`, {
        remedy: `choose from ${tables.map((each) => each.name).join(', ')}`,
      });
    }
    return new Response(tableCsv(table), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${slug}-${table.name}.csv"`,
      },
    });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return Response.json({ error: error.oneLine }, { status: 400 });
  }
}
