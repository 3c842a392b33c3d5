import { dateName } from '../edition/date-name';
import { type FrontMatter, frontMatterSchema } from '../edition/metadata';
import type { Edition } from '../edition/model';

const fields = Object.keys(frontMatterSchema.shape) as (keyof FrontMatter)[];

/** What is known of an edition, field by field, in the order of its front matter. */
export function knownOf(edition: Edition): [keyof FrontMatter, string][] {
  return fields.flatMap((field): [keyof FrontMatter, string][] => {
    const value = edition[field];
    return value ? [[field, value]] : [];
  });
}

/** Who wrote a text when, in a line. The words of exported files are English, and so are their dates. */
export const bylineOf = ({
  author,
  translator,
  date,
}: Partial<Pick<Edition, 'author' | 'translator' | 'date'>>): string =>
  [author, translator, date && dateName(date)].filter(Boolean).join(', ');

/** What pages say of an edition beside its title: its maker, its source and its terms. */
export function creditsOf({
  author,
  translator,
  date,
  source,
  licence,
  url,
}: Edition): [term: string, value: string][] {
  const credits: [string, string | undefined][] = [
    ['Author', author],
    ['Translator', translator],
    ['Date', date && dateName(date)],
    ['Source', source],
    ['Licence', licence],
    ['Address', url],
  ];
  return credits.flatMap(([term, value]): [string, string][] => (value ? [[term, value]] : []));
}
