import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Edition, Work } from '../edition/model';
import { writeMarkdownEdition } from '../edition/write';
import { type ExportFormat, forms } from '../studies/export-forms';
import { exportWork } from '../studies/export-work';
import type { SiteContext } from './context';
import { relative } from './frame';
import type { SiteFile } from './site-file';
import type { SiteWork } from './site-work';

/** Forms in which the whole work is given to download, and each edition besides Markdown. */
const workForms = ['tei', 'tmx', 'csv', 'json'] as const satisfies ExportFormat[];
const editionForms = ['epub', 'docx'] as const satisfies ExportFormat[];

/** A work of one edition has no pairs of passages. */
const formsOf = ({ editions }: Work) =>
  workForms.filter((format) => format !== 'tmx' || editions.length > 1);

/** The forms of an edition to download. */
export async function* editionDownloads(
  edition: Edition,
  { work, home }: Pick<SiteWork, 'work' | 'home'>,
  { library, labels }: SiteContext,
): AsyncGenerator<SiteFile> {
  const { segments, warnings: _, ...metadata } = edition;
  yield {
    path: `${home}/downloads/${edition.siglum}.md`,
    content: writeMarkdownEdition(metadata, segments),
  };
  for (const format of editionForms) {
    const content = await exportWork(work, format, [edition.siglum], library, { labels });
    yield { path: `${home}/downloads/${edition.siglum}.${forms[format].ending}`, content };
  }
}

/** The forms of the whole work, with its alignment. */
export async function* workDownloads(
  { work, home }: Pick<SiteWork, 'work' | 'home'>,
  { library, labels }: SiteContext,
): AsyncGenerator<SiteFile> {
  for (const format of formsOf(work)) {
    const content = await exportWork(work, format, undefined, library, { labels });
    yield { path: `${home}/downloads/${work.slug}.${forms[format].ending}`, content };
  }
}

/** Links to the forms of an edition, or of the whole work. */
export function downloadLinks(
  from: string,
  home: string,
  of: { edition: Edition } | { work: Work },
): ElementContent[] {
  const [name, offered] =
    'edition' in of
      ? [of.edition.siglum, [{ ending: 'md', text: 'Markdown' }, ...editionForms.map(named)]]
      : [of.work.slug, formsOf(of.work).map(named)];
  return offered.flatMap(({ ending, text }, k): ElementContent[] => [
    ...(k > 0 ? [{ type: 'text' as const, value: ' · ' }] : []),
    h('a', { href: relative(from, `${home}/downloads/${name}.${ending}`), download: true }, text),
  ]);
}

const named = (format: ExportFormat) => ({
  ending: forms[format].ending,
  text: format.toUpperCase(),
});
