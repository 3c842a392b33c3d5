import type { ExportedWork } from '../prepared';

/** All that is known of a work and its alignment, as JSON. */
export function workJson({ work, editions, base, rows, notes }: ExportedWork): string {
  const { slug, title, author, date, description, names } = work;
  return `${JSON.stringify(
    {
      work: { slug, title, author, date, description, names, base: base.siglum },
      editions: editions.map(({ segments, warnings: _, ...metadata }) => ({
        ...metadata,
        segments: segments.map(({ position: __, ...segment }) => segment),
      })),
      alignment: {
        editions: editions.map(({ siglum }) => siglum),
        rows: rows.map(({ cells, score }) => ({
          cells: cells.map(({ segments }) => segments.map(({ segment }) => segment.id)),
          score: Number(score.toFixed(4)),
        })),
      },
      corrections: work.corrections,
      // Absent where nobody has said anything of sentences.
      sentences: work.sentenceLinks,
      cuts: work.sentenceCuts,
      notes,
    },
    null,
    2,
  )}\n`;
}
