import type { FootnoteDefinition, PhrasingContent, RootContent } from 'mdast';
import { readSegments } from '../../edition/markdown';
import type { EditionDraft } from '../../edition/read';
import { withSingleSpaces } from '../../edition/single-spaces';
import { verseParagraph } from '../../edition/verse';
import type { Losses } from '../document';
import { metadataFrom } from '../metadata';
import { collapseSpaces } from '../spaces';
import type { Block, Frame } from './frames';
import { isCell, type MarkerMeaning, meaningOf } from './markers';
import { heading, labelled, plainText, rubyNodes, separatedByMarks, spacedLetter } from './nodes';

/**
 * Builds an edition of a Bible, or of what is kept as Bibles are, from what its file says in its
 * order: chapters are headings, a verse is a line of verse with its number (“3:16”), whatever
 * number came before. Nothing is sorted, and nothing is kept by its number.
 */
export class ScriptureBuilder {
  private readonly blocks: RootContent[] = [];
  private readonly notes: FootnoteDefinition[] = [];
  private readonly frames: Frame[] = [];
  private block: Block | null = null;
  private captions: string[] = [];
  private paragraphMarker: MarkerMeaning = { kind: 'paragraph' };
  private chapterNumber = '';
  private inVerse = false;
  private inSidebar = false;
  private titles: string[] = [];
  private books = 0;
  private untitled = '';
  private shortTitle = '';
  /** Whether the words of another style of a note were read last, and no space ends them. */
  private unspaced = false;

  constructor(private readonly losses: Losses) {}

  /** Opens a block. @param marker of a paragraph: `p`, `q1`, `s`. */
  paragraph(marker: string, line?: number): void {
    const meaning = this.known(marker, { kind: 'paragraph' }, line);
    // A list that begins with a verse is its text.
    const begun = plainText(this.block?.children ?? []).trim() !== '';
    const prose =
      !this.inSidebar &&
      (/^(paragraph|verse|blank)$/.test(meaning.kind) || (meaning.kind === 'item' && !begun));
    if (this.inVerse && prose && this.block?.meaning.kind === 'verse') {
      // A verse goes on over the paragraphs and lines into which it is divided.
      this.closeFrames();
      this.text(' ');
      return;
    }
    this.closeBlock();
    if (marker === 'periph') {
      this.inVerse = false;
      this.chapterNumber = '';
    }
    if (meaning.kind === 'sidebar') this.inSidebar = meaning.begins;
    const plain = meaning.kind === 'blank' || meaning.kind === 'sidebar';
    this.paragraphMarker = plain ? { kind: 'paragraph' } : meaning;
    if (meaning.kind === 'omitted') this.open(marker, meaning, line);
  }

  /**
   * Begins a book; one of several does not give the whole its title.
   * @param code what it is called where it has no title of its own.
   */
  book(title: string, code = ''): void {
    this.closeBlock();
    this.books++;
    this.inVerse = false;
    this.chapterNumber = '';
    this.untitled = title === '' ? code : '';
    if (title !== '') this.blocks.push(heading(1, title));
  }

  chapter(number: string): void {
    this.closeBlock();
    this.inVerse = false;
    this.inSidebar = false;
    this.chapterNumber = number.trim();
    if (this.untitled !== '') this.blocks.push(heading(1, this.untitled));
    this.untitled = '';
    this.paragraphMarker = { kind: 'paragraph' };
    this.blocks.push(heading(2, this.chapterNumber));
  }

  verse(number: string): void {
    // A verse that begins a cell takes it out of its row.
    const { block } = this;
    const isBegun = [block, ...this.frames].some((each) => plainText(each?.children ?? []).trim());
    if (block?.cells && !isBegun) block.children = block.cells.pop() ?? [];
    this.closeBlock();
    this.inSidebar = false;
    this.inVerse = true;
    const label =
      this.chapterNumber === '' ? number.trim() : `${this.chapterNumber}:${number.trim()}`;
    this.block = { meaning: { kind: 'verse' }, label, children: [] };
  }

