import { strToU8, type Zippable, zipSync } from 'fflate';
import type { ElementContent, Element as HtmlElement, Nodes } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { h } from 'hastscript';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { contentHash } from '../../core/hash';
import type { FrontMatter } from '../../edition/metadata';
import { direction, type Edition } from '../../edition/model';
import { divide } from '../../edition/sections';
import { comparisonStack } from '../html/comparison';
import { aboutEdition, editionName, markKey, workHead } from '../html/document';
import { editionText } from '../html/edition';
import { pageStyle } from '../html/style';
import { knownOf } from '../known';
import { type ExportedWork, xmlText } from '../prepared';

const ownFields: (keyof FrontMatter)[] = ['siglum', 'kind', 'basedOn', 'url', 'category', 'notice'];

interface Chapter {
  file: string;
  title: string;
  /** Which part of a book it is, where it is not a chapter. */
  part?: string;
  body: ElementContent[];
}

/**
 * An EPUB 3: an edition in chapters, or several with the places one over the other, as the pages
 * of readers are narrow.
 * Source: https://www.w3.org/TR/epub-33/
 */
export function workEpub(exported: ExportedWork): Uint8Array {
  const { work, editions, base, bases, labels } = exported;
  const [first] = editions;
  const single = editions.length === 1;
  const title = single ? first.title : work.title;
  const language = single ? first.language : base.language;
  const chapters: Chapter[] = [
    {
      file: 'title.xhtml',
      part: 'titlepage',
      title,
      body: [
        ...workHead({ ...work, title }, labels),
        ...markKey(bases, labels),
        ...editions.flatMap((edition) => [
          ...(single ? [] : [editionName(edition, labels)]),
          aboutEdition(edition, labels),
        ]),
      ],
    },
    ...(single ? textChapters(first) : placeChapters(exported)),
  ];
  const files: Zippable = {
    // First and not compressed, so that a reader may know the format by the first bytes.
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': xml(
      x('container', { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' }, [
        x('rootfiles', [
          x('rootfile', {
            'full-path': 'EPUB/package.opf',
            'media-type': 'application/oebps-package+xml',
          }),
        ]),
      ]),
    ),
    'EPUB/package.opf': packageFile(exported, title, language, chapters),
    'EPUB/style.css': strToU8(pageStyle),
    'EPUB/nav.xhtml': xhtml(labels.contents, language, [
      h('nav', { 'epub:type': 'toc' }, [
        h('h1', title),
        h(
          'ol',
          chapters.map(({ file, title: name }) => h('li', [h('a', { href: file }, name)])),
        ),
      ]),
    ]),
  };
  for (const { file, title: name, body, part } of chapters) {
    files[`EPUB/${file}`] = xhtml(name, language, body, part);
  }
  return zipSync(files);
}

/** An edition cut at its headings. All its notes are a chapter of their own where they are many. */
function textChapters(edition: Edition): Chapter[] {
  return withinBook(chaptersOf(edition));
}

function chaptersOf(edition: Edition): Chapter[] {
  const headings = edition.segments.flatMap(({ kind, level = 1, text }, row) =>
    kind === 'heading' ? [{ row, level, text }] : [],
  );
  return divide(edition.segments.length, headings).map(({ from, to }, k) => ({
    file: `chapter-${k + 1}.xhtml`,
    title: headings.find(({ row }) => row >= from && row < to)?.text ?? `${edition.title} ${k + 1}`,
    body: [editionText(edition, from, to)],
  }));
}

function placeChapters({ editions, rows, outline, labels }: ExportedWork): Chapter[] {
  const titleOf = (from: number, to: number) =>
    labels.places.replace('{from}', String(from)).replace('{to}', String(to));
  return divide(rows.length, outline).map(({ from, to }, k) => ({
    file: `places-${k + 1}.xhtml`,
    title: outline.find(({ row }) => row >= from && row < to)?.text ?? titleOf(from + 1, to),
    body: comparisonStack(editions, rows.slice(from, to)),
  }));
}

