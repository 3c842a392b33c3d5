import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from 'mdast';
import type { Element, Nodes, Root } from 'xast';
import { InputError } from '../edition/errors';
import { readSegments } from '../edition/markdown';
import type { EditionDraft } from '../edition/read';
import { lineMark } from '../edition/verse';
import { unpack } from './archive';
import { type GivenFile, Losses } from './document';
import { metadataField, metadataFrom } from './metadata';
import {
  allOf,
  attribute,
  childrenOf,
  firstOf,
  isElement,
  lineOf,
  parseXml,
  textOf,
} from './xml/xml';

/**
 * Reads an OpenDocument text: headings, paragraphs, lists, tables, notes, and what is bold,
 * italic or struck out.
 * Source: OpenDocument 1.3, part 3 (OASIS).
 */
export async function readOdt({ bytes, name }: GivenFile): Promise<EditionDraft> {
  const parts = await unpack(bytes, (entry) => /^(content|meta|styles)\.xml$/.test(entry));
  const content = parts.get('content.xml');
  const body = content && firstOf(parseXml(content, 'content.xml'), 'body');
  const text = body && childrenOf(body, 'text')[0];
  if (!content || !text) {
    throw new InputError('the file is no OpenDocument text', {
      file: name,
      remedy: 'save it as .odt',
    });
  }
  const styles = [content, parts.get('styles.xml')].flatMap((part) =>
    part ? [...stylesOf(parseXml(part, 'styles.xml'))] : [],
  );
  const reader = new OdtReader(new Map(styles.reverse()));
  const blocks = reader.blocks(text.children);
  const { segments, warnings } = readSegments([...blocks, ...reader.notes]);
  const meta = parts.get('meta.xml');
  const told = meta && parseXml(meta, 'meta.xml');
  const field = (element: string) => told && lineOf(firstOf(told, element));
  const added = told ? [...allOf(told, 'user-defined')] : [];
  return {
    ...metadataFrom({
      title: field('title'),
      author: field('creator'),
      language: field('language'),
      description: field('description'),
      // What a writer has added by name: “Translator”.
      ...Object.fromEntries(
        added.map((each) => [metadataField(attribute(each, 'meta:name') ?? ''), lineOf(each)]),
      ),
    }),
    segments,
    warnings: [...warnings, ...reader.losses.warnings()].map(({ message }) => ({ message })),
  };
}

interface Style {
  /** Whether paragraphs of it are verse. */
  verse: boolean;
  strong: boolean;
  emphasis: boolean;
  deleted: boolean;
}

function* stylesOf(tree: Root): Generator<[string, Style]> {
  for (const style of allOf(tree, 'style')) {
    const properties = childrenOf(style, 'text-properties')[0];
    const told = (name: string) => (properties && attribute(properties, name)) ?? '';
    const line = told('style:text-line-through-style');
    const name = attribute(style, 'style:name') ?? '';
    // What is formatted by hand has a style of its own that is made from the named one.
    const named = `${name} ${attribute(style, 'style:parent-style-name') ?? ''}`;
    yield [
      name,
      {
        verse: /(^|\s)(Verse|Poem|Poetry|Stanza|Lyrics)/.test(named),
        strong: told('fo:font-weight') === 'bold',
        emphasis: /italic|oblique/.test(told('fo:font-style')),
        deleted: line !== '' && line !== 'none',
      },
    ];
  }
}

class OdtReader {
  readonly notes: RootContent[] = [];
  readonly losses = new Losses();

  constructor(private readonly styles: ReadonlyMap<string, Style>) {}

