import { stringify } from 'csv-stringify/sync';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { type ApparatusPart, agreed, apparatus } from '../../collate/apparatus';
import type { Collation } from '../../collate/collation';
import type { DifferenceKind } from '../../collate/kinds';
import { xmlIds } from '../xml/names';
import { xmlText } from '../xml/text';

export const collationFormats = ['json', 'csv', 'tei', 'html', 'text'] as const;
export type CollationFormat = (typeof collationFormats)[number];

type Classify = (base: string, reading: string) => DifferenceKind;

/** Writes a collation; all formats end with a newline. */
export function writeCollation(
  collation: Collation,
  format: CollationFormat,
  classify: Classify,
  language = 'und',
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(collateXJson(collation))}\n`;
    case 'csv':
      return collationCsv(collation);
    case 'tei':
      return collationTei(collation, classify, language);
    case 'html':
      return collationHtml(collation, language);
    case 'text':
      return collationText(collation);
  }
}

/** As CollateX writes it: a list a column, a cell a witness, a cell the list of its tokens. */
export function collateXJson({ witnesses, columns }: Collation) {
  return {
    witnesses,
    table: columns.map((column) => column.map((token) => (token ? [token] : null))),
  };
}

/** A line a witness, its siglum first; empty where it has nothing. */
function collationCsv({ witnesses, columns }: Collation): string {
  return stringify(
    witnesses.map((siglum, w) => [siglum, ...columns.map((column) => column[w]?.t.trim() ?? '')]),
  );
}

/**
 * An apparatus in parallel segmentation (TEI P5, chapter 12): text, and entries within it. White
 * space is within the readings, so that each witness comes back as it is written.
 * @param ids the `xml:id` of each witness, by siglum.
 */
export function apparatusNodes(parts: readonly ApparatusPart[], ids: ReadonlyMap<string, string>) {
  const wit = (sigla: readonly string[]) =>
    sigla.map((siglum) => `#${ids.get(siglum) ?? siglum}`).join(' ');
  const spaced = (text: string, { before, after }: { before: string; after: string }) =>
    xmlText(before + text + after);
  return parts.map((part) => {
    if ('shared' in part) return xmlText(part.shared);
    const { lemma, space, sigla, readings } = part.entry;
    return x('app', [
      x('lem', { wit: wit(sigla) }, spaced(lemma, space)),
      ...readings.map((reading) =>
        x(
          'rdg',
          { wit: wit(reading.sigla), type: reading.kind },
          spaced(reading.text, reading.space),
        ),
      ),
    ]);
  });
}

/** TEI P5 with the parallel segmentation method; the first witness is the lemma. */
function collationTei(collation: Collation, classify: Classify, language: string): string {
  const ids = xmlIds(collation.witnesses);
  const body = apparatusNodes(apparatus(collation, 0, classify), ids);
  const tree = x('TEI', { xmlns: 'http://www.tei-c.org/ns/1.0' }, [
    x('teiHeader', [
      x('fileDesc', [
        x('titleStmt', [x('title', 'Collation')]),
        x('publicationStmt', [x('p', 'Made with Variorum')]),
        x('sourceDesc', [
          x(
            'listWit',
            collation.witnesses.map((siglum) =>
              x('witness', { 'xml:id': ids.get(siglum) }, xmlText(siglum)),
            ),
          ),
        ]),
      ]),
      x('encodingDesc', [
        x('variantEncoding', { method: 'parallel-segmentation', location: 'internal' }),
      ]),
    ]),
    x('text', { 'xml:lang': language }, [x('body', [x('p', body)])]),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree)}\n`;
}

/** A page of its own with the alignment table; columns that differ are marked. */
function collationHtml({ witnesses, columns }: Collation, language: string): string {
  const table = h('table', [
    h('caption', `Collation of ${witnesses.join(', ')}`),
    h(
      'tbody',
      witnesses.map((siglum, w) =>
        h('tr', [
          h('th', { scope: 'row' }, siglum),
          ...columns.map((column) =>
            h('td', agreed(column) ? {} : { class: 'differs' }, column[w]?.t.trim() ?? ''),
          ),
        ]),
      ),
    ),
  ]);
  const page = h(null, [
    { type: 'doctype' },
    h('html', { lang: 'en' }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('title', `Collation of ${witnesses.join(', ')}`),
        h(
          'style',
          'table{border-collapse:collapse;font-family:serif}td,th{padding:.2em .4em;border:1px solid #ccc;text-align:start;white-space:nowrap}.differs{background:#fbeecb}',
        ),
      ]),
      h('body', [h('main', { lang: language }, [table])]),
    ]),
  ]);
  return `${toHtml(page)}\n`;
}

/** For the terminal: a line a witness in blocks that fit, columns under one another. */
function collationText({ witnesses, columns }: Collation): string {
  const wide = (text: string) =>
    [...text].reduce((sum, c) => sum + (/[\u1100-\u115f\u2e80-\uffe6]/.test(c) ? 2 : 1), 0);
  const cell = (column: Collation['columns'][number], w: number) =>
    column[w]?.t.trim().replace(/\s+/g, ' ') ?? '—';
  const label = Math.max(1, ...witnesses.map(wide));
  const blocks: string[] = [];
  for (let from = 0; from < columns.length; ) {
    const widths: number[] = [];
    let room = 96 - label;
    let to = from;
    while (to < columns.length) {
      const width = Math.max(...witnesses.map((_, w) => wide(cell(columns[to], w))));
      if (to > from && room < width + 3) break;
      widths.push(width);
      room -= width + 3;
      to++;
    }
    blocks.push(
      witnesses
        .map((siglum, w) => {
          const cells = widths.map((width, k) => {
            const text = cell(columns[from + k], w);
            return text + ' '.repeat(Math.max(0, width - wide(text)));
          });
          return `${siglum}${' '.repeat(label - wide(siglum))} │ ${cells.join(' │ ')}`.trimEnd();
        })
        .join('\n'),
    );
    from = to;
  }
  return `${blocks.join('\n\n')}\n`;
}
