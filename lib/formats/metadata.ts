import { type FrontMatter, frontMatterSchema } from '../edition/metadata';

/**
 * What a file of another format says of itself, as far as it is what the fields ask for. Formats
 * are loose where ours is strict: a date with a time gives its day, and what cannot be read is
 * left open rather than refused.
 */
export function metadataFrom(fields: Readonly<Record<string, string | undefined>>): FrontMatter {
  const found: Record<string, unknown> = {};
  for (const [field, given] of Object.entries(fields)) {
    const value = given?.replace(/\s+/g, ' ').trim();
    if (!value || !(field in frontMatterSchema.shape)) continue;
    const schema = frontMatterSchema.shape[field as keyof FrontMatter];
    for (const candidate of field === 'date' ? datesIn(value) : [value]) {
      const read = schema.safeParse(candidate);
      if (!read.success) continue;
      found[field] = read.data;
      break;
    }
  }
  return found;
}

/** What other formats call our fields: Dublin Core's terms, in the main. */
const synonyms: Record<string, string> = {
  creator: 'author',
  issued: 'date',
  created: 'date',
  rights: 'licence',
  license: 'licence',
  identifier: 'url',
};
const fields = new Map(
  Object.keys(frontMatterSchema.shape).map((field) => [field.toLowerCase(), field]),
);

/** The field that something belongs to, by what another format calls it. */
export function metadataField(called: string): string {
  const name = called.trim().toLowerCase();
  return synonyms[name] ?? fields.get(name) ?? name;
}

function datesIn(value: string): string[] {
  const iso = /^-?\d{4}(-\d{2}(-\d{2})?)?(?=T|$)/.exec(value)?.[0];
  return iso ? [iso] : [value];
}
