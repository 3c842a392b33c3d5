import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { writeMarkdownEdition } from '../../edition/write';
import { type ExportedWork, labelledText } from '../prepared';

/** One edition as the library keeps it; several as a table, a row a place. */
export function workMarkdown({ work, editions, rows }: ExportedWork): string {
  if (editions.length === 1) {
    const [{ segments, warnings: _, ...metadata }] = editions;
    return writeMarkdownEdition(metadata, segments);
  }
  const row = (cells: string[]) => ({
    type: 'tableRow' as const,
    children: cells.map((value) => ({
      type: 'tableCell' as const,
      children: [{ type: 'text' as const, value: value.replace(/\s*\n\s*/g, ' ') }],
    })),
  });
  return toMarkdown(
    {
      type: 'root',
      children: [
        { type: 'heading', depth: 1, children: [{ type: 'text', value: work.title }] },
        {
          type: 'table',
          children: [
            row(editions.map(({ siglum }) => siglum)),
            ...rows.map(({ cells }) =>
              row(
                cells.map(({ segments }) =>
                  segments.map(({ segment }) => labelledText(segment)).join(' ¶ '),
                ),
              ),
            ),
          ],
        },
      ],
    },
    { extensions: [gfmToMarkdown({ tablePipeAlign: false })] },
  );
}
