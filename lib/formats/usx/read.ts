import type { EditionDraft } from '../../edition/read';
import { type GivenFile, Losses } from '../document';
import { ScriptureBuilder } from '../scripture/builder';
import { streamXml } from '../xml/stream';

/**
 * Reads Unified Scripture XML, versions 1 to 3: the markers of USFM as styles.
 * Source: https://docs.usfm.bible/usfm-usx-usj/latest/
 */
export function readUsx({ bytes, name }: GivenFile): EditionDraft {
  const losses = new Losses();
  const builder = new ScriptureBuilder(losses);
  streamXml(bytes, name, usxHandlers(builder, losses));
  return builder.finish();
}

/** What is done with elements of USX; lines are known where they are those of an XML file. */
export interface UsxHandlers {
  open: (element: string, attributes: Readonly<Record<string, string>>, line?: number) => void;
  close: (element: string) => void;
  text: (value: string, line?: number) => void;
}

/** What the elements of USX mean, as they are read one after another. */
export function usxHandlers(builder: ScriptureBuilder, losses: Losses): UsxHandlers {
  /** The styles of the elements that are open; empty for those without an end of their own. */
  const open: string[] = [];
  let identifying = false;
  let caption: string | null = null;
  return {
    open(element, attributes, line) {
      const { style = '', number = '' } = attributes;
      let closes = '';
      if (element === 'book') identifying = true;
      else if (element === 'chapter' && number !== '') {
        builder.chapter(number);
        otherNumber(attributes, losses, line);
      } else if (element === 'verse' && number !== '') {
        builder.verse(number);
        otherNumber(attributes, losses, line);
      } else if (element === 'para') builder.paragraph(style || 'p', line);
      else if (element === 'row' || element === 'table') builder.paragraph('tr', line);
      else if (element === 'sidebar') builder.paragraph('esb', line);
      else if (element === 'periph') {
        builder.paragraph('periph', line);
        builder.text(attributes.alt ?? '');
      } else if (element === 'figure') caption = '';
      else if (element === 'optbreak') builder.text(' ');
      else if (element === 'char' || element === 'note' || element === 'cell') {
        closes = style || element;
        builder.open(closes, undefined, line, attributes.gloss);
      } else if (!/^(usx|chapter|verse|ref|ms)$/.test(element)) {
        losses.add(`the meaning of “${element}”`, line);
      }
      open.push(closes);
    },
    close(element) {
      const style = open.pop();
      if (element === 'sidebar') builder.paragraph('esbe');
      else if (element === 'table') builder.paragraph('p');
      else if (element === 'book') identifying = false;
      else if (element === 'figure') {
        builder.picture(caption ?? '');
        caption = null;
      } else if (style) builder.close(style);
      // What stands beside a cell is not a part of its last word.
      if (element === 'cell') builder.text(' ');
    },
    text(value, line) {
      if (identifying) losses.add('identification lines', line, value);
      else if (caption !== null) caption += value;
      else builder.text(value);
    },
  };
}

/** Numbers that are printed in place of a chapter’s or a verse’s own. */
function otherNumber(attributes: Readonly<Record<string, string>>, losses: Losses, line?: number) {
  for (const other of [attributes.pubnumber, attributes.altnumber]) {
    if (other) losses.add('other numbers of chapters and verses', line, other);
  }
}
