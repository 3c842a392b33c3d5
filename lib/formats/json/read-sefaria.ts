import { z } from 'zod';
import { createIdentifier } from '../../edition/identify';
import type { Segment } from '../../edition/model';
import { type IngestedDocument, Losses } from '../document';
import { metadataFrom } from '../metadata';

type Nested = string | null | Nested[] | { [name: string]: Nested };
const nested: z.ZodType<Nested> = z.lazy(() =>
  z.union([z.string(), z.null(), z.array(nested), z.record(z.string(), nested)]),
);
const schema = z.looseObject({
  title: z.string(),
  language: z.string().optional(),
  versionTitle: z.string().optional(),
  versionSource: z.string().optional(),
  license: z.string().optional(),
  text: nested,
});

/**
 * Reads an export of Sefaria: texts within texts, by chapter and verse. A chapter is a heading, a
 * verse a paragraph with its numbers (“1:2”). Null for other JSON.
 * Source: https://github.com/Sefaria/Sefaria-Export
 */
export function readSefaria(value: unknown): IngestedDocument | null {
  const parsed = schema.safeParse(value);
  if (!parsed.success || typeof parsed.data.text === 'string' || parsed.data.text === null)
    return null;
  const { title, language, versionTitle, versionSource, license, text } = parsed.data;
  const losses = new Losses();
  const identify = createIdentifier();
  const segments: Segment[] = [];
  const heading = (words: string, level: number) => {
    segments.push({
      id: identify('heading', words),
      kind: 'heading',
      level: Math.min(6, level),
      text: words,
      spans: [],
    });
  };
  const read = (node: Nested, path: readonly string[], level: number): void => {
    if (node === null) return;
    if (typeof node === 'string') {
      const words = plain(node, losses);
      if (words === '') return;
      const label = path.join(':');
      segments.push({
        id: identify('paragraph', words),
        kind: 'paragraph',
        ...(label === '' ? {} : { label }),
        text: words,
        spans: [],
      });
    } else if (Array.isArray(node)) {
      node.forEach((child, k) => {
        const number = String(k + 1);
        // A chapter: what holds verses.
        if (Array.isArray(child) && child.some((each) => typeof each === 'string' && each !== '')) {
          heading([...path, number].join(':'), level);
        }
        read(child, [...path, number], level + 1);
      });
    } else {
      for (const [name, child] of Object.entries(node)) {
        if (name !== '' && name !== 'default') heading(name, level);
        read(child, [], level + 1);
      }
    }
  };
  read(text, [], 1);
  return {
    title,
    editions: [
      {
        ...metadataFrom({
          title,
          language,
          source: versionTitle,
          licence: license,
          url: versionSource,
        }),
        segments,
        warnings: losses.warnings(),
      },
    ],
  };
}

/** Words without the HTML that some versions have; notes within the words are reported. */
function plain(html: string, losses: Losses): string {
  return html
    .replace(
      /<sup[^>]*class="footnote-marker"[^>]*>.*?<\/sup>\s*<i[^>]*class="footnote"[^>]*>(.*?)<\/i>/g,
      (_, note) => {
        losses.add('notes within verses', undefined, note.replace(/<[^>]+>/g, ''));
        return '';
      },
    )
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;|&thinsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/\s+/g, ' ')
    .trim();
}
