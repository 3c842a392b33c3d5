import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { Nodes, Element as XmlElement } from 'xast';
import { InputError } from '../../core/errors';
import type { FrontMatter } from '../../edition/metadata';
import { withSingleSpaces } from '../../edition/single-spaces';
import { unpack } from '../archive';
import { type GivenFile, type IngestedDocument, Losses } from '../document';
import { noteTag, referenceTag } from '../html/note-tags';
import { readPrepared } from '../html/read';
import { lineTag } from '../html/verse';
import { metadataFrom } from '../metadata';
import {
  attribute,
  childrenOf,
  firstOf,
  isElement,
  lineOf,
  localName,
  parseXml,
  textOf,
} from '../xml/read';

/**
 * Reads FictionBook 2, also in a ZIP archive: sections as headings by depth, verse, notes, emphasis.
 * Source: http://www.fictionbook.org/index.php/Eng:XML_Schema_Fictionbook_2.1
 */
export async function readFb2({ bytes, name }: GivenFile): Promise<IngestedDocument> {
  const tree = parseXml(await unpacked(bytes, name), name);
  const root = childrenOf(tree)[0];
  const bodies = root ? childrenOf(root, 'body') : [];
  if (bodies.length === 0) {
    throw new InputError('the book has no body', { file: name, remedy: 'export it again' });
  }
  const reader = new Fb2Reader(bodies);
  const children = bodies.flatMap((body) => (isNotes(body) ? [] : reader.blocks(body.children, 1)));
  const document: Root = { type: 'root', children: [...children, ...reader.notes()] };
  for (const binary of childrenOf(root, 'binary')) {
    reader.losses.add('images', binary.position?.start.line);
  }
  return readPrepared(document, reader.losses, metadataOf(root), true);
}

async function unpacked(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return bytes;
  const [book] = (await unpack(bytes, (entry) => /\.fb2$/i.test(entry))).values();
  if (book) return book;
  throw new InputError('the archive holds no .fb2 file', { file: name, remedy: 'unpack it first' });
}

const isNotes = (body: XmlElement) =>
  /^(notes|comments|footnotes)$/.test(attribute(body, 'name') ?? '');

function metadataOf(root: XmlElement): FrontMatter {
  const info = firstOf(root, 'title-info') ?? root;
  const people = (element: string) =>
    childrenOf(info, element)
      .map((person) =>
        ['first-name', 'middle-name', 'last-name', 'nickname']
          .map((part) => lineOf(childrenOf(person, part)[0]))
          .filter(Boolean)
          .join(' '),
      )
      .filter((each) => each !== '')
      .join(', ');
  const published = firstOf(root, 'publish-info');
  const date = childrenOf(info, 'date')[0];
  return metadataFrom({
    title: lineOf(childrenOf(info, 'book-title')[0]),
    author: people('author'),
    translator: people('translator'),
    language: lineOf(childrenOf(info, 'lang')[0]),
    date: (published && lineOf(firstOf(published, 'year'))) ?? (date && lineOf(date)),
    source: published && lineOf(firstOf(published, 'publisher')),
    description: lineOf(childrenOf(info, 'annotation')[0]),
  });
}

const marks: Record<string, string> = {
  emphasis: 'em',
  strong: 'strong',
  strikethrough: 'del',
  code: 'code',
  sub: 'sub',
  sup: 'sup',
};

/** Reads the bodies of a book into the tree that a page of HTML would have. */
class Fb2Reader {
  readonly losses = new Losses();
  /** Notes by their ids, and the labels of those that the text refers to. */
  private readonly sections = new Map<string, XmlElement>();
  private readonly labels = new Map<string, string>();

  constructor(bodies: readonly XmlElement[]) {
    for (const body of bodies.filter(isNotes)) this.takeNotes(body);
  }

  /** Finds the notes of a body: sections that hold no others. What stands beside them is reported. */
  private takeNotes(around: XmlElement): void {
    for (const child of childrenOf(around)) {
      const id = attribute(child, 'id');
      const line = child.position?.start.line;
      if (localName(child) === 'section' && firstOf(child, 'section')) this.takeNotes(child);
      else if (localName(child) === 'section' && id) this.sections.set(id, child);
      else if (textOf(child).trim() !== '') {
        const what = { section: 'notes without a name', title: 'headings of notes' };
        const name = localName(child) as keyof typeof what;
        this.losses.add(what[name] ?? 'what stands beside notes', line, textOf(child));
      }
    }
  }

