import { describeWork } from '../../../../lib/export/api';
import { loadWork } from '../../../../lib/library/library';
import { answer } from '../../answer';
import { tagged } from '../../tagged';

export const dynamic = 'force-dynamic';

/** A work: what is known of it and its editions, and what is wrong with them. */
export function GET(
  request: Request,
  { params }: { params: Promise<{ work: string }> },
): Promise<Response> {
  return answer(async () => {
    const { work, problems } = loadWork((await params).work);
    const told = { ...describeWork(work), problems: problems.map(({ oneLine }) => oneLine) };
    return tagged(request, JSON.stringify(told), () => Response.json(told));
  });
}
