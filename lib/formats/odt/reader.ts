import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Nodes, Element as XmlElement } from 'xast';
import type { Losses } from '../document';
import { labelTag } from '../html/blocks';
import { noteTag, referenceTag } from '../html/note-tags';
import { pageTag } from '../html/page-breaks';
import { linesOf } from '../html/verse';
import { allOf, attribute, childrenOf, firstOf, isElement, localName, textOf } from '../xml/read';
import { linesIn, spacedText } from './frames';
import { LooseNotes } from './loose-notes';
import { isHiddenStyle, type NumberedLists, outline, type Style, shownNumber } from './read-styles';

/** Reads the body of a text into the tree that a page of HTML would have. */
export class OdtReader {
  readonly notes: Element[] = [];
  /** Labels of notes by their ids. */
  private readonly labels = new Map<string, string>();
  private readonly loose = new LooseNotes();
  /** Text in frames of the paragraph that is read. */
  private boxes: ElementContent[] = [];

  /** Styles of the lists around the place that is read, the next number of each, and those of the items around. */
  private readonly within: string[] = [];
  private readonly counts = new Map<string, number>();
  private readonly numbers = new Map<number, number>();
  private readonly headingNumbers = new Map<number, number>();

  constructor(
    private readonly losses: Losses,
    private readonly styles: ReadonlyMap<string, Style>,
    private readonly numbered: NumberedLists,
    /** Names of places to which links may lead. */
    private readonly bookmarks: ReadonlySet<string>,
  ) {}

  blocks(nodes: readonly Nodes[]): ElementContent[] {
    return nodes.flatMap((node): ElementContent[] => {
      if (!isElement(node)) return [];
      switch (node.name) {
        case 'text:p':
          return this.paragraphs(node);
        case 'text:h':
          return this.heading(node);
        case 'text:list':
          return this.list(node);
        case 'table:table':
          return [h('table', [...this.rows(node)])];
        case 'text:tracked-changes':
          return this.omitted('words that tracked changes delete', node);
        case 'text:sequence-decls':
        case 'text:variable-decls':
        case 'text:user-field-decls':
        case 'office:forms':
          return [];
        case 'text:table-of-content':
        case 'text:alphabetical-index':
        case 'text:illustration-index':
        case 'text:table-index':
          return this.omitted('tables of contents and indexes', node);
        case 'office:annotation':
          return this.omitted('comments', node);
        case 'text:numbered-paragraph':
          return this.numberedParagraph(node);
        case 'text:section':
          return attribute(node, 'text:display') === 'none'
            ? this.omitted('hidden text', node)
            : this.blocks(node.children);
        default:
          return node.name.startsWith('draw:') ? this.drawn(node) : this.blocks(node.children);
      }
    });
  }

  private hidden(node: XmlElement): [] {
    const words = spacedText(node);
    if (words.trim() !== '') this.losses.add('hidden text', undefined, words);
    return [];
  }

  private omitted(what: string, node: XmlElement): [] {
    this.losses.add(what, undefined, linesIn(node));
    return [];
  }

  /** What is drawn: a picture, or text in a frame or a shape. */
  private drawn(node: XmlElement): ElementContent[] {
    const texts = [...allOf(node, 'p'), ...allOf(node, 'h')];
    if (texts.length === 0) {
      const formula = firstOf(node, 'math');
      const parts = formula ? [formula] : [...allOf(node, 'title'), ...allOf(node, 'desc')];
      const words = parts.map(textOf).join(' ');
      // Formulas, charts and the like are files of their own, drawn where they stand.
      const kind = firstOf(node, 'object') ? 'embedded objects' : 'images';
      this.losses.add(formula ? 'formulas' : kind, undefined, words);
      return [];
    }
    // Titles and descriptions are of the drawing, not of the text.
    return this.blocks(
      node.children.filter((child) => !isElement(child, 'title') && !isElement(child, 'desc')),
    );
  }

