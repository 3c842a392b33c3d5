import type { EditionDraft } from '../../edition/read';
import { type GivenFile, Losses } from '../document';
import { ScriptureBuilder } from '../scripture/builder';
import type { MarkerMeaning } from '../scripture/markers';
import { separatedByMarks, spacedLetter } from '../scripture/nodes';
import { streamXml } from '../xml/stream';

type Attributes = Readonly<Record<string, string>>;

/** Character elements of OSIS: what they are called as markers of USFM. */
const characters: Record<string, string> = {
  transChange: 'add',
  divineName: 'nd',
  foreign: 'tl',
  catchWord: 'fq',
  rdg: 'fqa',
  inscription: 'sc',
  selah: 'qs',
  cell: 'cell',
};
/** Elements that change nothing of the words within them. */
const transparent =
  /^(osis|osisText|w|seg|reference|q|name|rdgGroup|abbr|date|verse|chapter|list|lg|table|mentioned|index|a|teiHeader|div|closer|titlePage|castList|castGroup|actor|role|hi|milestone|milestoneStart|milestoneEnd|lb)$/;
const emphasis: MarkerMeaning = { kind: 'emphasis' };
const strong: MarkerMeaning = { kind: 'strong' };

/**
 * Reads Open Scripture Information Standard, with chapters and verses that enclose their text or
 * are marked at their beginning and end.
 * Source: https://crosswire.org/osis/
 */
export function readOsis({ bytes, name }: GivenFile): EditionDraft {
  const losses = new Losses();
  const reader = new OsisReader(losses);
  streamXml(bytes, name, {
    open: (element, attributes, line) => reader.open(element, attributes, line),
    close: (element) => reader.close(element),
    text: (value, line) => reader.text(value, line),
  });
  return reader.finish();
}

class OsisReader {
  private readonly builder: ScriptureBuilder;
  private readonly markers: string[] = [];
  /** Whether the innermost open verse encloses its text. */
  private enclosing: boolean[] = [];
  private readonly fields: Record<string, string> = {};
  private header = false;
  /** Whether the last words outside notes end with a letter, and whether a `w` ended since. */
  private letterBefore = false;
  private wordEnded = false;
  private noteDepth = 0;
  private works = 0;
  private field = '';
  private caption: string | null = null;

  constructor(private readonly losses: Losses) {
    this.builder = new ScriptureBuilder(losses);
  }

  finish(): EditionDraft {
    const { title, creator: author, date, rights: licence, language } = this.fields;
    return this.builder.finish({
      ...(title ? { title } : {}),
      ...(author ? { author } : {}),
      ...(date ? { date } : {}),
      ...(licence ? { licence } : {}),
      ...(language ? { language } : {}),
    });
  }

  open(element: string, attributes: Attributes, line: number): void {
    let marker = '';
    if (element === 'w' || element === 'transChange') this.partWords(element, line);
    if (element === 'osisText' && attributes['xml:lang']) {
      this.fields.language ??= attributes['xml:lang'];
    } else if (element === 'header') this.header = true;
    if (this.header) {
      if (element === 'work') this.works++;
      this.field = element;
    } else if (element === 'chapter' || element === 'verse') this.reference(element, attributes);
    else if (element === 'figure') this.caption = '';
    else
      marker = this.block(element, attributes, line) ?? this.character(element, attributes, line);
    this.markers.push(marker);
  }

  close(element: string): void {
    const marker = this.markers.pop();
    if (element === 'note') this.noteDepth--;
    else if (element === 'w' && this.noteDepth === 0) this.wordEnded = true;
    if (element === 'header') this.header = false;
    else if (this.header) this.field = '';
    else if (element === 'verse' && this.enclosing.pop()) this.builder.endVerse();
    else if (element === 'figure') {
      this.builder.picture(this.caption ?? '');
      this.caption = null;
    } else if (marker) this.builder.close(marker);
    else if (/^(l|p|title|item|speaker|salute|signed)$/.test(element)) this.builder.text(' ');
    if (element === 'title' || element === 'speaker') this.builder.paragraph('p');
    // What stands beside a cell or a label is not a part of its last word.
    if (element === 'cell' || element === 'label') this.builder.text(' ');
  }

  text(value: string, line: number): void {
    if (this.header) {
      if (this.works > 1 || this.field === '' || value.trim() === '') return;
      // What the file says of the text, as metadata; the rest of it is about the file.
      if (/^(title|creator|date|rights|language)$/.test(this.field))
        this.fields[this.field] ??= value;
      else this.losses.add('what the header says of the file', line, value);
    } else if (this.caption !== null) this.caption += value;
    else {
      if (this.noteDepth === 0) {
        this.letterBefore = spacedLetter.test(value);
        this.wordEnded = false;
      }
      this.builder.text(value);
    }
  }

