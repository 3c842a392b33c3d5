import 'server-only';
import { attempt, InputError } from '../../../lib/core/errors';
import { loadWorks } from '../../../lib/works/load';
import type { Example } from './examples';

/** Examples are few: a long list is no help to who has come to try. */
const mostExamples = 12;
const longestExample = 400;

/** Editions of the library that are short enough to try the comparison with. */
export function examplesOf(): Example[] {
  const library = attempt(() => loadWorks());
  if (library instanceof InputError) return [];
  return library.found
    .flatMap(({ work }) =>
      work.editions
        .filter(({ segments }) => segments.length <= longestExample)
        .map(({ siglum, language }) => ({
          id: `${work.slug}/${siglum}`,
          label: `${work.title}: ${siglum}`,
          language,
        })),
    )
    .slice(0, mostExamples);
}