  /** Ends a verse where a format says where it ends. */
  endVerse(): void {
    this.closeBlock();
    this.inVerse = false;
  }

  /** Opens a character style or a note. @param gloss of ruby. */
  open(marker: string, given?: MarkerMeaning, line?: number, gloss?: string): void {
    const meaning = given ?? this.known(marker, { kind: 'plain' }, line);
    if (isCell(marker)) this.cell();
    // Selah, and the place that is quoted, stand at the end of the line, apart from its words.
    if (/^(qs|rq)$/.test(marker)) this.text(' ');
    if (marker === 'fp') this.noteParagraph();
    if (/^[fx](?:[tkqlowd]|qa)$/.test(marker)) {
      this.unspaced = spacedLetter.test(plainText(this.frames.at(-1)?.children ?? []));
    }
    // A mark that refers to a note ends where the note begins.
    if (meaning.kind === 'note' && this.frames.at(-1)?.marker === 'fm') this.closeFrame();
    this.frames.push({ marker, meaning, children: [], line, gloss, paragraphs: [] });
  }

  /** Begins a cell, where a row is open; within a verse cells are stretches of its text. */
  private cell(): void {
    if (this.block?.meaning.kind !== 'row' && this.block) {
      this.text(' ');
      return;
    }
    this.closeFrames();
    if (this.paragraphMarker.kind !== 'row') return;
    if (this.block) this.block.cells = [...(this.block.cells ?? []), this.block.children];
    this.block = { ...(this.openBlock(true) as Block), children: [] };
  }

  /** Closes the innermost open marker of that name, and what is open within it. */
  close(marker: string): void {
    const at = this.frames.findLastIndex((frame) => frame.marker === marker);
    if (at < 0) return;
    while (this.frames.length > at) this.closeFrame();
  }

  /** Closes character styles that a new one replaces: all within the innermost note. */
  closeCharacters(): void {
    const stays = ({ meaning }: Frame) => meaning.kind === 'note' || meaning.kind === 'omitted';
    for (let top = this.frames.at(-1); top; top = this.frames.at(-1)) {
      const isCharacter = !/^(f|fe|ef|efe|x|ex)$/.test(top.marker);
      if (stays(top) && !isCharacter) return;
      this.closeFrame();
    }
  }

  text(value: string): void {
    if (value === '') return;
    let plain = withSingleSpaces(value);
    // The space after a marker is part of it; a word never goes on in another style of a note.
    if (this.unspaced && /^\p{L}/u.test(plain)) {
      this.losses.mark(separatedByMarks);
      plain = ` ${plain}`;
    }
    this.unspaced = false;
    const into = this.frames.at(-1)?.children ?? this.openBlock(plain.trim() !== '')?.children;
    into?.push({ type: 'text', value: plain });
  }

  /** A picture: its caption stands apart from the verse in which it is set. */
  picture(caption: string, line?: number): void {
    this.losses.add('pictures', line);
    if (caption.trim() !== '') this.captions.push(caption.trim());
  }

  pageBreak(number: string): void {
    const value = `<pb n="${number.replace(/[<>&"]/g, '')}"/>`;
    (this.frames.at(-1)?.children ?? this.openBlock(true)?.children)?.push({ type: 'html', value });
  }

  /** The edition. @param known what the file says of itself beside its titles. */
  finish(known: Readonly<Record<string, string | undefined>> = {}): EditionDraft {
    this.closeBlock();
    const { segments, warnings } = readSegments([...this.blocks, ...this.notes]);
    return {
      ...metadataFrom({ ...this.ownTitle(), ...known }),
      segments,
      warnings: [...warnings, ...this.losses.warnings()],
    };
  }

  private ownTitle(): { title?: string } {
    if (this.books > 1) return {};
    return { title: this.titles.join(' ') || this.shortTitle };
  }

  private known(marker: string, otherwise: MarkerMeaning, line?: number): MarkerMeaning {
    const meaning = meaningOf(marker);
    // The words of a marker that is not known stay; that it was there is reported.
    if (!meaning) this.losses.add(`the meaning of \\${marker}`, line);
    return meaning ?? otherwise;
  }

