import { InputError } from '../../../../lib/edition/errors';
import {
  libraryCollection,
  readResourceId,
  resourceCollection,
  workCollection,
} from '../../../../lib/export/dts';
import { findEdition, listWorks, loadWork } from '../../../../lib/library/library';
import { answer } from '../../answer';
import { tagged } from '../../tagged';
import { dtsAddress, ldJson } from '../dts';

export const dynamic = 'force-dynamic';

/** The library, or with `?id=` a work or an edition of it. */
export function GET(request: Request): Promise<Response> {
  return answer(() => {
    const id = new URL(request.url).searchParams.get('id') ?? 'library';
    const found = collection(id, dtsAddress(request));
    return tagged(request, JSON.stringify(found), () => Response.json(found, { headers: ldJson }));
  });
}

function collection(id: string, address: string) {
  if (id === 'library') {
    const works = listWorks().flatMap((slug) => {
      try {
        return [loadWork(slug).work];
      } catch (error) {
        if (error instanceof InputError) return [];
        throw error;
      }
    });
    return libraryCollection(works, address);
  }
  if (!id.includes(':')) return workCollection(loadWork(id).work, address);
  const { slug, siglum } = readResourceId(id);
  const { work } = loadWork(slug);
  return resourceCollection(work, findEdition(work, siglum), address);
}
