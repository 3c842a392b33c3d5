import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { Edition, Segment } from '../../edition/model';
import { type ExportedWork, labelledText, xmlText } from './exported';

/**
 * TEI P5: each edition a text of a group, and the correspondence of their paragraphs as links
 * (https://tei-c.org/release/doc/tei-p5-doc/en/html/SA.html). The apparatus of the editions of
 * one language is written by `variorum collate --format tei`.
 */
export function workTei({ work, editions, rows }: ExportedWork): string {
  const prefixes = new Map(editions.map(({ siglum }, k) => [siglum, `t${k + 1}`]));
  const idOf = (siglum: string, { id }: Segment) => `${prefixes.get(siglum)}-${id}`;
  const links = rows.flatMap(({ cells }) => {
    const targets = cells.flatMap(({ siglum, segments }) =>
      segments.map(({ segment }) => `#${idOf(siglum, segment)}`),
    );
    return targets.length > 1 && cells.filter(({ segments }) => segments.length > 0).length > 1
      ? [x('link', { target: targets.join(' ') })]
      : [];
  });
  const tree = x('TEI', { xmlns: 'http://www.tei-c.org/ns/1.0' }, [
    x('teiHeader', [
      x('fileDesc', [
        x('titleStmt', [
          x('title', xmlText(work.title)),
          ...(work.author ? [x('author', xmlText(work.author))] : []),
        ]),
        x('publicationStmt', [x('p', 'Made with Variorum')]),
        x('sourceDesc', [x('listBibl', editions.map(bibl))]),
      ]),
    ]),
    ...(links.length > 0
      ? [x('standOff', [x('linkGrp', { type: 'alignment' }, [x(null, links)])])]
      : []),
    x('text', [
      x(
        'group',
        editions.map((edition) =>
          x('text', { 'xml:lang': edition.language, n: edition.siglum }, [
            x('body', [x('div', blocks(edition, idOf))]),
          ]),
        ),
      ),
    ]),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree)}\n`;
}

function bibl({ siglum, title, author, translator, date, source, licence }: Edition) {
  return x('bibl', { n: siglum }, [
    x('title', xmlText(title)),
    ...(author ? [x('author', xmlText(author))] : []),
    ...(translator ? [x('editor', { role: 'translator' }, xmlText(translator))] : []),
    ...(date ? [x('date', { when: date }, date)] : []),
    ...(source ? [x('note', { type: 'source' }, xmlText(source))] : []),
    ...(licence ? [x('note', { type: 'licence' }, xmlText(licence))] : []),
  ]);
}

function blocks(edition: Edition, idOf: (siglum: string, segment: Segment) => string) {
  return edition.segments.map((segment) => {
    const attributes = { 'xml:id': idOf(edition.siglum, segment) };
    const text = xmlText(labelledText(segment));
    switch (segment.kind) {
      // Within one division a heading that is not the first is set as a labelled paragraph.
      case 'heading':
        return x('p', { ...attributes, rend: `heading-${segment.level ?? 1}` }, text);
      case 'verse':
        return x('l', attributes, text);
      case 'footnote':
        return x('note', { ...attributes, place: 'bottom' }, text);
      default:
        return x('p', attributes, text);
    }
  });
}
