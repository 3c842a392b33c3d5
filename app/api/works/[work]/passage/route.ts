import * as operations from '../../../../../lib/api/operations/reading';
import { lookUp } from '../../../../../lib/compare/passage';
import { safeHtml } from '../../../../../lib/formats/markdown/safe-html';
import { placeNotes } from '../../../../../lib/works/notes';
import { chosenIn } from '../../../../server/chosen';
import { serve } from '../../../serve';

export const dynamic = 'force-dynamic';

/** All that is known of some words: `?editions=…&base=…&siglum=…&segment=…&start=…&end=…`. */
export const GET = serve(operations.getPassage, async ({ params, query }) => {
  const { work, notes: all, editions, base } = await chosenIn(params.work, query);
  const { siglum, segment, start, end } = query;
  const picked = { siglum, segment, start, end };
  const details = await lookUp(work, editions, base, picked);
  const notes = placeNotes(work, all)
    .filter(({ targets }) =>
      targets.some(
        ({ edition, segment, state }) =>
          state !== 'lost' && edition === picked.siglum && segment === picked.segment,
      ),
    )
    .map((note) => ({ ...note, html: safeHtml(note.text) }));
  return Response.json({ ...details, notes });
});
