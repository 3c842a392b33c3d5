import { lookUp } from '../../../../../lib/compare/passage';
import { safeHtml } from '../../../../../lib/formats/markdown/safe-html';
import { placeNotes } from '../../../../../lib/works/notes';
import { chosenIn } from '../../../../server/chosen';
import { answer } from '../../../answer';

export const dynamic = 'force-dynamic';

/** All that is known of some words: `?editions=…&base=…&siglum=…&segment=…&start=…&end=…`. */
export function GET(
  request: Request,
  { params }: { params: Promise<{ work: string }> },
): Promise<Response> {
  return answer(async () => {
    const {
      work,
      notes: all,
      editions,
      base,
      query,
    } = await chosenIn((await params).work, request.url);
    const number = (name: string) => Math.trunc(Number(query.get(name))) || 0;
    const picked = {
      siglum: query.get('siglum') ?? '',
      segment: query.get('segment') ?? '',
      start: number('start'),
      end: number('end'),
    };
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
}
