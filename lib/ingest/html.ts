import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type State, toMdast } from 'hast-util-to-mdast';
import { toString as textOf } from 'hast-util-to-string';
import type {
  RootContent as Block,
  FootnoteDefinition,
  FootnoteReference,
  Root as MdastRoot,
  Paragraph,
  PhrasingContent,
} from 'mdast';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import { InputError } from '../edition/errors';
import { readSegments } from '../edition/markdown';
import type { FrontMatter } from '../edition/metadata';
import type { EditionDraft } from '../edition/read';
import { lineMark } from '../edition/verse';
import { type GivenFile, Losses } from './document';
import { markNotes, noteTag, referenceTag } from './html-notes';
import { lineTag, markVerse } from './html-verse';
import { metadataField, metadataFrom } from './metadata';
import { decodeText } from './text-file';

/** What is no text of the work, and is left out without a word. */
const furniture = new Set(['script', 'style', 'template', 'noscript', 'nav', 'head', 'title']);
/** What an edition cannot hold; its place is lost, and told. */
const pictures: Record<string, string> = {
  img: 'images',
  svg: 'images',
  picture: 'images',
  video: 'films and sounds',
  audio: 'films and sounds',
  iframe: 'embedded pages',
  object: 'embedded objects',
  math: 'formulas',
  form: 'forms',
};

/** Reads a page of HTML: headings, paragraphs, verse, lists, tables, notes, emphasis. */
export function readHtml({ bytes, name }: GivenFile): EditionDraft {
  return readHtmlTree(parseHtml(decodeHtml(bytes, name), name));
}

/** More tags than this are no text; the memory to parse them is the server's. */
const mostTags = 1_000_000;

/** A page's tree. @throws InputError for one that is nearly all tags. */
export function parseHtml(html: string, name: string, fragment = false): Root {
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) tags++;
  if (tags <= mostTags) return fromHtml(html, { fragment });
  throw new InputError(`the page has more than ${mostTags.toLocaleString('en')} tags`, {
    file: name,
    remedy: 'divide it, or save it as plain text',
  });
}

/** A page's text by its byte order mark, what it declares, or its bytes. */
function decodeHtml(bytes: Uint8Array, name: string): string {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const declared = /<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9._-]+)/i.exec(head)?.[1];
  if (declared && !/^utf-?8$/i.test(declared)) {
    try {
      return new TextDecoder(declared, { fatal: true }).decode(bytes);
    } catch {
      // Pages often declare what they are not.
    }
  }
  return decodeText(bytes, name).text;
}

export function readHtmlTree(tree: Root): EditionDraft {
  const losses = new Losses();
  const metadata = headOf(tree);
  const { segments, warnings } = readSegments(blocksOf(tree, losses));
  return { ...metadata, segments, warnings: [...warnings, ...losses.warnings()] };
}

/** Blocks of several pages as one text; notes are told apart by their page. */
export function readPages(pages: readonly { tree: Root; name: string }[]): EditionDraft {
  const losses = new Losses();
  const blocks = pages.flatMap(({ tree }, page) => {
    if (!isTitlePage(tree)) return blocksOf(tree, losses, `${page + 1}-`);
    losses.add('title pages');
    return [];
  });
  const { segments, warnings } = readSegments(blocks);
  return { segments, warnings: [...warnings, ...losses.warnings()] };
}

/** Whether a page of an EPUB says that it is the title page. */
function isTitlePage(tree: Root): boolean {
  let found = false;
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName !== 'body') return undefined;
    found = /\btitlepage\b/.test(String(properties['epub:type'] ?? properties.epubType ?? ''));
    return EXIT;
  });
  return found;
}

/** What the page says of itself. */
function headOf(tree: Root): FrontMatter {
  const told: Record<string, string | undefined> = {};
  visit(tree, 'element', (node) => {
    const { lang, name, content } = node.properties;
    if (node.tagName === 'html' && lang) told.language = String(lang);
    if (node.tagName === 'title') told.title ??= textOf(node);
    if (node.tagName === 'meta' && name && content) {
      const [, prefix, called = ''] =
        /^(?:(dc|dcterms|variorum)[.:])?(\w+)$/i.exec(String(name)) ?? [];
      // What pages say without a prefix is of the page, but for these.
      const ofText =
        prefix || /^(author|creator|translator|date|language|source|description)$/i.test(called);
      if (ofText) told[metadataField(called)] ??= String(content);
    }
    return node.tagName === 'body' ? SKIP : undefined;
  });
  return metadataFrom(told);
}

/** The blocks of a page as Markdown would have them. @param prefix for the labels of its notes. */
function blocksOf(tree: Root, losses: Losses, prefix = ''): Block[] {
  takeOutFurniture(tree, losses);
  leaveTextOnly(tree, losses);
  markNotes(tree, prefix);
  markVerse(tree);
  const labelled = ({ properties }: Element) => {
    const label = String(properties.label);
    return { identifier: label.toLowerCase(), label };
  };
  const { children } = toMdast(tree, {
    handlers: {
      [noteTag]: (state: State, node: Element): FootnoteDefinition => ({
        type: 'footnoteDefinition',
        ...labelled(node),
        children: state.toFlow(state.all(node)),
      }),
      [lineTag]: (state: State, node: Element): Paragraph => ({
        type: 'paragraph',
        children: [{ type: 'text', value: lineMark }, ...(state.all(node) as PhrasingContent[])],
      }),
      [referenceTag]: (_: State, node: Element): FootnoteReference => ({
        type: 'footnoteReference',
        ...labelled(node),
      }),
    },
  }) as MdastRoot;
  return children;
}

/** Where a page says which part of it is the text (schema.org), the rest is left out, and told. */
function leaveTextOnly(tree: Root, losses: Losses): void {
  const texts: Element[] = [];
  visit(tree, 'element', (node) => {
    if (!/^(text|articleBody)$/.test(String(node.properties.itemProp ?? ''))) return undefined;
    texts.push(node);
    return SKIP;
  });
  // Several are items of their own, such as comments.
  if (texts.length !== 1) return;
  if (textOf(tree).trim() !== textOf(texts[0]).trim()) losses.add('what stands beside the text');
  tree.children = texts;
}

function takeOutFurniture(node: Root | Element, losses: Losses): void {
  node.children = (node.children as Element[]).filter((child) => {
    if (child.type !== 'element') return (child as { type: string }).type === 'text';
    const line = child.position?.start.line;
    const lost = pictures[child.tagName];
    if (lost) losses.add(lost, line);
    // What stands for a picture in words is kept as words.
    if (lost && !child.properties.alt) return false;
    if (furniture.has(child.tagName) || child.properties.hidden) return false;
    takeOutFurniture(child, losses);
    return true;
  });
}
