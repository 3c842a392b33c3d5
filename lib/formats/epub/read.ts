import path from 'node:path/posix';
import type { Element, Root } from 'xast';
import { InputError } from '../../core/errors';
import type { Warning } from '../../edition/model';
import { unpack } from '../archive';
import { type GivenFile, type IngestedDocument, Losses, withoutLines } from '../document';
import { bodyOf, decodeHtml, parseHtml, readPages } from '../html/read';
import { wordsOf } from '../html/words';
import { metadataFrom } from '../metadata';
import { allOf, attribute, childrenOf, firstOf, lineOf, parseXml } from '../xml/read';

/** Reads an EPUB (2 or 3): the pages of its spine, in order, as one text. */
export async function readEpub({ bytes, name }: GivenFile): Promise<IngestedDocument> {
  const parts = await unpack(bytes, (entry) => /\.(x?html?|opf|xml|css)$/i.test(entry));
  const part = (entry: string) => {
    const found = parts.get(entry);
    if (found) return found;
    throw new InputError(`the EPUB lacks “${entry.slice(0, 120)}”`, {
      file: name,
      remedy: 'check the file with an EPUB checker',
    });
  };
  const container = parseXml(part('META-INF/container.xml'), 'META-INF/container.xml');
  const packageName = attribute(firstOf(container, 'rootfile') ?? empty, 'full-path') ?? '';
  const packaged = parseXml(part(packageName), packageName);
  const unsure: Warning[] = [];
  const spine = spineOf(packaged, path.dirname(packageName));
  for (const { entry, type } of spine.filter(({ type }) => !/html/.test(type))) {
    unsure.push({
      message: `not kept: the page “${entry}”, which is ${type || 'of no known type'}`,
    });
  }
  const texts = spine.filter(({ type }) => /html/.test(type));
  const pages = texts.map(({ entry }) => {
    const { text, warnings } = decodeHtml(part(entry), entry);
    unsure.push(...warnings.map(({ message }) => ({ message: `${entry}: ${message}` })));
    return { name: entry, tree: parseHtml(text, entry) };
  });
  const losses = new Losses();
  for (const entry of unlistedPages(packaged, path.dirname(packageName), spine)) {
    const found = parts.get(entry);
    const words = found && wordsOf(bodyOf(parseHtml(decodeHtml(found, entry).text, entry)));
    if (words) losses.add('pages that are not among those to be read', undefined, words);
  }
  unsure.push(...losses.warnings());
  const sheetOf = (entry: string) => {
    const found = parts.get(entry);
    return found ? Buffer.from(found).toString('utf8') : null;
  };
  const draft = { ...readPages(pages, sheetOf), ...metadataOf(packaged) };
  return withoutLines({ editions: [draft] }, unsure);
}

/** The pages that a book has and does not list, but for those that are its contents. */
function unlistedPages(
  packaged: Root,
  folder: string,
  spine: readonly { entry: string }[],
): string[] {
  const listed = new Set(spine.map(({ entry }) => entry));
  return [...allOf(packaged, 'item')]
    .filter((item) => /html/.test(attribute(item, 'media-type') ?? ''))
    .filter((item) => !/(?:^|\s)nav(?:$|\s)/.test(attribute(item, 'properties') ?? ''))
    .map((item) => entryOf(item, folder))
    .filter((entry) => !listed.has(entry));
}

/** The name in the archive of what an item of the package refers to. */
const entryOf = (item: Element, folder: string): string =>
  path.join(folder, decodeURIComponent((attribute(item, 'href') ?? '').split('#')[0]));

const empty: Element = { type: 'element', name: '', attributes: {}, children: [] };

/**
 * Names and types of the pages in reading order. Those that stand beside it (“linear: no”: notes, answers) are read where
 * they are listed, and so is the page of the table of contents, which may hold more than that table.
 */
function spineOf(packaged: Root, folder: string): { entry: string; type: string }[] {
  const items = new Map(
    [...allOf(packaged, 'item')].map((item) => [attribute(item, 'id') ?? '', item]),
  );
  return [...allOf(packaged, 'itemref')].flatMap((reference) => {
    const item = items.get(attribute(reference, 'idref') ?? '');
    if (!item) return [];
    return [{ entry: entryOf(item, folder), type: attribute(item, 'media-type') ?? '' }];
  });
}

function metadataOf(packaged: Root) {
  const metadata = firstOf(packaged, 'metadata');
  if (!metadata) return {};
  const creators = childrenOf(metadata, 'creator');
  const role = (element: Element) => {
    const refined = childrenOf(metadata, 'meta').find(
      (meta) =>
        attribute(meta, 'property') === 'role' &&
        attribute(meta, 'refines') === `#${attribute(element, 'id')}`,
    );
    return attribute(element, 'opf:role') ?? lineOf(refined);
  };
  const translators = [...creators, ...childrenOf(metadata, 'contributor')].filter(
    (each) => role(each) === 'trl',
  );
  const authors = creators.filter((each) => !translators.includes(each));
  const names = (elements: Element[]) =>
    elements.flatMap((element) => lineOf(element) ?? []).join(', ');
  const own: Record<string, string | undefined> = {};
  for (const meta of childrenOf(metadata, 'meta')) {
    const [, field] = /^variorum:(\w+)$/.exec(attribute(meta, 'property') ?? '') ?? [];
    if (field) own[field] = lineOf(meta);
  }
  const first = (field: string) => lineOf(childrenOf(metadata, field)[0]);
  return metadataFrom({
    title: first('title'),
    language: first('language'),
    author: names(authors),
    translator: names(translators),
    date: first('date'),
    source: first('source'),
    licence: first('rights'),
    description: first('description'),
    ...own,
  });
}
