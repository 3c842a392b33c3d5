import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import { InputError } from '../../core/errors';
import { readSegments } from '../../edition/markdown';
import type { FrontMatter } from '../../edition/metadata';
import type { EditionDraft } from '../../edition/read';
import { type GivenFile, type IngestedDocument, Losses } from '../document';
import { metadataField, metadataFrom } from '../metadata';
import { sideBySide } from '../side-by-side';
import { decodeText } from '../text/decode';
import { blocksOf, prepare } from './blocks';
import { readColumns } from './columns';

/**
 * Reads a page of HTML: headings, paragraphs, verse, lists, tables, notes, emphasis. A page that is
 * one table of texts side by side gives an edition for each column.
 */
export function readHtml({ bytes, name, asOne }: GivenFile): IngestedDocument {
  return readHtmlTree(parseHtml(decodeHtml(bytes, name), name), {}, asOne);
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

/** @param known what is known of the page's text beside what it says itself. */
export function readHtmlTree(tree: Root, known: FrontMatter, asOne = false): IngestedDocument {
  const losses = new Losses();
  const metadata = { ...known, ...headOf(tree) };
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
  const { segments, warnings } = readSegments(blocksOf(tree));
  return {
    editions: [{ ...metadata, segments, warnings: [...warnings, ...losses.warnings()] }],
  };
}

/** Blocks of several pages as one text; notes are told apart by their page. */
export function readPages(pages: readonly { tree: Root; name: string }[]): EditionDraft {
  const losses = new Losses();
  const blocks = pages.flatMap(({ tree }, page) => {
    if (isTitlePage(tree)) {
      losses.add('title pages');
      return [];
    }
    prepare(tree, losses, `${page + 1}-`);
    return blocksOf(tree);
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
