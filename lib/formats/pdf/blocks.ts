import { cellsOf } from '../../edition/cells';
import type { Edition, Segment } from '../../edition/model';
import { footnotesOf, type Note } from '../footnotes';
import { inlineOf, type NotePlacer, type ShownWords } from './inline';
import type { PrintedBlock, PrintedInline } from './printed';

/** What kinds of segments, headings aside, are on the page. */
export const printedKinds = {
  paragraph: 'paragraph',
  item: 'item',
  verse: 'verse',
  footnote: 'note',
  row: 'paragraph',
} as const;

/** Makes the blocks of one edition: its notes go to the foot of the page that refers to them. */
export class BlockMaker {
  private readonly notes: ReadonlyMap<string, Note>;
  private readonly atFoot: Set<Segment>;
  /** Marks of the notes that stand at the foot, by their labels. */
  private readonly placed = new Map<string, string>();
  private readonly levels: Map<number, number>;

  /** @param markOf the mark of a note, by its label. */
  constructor(
    { segments }: Edition,
    private readonly markOf: (label: string) => string,
  ) {
    this.notes = footnotesOf({ segments });
    this.atFoot = new Set(
      segments.flatMap(({ spans }) =>
        spans.flatMap(({ kind, target = '' }) =>
          kind === 'note' ? (this.notes.get(target)?.segments ?? []) : [],
        ),
      ),
    );
    this.levels = levelsOf(segments);
  }

  /** Blocks of what is shown, in its order; a note that is referred to stands at the foot instead. */
  blocks(shown: readonly ShownWords[]): PrintedBlock[] {
    const blocks: PrintedBlock[] = [];
    for (const each of shown) {
      if (this.atFoot.has(each.segment)) continue;
      const block = this.block(each);
      const last = blocks.at(-1);
      // Rows that stand together are one table.
      if (block.kind === 'table' && last?.kind === 'table') last.rows.push(...block.rows);
      else blocks.push(block);
    }
    return blocks;
  }

  private block({ segment, marks }: ShownWords): PrintedBlock {
    const { kind, level = 1 } = segment;
    // Marks do not know of cells: a row that is compared is one text.
    if (kind === 'row' && marks.length === 0) {
      const cells = cellsOf(segment).map((cell) =>
        inlineOf({ segment: { ...segment, ...cell, label: undefined }, marks: [] }, this.note),
      );
      return { kind: 'table', rows: [cells] };
    }
    const c = inlineOf({ segment, marks }, this.note);
    if (kind === 'heading') return { kind, level: this.levels.get(level) ?? 1, c };
    return { kind: printedKinds[kind], c };
  }

  private readonly note: NotePlacer = (label): PrintedInline => {
    const segments = this.notes.get(label)?.segments;
    const placed = this.placed.get(label);
    if (!segments || placed !== undefined) return { k: 'reference', mark: placed ?? label };
    const mark = this.markOf(label);
    this.placed.set(label, mark);
    const words = segments.flatMap((segment, k): PrintedInline[] => [
      ...(k > 0 ? [{ k: 'break' as const }] : []),
      ...inlineOf({ segment: { ...segment, label: undefined }, marks: [] }, this.note),
    ]);
    return { k: 'note', mark, c: words };
  };
}

/** The levels of headings that a text has, from 1 and without gaps, as PDF/UA wants them. */
function levelsOf(segments: readonly Segment[]): Map<number, number> {
  const used = new Set(
    segments.flatMap(({ kind, level = 1 }) => (kind === 'heading' ? [level] : [])),
  );
  return new Map([...used].sort((x, y) => x - y).map((level, k) => [level, k + 1]));
}
