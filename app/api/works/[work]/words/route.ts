import * as operations from '../../../../../lib/api/operations/reading';
import { openSection } from '../../../../../lib/compare/reading';
import { linkWords } from '../../../../../lib/compare/word-links';
import { aligned, chosenIn } from '../../../../server/chosen';
import { serve } from '../../../serve';

export const dynamic = 'force-dynamic';

const timeoutMs = 20_000;

/** Which words render which in one section of a comparison, by the query of its page. */
export const GET = serve(operations.getWords, async ({ params, query }) => {
  const { work, state, editions, base, bases } = await chosenIn(params.work, query);
  const found = aligned(await openSection(work, editions, base, { ...state, bases }, timeoutMs));
  const { from, to } = found.sections[found.open] ?? { from: 0, to: 0 };
  const column = editions.indexOf(base);
  const shown = found.kept.slice(from, to).flatMap(({ cells }) => cells[column].indices);
  const stretch: [number, number] =
    shown.length === 0 ? [0, 0] : [shown[0], (shown.at(-1) ?? 0) + 1];
  return Response.json({
    base: base.siglum,
    pairs: await linkWords(work, editions, base, stretch),
  });
});
