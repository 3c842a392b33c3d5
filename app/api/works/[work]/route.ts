import { describeWork } from '../../../../lib/api/alignment';
import { loadWork } from '../../../../lib/works/load';
import { answer } from '../../answer';
import { tagged } from '../../tagged';

export const dynamic = 'force-dynamic';

/** A work: what is known of it and its editions, and what is wrong with them. */
export function GET(
  request: Request,
  { params }: { params: Promise<{ work: string }> },
): Promise<Response> {
  return answer(async () => {
    const { work, problems } = await loadWork((await params).work);
    const told = { ...describeWork(work), problems: problems.map(({ oneLine }) => oneLine) };
    return tagged(request, JSON.stringify(told), () => Response.json(told));
  });
}
