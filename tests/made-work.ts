import type { Edition, Work } from '../lib/edition/model';
import { readMarkdownEdition } from '../lib/edition/read';

/** An edition “A” in English, of a text in Markdown. */
export const madeEdition = (text: string): Edition => ({
  siglum: 'A',
  language: 'en',
  title: 'A title',
  kind: 'original',
  basedOn: null,
  ...readMarkdownEdition(text),
});

/** A work of that edition alone. */
export const madeWork = (edition: Edition): Work => ({
  slug: 'made',
  title: 'Made',
  base: edition.siglum,
  order: [edition.siglum],
  editions: [edition],
  corrections: [],
});