  /** What is marked as a word stands apart from letters beside it, also where no space is written. */
  private partWords(element: string, line: number): void {
    if (this.noteDepth > 0 || !this.letterBefore) return;
    if (element !== 'w' && !this.wordEnded) return;
    this.builder.text(' ');
    this.letterBefore = false;
    this.losses.mark(separatedByMarks, line);
  }

  private reference(element: string, attributes: Attributes): void {
    const { osisID = '', sID, n } = attributes;
    const ends = attributes.eID !== undefined;
    if (element === 'verse') this.enclosing.push(!ends && sID === undefined);
    if (ends) {
      if (element === 'verse') this.builder.endVerse();
      return;
    }
    // “Gen.1.1 Gen.1.2” is a verse that joins two.
    const numbers = (osisID || sID || '').split(/\s+/).map((id) => id.split(/[.!]/));
    const part = (path: string[] | undefined, at: number) => path?.[at] ?? '';
    const at = element === 'chapter' ? 1 : 2;
    const [first, last] = [part(numbers[0], at), part(numbers.at(-1), at)];
    const number = first === '' ? (n ?? '') : first === last ? first : `${first}-${last}`;
    if (element === 'chapter') this.builder.chapter(number);
    else this.builder.verse(number);
  }

  /** Opens a block. @returns undefined where the element is none. */
  private block(element: string, attributes: Attributes, line: number): string | undefined {
    const { builder } = this;
    const { type = '' } = attributes;
    const isEnd = attributes.eID !== undefined;
    const isMilestone = isEnd || attributes.sID !== undefined;
    // What ends a line or a paragraph says nothing more.
    if (isEnd && /^(l|lg|p|title)$/.test(element)) return '';
    if (this.noteDepth > 0) {
      if (!/^(p|l|item|title|head|row|speaker|salute|signed)$/.test(element)) return undefined;
      // A block within a note is a paragraph of it.
      builder.open('fp', undefined, line);
      return 'fp';
    }
    if (element === 'div' && type === 'book' && !isEnd) {
      builder.book('', attributes.osisID ?? '');
    } else if (element === 'p' || (element === 'div' && type === 'paragraph' && !isEnd)) {
      builder.paragraph('p', line);
    } else if (element === 'l' && !isEnd) builder.paragraph(`q${attributes.level ?? ''}`, line);
    else if (element === 'title') {
      const marker = { main: 'mt', chapter: 'cl', psalm: 'd', acrostic: 'qa' }[type] ?? 's';
      builder.paragraph(marker, line);
    } else if (element === 'item') builder.paragraph('li', line);
    else if (element === 'row') builder.paragraph('tr', line);
    else if (element === 'speaker' || element === 'castItem') builder.paragraph('sp', line);
    else if (element === 'salute' || element === 'signed' || element === 'head') {
      builder.paragraph(element === 'head' ? 's' : 'p', line);
    } else if (element === 'lb') builder.text(' ');
    else if (element === 'div' && !isMilestone) builder.paragraph('p', line);
    else return undefined;
    return '';
  }

  /** Opens what stands within a line. @returns the marker by which it is closed. */
  private character(element: string, attributes: Attributes, line: number): string {
    const { builder } = this;
    const { type = '', marker: sign } = attributes;
    if (element === 'note') {
      this.noteDepth++;
      const marker = type === 'crossReference' ? 'x' : 'f';
      builder.open(marker, undefined, line);
      return marker;
    }
    // Quotation marks may stand in an attribute.
    if (element === 'q' && sign) builder.text(sign);
    if (element === 'milestone' && /^pb$|^page$/.test(type) && attributes.n) {
      builder.pageBreak(attributes.n);
    } else if (element === 'milestone' && sign) this.losses.add('signs of paragraphs', line, sign);
    if (element === 'reference' && type === 'annotateRef') {
      builder.open('fr', undefined, line);
      return 'fr';
    }
    if (element === 'hi' && /^(bold|italic|emphasis)$/.test(type)) {
      builder.open(element, type === 'bold' ? strong : emphasis, line);
      return element;
    }
    const marker = characters[element];
    if (marker) {
      builder.open(marker, undefined, line);
      return marker;
    }
    if (!transparent.test(element)) this.losses.add(`the meaning of “${element}”`, line);
    return '';
  }
}