  private *rows(node: XmlElement, cell = 'td'): Generator<Element> {
    for (const child of childrenOf(node)) {
      if (localName(child) === 'table-row') {
        // Cells that others reach over keep their places.
        const cells = childrenOf(child).filter((each) => /table-cell$/.test(localName(each)));
        yield h(
          'tr',
          cells.map(({ children }) => {
            this.loose.endCell();
            return h(cell, this.blocks(children));
          }),
        );
      } else if (/^(?:title|desc)$/.test(localName(child))) {
        this.losses.add('descriptions of tables', undefined, textOf(child));
      } else yield* this.rows(child, localName(child) === 'table-header-rows' ? 'th' : cell);
    }
  }

  private isHidden(node: XmlElement): boolean {
    return isHiddenStyle(attribute(node, 'text:style-name') ?? '', this.styles);
  }

  /** A paragraph, a title or, in verse, its lines. */
  private paragraphs(node: XmlElement): ElementContent[] {
    if (this.isHidden(node)) return this.hidden(node);
    const outer = this.boxes;
    this.boxes = [];
    const children = this.inline(node);
    const boxes = this.boxes;
    this.boxes = outer;
    const name = attribute(node, 'text:style-name') ?? '';
    const { verse, about, looseNote, title = name === 'Title' } = this.styles.get(name) ?? {};
    if (about) return [];
    if (looseNote) return [...this.loose.blocks(children), ...boxes];
    const own = verse ? linesOf(h('p', children)) : [h(title ? 'h1' : 'p', children)];
    return [...own, ...boxes];
  }

  /** A list, numbered where its style is; lists within it have the style of the outermost. */
  private list(node: XmlElement): ElementContent[] {
    const style = attribute(node, 'text:style-name') ?? this.within.at(-1) ?? '';
    this.within.push(style);
    const depth = this.within.length;
    const levels = this.numbered.get(style);
    const first = levels?.get(depth)?.start;
    const counter = `${style}/${depth}`;
    const goesOn =
      attribute(node, 'text:continue-numbering') === 'true' ||
      attribute(node, 'text:continue-list') !== undefined;
    let next = (goesOn ? this.counts.get(counter) : undefined) ?? first ?? 1;
    const headers = childrenOf(node, 'list-header').flatMap(({ children }) =>
      this.blocks(children),
    );
    const items = childrenOf(node, 'list-item').map((item) => {
      const given = Number(attribute(item, 'text:start-value') ?? Number.NaN);
      if (Number.isInteger(given)) next = given;
      if (!levels || first === undefined) return h('li', this.blocks(item.children));
      this.numbers.set(depth, next++);
      const dataNumber = shownNumber(levels, this.numbers, depth);
      return h('li', { dataNumber }, this.blocks(item.children));
    });
    this.counts.set(counter, next);
    this.within.pop();
    return [...headers, h(first === undefined ? 'ul' : 'ol', items)];
  }

  /** A paragraph whose number its file says. */
  private numberedParagraph({ children }: XmlElement): ElementContent[] {
    const number = children.find((child) => isElement(child, 'number'));
    const blocks = this.blocks(children);
    const [first] = blocks;
    const label = textOf(number).trim();
    if (label !== '' && first?.type === 'element') first.children.unshift(h(labelTag, label));
    return blocks;
  }

  private heading(node: XmlElement): ElementContent[] {
    if (this.isHidden(node)) return this.hidden(node);
    const outer = this.boxes;
    this.boxes = [];
    const level = Number(attribute(node, 'text:outline-level')) || 1;
    const own = h(`h${Math.min(6, Math.max(1, level))}`, this.inline(node));
    const number = this.headingNumber(node, level);
    if (number !== '' && own.children.length > 0) own.children.unshift(h(labelTag, number));
    const boxes = this.boxes;
    this.boxes = outer;
    return [own, ...boxes];
  }

