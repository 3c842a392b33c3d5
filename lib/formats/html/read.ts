import path from 'node:path/posix';
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { InputError } from '../../core/errors';
import { readSegments } from '../../edition/markdown';
import type { FrontMatter } from '../../edition/metadata';
import type { EditionDraft } from '../../edition/read';
import { type GivenFile, type IngestedDocument, Losses, withWarnings } from '../document';
import { metadataField, metadataFrom } from '../metadata';
import { sideBySide } from '../side-by-side';
import { type DecodedText, decodeText } from '../text/decode';
import { gutenbergMetadata } from '../text/gutenberg';
import { blocksOf, prepare } from './blocks';
import { readColumns } from './columns';
import { firstElement } from './first-element';
import { takeOutFurniture } from './furniture';
import { markHidden, ownSheets } from './hidden-rules';
import { takeOutNavigationLines } from './navigation-lines';
import { liftNotes } from './notes';
import { wordsOf } from './words';
import { isXhtml, xhtmlAsHtml } from './xhtml';

/**
 * Reads a page of HTML: headings, paragraphs, verse, lists, tables, notes, emphasis. A page that is
 * one table of texts side by side gives an edition for each column.
 */
export function readHtml({ bytes, name, asOne }: GivenFile): IngestedDocument {
  const { text, warnings } = decodeHtml(bytes, name);
  return withWarnings(readHtmlTree(parseHtml(text, name), {}, asOne), warnings);
}

/** More tags than this are not text; the memory to parse them is the server's. */
const maxTags = 1_000_000;

/** A page's tree. @throws InputError for one that is nearly all tags. */
export function parseHtml(html: string, name: string, fragment = false): Root {
  if (isXhtml(html, name)) html = xhtmlAsHtml(html);
  // An element without content that is closed, as XML has it, is one and not two.
  html = html.replace(/(<br\b[^>]*>)\s*<\/br\s*>/gi, '$1');
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) tags++;
  if (tags <= maxTags) return fromHtml(html, { fragment });
  throw new InputError(`the page has more than ${maxTags.toLocaleString('en')} tags`, {
    file: name,
    remedy: 'divide it, or save it as plain text',
  });
}

/** A page's text by its byte order mark, what it declares, or its bytes. */
export function decodeHtml(bytes: Uint8Array, name: string): DecodedText {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const declared =
    /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.-]+)/i.exec(head)?.[1];
  return decodeText(bytes, name, declared);
}

/** @param known what is known of the page's text beside what it says itself. */
export function readHtmlTree(tree: Root, known: FrontMatter, asOne = false): IngestedDocument {
  const losses = new Losses();
  const metadata = { ...known, ...headOf(tree), ...gutenbergHeader(tree) };
  markHidden(tree, ownSheets(tree));
  takeOutNavigationLines(bodyOf(tree), losses);
  prepare(tree, losses);
  return readPrepared(tree, losses, metadata, asOne);
}

/**
 * Reads a tree in which notes and verse are found: one text, or one for each column of a table.
 * @param metadata of the one text; what is said of a document is not said of its columns.
 * @param asOne whether it is one text, whatever it looks like.
 */
export function readPrepared(
  tree: Root,
  losses: Losses,
  metadata: FrontMatter,
  asOne = false,
): IngestedDocument {
  const texts = asOne ? null : sideBySide(tree);
  if (texts) return readColumns(texts, losses);
  liftNotes(tree);
  const { segments, warnings } = readSegments(blocksOf(tree, losses));
  return {
    editions: [{ ...metadata, segments, warnings: [...warnings, ...losses.warnings()] }],
  };
}

/**
 * Several pages as one text. Notes may stand on another page than what refers to them, as those of
 * ebooks do.
 * @param pages each with its name, by which links of other pages lead to it.
 * @param sheetOf the style sheet of a name; null where there is none.
 */
export function readPages(
  pages: readonly { tree: Root; name: string }[],
  sheetOf: (name: string) => string | null,
): EditionDraft {
  const losses = new Losses();
  const kept = pages.filter(({ tree }) => {
    const title = isTitlePage(tree);
    if (title) losses.add('title pages', undefined, wordsOf(bodyOf(tree)));
    return !title;
  });
  for (const page of kept) {
    const linked = linkedSheets(page).flatMap((name) => sheetOf(name) ?? []);
    markHidden(page.tree, [...linked, ...ownSheets(page.tree)]);
    takeOutFurniture(page.tree, losses);
    addressWithin(page);
  }
  const all: Root = {
    type: 'root',
    children: kept.map(({ tree }) => ({
      type: 'element',
      tagName: 'section',
      properties: {},
      children: tree.children as ElementContent[],
    })),
  };
  prepare(all, losses);
  liftNotes(all);
  withoutPageNames(all);
  const { segments, warnings } = readSegments(blocksOf(all, losses));
  return { segments, warnings: [...warnings, ...losses.warnings()] };
}

