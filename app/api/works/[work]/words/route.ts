import { InputError } from '../../../../../lib/edition/errors';
import { chooseEditions } from '../../../../../lib/library/choose-editions';
import { loadWork } from '../../../../../lib/library/library';
import { linkWords } from '../../../../../lib/library/word-links';
import { readViewState } from '../../../../components/view-state';

export const dynamic = 'force-dynamic';

/**
 * Which words render which, for the editions of a comparison: `?editions=…&base=…`, and of the
 * base's segments those from `from` up to `to`.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ work: string }> },
): Promise<Response> {
  const query = new URL(request.url).searchParams;
  try {
    const { work } = loadWork((await params).work);
    const state = readViewState({
      editions: query.getAll('editions'),
      base: query.get('base') ?? undefined,
    });
    const { editions, base } = chooseEditions(work, state);
    const number = (name: string, otherwise: number) => {
      const value = Number(query.get(name) ?? otherwise);
      return Number.isInteger(value) && value >= 0 ? value : otherwise;
    };
    const pairs = await linkWords(work, editions, base, [
      number('from', 0),
      number('to', base.segments.length),
    ]);
    return Response.json({ base: base.siglum, pairs });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return Response.json({ error: error.oneLine }, { status: 400 });
  }
}