  /** All notes, those to which nothing refers at the end. */
  notes(): Element[] {
    for (const id of this.sections.keys()) this.label(id);
    // Notes may refer to further notes while they are read: a map is walked as it grows.
    const found: Element[] = [];
    for (const [id, label] of this.labels) {
      const section = this.sections.get(id)!;
      const children = section.children.filter((child) => !this.isMark(child, label));
      found.push(h(noteTag, { label }, this.blocks(children, 6)));
    }
    return found;
  }

  /** Whether it is the number of a note, which its label gives. */
  private isMark(node: Nodes, label: string): boolean {
    if (!isElement(node, 'title')) return false;
    const words = textOf(node).trim();
    if (words.replace(/[^\p{L}\p{N}*†]/gu, '') !== label) {
      this.losses.add('numbers of notes', node.position?.start.line, words);
    }
    return true;
  }

  private label(id: string): string {
    const known = this.labels.get(id);
    if (known) return known;
    const title = childrenOf(this.sections.get(id)!, 'title')[0];
    const mark = (title && textOf(title).replace(/[^\p{L}\p{N}*†]/gu, '')) ?? '';
    const used = new Set(this.labels.values());
    let label = /^.{1,8}$/u.test(mark) ? mark : String(this.labels.size + 1);
    for (let k = this.labels.size + 1; used.has(label); k++) label = String(k);
    this.labels.set(id, label);
    return label;
  }

  blocks(nodes: readonly Nodes[], level: number): ElementContent[] {
    return nodes.flatMap((node): ElementContent[] => {
      if (!isElement(node)) {
        const words = 'value' in node && node.type === 'text' ? node.value.trim() : '';
        return words === '' ? [] : [h('p', words)];
      }
      const line = node.position?.start.line;
      switch (localName(node)) {
        case 'section':
          return this.blocks(node.children, level + 1);
        case 'title':
          return [h(`h${Math.min(6, level)}`, this.titleLines(node))];
        case 'subtitle':
          return [h(`h${Math.min(6, level + 1)}`, this.inline(node))];
        case 'p':
        case 'text-author':
        case 'date':
          return [h('p', this.inline(node))];
        case 'v':
          return [h(lineTag, this.inline(node))];
        case 'empty-line':
          return [];
        case 'image':
          this.losses.add('images', line, attribute(node, 'alt') ?? '');
          return [];
        case 'tr':
          return [
            h(
              'tr',
              this.cells(node).map((cell) => h('td', this.inline(cell))),
            ),
          ];
        case 'table':
          return [h('table', this.blocks(node.children, level))];
        // poem, stanza, epigraph, cite, annotation: what they hold.
        default:
          return this.blocks(node.children, level);
      }
    });
  }

  private titleLines(title: XmlElement): ElementContent[] {
    return title.children.flatMap((line, k) => [
      ...(k === 0 ? [] : [{ type: 'text' as const, value: ' ' }]),
      ...this.inline(isElement(line) ? line : { ...title, children: [line] }),
    ]);
  }

  /** The cells of a row; words beside them are a cell. */
  private cells(row: XmlElement): XmlElement[] {
    return row.children.flatMap((child): XmlElement[] => {
      if (isElement(child)) return [child];
      return textOf(child).trim() === '' ? [] : [{ ...row, children: [child] }];
    });
  }

  private inline(element: XmlElement): ElementContent[] {
    return element.children.flatMap((node): ElementContent[] => {
      if (node.type === 'text' || node.type === 'cdata') {
        return [{ type: 'text', value: withSingleSpaces(node.value) }];
      }
      if (!isElement(node)) return [];
      const name = localName(node);
      if (name === 'image') {
        this.losses.add('images', node.position?.start.line, attribute(node, 'alt') ?? '');
        return [];
      }
      if (name === 'a') return this.link(node);
      // Blocks within a cell stand apart.
      if (name === 'p' || name === 'v' || name === 'subtitle') {
        const space = { type: 'text' as const, value: ' ' };
        return [space, ...this.inline(node), space];
      }
      const mark = marks[name];
      return mark ? [h(mark, this.inline(node))] : this.inline(node);
    });
  }

  private link(node: XmlElement): ElementContent[] {
    const [, href = ''] =
      Object.entries(node.attributes).find(([key]) => /(?:^|:)href$/.test(key)) ?? [];
    const target = String(href).replace(/^#/, '');
    if (this.sections.has(target)) return [h(referenceTag, { label: this.label(target) })];
    const content = this.inline(node);
    return /^https?:/.test(String(href)) ? [h('a', { href: String(href) }, content)] : content;
  }
}
