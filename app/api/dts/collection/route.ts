import {
  libraryCollection,
  readResourceId,
  resourceCollection,
  workCollection,
} from '../../../../lib/api/dts';
import { findEdition, loadWork, loadWorks } from '../../../../lib/works/load';
import { answer } from '../../answer';
import { tagged } from '../../tagged';
import { dtsAddress, ldJson } from '../dts';

export const dynamic = 'force-dynamic';

/** The library, or with `?id=` a work or an edition of it. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const id = new URL(request.url).searchParams.get('id') ?? 'library';
    const found = await collection(id, dtsAddress(request));
    return tagged(request, JSON.stringify(found), () => Response.json(found, { headers: ldJson }));
  });
}

async function collection(id: string, address: string) {
  if (id === 'library') {
    const works = (await loadWorks()).found.map(({ work }) => work);
    return libraryCollection(works, address);
  }
  if (!id.includes(':')) return workCollection((await loadWork(id)).work, address);
  const { slug, siglum } = readResourceId(id);
  const { work } = await loadWork(slug);
  return resourceCollection(work, findEdition(work, siglum), address);
}
