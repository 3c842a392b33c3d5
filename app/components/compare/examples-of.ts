import 'server-only';
import { getTranslations } from 'next-intl/server';
import { attempt, attemptLater, InputError } from '../../../lib/core/errors';
import { listWorks } from '../../../lib/works/load';
import { loadedWork } from '../../server/loaded';
import type { Example } from './examples';

/** Examples are few: a long list is of no help to someone who has come to try. */
const maxWorks = 3;
const maxSegments = 400;

/** Editions of the library that are short enough to try the comparison with. */
export async function examplesOf(): Promise<Example[]> {
  const t = await getTranslations('compare');
  const slugs = attempt(() => listWorks());
  if (slugs instanceof InputError) return [];
  const examples: Example[] = [];
  for (const slug of slugs.slice(0, maxWorks)) {
    const found = await attemptLater(() => loadedWork(slug));
    if (found instanceof InputError) continue;
    for (const { siglum, language, segments } of found.work.editions) {
      if (segments.length > maxSegments) continue;
      examples.push({
        id: `${slug}/${siglum}`,
        label: t('example', { title: found.work.title, siglum }),
        language,
      });
    }
  }
  return examples;
}
