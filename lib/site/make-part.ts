import { InputError } from '../core/errors';
import { loadWork } from '../works/load';
import { withPronunciations } from '../works/pronunciations';
import type { SitePart } from './part';
import type { SitePartJob } from './part-job';
import { checkedSite } from './site-options';
import { workParts } from './work-pages';
import { type PutPart, putPart } from './writer';

/** The parts of the work at hand, by their names: the next part is most often of the same. */
let atHand: { of: string; parts: Promise<Map<string, SitePart>> } | null = null;

/** Makes a part of a site and writes its files. @throws InputError where the work has changed meanwhile. */
export async function makePart(job: SitePartJob): Promise<PutPart> {
  const { writing, folder, work: slug } = job;
  const of = `${writing} ${slug}`;
  if (atHand?.of !== of) atHand = { of, parts: partsOf(job) };
  const part = (await atHand.parts).get(job.part);
  if (!part) {
    throw new InputError(`“${slug}” was changed while its pages were written`, {
      code: 'conflict',
      remedy: 'write the site again',
    });
  }
  return putPart(folder, part);
}

async function partsOf(job: SitePartJob): Promise<Map<string, SitePart>> {
  const { library, program } = job;
  const site = checkedSite(library, program, job.site);
  const found = await loadWork(job.work, library);
  const parts = new Map<string, SitePart>();
  const shown = { ...found, work: withPronunciations(found.work) };
  for await (const part of workParts(shown, site)) parts.set(part.name, part);
  return parts;
}
