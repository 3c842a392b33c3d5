import {
  AlignmentType,
  Bookmark,
  FootnoteReferenceRun,
  InternalHyperlink,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Mark } from '../../collate/marks';
import { cutPieces } from '../../collate/pieces';
import { leadingLabel, spaced } from '../../edition/labels';
import { direction, type Edition, type Segment } from '../../edition/model';
import { firstLineIndent } from '../../language/first-line-indent';
import type { Note } from '../footnotes';
import { xmlText } from '../prepared';
import { linked, noteBookmark } from './links';
import { rubyRun } from './ruby';
import { beside, headings, labelledItem, looks, looseNote, verse } from './styles';

/** What a paragraph of a text refers to: notes and other segments; the list that it is of. */
interface References {
  notes?: ReadonlyMap<string, Note>;
  /** Notes to which a note may refer, which Word does not show there. */
  numbers?: ReadonlyMap<string, Note>;
  targets?: ReadonlySet<string>;
  list?: string;
  /** A bookmark at its beginning. */
  bookmark?: string;
  /** Whether it is one of a running text, and in no row of a comparison. */
  running?: boolean;
}

/** What all words of a language carry, and what the paragraph does that holds them. */
export function inLanguage(language: string): {
  run: IRunOptions;
  paragraph: Pick<IParagraphOptions, 'bidirectional' | 'alignment'>;
} {
  const rtl = direction(language) === 'rtl';
  return {
    run: { rightToLeft: rtl, language: { value: language, eastAsia: language } },
    paragraph: { bidirectional: rtl, alignment: AlignmentType.START },
  };
}

/**
 * The width of a character in twentieths of a point, at Word's own size of 10 points: programs that do not
 * count indents in characters, such as LibreOffice before 24, indent by that.
 */
const em = 200;

/** A segment as a paragraph, with what differs in it marked. */
export function paragraph(
  segment: Segment,
  marks: readonly Mark[],
  { language }: Edition,
  { notes, numbers, targets, list, bookmark, running }: References = {},
): Paragraph {
  const { run: basic, paragraph: own } = inLanguage(language);
  const { kind, level = 1, label, text, spans } = segment;
  const indent = firstLineIndent(language);
  const runs: ParagraphChild[] = [];
  // Word numbers its notes itself.
  const ownNote = kind === 'footnote' && notes === undefined;
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
          const mark = new TextRun({ ...basic, text: xmlText(target), superScript: true });
          const called = numbers?.get(target);
          if (called) {
            runs.push(
              new TextRun({ ...basic, text: String(called.number), style: beside.call.id }),
            );
          } else if (!note) runs.push(mark);
          else if (note.placed) {
            runs.push(
              new InternalHyperlink({ anchor: noteBookmark(note.number), children: [mark] }),
            );
          } else runs.push(new FootnoteReferenceRun(note.number));
          if (note) note.placed = true;
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
              ...(styled('code') && !mark ? { style: beside.code.id } : {}),
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
  const bookmarks = [
    ...(targets?.has(segment.id) ? [segment.id] : []),
    ...(bookmark ? [bookmark] : []),
  ];
  const target = [...bookmarks.map((id) => new Bookmark({ id, children: [] })), ...runs];
  return new Paragraph({
    children: target,
    ...own,
    spacing: { after: kind === 'verse' ? 0 : 120 },
    ...(indent && running && kind === 'paragraph'
      ? { indent: { firstLineChars: 100 * indent, firstLine: em * indent } }
      : {}),
    ...(kind === 'heading' ? { heading: headings[Math.min(6, level) - 1] } : {}),
    ...(kind === 'verse' ? { style: verse.id } : {}),
    ...(kind === 'footnote' && !ownNote ? { style: looseNote.id } : {}),
    ...(kind === 'item' && !label ? { bullet: { level: 0 } } : {}),
    ...(kind === 'item' && label && list === undefined ? { style: labelledItem.id } : {}),
    ...(list === undefined ? {} : { numbering: { reference: list, level: 0 } }),
  });
}
