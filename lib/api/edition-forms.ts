import type { Edition, Segment, Work } from '../edition/model';
import { exportWork } from '../studies/export-work';
import type { editionTypes } from './operations/reading';

type EditionType = (typeof editionTypes)[number];

/** A whole edition as a file of a media type other than JSON. */
export async function editionFile(
  work: Work,
  edition: Edition,
  type: Exclude<EditionType, 'application/json'>,
): Promise<string> {
  if (type === 'text/plain') return plainText(edition.segments);
  const format = type === 'text/markdown' ? 'markdown' : 'tei';
  return String(await exportWork(work, format, [edition.siglum]));
}

/** The words alone: a blank line between segments, labels before their text, footnotes last. */
function plainText(segments: readonly Segment[]): string {
  const line = ({ label, text }: Segment) => (label ? `${label} ${text}` : text);
  const notes = segments.filter(({ kind }) => kind === 'footnote');
  const others = segments.filter(({ kind }) => kind !== 'footnote');
  return `${[...others, ...notes].map(line).join('\n\n')}\n`;
}

/** A page of an edition's segments, from index `from` to before `to`. */
export function editionPage(edition: Edition, from: number, to: number) {
  const { segments, warnings: _, ...metadata } = edition;
  return {
    ...metadata,
    count: segments.length,
    from,
    segments: segments.slice(from, to).map(({ id, kind, level, label, text, spans }) => ({
      id,
      kind,
      level,
      label,
      text,
      spans,
    })),
  };
}
