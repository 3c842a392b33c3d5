import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  type ICharacterStyleOptions,
  type IRunOptions,
  type IStylesOptions,
  Packer,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Mark } from '../../collate/marks';
import { cutPieces } from '../../collate/pieces';
import { leadingLabel, spaced } from '../../edition/labels';
import { direction, type Edition, type Segment } from '../../edition/model';
import { knownOf } from '../known';
import { type ExportedWork, xmlText } from '../prepared';
import { blocksOf, numberingOf } from './blocks';
import { linked, linkTargets } from './links';
import { rubyRun } from './ruby';

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];
const rule = { style: BorderStyle.SINGLE, size: 4, color: 'BBB6A8' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** The style of verse, by which it is known when the document is read. */
const verse = { id: 'Verse', name: 'Verse', basedOn: 'Normal', next: 'Verse', quickFormat: true };
/**
 * Differences are styles of characters, so that a writer may give them another look, and that they
 * are told from what the text itself has struck out or underlined.
 */
const looks: Record<Mark['kind'] | 'omission', ICharacterStyleOptions> = {
  insert: { id: 'OnlyHere', name: 'Only here', run: { underline: {}, color: '1D5E3A' } },
  delete: { id: 'Absent', name: 'Absent elsewhere', run: { strike: true, color: '8F2D2D' } },
  replace: {
    id: 'OtherWords',
    name: 'Other words',
    run: { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'FBEECB' } },
  },
  move: { id: 'Moved', name: 'Moved', run: { underline: { type: 'double' }, color: '2B3853' } },
  omission: { id: 'LeftOut', name: 'Words left out', run: { color: '8F2D2D' } },
};

/** What stands in a text beside its words: known by its style when the document is read. */
const beside = {
  label: { id: 'Label', name: 'Label', run: { color: '6B665B' } },
  page: { id: 'PageMark', name: 'Page mark', run: { color: '6B665B', size: 16 } },
} satisfies Record<string, ICharacterStyleOptions>;

const styles: IStylesOptions = {
  paragraphStyles: [verse],
  characterStyles: [...Object.values(looks), ...Object.values(beside)],
};

/**
 * A Word document: one edition as a text with its notes, several as a table side by side whose
 * differences are formatting.
 */
export function workDocx({ work, editions, rows }: ExportedWork): Promise<Uint8Array> {
  const [first] = editions;
  if (editions.length === 1) {
    const notes = footnotesOf(first);
    const { config, references } = numberingOf(first.segments);
    const targets = linkTargets(first);
    return pack(
      new Document({
        styles,
        numbering: { config },
        title: xmlText(first.title),
        creator: xmlText(first.author ?? ''),
        description: xmlText(first.description ?? ''),
        // Under “Advanced properties” in Word.
        customProperties: knownOf(first).map(([name, value]) => ({ name, value: xmlText(value) })),
        footnotes: Object.fromEntries(
          [...notes.values()].map(({ number, segments }) => [
            number,
            { children: segments.map((segment) => paragraph(segment, [], first, { targets })) },
          ]),
        ),
        sections: [
          {
            children: blocksOf(
              first.segments.filter(({ kind }) => kind !== 'footnote'),
              (segment) =>
                paragraph(segment, [], first, {
                  notes,
                  targets,
                  list: references.get(segment),
                }),
            ),
          },
        ],
      }),
    );
  }
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    layout: TableLayoutType.FIXED,
    borders: {
      top: rule,
      bottom: rule,
      left: none,
      right: none,
      insideVertical: none,
      insideHorizontal: rule,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        children: editions.map((edition) =>
          cell([
            new Paragraph({
              children: [
                new TextRun({ text: `${edition.siglum} (${edition.language})`, bold: true }),
              ],
            }),
            new Paragraph(xmlText(edition.title)),
          ]),
        ),
      }),
      ...rows.map(
        ({ cells }) =>
          new TableRow({
            children: cells.map(({ segments }, column) =>
              cell(
                segments.length === 0
                  ? [new Paragraph('')]
                  : segments.map(({ segment, marks }) =>
                      paragraph(segment, marks, editions[column]),
                    ),
              ),
            ),
          }),
      ),
    ],
  });
  return pack(
    new Document({
      styles,
      title: xmlText(work.title),
      creator: xmlText(work.author ?? ''),
      sections: [
        {
          properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
          children: [
            new Paragraph({ text: xmlText(work.title), heading: HeadingLevel.TITLE }),
            table,
          ],
        },
      ],
    }),
  );
}

