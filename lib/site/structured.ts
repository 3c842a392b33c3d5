import type { Edition, Work } from '../edition/model';

/** A work and its editions as schema.org describes them. */
export function workData(
  { slug, title, author, date, description, editions }: Work,
  address?: string,
) {
  return {
    '@type': 'CreativeWork',
    name: title,
    ...(author ? { author: { '@type': 'Person', name: author } } : {}),
    ...(date ? { dateCreated: date } : {}),
    ...(description ? { description } : {}),
    ...(address ? { url: `${address}works/${slug}/` } : {}),
    workExample: editions.map((edition) => editionData(edition)),
  };
}

export function editionData({
  title,
  language,
  translator,
  author,
  date,
  source,
  licence,
  url,
}: Edition) {
  return {
    '@type': 'Book',
    name: title,
    inLanguage: language,
    ...(author ? { author: { '@type': 'Person', name: author } } : {}),
    ...(translator ? { translator: { '@type': 'Person', name: translator } } : {}),
    ...(date ? { datePublished: date } : {}),
    ...(licence ? { license: licence } : {}),
    ...(source ? { isBasedOn: url ?? source } : {}),
  };
}