  private openBlock(needed: boolean): Block | null {
    if (!this.block && needed) {
      // What follows a heading within a verse goes on with that verse.
      const meaning: MarkerMeaning =
        this.inVerse && !this.inSidebar && this.paragraphMarker.kind === 'paragraph'
          ? { kind: 'verse' }
          : this.paragraphMarker;
      this.block = { meaning, label: '', children: [] };
    }
    return this.block;
  }

  private closeFrames(): void {
    while (this.frames.length > 0) this.closeFrame();
  }

  private closeFrame(): void {
    const frame = this.frames.pop();
    if (!frame) return;
    const { meaning, children, line } = frame;
    if (meaning.kind === 'omitted') {
      const words = plainText(children).trim();
      if (/^h\d?$|^toc\d?$/.test(frame.marker) && this.shortTitle === '') this.shortTitle = words;
      this.losses.add(meaning.what, line, words);
      return;
    }
    const into =
      this.frames.at(-1)?.children ?? this.openBlock(children.length > 0)?.children ?? [];
    if (meaning.kind === 'note') into.push(this.note(frame));
    else if (children.length === 0) return;
    else if (meaning.kind === 'ruby' && frame.gloss) {
      into.push(...rubyNodes(children, frame.gloss));
    } else if (meaning.kind === 'emphasis' || meaning.kind === 'strong') {
      into.push({ type: meaning.kind, children });
    } else into.push(...children);
  }

  private noteParagraph(): void {
    this.closeCharacters();
    const note = this.frames.at(-1);
    if (note?.meaning.kind !== 'note') return;
    note.paragraphs.push(note.children);
    note.children = [];
  }

  private note({ children, paragraphs }: Frame): PhrasingContent {
    const label = String(this.notes.length + 1);
    this.notes.push({
      type: 'footnoteDefinition',
      identifier: label,
      label,
      children: [...paragraphs, children].map((each) => ({ type: 'paragraph', children: each })),
    });
    return { type: 'footnoteReference', identifier: label, label };
  }

  private closeBlock(): void {
    this.closeFrames();
    const { block, captions } = this;
    this.block = null;
    this.captions = [];
    if (block) this.put(block);
    for (const value of captions) {
      this.blocks.push({ type: 'paragraph', children: [{ type: 'text', value }] });
    }
  }

  private row(cells: readonly PhrasingContent[][]): void {
    for (const cell of cells) collapseSpaces(cell);
    if (cells.every((cell) => plainText(cell).trim() === '')) return;
    const row = {
      type: 'tableRow' as const,
      children: cells.map((children) => ({ type: 'tableCell' as const, children })),
    };
    const last = this.blocks.at(-1);
    if (last?.type === 'table') last.children.push(row);
    else this.blocks.push({ type: 'table', children: [row] });
  }

  private put({ meaning, label, children, cells }: Block): void {
    if (meaning.kind === 'row') {
      this.row([...(cells ?? []), children]);
      return;
    }
    collapseSpaces(children);
    const words = plainText(children).trim();
    if (words === '' && !children.some(({ type }) => type === 'footnoteReference')) {
      if (label !== '') this.losses.add('verses without text', undefined, label);
      return;
    }
    if (meaning.kind === 'heading') {
      if (meaning.level === 1 && this.chapterNumber === '') this.titles.push(words);
      if (meaning.level === 1) this.untitled = '';
      const depth = meaning.level as 1 | 2 | 3;
      this.blocks.push({ type: 'heading', depth, children });
    } else if (meaning.kind === 'item') {
      const paragraph = { type: 'paragraph' as const, children };
      this.blocks.push({
        type: 'list',
        ordered: false,
        children: [{ type: 'listItem', children: [paragraph] }],
      });
    } else if (meaning.kind === 'verse') {
      this.blocks.push(verseParagraph([...labelled(label), ...children]));
    } else this.blocks.push({ type: 'paragraph', children });
  }
}
