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