async function pack(document: Document): Promise<Uint8Array> {
  return Packer.toBuffer(document);
}

function cell(children: Paragraph[]): TableCell {
  return new TableCell({ children, margins: { top: 80, bottom: 80, left: 120, right: 120 } });
}

interface Note {
  number: number;
  segments: Segment[];
}

/** Footnotes by label, numbered as Word numbers them; paragraphs without a label go on. */
function footnotesOf({ segments }: Edition): Map<string, Note> {
  const notes = new Map<string, Note>();
  let last: Note | undefined;
  for (const segment of segments) {
    if (segment.kind !== 'footnote') continue;
    if (segment.label !== undefined || !last) {
      last = { number: notes.size + 1, segments: [] };
      notes.set(segment.label ?? '', last);
    }
    last.segments.push(segment);
  }
  return notes;
}

/** What a paragraph of a text refers to: notes and other segments; the list that it is of. */
interface References {
  notes?: ReadonlyMap<string, Note>;
  targets?: ReadonlySet<string>;
  list?: string;
}

function paragraph(
  segment: Segment,
  marks: readonly Mark[],
  { language }: Edition,
  { notes, targets, list }: References = {},
): Paragraph {
  const rtl = direction(language) === 'rtl';
  const { kind, level = 1, label, text, spans } = segment;
  const basic: IRunOptions = {
    rightToLeft: rtl,
    language: { value: language, eastAsia: language },
  };
  const runs: ParagraphChild[] = [];
  const ownNote = kind === 'footnote' && notes === undefined && marks.length === 0;
  if (label && !ownNote && list === undefined && kind !== 'row') {
    const style = leadingLabel(`${spaced(label)}${text}`)?.label === label ? {} : beside.label.id;
    const own = typeof style === 'string' ? { style } : style;
    runs.push(new TextRun({ ...basic, text: xmlText(label), ...own }));
    if (spaced(label) !== label) runs.push(new TextRun({ ...basic, text: ' ' }));
  }
  for (const { parts } of cutPieces(
    text,
    [],
    marks.filter(({ ignored }) => !ignored),
    spans,
  )) {
    for (const { mark, pieces } of parts) {
      const look = mark ? { style: looks[mark.kind].id } : {};
      if (pieces.length === 0) {
        runs.push(new TextRun({ ...basic, text: '‸', style: looks.omission.id }));
      }
      for (const piece of pieces) {
        for (const { kind: noteKind, target = '' } of piece.notes) {
          if (noteKind === 'page') {
            runs.push(new TextRun({ ...basic, text: xmlText(target), style: beside.page.id }));
            continue;
          }
          const note = notes?.get(target);
          runs.push(
            note
              ? new FootnoteReferenceRun(note.number)
              : new TextRun({ ...basic, text: xmlText(target), superScript: true }),
          );
        }
        const styled = (...kinds: string[]) =>
          piece.spans.some((span) => kinds.includes(span.kind));
        const words = piece.text.split('\n').map(
          (line, k) =>
            new TextRun({
              ...basic,
              ...look,
              text: xmlText(line),
              break: k > 0 ? 1 : 0,
              italics: styled('emphasis', 'foreign'),
              bold: styled('strong'),
              ...(styled('deleted') ? { strike: true } : {}),
            }),
        );
        const ruby = piece.spans.find((span) => span.kind === 'ruby');
        const reading = ruby && 'target' in ruby ? ruby.target : undefined;
        const [only] = words;
        // A reading stands over words that no other mark divides.
        const whole = ruby && ruby.end - ruby.start === piece.text.length && words.length === 1;
        runs.push(...linked(piece, whole && reading ? [rubyRun(only, reading)] : words, targets));
      }
    }
  }
  const target = targets?.has(segment.id)
    ? [new Bookmark({ id: segment.id, children: [] }), ...runs]
    : runs;
  return new Paragraph({
    children: target,
    bidirectional: rtl,
    alignment: AlignmentType.START,
    spacing: { after: kind === 'verse' ? 0 : 120 },
    ...(kind === 'heading' ? { heading: headings[Math.min(6, level) - 1] } : {}),
    ...(kind === 'verse' ? { style: verse.id } : {}),
    ...(kind === 'item' && !label ? { bullet: { level: 0 } } : {}),
    ...(list === undefined ? {} : { numbering: { reference: list, level: 0 } }),
  });
}
