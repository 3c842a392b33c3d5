import { Document, FootnoteReferenceRun, Packer, Paragraph, TextRun } from 'docx';
import {
  type ApparatusEntry,
  type ApparatusPart,
  caretsAfterWords,
} from '../../collate/apparatus-entry';
import { entryNote } from '../../collate/entry-note';
import { emptyLine } from '../../collate/witness';
import type { ApparatusForm } from '../../edition/apparatus-form';
import { direction } from '../../edition/model';
import { xmlText } from '../xml/text';

/** A text in Word with its apparatus as footnotes: lemma ] readings, sigla. */
export async function collationDocx(
  parts: readonly ApparatusPart[],
  language: string,
  form: ApparatusForm,
): Promise<Uint8Array> {
  const rightToLeft = direction(language) === 'rtl';
  const words = (text: string) => new TextRun({ text: xmlText(text), rightToLeft });
  const footnotes: Record<number, { children: Paragraph[] }> = {};
  const paragraphs: (TextRun | FootnoteReferenceRun)[][] = [[]];
  const write = (text: string) => {
    text.split(emptyLine).forEach((part, k) => {
      if (k > 0) paragraphs.push([]);
      if (part !== '') paragraphs.at(-1)?.push(words(part.replace(/\s+/g, ' ')));
    });
  };
  let number = 0;
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
  const file = new Document({
    creator: 'Variorum',
    lastModifiedBy: 'Variorum',
    title: 'Collation',
    footnotes,
    sections: [
      {
        children: paragraphs
          .filter((runs) => runs.length > 0)
          .map(
            (children) =>
              new Paragraph({ bidirectional: rightToLeft, spacing: { after: 160 }, children }),
          ),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
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