  blocks(nodes: readonly Nodes[]): RootContent[] {
    return nodes.flatMap((node): RootContent[] => {
      if (!isElement(node)) return [];
      switch (node.name) {
        case 'text:p':
          return this.paragraphs(node);
        case 'text:h': {
          const level = Math.min(
            6,
            Math.max(1, Number(attribute(node, 'text:outline-level')) || 1),
          );
          return [{ type: 'heading', depth: level as 1, children: this.inline(node) }];
        }
        case 'text:list':
          return [
            {
              type: 'list',
              children: childrenOf(node).map((item) => ({
                type: 'listItem',
                children: this.blocks(item.children) as (BlockContent | DefinitionContent)[],
              })),
            },
          ];
        case 'table:table':
          return [
            {
              type: 'table',
              children: [...allOf(node, 'table-row')].map((row) => ({
                type: 'tableRow',
                children: childrenOf(row, 'table-cell').map((cell) => ({
                  type: 'tableCell',
                  children: [{ type: 'text', value: lineOf(cell) ?? '' }],
                })),
              })),
            },
          ];
        // What was deleted while changes were tracked, and lists made from the text.
        case 'text:tracked-changes':
        case 'text:sequence-decls':
        case 'text:table-of-content':
        case 'text:alphabetical-index':
          return [];
        case 'draw:frame':
          this.losses.add('images');
          return [];
        default:
          return this.blocks(node.children);
      }
    });
  }

  /** A paragraph or, in verse, its lines. */
  private paragraphs(node: Element): RootContent[] {
    const children = this.inline(node);
    const { verse } = this.styles.get(attribute(node, 'text:style-name') ?? '') ?? {};
    if (!verse) return [{ type: 'paragraph', children }];
    const lines: PhrasingContent[][] = [[]];
    for (const child of children) {
      if (child.type === 'break') lines.push([]);
      else lines.at(-1)!.push(child);
    }
    return lines
      .filter((line) => line.length > 0)
      .map((line) => ({
        type: 'paragraph',
        children: [{ type: 'text', value: lineMark }, ...line],
      }));
  }

  private inline(element: Element): PhrasingContent[] {
    return element.children.flatMap((node): PhrasingContent[] => {
      if (node.type === 'text' || node.type === 'cdata') {
        return [{ type: 'text', value: node.value.replace(/\s+/g, ' ') }];
      }
      if (!isElement(node)) return [];
      switch (node.name) {
        case 'text:s':
          return [
            {
              type: 'text',
              value: ' '.repeat(Math.min(20, Number(attribute(node, 'text:c')) || 1)),
            },
          ];
        case 'text:tab':
          return [{ type: 'text', value: ' ' }];
        case 'text:line-break':
          return [{ type: 'break' }];
        case 'text:note':
          return this.note(node);
        case 'text:a': {
          const url = attribute(node, 'xlink:href') ?? '';
          return /^https?:/.test(url)
            ? [{ type: 'link', url, children: this.inline(node) as never }]
            : this.inline(node);
        }
        case 'text:span':
          return this.styled(node);
        case 'draw:frame':
          this.losses.add('images');
          return [];
        case 'office:annotation':
          this.losses.add('comments');
          return [];
        default:
          return this.inline(node);
      }
    });
  }

  private styled(node: Element): PhrasingContent[] {
    const style = this.styles.get(attribute(node, 'text:style-name') ?? '');
    let children = this.inline(node);
    if (children.length === 0) return [];
    if (style?.emphasis) children = [{ type: 'emphasis', children }];
    if (style?.strong) children = [{ type: 'strong', children }];
    if (style?.deleted) children = [{ type: 'delete', children }];
    return children;
  }

  private note(node: Element): PhrasingContent[] {
    const body = childrenOf(node, 'note-body')[0];
    const citation = textOf(childrenOf(node, 'note-citation')[0]).trim();
    const endnote = attribute(node, 'text:note-class') === 'endnote';
    const label = `${endnote ? 'e' : ''}${citation || this.notes.length + 1}`;
    const identifier = label.toLowerCase();
    this.notes.push({
      type: 'footnoteDefinition',
      identifier,
      label,
      children: this.blocks(body?.children ?? []) as (BlockContent | DefinitionContent)[],
    });
    return [{ type: 'footnoteReference', identifier, label }];
  }
}
