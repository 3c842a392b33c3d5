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
import { xmlText } from '../prepared';
import { about, looks } from './styles';

const quiet = '6B665B';

/**
 * What stands around a text on each page: its title above, the notices of editions and the page number
 * below. Readers of Word files leave it out.
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
      new Paragraph({ children: [small(editions.length > 1 ? `${siglum}: ${notice}` : notice)] }),
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
export function openingLines(work: Work, base: string | null): Paragraph[] {
  const plain = (text: string) => new TextRun(xmlText(text));
  const key: [style: string, text: string][] = [
    [looks.insert.id, 'only here'],
    [looks.replace.id, 'other words'],
    [looks.move.id, 'moved'],
    [looks.delete.id, 'absent elsewhere'],
  ];
  return [
    ...[bylineOf(work), work.description].flatMap((text) =>
      text ? [aboutLine([plain(text)])] : [],
    ),
    ...(base === null
      ? []
      : [
          aboutLine([
            plain(`Compared with ${base}: `),
            ...key.flatMap(([style, text]) => [new TextRun({ text, style }), plain(', ')]),
            new TextRun({ text: '‸', style: looks.omission.id }),
            plain(' words left out here.'),
          ]),
        ]),
  ];
}

/** What is known of each edition, at the end. */
export function aboutEditions(editions: readonly Edition[]): Paragraph[] {
  return editions.flatMap((edition) => {
    const { siglum, title } = edition;
    return [
      new Paragraph({
        style: about.id,
        keepNext: true,
        spacing: { before: 240 },
        children: [new TextRun({ text: xmlText(`${siglum}: ${title}`), bold: true })],
      }),
      aboutLine([
        new TextRun(
          xmlText(
            creditsOf(edition)
              .map(([term, value]) => `${term}: ${value}`)
              .join(' · '),
          ),
        ),
      ]),
    ];
  });
}
