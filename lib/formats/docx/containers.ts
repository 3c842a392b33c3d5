import { escapedText } from '../xml/text';

/** A tag of XML, with what is in it. */
export const tag = /<(\/?)([\w:.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;

/** What mammoth reads, or reads something of. */
const read = new Set(
  [
    'body document footnotes footnote endnotes endnote comments comment p r t fldChar instrText tab',
    'noBreakHyphen softHyphen sym hyperlink tbl tr tc footnoteReference endnoteReference br',
    'commentReference bookmarkStart sdt sdtContent sdtPr customXml ins moveTo object smartTag pict',
    'txbxContent',
  ].flatMap((names) => names.split(' ').map((name) => `w:${name}`)),
);
for (const shape of ['roundrect', 'shape', 'textbox', 'group', 'rect']) read.add(`v:${shape}`);

interface Stretch {
  name: string;
  start: number;
  end: number;
  words: boolean;
}
interface Open extends Stretch {
  /** The forms in which something is given, of which one is shown. */
  forms: Stretch[];
}
/** What stands in place of a stretch of text. */
export interface Change {
  start: number;
  end: number;
  by: string;
}

/**
 * A part of a Word document without the elements around its words that mammoth does not know and
 * would leave out with them (`w:dir`, `w:bdo`, shapes): their words stay where they are. A drawing
 * becomes a picture of the older kind, whose words mammoth puts behind the paragraph.
 */
export function withoutContainers(xml: string): string {
  const open: Open[] = [];
  const changes: Change[] = [];
  for (const { 0: whole, 1: closes, 2: name, 4: empty, index } of xml.matchAll(tag)) {
    const end = index + whole.length;
    if (!closes) {
      if (!empty) open.push({ name, start: index, end, words: false, forms: [] });
      continue;
    }
    const element = open.pop();
    // Not well-formed, as mammoth will say.
    if (element?.name !== name) return xml;
    element.words ||= name === 'w:t' && xml.slice(element.end, index).trim().length > 0;
    const parent = open.at(-1);
    if (parent?.name === 'mc:AlternateContent')
      parent.forms.push({ name, start: element.start, end, words: element.words });
    if (!element.words) continue;
    if (parent) parent.words = true;
    changes.push(...unwrapped(element, { start: index, end }));
  }
  return changed(xml, changes);
}

function unwrapped(
  { name, start, end, forms }: Open,
  closing: { start: number; end: number },
): Change[] {
  const by = (opening: string, close: string) => [
    { start, end, by: opening },
    { ...closing, by: close },
  ];
  if (name === 'w:drawing') return by('<w:pict>', '</w:pict>');
  const shown =
    forms.find((form) => form.name === 'mc:Fallback' && form.words) ??
    forms.find((form) => form.words);
  const others = forms.filter((form) => form !== shown);
  return [
    ...(read.has(name) ? [] : by('', '')),
    ...others.map((form) => ({ start: form.start, end: form.end, by: '' })),
  ];
}

/** Text with changes made; one that stands within another falls away. */
export function changed(xml: string, changes: Change[]): string {
  changes.sort((a, b) => a.start - b.start || b.end - a.end);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, by } of changes) {
    if (start < at) continue;
    parts.push(xml.slice(at, start), by);
    at = end;
  }
  parts.push(xml.slice(at));
  return parts.join('');
}

/** XML without comments, and with what it keeps verbatim written as all other text. */
export function plainXml(xml: string): string {
  return xml.replace(/<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, verbatim?: string) =>
    escapedText(verbatim ?? ''),
  );
}
