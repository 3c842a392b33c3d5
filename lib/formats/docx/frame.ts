import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Edition, Work } from '../../edition/model';
import { bylineOf, creditsOf } from '../known';
import type { ExportLabels } from '../labels';
import { legendOf } from '../legend';
import { xmlText } from '../prepared';
import { about, looks } from './styles';

const quiet = '6B665B';

/**
 * What stands around a text on each page: its title above, the notices of editions and the page number
 * below. Whoever reads the document leaves it out, by its style.
 */
export function pageFrame(
  title: string,
  editions: readonly Edition[],
  orientation: 'portrait' | 'landscape' = 'portrait',
): Pick<ISectionOptions, 'properties' | 'headers' | 'footers'> {
  const small = (text: string) => new TextRun({ text: xmlText(text), size: 16, color: quiet });
  const notices = editions.flatMap(({ siglum, notice }) => {
    if (!notice) return [];
    return [
      new Paragraph({
        style: about.id,
        children: [small(editions.length > 1 ? `${siglum}: ${notice}` : notice)],
      }),
    ];
  });
  return {
    properties: {
      page: {
        size: {
          orientation: PageOrientation[orientation === 'portrait' ? 'PORTRAIT' : 'LANDSCAPE'],
        },
      },
    },
    headers: {
      default: new Header({
        children: [
          new Paragraph({
            style: about.id,
            children: [small(title)],
            border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: 'BBB6A8', space: 4 } },
          }),
        ],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          ...notices,
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ children: [PageNumber.CURRENT], size: 16, color: quiet })],
          }),
        ],
      }),
    },
  };
}

const aboutLine = (children: ParagraphChild[]) => new Paragraph({ style: about.id, children });

/** Who wrote a work when, what it is, and what the marks of a comparison mean. */
export function openingLines(
  work: Work,
  bases: readonly string[],
  labels: ExportLabels,
): Paragraph[] {
  const legend = legendOf(bases, labels).map((piece) => {
    if (typeof piece === 'string') return new TextRun(piece);
    if ('siglum' in piece) return new TextRun(xmlText(piece.siglum));
    return new TextRun({ text: piece.text, style: looks[piece.mark].id });
  });
  return [
    ...[bylineOf(work, labels), work.description].flatMap((text) =>
      text ? [aboutLine([new TextRun(xmlText(text))])] : [],
    ),
    ...(legend.length > 0 ? [aboutLine(legend)] : []),
  ];
}

/** What is known of each edition, at the end. */
export function aboutEditions(editions: readonly Edition[], labels: ExportLabels): Paragraph[] {
  return editions.flatMap((edition) => {
    const { siglum, title } = edition;
    return [
      new Paragraph({
        style: about.id,
        keepNext: true,
        spacing: { before: 240 },
        children: [new TextRun({ text: xmlText(siglum + labels.colon + title), bold: true })],
      }),
      aboutLine([
        new TextRun(
          xmlText(
            creditsOf(edition, labels)
              .map(([term, value]) => term + labels.colon + value)
              .join(' · '),
          ),
        ),
      ]),
    ];
  });
}
