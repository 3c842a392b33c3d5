import { annotationCollection } from '../../../../../lib/api/annotations';
import { loadWork } from '../../../../../lib/works/load';
import { placeNotes } from '../../../../../lib/works/notes';
import { siteOrigin } from '../../../../server/address';
import { answer } from '../../../answer';

export const dynamic = 'force-dynamic';

/** The notes on a work as W3C Web Annotations. */
export function GET(
  request: Request,
  { params }: { params: Promise<{ work: string }> },
): Promise<Response> {
  return answer(async () => {
    const found = await loadWork((await params).work);
    const { work } = found;
    const notes = placeNotes(work, found.notes);
    const address = new URL(`/works/${work.slug}`, siteOrigin(request.headers)).href;
    return new Response(
      `${JSON.stringify(annotationCollection(work, notes, address), null, 2)}\n`,
      {
        headers: {
          'content-type':
            'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"; charset=utf-8',
        },
      },
    );
  });
}
