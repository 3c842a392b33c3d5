import { Document, FootnoteReferenceRun, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { type ApparatusEntry, caretsAfterWords } from '../../collate/apparatus-entry';
import { entryNote } from '../../collate/entry-note';
import { emptyLine } from '../../collate/witness';
import type { ApparatusForm } from '../../edition/apparatus-form';
import { direction } from '../../edition/model';
import { xmlText } from '../xml/text';
import type { ApparatusText } from './apparatus-text';

type Footnotes = Record<number, { children: Paragraph[] }>;

/** Texts in Word with their apparatus as footnotes: lemma ] readings, sigla. */
export async function collationDocx(
  texts: readonly ApparatusText[],
  form: ApparatusForm,
): Promise<Uint8Array> {
  const footnotes: Footnotes = {};
  const file = new Document({
    creator: 'Variorum',
    lastModifiedBy: 'Variorum',
    title: 'Collation',
    footnotes,
    sections: [{ children: texts.flatMap((text) => paragraphsOf(text, form, footnotes)) }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

/** The paragraphs of a text; its entries are added to the footnotes. */
function paragraphsOf(
  { language, title, parts }: ApparatusText,
  form: ApparatusForm,
  footnotes: Footnotes,
): Paragraph[] {
  const rightToLeft = direction(language) === 'rtl';
  const words = (text: string) => new TextRun({ text: xmlText(text), rightToLeft });
  const paragraphs: (TextRun | FootnoteReferenceRun)[][] = [[]];
  const write = (text: string) => {
    text.split(emptyLine).forEach((part, k) => {
      if (k > 0) paragraphs.push([]);
      if (part !== '') paragraphs.at(-1)?.push(words(part.replace(/\s+/g, ' ')));
    });
  };
  let number = Object.keys(footnotes).length;
  for (const part of caretsAfterWords(parts)) {
    if ('shared' in part) {
      write(part.shared);
      continue;
    }
    const { entry } = part;
    write(entry.space.before + entry.lemma);
    number++;
    footnotes[number] = {
      children: [
        new Paragraph({ bidirectional: rightToLeft, children: noteRuns(entry, form, words) }),
      ],
    };
    const runs = paragraphs.at(-1);
    // Two numbers side by side are not one.
    if (runs?.at(-1) instanceof FootnoteReferenceRun) runs.push(betweenNumbers());
    runs?.push(new FootnoteReferenceRun(number));
    write(entry.space.after);
  }
  const heading = { heading: HeadingLevel.HEADING_1, bidirectional: rightToLeft };
  return [
    ...(title ? [new Paragraph({ ...heading, children: [words(title)] })] : []),
    ...paragraphs
      .filter((runs) => runs.length > 0)
      .map(
        (children) =>
          new Paragraph({ bidirectional: rightToLeft, spacing: { after: 160 }, children }),
      ),
  ];
}

const betweenNumbers = () => new TextRun({ text: ',\u202f', superScript: true });

function noteRuns(
  entry: ApparatusEntry,
  form: ApparatusForm,
  words: (text: string) => TextRun,
): TextRun[] {
  return entryNote(entry, form).map(({ kind, text }) =>
    kind === 'words' ? words(text) : new TextRun({ text, italics: kind === 'said' }),
  );
}
