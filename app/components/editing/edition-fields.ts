/** Fields of an edition that a form changes. */
export const editionFields = [
  'siglum',
  'title',
  'language',
  'kind',
  'author',
  'translator',
  'date',
  'source',
  'url',
  'licence',
] as const;
