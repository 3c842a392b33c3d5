import { dateName } from '../edition/date-name';
import { type FrontMatter, frontMatterSchema } from '../edition/metadata';
import type { Edition } from '../edition/model';
import type { ExportLabels } from './labels';

const fields = Object.keys(frontMatterSchema.shape) as (keyof FrontMatter)[];

/** What is known of an edition, field by field, in the order of its front matter, but for the pictures of pages. */
export function knownOf(edition: Edition): [keyof FrontMatter, string][] {
  return fields.flatMap((field): [keyof FrontMatter, string][] => {
    const value = edition[field];
    return typeof value === 'string' && value !== '' ? [[field, value]] : [];
  });
}

/** Who wrote a text when, in a line. */
export const bylineOf = (
  { author, translator, date }: Partial<Pick<Edition, 'author' | 'translator' | 'date'>>,
  { comma, language }: ExportLabels,
): string => [author, translator, date && dateName(date, language)].filter(Boolean).join(comma);

/** What pages say of an edition beside its title: its maker, its source and its terms. */
export function creditsOf(
  { author, translator, date, source, licence, url }: Edition,
  labels: ExportLabels,
): [term: string, value: string][] {
  const credits: [string, string | undefined][] = [
    [labels.author, author],
    [labels.translator, translator],
    [labels.date, date && dateName(date, labels.language)],
    [labels.source, source],
    [labels.licence, licence],
    [labels.address, url],
  ];
  return credits.flatMap(([term, value]): [string, string][] => (value ? [[term, value]] : []));
}