/** The names of the style sheets that a page refers to. */
function linkedSheets({ tree, name }: { tree: Root; name: string }): string[] {
  const found: string[] = [];
  visit(tree, 'element', ({ tagName, properties }) => {
    const { rel, href } = properties;
    const kinds = Array.isArray(rel) ? rel.map(String) : [];
    if (tagName !== 'link' || !href || !kinds.includes('stylesheet')) return;
    if (kinds.includes('alternate')) return;
    found.push(path.join(path.dirname(name), decodedName(String(href))));
  });
  return found;
}

export const bodyOf = (tree: Root): Root | Element =>
  firstElement(tree, ({ tagName }) => tagName === 'body') ?? tree;

/** What parts the name of a page from an id within it, in the ids of pages that are joined. */
const joint = '\u0000';

/** Makes ids and links of a page lead where they should once it is one of several. */
function addressWithin({ tree, name }: { tree: Root; name: string }): void {
  const resolve = (href: string) => {
    const [file, id = ''] = href.split('#');
    return `${file === '' ? name : path.join(path.dirname(name), decodedName(file))}${joint}${decodedName(id)}`;
  };
  visit(tree, 'element', ({ tagName, properties }) => {
    for (const key of ['id', 'name'] as const) {
      if (properties[key] && (key === 'id' || tagName === 'a')) {
        properties[key] = `${name}${joint}${properties[key]}`;
      }
    }
    const href = String(properties.href ?? '');
    if (tagName === 'a' && href !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(href)) {
      properties.href = `#${encodeURIComponent(resolve(href))}`;
    }
  });
}

/** Links that were not to notes lead to an id of the text again. */
function withoutPageNames(tree: Root): void {
  visit(tree, 'element', ({ properties }) => {
    if (properties.id) properties.id = String(properties.id).split(joint).at(-1);
    const href = String(properties.href ?? '');
    if (!href.includes(encodeURIComponent(joint))) return;
    const id = decodedName(href).split(joint).at(-1) ?? '';
    properties.href = `#${encodeURIComponent(id)}`;
  });
}

function decodedName(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether a page of an EPUB says that it is the title page. */
function isTitlePage(tree: Root): boolean {
  const body = firstElement(tree, ({ tagName }) => tagName === 'body');
  const type = body?.properties['epub:type'] ?? body?.properties.epubType;
  return /\btitlepage\b/.test(String(type ?? ''));
}

/** What Project Gutenberg says of a text at the head of its page. */
function gutenbergHeader(tree: Root): FrontMatter {
  const header = firstElement(tree, ({ properties }) =>
    /^pg-(?:machine-)?header$/.test(String(properties.id ?? '')),
  );
  if (!header) return {};
  const lines: string[] = [];
  visit(header, 'element', (node) => {
    if (node.tagName === 'p') lines.push(textOf(node).trim());
  });
  return gutenbergMetadata(lines.join('\n'));
}

/** What the page says of itself. */
function headOf(tree: Root): FrontMatter {
  const fields: Record<string, string | undefined> = {};
  visit(tree, 'element', (node) => {
    const { lang, name, content } = node.properties;
    const language = lang ?? node.properties['xml:lang'] ?? node.properties.xmlLang;
    if (node.tagName === 'html' && language) fields.language = String(language);
    if (node.tagName === 'title') fields.title ??= textOf(node);
    if (node.tagName === 'meta' && name && content) {
      const [, prefix, called = ''] =
        /^(?:(dc|dcterms|variorum)[.:])?(\w+)$/i.exec(String(name)) ?? [];
      // What pages say without a prefix is of the page, but for these.
      const ofText =
        prefix || /^(author|creator|translator|date|language|source|description)$/i.test(called);
      if (ofText) fields[metadataField(called)] ??= String(content);
    }
    return node.tagName === 'body' ? SKIP : undefined;
  });
  const heading = firstElement(tree, ({ tagName }) => tagName === 'h1');
  return metadataFrom({ ...fields, title: withoutSite(fields.title, heading) });
}

/** The title of a page without the name of its site, where its first heading says what that title is. */
function withoutSite(title: string | undefined, heading: Element | undefined): string | undefined {
  const own = heading ? textOf(heading).replace(/\s+/g, ' ').trim() : '';
  const rest = own !== '' && title?.trim().startsWith(own) ? title.trim().slice(own.length) : '';
  return /^\s+[-–—|·:]\s/.test(rest) ? own : title;
}
