import type { Losses } from '../document';
import { reportFrames } from '../office';
import { plainXml, withoutContainers } from './containers';
import { about } from './styles';
import { wordsOf } from './words';

/** Reports what a Word document has beside its text: comments, and the heads and feet of pages. */
export function reportBeside(parts: ReadonlyMap<string, Buffer>, losses: Losses): void {
  const named = (name: RegExp) =>
    [...parts].flatMap(([part, content]) => {
      const found = name.exec(part);
      return found ? [{ name: found[1], xml: plainXml(content.toString('utf8')) }] : [];
    });
  for (const { xml } of named(/\/(comments)\d*\.xml$/)) {
    for (const [comment] of xml.matchAll(/<w:comment\b[\s\S]*?<\/w:comment>/g)) {
      losses.add('comments', undefined, shownWords(comment));
    }
  }
  reportLooseNotes(parts, losses);
  reportFrames(
    named(/\/(header|footer)\d*\.xml$/).map(({ name, xml }) => ({
      kind: name === 'header' ? 'headers' : 'footers',
      words: shownWords(
        withoutContainers(xml).replace(paragraph, (each) => (ours(each) ? '' : each)),
      ),
    })),
    losses,
  );
}

/** Reports notes to which nothing refers: Word shows none of them. */
function reportLooseNotes(parts: ReadonlyMap<string, Buffer>, losses: Losses): void {
  const texts = [...parts].flatMap(([name, content]) =>
    /\/(?:document|footnotes|endnotes)\d*\.xml$/.test(name) ? [content.toString('utf8')] : [],
  );
  const called = new Set(
    // What tracked changes delete refers to nothing in the text.
    texts
      .map(withoutDeleted)
      .flatMap((xml) =>
        [...xml.matchAll(/<w:(foot|end)noteReference\b[^>]*\bw:id="([^"]*)"/g)].map(
          ([, kind, id]) => `${kind} ${id}`,
        ),
      ),
  );
  for (const xml of texts) {
    for (const [note, kind, attributes] of plainXml(xml).matchAll(
      /<w:(foot|end)note\s([^>]*)>(?:(?!<\/w:\1note>)[\s\S])*/g,
    )) {
      const id = /\bw:id="([^"]*)"/.exec(attributes)?.[1] ?? '';
      if (/\bw:type="(?!normal)/.test(attributes) || called.has(`${kind} ${id}`)) continue;
      const words = shownWords(note).trim();
      if (words !== '') losses.add('notes to which nothing refers', undefined, words);
    }
  }
}

const paragraph = /<w:p\b[^>]*>(?:(?!<w:p\b[^>]*>)[\s\S])*?<\/w:p>/g;

/** Whether a paragraph says of the text what the edition says, too: in our own documents. */
const ours = (xml: string): boolean => xml.includes(`<w:pStyle w:val="${about.id}"`);

const withoutDeleted = (xml: string): string =>
  xml.replace(/<w:(del|moveFrom)(?:\s[^>]*[^/])?>[\s\S]*?<\/w:\1>/g, '');

/** The words of a part as they are read, with what tracked changes delete taken out. */
const shownWords = (xml: string): string =>
  wordsOf(xml.replace(/<w:delText\b[^>]*>[^<]*<\/w:delText>/g, ''));
