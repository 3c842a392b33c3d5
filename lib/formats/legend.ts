import type { Mark } from '../collate/marks';
import type { ExportLabels } from './labels';

/** A piece of the key to the marks: words, the siglum of a base, or words that show a mark. */
export type LegendPiece =
  | string
  | { siglum: string }
  | { mark: Mark['kind'] | 'omission'; text: string };

const piece = /\{bases\}|<(?<mark>\w+)>(?<text>[^<]*)<\/\w+>/gu;

/** What the marks of a comparison mean; nothing where nothing is marked. @param bases their sigla. */
export function legendOf(bases: readonly string[], { legend }: ExportLabels): LegendPiece[] {
  if (bases.length === 0) return [];
  const pieces: LegendPiece[] = [];
  let at = 0;
  for (const match of legend.matchAll(piece)) {
    pieces.push(legend.slice(at, match.index));
    at = match.index + match[0].length;
    const { mark, text } = match.groups!;
    if (mark) pieces.push({ mark, text } as LegendPiece);
    else {
      pieces.push(
        ...bases.flatMap((siglum, k): LegendPiece[] =>
          k > 0 ? [' / ', { siglum }] : [{ siglum }],
        ),
      );
    }
  }
  pieces.push(legend.slice(at));
  return pieces.filter((each) => each !== '');
}
