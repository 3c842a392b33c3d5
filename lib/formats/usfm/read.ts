import type { FootnoteDefinition, PhrasingContent, RootContent } from 'mdast';
import usfm from 'usfm-js';
import { InputError } from '../../core/errors';
import { readSegments } from '../../edition/markdown';
import type { EditionDraft } from '../../edition/read';
import { lineMark } from '../../edition/verse';
import { type GivenFile, Losses } from '../document';
import { metadataFrom } from '../metadata';
import { decodeText } from '../text/decode';

/** A piece of USFM as usfm-js gives it. */
interface Piece {
  type?: string;
  tag?: string;
  text?: string;
  content?: string;
  children?: Piece[];
}

const isHeading = ({ type, tag = '' }: Piece) =>
  type === 'section' || /^(s\d?|ms\d?|mt\d?|d|sp)$/.test(tag);

/** Entries by number: an object has whole numbers first, and “2-3” after them. */
function inOrder<T>(entries: Record<string, T>): [string, T][] {
  const number = (key: string) => Number.parseInt(key, 10) || 0;
  return Object.entries(entries).sort(([x], [y]) => number(x) - number(y));
}

/**
 * Reads Unified Standard Format Markers, as Bibles are kept in: a chapter a heading, a verse a
 * line of verse that carries its number ("3:16").
 * Source: https://docs.usfm.bible; read by usfm-js.
 */
export function readUsfm({ bytes, name }: GivenFile): EditionDraft {
  const { text } = decodeText(bytes, name);
  const book = usfm.toJSON(text) as {
    headers: Piece[];
    chapters: Record<string, Record<string, { verseObjects?: Piece[] }>>;
  };
  if (Object.keys(book.chapters ?? {}).length === 0) {
    throw new InputError('the file has no chapter', {
      file: name,
      line: 1,
      remedy: 'mark chapters and verses with \\c and \\v',
    });
  }
  const losses = new Losses();
  const notes: FootnoteDefinition[] = [];
  const blocks: RootContent[] = [];
  const header = (tag: string) => book.headers.find((each) => each.tag === tag)?.content;
  const inline = (pieces: readonly Piece[]): PhrasingContent[] =>
    pieces.flatMap((piece): PhrasingContent[] => {
      const { type, tag = '', text: own = '', content = '', children } = piece;
      if (type === 'footnote' || tag === 'f') {
        const label = String(notes.length + 1);
        const value = `${content}${own}`
          .replace(/\\\+?[a-z]+\d?\*?\s?/g, '')
          .replace(/^\s*\+\s*/, '')
          .trim();
        notes.push({
          type: 'footnoteDefinition',
          identifier: label,
          label,
          children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
        });
        return [{ type: 'footnoteReference', identifier: label, label }];
      }
      if (isHeading(piece)) return [];
      if (tag === 'x') {
        losses.add('cross references');
        return [];
      }
      const inner: PhrasingContent[] = [
        ...(own || content
          ? [{ type: 'text' as const, value: (own || content).replace(/\s+/g, ' ') }]
          : []),
        ...(children ? inline(children) : []),
      ];
      return /^(add|em|it|bk|tl)$/.test(tag) && inner.length > 0
        ? [{ type: 'emphasis', children: inner }]
        : inner;
    });
  for (const [chapter, verses] of inOrder(book.chapters)) {
    blocks.push({ type: 'heading', depth: 2, children: [{ type: 'text', value: chapter }] });
    for (const [verse, { verseObjects = [] }] of inOrder(verses)) {
      const children = inline(verseObjects);
      const mark = verse === 'front' ? '' : `${chapter}:${verse} `;
      const line: PhrasingContent = { type: 'text', value: `${lineMark}${mark}` };
      blocks.push({ type: 'paragraph', children: [line, ...children] });
      // Headings stand after the verse before them.
      for (const { content = '', text: own = '' } of verseObjects.filter(isHeading)) {
        const value = (content || own).trim();
        blocks.push({ type: 'heading', depth: 3, children: [{ type: 'text', value }] });
      }
    }
  }
  const { segments, warnings } = readSegments([...blocks, ...notes]);
  return {
    ...metadataFrom({ title: header('mt') ?? header('mt1') ?? header('h') ?? header('toc1') }),
    segments,
    warnings: [...warnings, ...losses.warnings()],
  };
}
