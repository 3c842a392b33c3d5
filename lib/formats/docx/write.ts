import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Edition } from '../../edition/model';
import { type ComparedNotes, comparedNotes } from '../compared-notes';
import { footnotesOf, placedTexts, referredNotes } from '../footnotes';
import { knownOf } from '../known';
import { headOfColumn } from '../parallel';
import { type ExportedWork, isShort, xmlText } from '../prepared';
import { blocksOf, numberingOf } from './blocks';
import { aboutEditions, openingLines, pageFrame } from './frame';
import { linkTargets, noteBookmark } from './links';
import { inLanguage, paragraph } from './paragraph';
import { none, rule, styles } from './styles';

/**
 * A Word document: one edition as a text with its notes, several as a table side by side whose
 * differences are formatting.
 */
export function workDocx({
  work,
  editions,
  bases,
  rows,
  labels,
}: ExportedWork): Promise<Uint8Array> {
  const [first] = editions;
  if (editions.length === 1) {
    const notes = footnotesOf(first);
    // Those to which nothing refers stand at the end of the text.
    const referred = referredNotes(first.segments);
    const called = [...notes].flatMap(([label, note]) => (referred.has(label) ? [note] : []));
    const { config, references } = numberingOf(first.segments);
    const targets = linkTargets(first);
    return pack(
      new Document({
        styles,
        numbering: { config },
        title: xmlText(first.title),
        ...by(first.author),
        description: xmlText(first.description ?? ''),
        // Under “Advanced properties” in Word.
        customProperties: knownOf(first).map(([name, value]) => ({ name, value: xmlText(value) })),
        footnotes: Object.fromEntries(
          called.map(({ number, segments }) => [
            number,
            {
              children: segments.map((segment, k) =>
                paragraph(segment, [], first, {
                  targets,
                  numbers: notes,
                  ...(k === 0 ? { bookmark: noteBookmark(number) } : {}),
                }),
              ),
            },
          ]),
        ),
        sections: [
          {
            ...pageFrame(first.title, [first]),
            children: blocksOf(placedTexts(first, notes), (segment) =>
              paragraph(segment, [], first, {
                notes,
                targets,
                list: references.get(segment),
                running: true,
              }),
            ),
          },
        ],
      }),
    );
  }
  const compared = comparedNotes(editions, rows);
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
              children: [new TextRun({ text: xmlText(headOfColumn(edition)), bold: true })],
            }),
            titleParagraph(edition),
          ]),
        ),
      }),
      ...compared.rows.map(
        ({ cells }) =>
          new TableRow({
            cantSplit: isShort({ cells }),
            children: cells.map(({ segments }, column) =>
              cell(
                segments.length === 0
                  ? [new Paragraph('')]
                  : segments.map(({ segment, marks }) =>
                      paragraph(segment, marks, editions[column], {
                        notes: compared.notes[column],
                      }),
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
      ...by(work.author),
      footnotes: footnotesBeside(editions, compared),
      sections: [
        {
          // Three columns and more do not fit an upright page.
          ...pageFrame(work.title, editions, editions.length > 2 ? 'landscape' : 'portrait'),
          children: [
            new Paragraph({ text: xmlText(work.title), heading: HeadingLevel.TITLE }),
            ...openingLines(work, bases, labels),
            table,
            ...aboutEditions(editions, labels),
          ],
        },
      ],
    }),
  );
}

/** Notes of editions side by side as Word's footnotes. */
const footnotesBeside = (
  editions: ExportedWork['editions'],
  { notes, marksOf }: ComparedNotes,
): Record<number, { children: Paragraph[] }> =>
  Object.fromEntries(
    editions.flatMap((edition, column) =>
      [...notes[column].values()].map(({ number, segments }) => [
        number,
        {
          children: segments.map((segment, k) =>
            paragraph(segment, marksOf(segment), edition, {
              numbers: notes[column],
              ...(k === 0 ? { bookmark: noteBookmark(number) } : {}),
            }),
          ),
        },
      ]),
    ),
  );

/** Whose name the document carries: Word shows both. */
const by = (author = '') => ({ creator: xmlText(author), lastModifiedBy: 'Variorum' });

function titleParagraph({ title, language }: Edition): Paragraph {
  const { run, paragraph: own } = inLanguage(language);
  return new Paragraph({ ...own, children: [new TextRun({ ...run, text: xmlText(title) })] });
}

async function pack(document: Document): Promise<Uint8Array> {
  return Packer.toBuffer(document);
}

function cell(children: Paragraph[]): TableCell {
  return new TableCell({ children, margins: { top: 80, bottom: 80, left: 120, right: 120 } });
}
