import {
  libraryCollection,
  libraryMember,
  memberPage,
  readResourceId,
  resourceCollection,
  workCollection,
  workMember,
} from '../../../../lib/api/dts';
import * as operations from '../../../../lib/api/operations/dts';
import { findEdition, listWorks, loadWork, loadWorks } from '../../../../lib/works/load';
import { addressOf } from '../../../server/address';
import { serve } from '../../serve';
import { tagged } from '../../tagged';
import { dtsAddress, ldJson } from '../dts';

export const dynamic = 'force-dynamic';

/** The library, or with `?id=` a work or an edition of it; with `nav=parents` what it is in. */
export const GET = serve(operations.getDtsCollection, async ({ request, query }) => {
  const { id = 'library', nav, page } = query;
  const found = await collection(id, dtsAddress(request), nav === 'parents');
  const shown = page === undefined ? found : memberPage(found, page, addressOf(request));
  return tagged(request, JSON.stringify(shown), () => Response.json(shown, { headers: ldJson }));
});

async function collection(id: string, address: string, parents: boolean) {
  const works = async () => (await loadWorks()).found.map(({ work }) => work);
  if (id === 'library') {
    const library = libraryCollection(await works(), address);
    return parents ? { ...library, member: [] } : library;
  }
  if (!id.includes(':')) {
    const { work } = await loadWork(id);
    const found = workCollection(work, address);
    return parents ? { ...found, member: [libraryMember(listWorks().length, address)] } : found;
  }
  const { slug, siglum } = readResourceId(id);
  const { work } = await loadWork(slug);
  const found = resourceCollection(work, findEdition(work, siglum), address);
  return parents ? { ...found, member: [workMember(work, address)] } : found;
}
