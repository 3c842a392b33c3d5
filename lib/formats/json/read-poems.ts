import { createIdentifier } from '../../edition/identify';
import type { Segment } from '../../edition/model';
import { type IngestedDocument, Losses } from '../document';
import { metadataFrom } from '../metadata';
import { isObject, type Json, plainWords, reportFields } from './plain-words';

/** What holds the lines of a poem, or the paragraphs of a chapter. */
const lineFields = ['paragraphs', 'content', 'para', 'lines'] as const;
/** What a poem or a chapter is called, the first that it has. */
const titleFields = ['title', 'rhythmic', 'chapter'] as const;

/**
 * Reads poems and chapters as `chinese-poetry` has them: `[{"title": "…", "author": "…", "paragraphs": ["…"]}]`.
 * A title is a heading, an author who is not that of all a paragraph below it; the lines of what has an author
 * are verse. Null for other JSON.
 * Source: https://github.com/chinese-poetry/chinese-poetry
 */
export function readPoems(value: unknown): IngestedDocument | null {
  const poems = Array.isArray(value) ? value : [value];
  if (poems.length === 0 || !poems.every(isPoem)) return null;
  const losses = new Losses();
  const identify = createIdentifier();
  const segments: Segment[] = [];
  const add = (segment: Pick<Segment, 'kind' | 'level'>, given: unknown) => {
    const text = plainWords(String(given), losses);
    if (text !== '')
      segments.push({ id: identify(segment.kind, text), ...segment, text, spans: [] });
  };
  const authors = new Set(poems.map(({ author }) => author));
  const [author] = authors.size === 1 ? authors : [];
  const title = poems.length === 1 ? textIn(poems[0], titleFieldOf(poems[0])) : undefined;
  for (const poem of poems) {
    const called = titleFieldOf(poem);
    if (called) add({ kind: 'heading', level: 1 }, poem[called]);
    if (authors.size > 1 && typeof poem.author === 'string')
      add({ kind: 'paragraph' }, poem.author);
    const isVerse = typeof poem.author === 'string' || called === 'rhythmic';
    const field = linesOf(poem);
    for (const line of poem[field] as string[])
      add({ kind: isVerse ? 'verse' : 'paragraph' }, line);
    reportFields(poem, new Set([called ?? '', 'author', field]), losses);
  }
  return {
    ...(title ? { title } : {}),
    editions: [
      {
        ...metadataFrom({ title, author: typeof author === 'string' ? author : undefined }),
        segments,
        warnings: losses.warnings(),
      },
    ],
  };
}

const titleFieldOf = (poem: Json): string | undefined =>
  titleFields.find((name) => typeof poem[name] === 'string');

const textIn = (poem: Json, field = ''): string | undefined => {
  const text = poem[field];
  return typeof text === 'string' ? text : undefined;
};

const linesOf = (poem: Json): string =>
  lineFields.find((name) => Array.isArray(poem[name])) ?? lineFields[0];

function isPoem(value: unknown): value is Json {
  if (!isObject(value)) return false;
  const lines = value[linesOf(value)];
  const isListed = Array.isArray(lines) && lines.every((line) => typeof line === 'string');
  return isListed && (titleFieldOf(value) !== undefined || typeof value.author === 'string');
}
