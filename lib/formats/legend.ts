import type { Mark } from '../collate/marks';

/** A piece of the key to the marks: words, the siglum of a base, or words that show a mark. */
export type LegendPiece =
  | string
  | { siglum: string }
  | { mark: Mark['kind'] | 'omission'; text: string };

const marks: LegendPiece[] = [
  { mark: 'insert', text: 'only here' },
  { mark: 'replace', text: 'other words' },
  { mark: 'move', text: 'moved' },
  { mark: 'delete', text: 'absent elsewhere' },
];

/** What the marks of a comparison mean; nothing where nothing is marked. @param bases their sigla. */
export function legendOf(bases: readonly string[]): LegendPiece[] {
  if (bases.length === 0) return [];
  return [
    'Compared with ',
    ...bases.flatMap((siglum, k): LegendPiece[] => (k > 0 ? [' / ', { siglum }] : [{ siglum }])),
    ': ',
    ...marks.flatMap((piece) => [piece, ', ']),
    { mark: 'omission', text: '‸' },
    ' words left out here.',
  ];
}
