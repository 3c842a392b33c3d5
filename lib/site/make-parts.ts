import { randomUUID } from 'node:crypto';
import type { Work } from '../edition/model';
import { areLong } from '../edition/segments';
import { runInThread } from '../jobs/thread';
import type { SitePart } from './part';
import { type SitePartJob, sitePartJob } from './part-job';
import { type PutPart, putPart, type SiteWriter } from './writer';

export interface PartOfWork {
  part: SitePart;
  work: Work;
}

/**
 * Makes the parts of a site that are not there as they would be: in this thread where it is little, else in
 * one for each core.
 *
 * @returns what was made, by the names of the parts.
 */
export async function makeParts(
  writer: SiteWriter,
  parts: readonly PartOfWork[],
  site: Pick<SitePartJob, 'folder' | 'library' | 'program' | 'site'>,
  { inThreads, progress }: { inThreads?: boolean; progress: (share: number) => void },
): Promise<Map<string, PutPart>> {
  const made = new Map<string, PutPart>();
  const wanted = parts.filter(({ part }) => !writer.has(part));
  const names = new Set(wanted.map(({ part }) => part.name));
  writer.begin(parts.flatMap(({ part: { name } }) => (names.has(name) ? [] : name)));
  const done = (name: string, put: PutPart) => {
    made.set(name, put);
    progress(made.size / wanted.length);
  };
  const works = [...new Set(wanted.map(({ work }) => work))];
  if (!(inThreads ?? areLong(works.flatMap(({ editions }) => editions)))) {
    for (const { part } of wanted) done(part.name, await putPart(site.folder, part));
    return made;
  }
  const writing = randomUUID();
  // One work after another, of which a thread has one at hand.
  const inOrder = works.flatMap((work) => {
    const own = wanted.filter((each) => each.work === work);
    return [...own.filter(({ part }) => part.isLong), ...own.filter(({ part }) => !part.isLong)];
  });
  await Promise.all(
    inOrder.map(async ({ part, work }) => {
      const job = { ...site, writing, work: work.slug, part: part.name };
      done(part.name, await runInThread(sitePartJob, job, () => {}));
    }),
  );
  return made;
}