/** Links to notes and segments lead to the file in which they are, or nowhere. */
function withinBook(chapters: Chapter[]): Chapter[] {
  const files = new Map<string, string>();
  const walk = (node: Nodes, visit: (element: HtmlElement) => void): void => {
    if (node.type === 'element') visit(node);
    if ('children' in node) for (const child of node.children) walk(child, visit);
  };
  for (const { file, body } of chapters)
    for (const node of body)
      walk(node, ({ properties }) => {
        if (properties.id) files.set(String(properties.id), file);
      });
  for (const { file, body } of chapters)
    for (const node of body)
      walk(node, (element) => {
        const href = String(element.properties.href ?? '');
        if (element.tagName !== 'a' || !href.startsWith('#')) return;
        const found = files.get(decodeURIComponent(href.slice(1)));
        if (found === undefined) {
          element.tagName = 'span';
          element.properties = {};
        } else if (found !== file) element.properties.href = found + href;
      });
  return chapters;
}

function packageFile(
  { work, editions, base }: ExportedWork,
  title: string,
  language: string,
  chapters: readonly Chapter[],
): Uint8Array {
  const single = editions.length === 1;
  const known = single ? editions[0] : work;
  const { author, date } = known;
  const { translator, licence, source } = single ? editions[0] : base;
  const languages = [...new Set([language, ...editions.map((edition) => edition.language)])];
  // The same texts are the same publication, whenever they are exported.
  const identity = contentHash(
    JSON.stringify([work.slug, editions.map(({ siglum, segments }) => [siglum, segments])]),
    'strong',
  );
  const tag = (name: string, text: string | undefined, attributes: Record<string, string> = {}) =>
    text ? [x(name, attributes, xmlText(text))] : [];
  return xml(
    x(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'id',
        prefix: 'variorum: urn:variorum:terms#',
      },
      [
        x('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
          x('dc:identifier', { id: 'id' }, `urn:variorum:${identity}`),
          ...tag('dc:title', title),
          ...languages.map((each) => x('dc:language', each)),
          ...tag('dc:creator', author),
          ...(single && translator
            ? [
                x('dc:contributor', { id: 'translator' }, xmlText(translator)),
                x(
                  'meta',
                  { refines: '#translator', property: 'role', scheme: 'marc:relators' },
                  'trl',
                ),
              ]
            : []),
          ...tag('dc:date', date),
          ...(single ? [...tag('dc:rights', licence), ...tag('dc:source', source)] : []),
          ...tag('dc:description', known.description),
          // What Dublin Core has no element for.
          ...(single ? knownOf(editions[0]) : [])
            .filter(([field]) => ownFields.includes(field))
            .map(([field, value]) => x('meta', { property: `variorum:${field}` }, xmlText(value))),
          x('meta', { property: 'dcterms:modified' }, `${new Date().toISOString().slice(0, 19)}Z`),
        ]),
        x('manifest', [
          x('item', {
            id: 'nav',
            href: 'nav.xhtml',
            'media-type': 'application/xhtml+xml',
            properties: 'nav',
          }),
          x('item', { id: 'style', href: 'style.css', 'media-type': 'text/css' }),
          ...chapters.map(({ file }, k) =>
            x('item', { id: `c${k}`, href: file, 'media-type': 'application/xhtml+xml' }),
          ),
        ]),
        x(
          'spine',
          chapters.map((_, k) => x('itemref', { idref: `c${k}` })),
        ),
      ],
    ),
  );
}

function xml(tree: Parameters<typeof toXml>[0]): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree)}\n`);
}

function xhtml(title: string, language: string, body: ElementContent[], part?: string): Uint8Array {
  const tree = h('html', { lang: language, dir: direction(language) }, [
    h('head', [h('title', xmlText(title)), h('link', { rel: 'stylesheet', href: 'style.css' })]),
    h('body', part ? { 'epub:type': part } : {}, body),
  ]);
  const found = toXast({ type: 'root', children: [tree] });
  const [root] = found.type === 'root' ? found.children : [];
  if (root?.type === 'element') {
    root.attributes.xmlns = 'http://www.w3.org/1999/xhtml';
    root.attributes['xmlns:epub'] = 'http://www.idpf.org/2007/ops';
  }
  return strToU8(
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${xmlText(toXml(found).replace(/<(br|hr|img|link|meta)\b([^>]*)><\/\1>/g, '<$1$2/>'))}\n`,
  );
}
