import { zipSync } from 'fflate';
import { InputError } from '../../core/errors';
import type { Losses } from '../document';
import { plainXml, withoutContainers } from './containers';
import { withFieldsShown } from './fields';
import { type HiddenStyles, hiddenStyles, withoutHidden } from './hidden';
import { type NoteMarks, withoutNoteMarks } from './note-marks';
import { withNumbers } from './numbering';
import { markedRuby } from './ruby-signs';
import { wordsOf } from './words';

/** The main part of a Word document, by what the package says; Word for the web calls it otherwise. */
export function mainPartOf(parts: ReadonlyMap<string, Buffer>, name: string): string {
  const rels = parts.get('_rels/.rels')?.toString('utf8') ?? '';
  for (const [relationship] of rels.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    if (!/\bType\s*=\s*["'][^"']*\/officeDocument["']/.test(relationship)) continue;
    const target = /\bTarget\s*=\s*["']\/?([^"']+)["']/.exec(relationship)?.[1] ?? '';
    if (parts.has(target) && /\.xml$/i.test(target)) return target;
  }
  if (parts.has('word/document.xml')) return 'word/document.xml';
  throw new InputError('the file is not a Word document', {
    file: name,
    remedy: 'save it as .docx (Word 2007 or later)',
  });
}

/**
 * A Word document without what a reader of its text stumbles over: pictures, whether they are there
 * or not, references to parts that are missing, fields and formulas; with the numbers of its lists
 * and its ruby marked.
 *
 * @param marks of notes, to which those that the document has itself are added.
 * @returns the bytes of the document.
 */
export function withoutObstacles(
  parts: ReadonlyMap<string, Buffer>,
  main: string,
  losses: Losses,
  marks: NoteMarks,
): Uint8Array {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const changed: Record<string, Uint8Array> = {};
  const styles = parts.get(`${folder}styles.xml`)?.toString('utf8') ?? '';
  const hidden = hiddenStyles(styles);
  for (const [name, content] of parts) {
    const numbering = parts.get(`${folder}numbering.xml`)?.toString('utf8');
    const isText =
      name === main || (name.startsWith(folder) && /(?:foot|end)notes\d*\.xml$/.test(name));
    if (/\/media\//.test(name)) changed[name] = new Uint8Array();
    else
      changed[name] = isText
        ? Buffer.from(
            withNumbers(
              withoutNoteMarks(
                repaired(name, plainXml(content.toString('utf8')), parts, hidden, losses),
                marks,
              ),
              numbering,
              styles,
            ),
          )
        : content;
  }
  return zipSync(changed, { level: 0 });
}

function repaired(
  name: string,
  xml: string,
  parts: ReadonlyMap<string, Buffer>,
  hidden: HiddenStyles,
  losses: Losses,
): string {
  const file = name.slice(name.lastIndexOf('/') + 1);
  const rels =
    parts.get(`${name.slice(0, -file.length)}_rels/${file}.rels`)?.toString('utf8') ?? '';
  const known = new Set([...rels.matchAll(/\bId\s*=\s*["']([^"']+)["']/g)].map(([, id]) => id));
  const leaveOut = (what: string, part: string) => {
    losses.add(what, undefined, wordsOf(part));
    return '';
  };
  const shown = xml
    .replace(/<(a:blip|v:imagedata)\b(?:[^>]*\/>|[^>]*>[\s\S]*?<\/\1>)/g, (_, element: string) => {
      // Older versions of a picture stand beside the newer.
      if (element === 'a:blip' || !xml.includes('<a:blip')) losses.add('images');
      return '';
    })
    .replace(/<w:ruby\b[\s\S]*?<\/w:ruby>/g, markedRuby)
    // What stands between words as they are shown.
    .replace(/<w:cr\b[^>]*\/>/g, '<w:br/>')
    .replace(/<w:br\b[^>]*w:type="(?:page|column)"[^>]*\/>/g, '<w:t xml:space="preserve"> </w:t>')
    .replace(/<w:ptab\b[^>]*\/>/g, '<w:tab/>')
    // Formulas and what is hidden or deleted are not part of the text.
    .replace(/<w:smartTagPr\b(?:[^>]*\/>|[\s\S]*?<\/w:smartTagPr>)/g, '')
    .replace(/<m:oMath(Para)?\b[^>]*>[\s\S]*?<\/m:oMath\1>/g, (formula) =>
      leaveOut('formulas', formula),
    )
    .replace(/<w:(del|moveFrom)(?:\s[^>]*[^/])?>[\s\S]*?<\/w:\1>/g, (deleted) =>
      leaveOut('words that tracked changes delete', deleted),
    )
    .replace(
      /<v:textpath\b[^>]*?\bstring="([^"]*)"[^>]*?(?:\/>|>[\s\S]*?<\/v:textpath>)/g,
      (_, words: string) => leaveOut('words that are drawn', words),
    )
    .replace(innermost('w:tr'), (row) =>
      /<w:trPr\b(?:(?!<\/w:trPr>)[\s\S])*<w:del\b/.test(row) && hasWords.test(row)
        ? leaveOut('words that tracked changes delete', row)
        : row,
    )
    // A cell that goes on one above it shows no words; where it has some, it is a cell.
    .replace(innermost('w:tc'), (cell) =>
      hasWords.test(cell)
        ? cell.replace(/<w:vMerge(?:\s+w:val="continue")?\s*(?:\/>|><\/w:vMerge>)/, '')
        : cell,
    )
    .replace(/\sr:(?:id|embed|link|pict)="([^"]*)"/g, (whole, id: string) =>
      known.has(id) ? whole : '',
    );
  return withoutContainers(withFieldsShown(withoutHidden(shown, hidden, losses), losses));
}

const hasWords = /<w:t(?:\s[^>]*)?>[^<]*[^<\s]/;
/** Elements of a name that hold none of that name. */
const innermost = (name: string) =>
  new RegExp(`<${name}(?:\\s[^>]*)?>(?:(?!<${name}[\\s>])[\\s\\S])*?</${name}>`, 'g');
