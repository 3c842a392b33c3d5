import { escapedText } from '../xml/text';
import { wordsOf } from './words';

/** The marks that a text gives its notes itself, by the kind and the id of each. */
export type NoteMarks = Map<string, string>;

const reference =
  /(<w:(foot|end)noteReference\b[^>]*\bw:customMarkFollows="(?:1|true|on)"[^>]*\/>)((?:(?!<\/w:r>)[\s\S]){0,400})(?=<\/w:r>)/g;
/** A sign of a font of symbols, whose place in it is that of the character. */
const symbol = /<w:sym\b[^>]*\bw:char="[Ff]0([0-9A-Fa-f]{2})"[^>]*\/>/g;

/**
 * A part of a Word document without the marks that stand in the place of the numbers of its notes: Word
 * shows them, and mammoth shows both.
 */
export function withoutNoteMarks(xml: string, marks: NoteMarks): string {
  return xml.replace(reference, (whole, call: string, kind: string, rest: string) => {
    const id = /\bw:id="([^"]*)"/.exec(call)?.[1];
    const plain = rest.replace(symbol, (_, code: string) => {
      const sign = String.fromCharCode(Number.parseInt(code, 16)).replace(/[<&]/g, '');
      return `<w:t>${sign}</w:t>`;
    });
    const mark = wordsOf(plain).trim();
    if (id === undefined || mark === '' || mark.length > 10) return whole;
    marks.set(`${kind}note-${id}`, mark);
    return call;
  });
}

/**
 * Gives the calls of notes in mammoth’s page the marks that the text has for them, and the others their
 * numbers: Word does not count those with a mark of their own.
 */
export function takeNoteMarks(html: string, marks: NoteMarks): string {
  if (marks.size === 0) return html;
  const numbers = new Map<string, number>();
  return html.replace(
    /(<a href="#((?:foot|end)note-[^"]*)"[^>]*>)\[\d+\](?=<\/a>)/g,
    (_, link: string, note: string) => {
      const mark = marks.get(note);
      if (mark !== undefined) return link + escapedText(mark);
      if (!numbers.has(note)) numbers.set(note, numbers.size + 1);
      return `${link}[${numbers.get(note)}]`;
    },
  );
}
