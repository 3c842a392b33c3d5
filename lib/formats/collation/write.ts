import { stringify } from 'csv-stringify/sync';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Element, ElementContent } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { agreed, apparatus } from '../../collate/apparatus';
import { type Collation, withParagraphEnds, withSpaces } from '../../collate/collation';
import type { DifferenceKind } from '../../collate/kinds';
import { findTranspositions } from '../../collate/transpositions';
import { textOfTokens, tokensIn } from '../../collate/witness';
import { type ApparatusForm, negativeForm } from '../../edition/apparatus-form';
import { languageAttributes } from '../../edition/language-attributes';
import { xmlIds } from '../xml/names';
import { xmlText } from '../xml/text';
import { apparatusParagraphs } from './apparatus-tei';
import { collationDot, collationGraphml } from './graph-files';
import { collationLatex } from './latex';
import { collationNexus } from './nexus';

export const collationFormats = [
  'json',
  'csv',
  'tei',
  'html',
  'text',
  'dot',
  'graphml',
  'nexus',
  'latex',
  'docx',
] as const;
export type CollationFormat = (typeof collationFormats)[number];

type Classify = (base: string, reading: string) => DifferenceKind;

/** Writes a collation as text; it ends with a newline. Word files are `collationDocx`'s. */
export function writeCollation(
  collation: Collation,
  format: Exclude<CollationFormat, 'docx'>,
  classify: Classify,
  language = 'und',
  form: ApparatusForm = negativeForm,
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(collateXJson(collation))}\n`;
    case 'csv':
      return collationCsv(collation);
    case 'tei':
      return collationTei(withSpaces(collation), classify, language, form);
    case 'html':
      return collationHtml(collation, language);
    case 'text':
      return collationText(collation);
    case 'dot':
      return collationDot(withSpaces(collation));
    case 'graphml':
      return collationGraphml(withSpaces(collation));
    case 'nexus':
      return collationNexus(collation);
    case 'latex':
      return collationLatex(
        [{ language, parts: apparatus(withSpaces(collation), 0, classify, form) }],
        form,
      );
  }
}

/**
 * As CollateX writes it: a list a column, a cell a witness, a cell the list of its tokens. Words that
 * stand elsewhere in a witness than in the first are listed besides, by the columns of both places.
 */
export function collateXJson(collation: Collation) {
  const { witnesses, columns, unsearched } = collation;
  const transpositions = transposedWords(collation);
  return {
    witnesses,
    table: columns.map((column) => column.map((token) => (token ? [token] : null))),
    ...(transpositions.length > 0 ? { transpositions } : {}),
    ...(unsearched ? { unsearched } : {}),
  };
}

/** The transpositions of each witness beside the first; columns count from 0, ends excluded. */
const transposedWords = (collation: Collation) =>
  findTranspositions(collation, 0).map(({ witness, base, there }) => ({
    witness: collation.witnesses[witness],
    words: textOfTokens(tokensIn(collation.columns, witness, there)),
    columns: { [collation.witnesses[0]]: base, [collation.witnesses[witness]]: there },
  }));

/** A line a witness, its siglum first; empty where it has nothing. */
function collationCsv({ witnesses, columns }: Collation): string {
  return stringify(
    witnesses.map((siglum, w) => [siglum, ...columns.map((column) => column[w]?.t.trim() ?? '')]),
    { escape_formulas: true },
  );
}

/** A paragraph; one that the base does not have stands between those that it has. */
export function paragraphNode(nodes: ElementContent[]): Element {
  const [only] = nodes;
  const alone =
    nodes.length === 1 &&
    only.type === 'element' &&
    only.children.some((each) => each.type === 'element' && hasParagraphs(each));
  return alone ? only : x('p', nodes);
}

const hasParagraphs = ({ children }: Element): boolean =>
  children.some((each) => each.type === 'element' && each.name === 'p');

/** TEI P5 with the parallel segmentation method; the lemma is the first witness's, or of most. */
function collationTei(
  collation: Collation,
  classify: Classify,
  language: string,
  form: ApparatusForm,
): string {
  const ids = xmlIds(collation.witnesses);
  const parts = apparatus(withParagraphEnds(collation), 0, classify, {
    lemma: form.lemma,
    paragraphs: true,
  });
  const paragraphs = apparatusParagraphs(parts, ids);
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
    x('text', { 'xml:lang': language }, [x('body', paragraphs.map(paragraphNode))]),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree)}\n`;
}

/** A page of its own with the alignment table; columns that differ are marked. */
function collationHtml({ witnesses, columns }: Collation, language: string): string {
  const table = h('table', [
    h('caption', { lang: 'en', dir: 'ltr' }, `Collation of ${witnesses.join(', ')}`),
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
      h('body', [h('main', { ...languageAttributes(language) }, [table])]),
    ]),
  ]);
  return `${toHtml(page)}\n`;
}

/** For the terminal: a line a witness in blocks that fit, columns under one another. */
function collationText(collation: Collation): string {
  const { witnesses, columns } = collation;
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
  const moved = transposedWords(collation).map(
    ({ witness, words }) => `transposed in ${witness}: ${words.replace(/\s+/g, ' ')}`,
  );
  return `${[...blocks, ...(moved.length > 0 ? [moved.join('\n')] : [])].join('\n\n')}\n`;
}