  /** The number that a heading is given by its level; none where it is written in it. */
  private headingNumber(node: XmlElement, level: number): string {
    const levels = this.numbered.get(outline);
    const own = levels?.get(level);
    if (!levels || !own || attribute(node, 'text:is-list-header') === 'true') return '';
    const given = Number(attribute(node, 'text:start-value') ?? Number.NaN);
    const next = (this.headingNumbers.get(level) ?? own.start - 1) + 1;
    this.headingNumbers.set(level, Number.isInteger(given) ? given : next);
    for (const at of this.headingNumbers.keys()) if (at > level) this.headingNumbers.delete(at);
    return childrenOf(node, 'number').length > 0
      ? ''
      : shownNumber(levels, this.headingNumbers, level);
  }

  private inline(element: XmlElement): ElementContent[] {
    return element.children.flatMap((node): ElementContent[] => {
      if (node.type === 'text' || node.type === 'cdata') {
        return [{ type: 'text', value: node.value.replace(/[ \t\r\n]+/g, ' ') }];
      }
      if (!isElement(node)) return [];
      switch (node.name) {
        case 'text:s':
        case 'text:tab':
          return [{ type: 'text', value: ' ' }];
        case 'text:line-break':
          return [h('br')];
        case 'text:note':
          return this.note(node);
        case 'text:note-ref':
          return this.noteAgain(node);
        case 'text:a': {
          const href = attribute(node, 'xlink:href') ?? '';
          const content = this.inline(node);
          const leads = /^https?:/.test(href) || this.bookmarks.has(href.slice(1));
          return leads ? [h('a', { href }, content)] : content;
        }
        case 'text:bookmark':
        case 'text:bookmark-start':
          return [h('a', { id: attribute(node, 'text:name') ?? '' })];
        case 'text:span':
          return this.styled(node);
        case 'text:ruby': {
          const [base] = childrenOf(node, 'ruby-base');
          const reading = textOf(childrenOf(node, 'ruby-text')[0]).trim();
          const content = base ? this.inline(base) : [];
          return reading === '' ? content : [h('ruby', [...content, h('rt', reading)])];
        }
        case 'office:annotation':
          return this.omitted('comments', node);
        case 'text:hidden-text':
        case 'text:hidden-paragraph':
          return this.hidden(node);
        case 'text:number':
          return [...this.inline(node), { type: 'text', value: ' ' }];
        default:
          if (!node.name.startsWith('draw:') || node.name === 'draw:a') return this.inline(node);
          // What is anchored within a paragraph stands after it.
          this.boxes.push(...this.drawn(node));
          return [];
      }
    });
  }

  private styled(node: XmlElement): ElementContent[] {
    if (this.isHidden(node)) return this.hidden(node);
    const style = this.styles.get(attribute(node, 'text:style-name') ?? '');
    let children = this.inline(node);
    if (children.length === 0 || style?.beside === 'omission') return [];
    if (style?.beside === 'label') return [h(labelTag, textOf(node).trim())];
    if (style?.beside === 'page') return [h(pageTag, { label: textOf(node).trim() })];
    if (style?.emphasis) children = [h('em', children)];
    if (style?.strong) children = [h('strong', children)];
    if (style?.deleted) children = [h('del', children)];
    if (style?.code) children = [h('code', children)];
    return children;
  }

  private note(node: XmlElement): ElementContent[] {
    const body = childrenOf(node, 'note-body')[0];
    const citation = textOf(childrenOf(node, 'note-citation')[0]).trim();
    const endnote = attribute(node, 'text:note-class') === 'endnote';
    const label = `${endnote ? 'e' : ''}${citation || this.notes.length + 1}`;
    this.labels.set(attribute(node, 'text:id') ?? '', label);
    const own = h(noteTag, { label });
    // Before those that stand within it.
    this.notes.push(own);
    own.children = this.blocks(body?.children ?? []);
    return [h(referenceTag, { label })];
  }

  /** Another reference to a note that stands before it; one to a later note is its number. */
  private noteAgain(node: XmlElement): ElementContent[] {
    const label = this.labels.get(attribute(node, 'text:ref-name') ?? '');
    return label === undefined ? this.inline(node) : [h(referenceTag, { label })];
  }
}
