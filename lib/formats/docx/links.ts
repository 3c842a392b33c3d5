import { ExternalHyperlink, InternalHyperlink, type ParagraphChild } from 'docx';
import type { Piece } from '../../collate/pieces';
import type { Edition } from '../../edition/model';

/** The ids of segments that links of the edition lead to. */
export function linkTargets({ segments }: Edition): Set<string> {
  const ids = new Set(segments.map(({ id }) => id));
  return new Set(
    segments.flatMap(({ spans }) =>
      spans.flatMap(({ kind, target = '' }) =>
        kind === 'link' && ids.has(target.slice(1)) ? [target.slice(1)] : [],
      ),
    ),
  );
}

/** Words as a link, where they are one that leads somewhere. */
export function linked(
  { spans }: Piece,
  children: ParagraphChild[],
  targets: ReadonlySet<string> | undefined,
): ParagraphChild[] {
  const link = spans.find((span) => span.kind === 'link');
  const target = link && 'target' in link ? (link.target ?? '') : '';
  if (/^https?:/.test(target)) return [new ExternalHyperlink({ children, link: target })];
  return targets?.has(target.slice(1))
    ? [new InternalHyperlink({ children, anchor: target.slice(1) })]
    : children;
}

/** The bookmark of a note, to which a second reference to it leads: as mammoth names notes. */
export const noteBookmark = (number: number) => `footnote-${number}`;
