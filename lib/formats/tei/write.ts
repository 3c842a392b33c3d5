import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { Edition } from '../../edition/model';
import { apparatusParagraphs } from '../collation/apparatus-tei';
import { paragraphNode } from '../collation/write';
import { type ExportedWork, xmlText } from '../prepared';
import { xmlIds } from '../xml/names';
import { body, idOf } from './write-text';

/**
 * TEI P5: each edition a text of a group, the correspondence of their paragraphs as links
 * (chapter 16), and the apparatus of editions of one language in parallel segmentation (chapter
 * 12) as a text of its own.
 * Source: https://tei-c.org/release/doc/tei-p5-doc/en/html/
 */
export function workTei({ work, editions, rows, apparatus }: ExportedWork): string {
  const links = rows.flatMap(({ cells }) => {
    const targets = cells.flatMap(({ segments }, k) =>
      segments.map(({ segment }) => `#${idOf(k, segment)}`),
    );
    return cells.filter(({ segments }) => segments.length > 0).length > 1
      ? [x('link', { target: targets.join(' ') })]
      : [];
  });
  const ids = xmlIds(editions.map(({ siglum }) => siglum));
  const tree = x('TEI', { xmlns: 'http://www.tei-c.org/ns/1.0' }, [
    x('teiHeader', [
      x('fileDesc', [
        x('titleStmt', [
          x('title', xmlText(work.title)),
          ...(work.author ? [x('author', xmlText(work.author))] : []),
        ]),
        x('publicationStmt', [x('p', 'Made with Variorum')]),
        x('sourceDesc', [
          x('listBibl', editions.map(bibl)),
          ...(apparatus.length > 0
            ? [
                x(
                  'listWit',
                  editions.map((edition) => witness(edition, ids)),
                ),
              ]
            : []),
        ]),
      ]),
      ...(apparatus.length > 0
        ? [
            x('encodingDesc', [
              x('variantEncoding', { method: 'parallel-segmentation', location: 'internal' }),
            ]),
          ]
        : []),
    ]),
    ...(links.length > 0
      ? [x('standOff', [x('linkGrp', { type: 'alignment' }, [x(null, links)])])]
      : []),
    x('text', [
      x('group', [
        ...editions.map((edition, k) =>
          x('text', { 'xml:lang': edition.language, n: edition.siglum }, body(edition, k)),
        ),
        ...apparatus.map(({ language, rows: places }, group) =>
          x('text', { 'xml:lang': language, type: 'apparatus' }, [
            x(
              'body',
              places.flatMap(({ number, parts }) =>
                apparatusParagraphs(parts, ids, `apparatus-${group + 1}-${number}-`).map(
                  (nodes) => ({
                    ...paragraphNode(nodes),
                    attributes: { n: String(number) },
                  }),
                ),
              ),
            ),
          ]),
        ),
      ]),
    ]),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree)}\n`;
}

function witness({ siglum, title }: Edition, ids: ReadonlyMap<string, string>): Element {
  return x('witness', { 'xml:id': ids.get(siglum), n: siglum }, xmlText(title));
}

/** TEI's dates are those of XML Schema: years of four digits. */
const schemaDate = /^-?\d{4}(-\d{2}(-\d{2})?)?$/;

function bibl(edition: Edition): Element {
  const { siglum, title, author, translator, date, url } = edition;
  const notes = [
    'kind',
    'basedOn',
    'source',
    'licence',
    'description',
    'category',
    'notice',
  ] as const;
  return x('bibl', { n: siglum }, [
    x('title', xmlText(title)),
    ...(author ? [x('author', xmlText(author))] : []),
    ...(translator ? [x('editor', { role: 'translator' }, xmlText(translator))] : []),
    ...(date ? [x('date', schemaDate.test(date) ? { when: date } : {}, date)] : []),
    ...(url ? [x('ref', { target: url })] : []),
    ...notes.flatMap((type) => {
      const value = edition[type];
      return value ? [x('note', { type }, xmlText(value))] : [];
    }),
  ]);
}
