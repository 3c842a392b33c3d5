import { InputError } from '../../core/errors';
import { positiveForm } from '../../edition/apparatus-form';
import { comparedLanguage, direction, type Edition } from '../../edition/model';
import { firstLineIndent } from '../../language/first-line-indent';
import { bylineOf, creditsOf } from '../known';
import type { ExportLabels } from '../labels';
import { legendOf } from '../legend';
import type { ComparedRow, ExportedWork } from '../prepared';
import { apparatusBlocks } from './apparatus';
import { BlockMaker } from './blocks';
import { layoutsFor, unfit } from './layouts-for';
import {
  type PrintedDocument,
  type PrintedEdition,
  type PrintedInline,
  type PrintedRow,
  type PrintedText,
  type PrintLayout,
  type PrintOptions,
  paperMillimetres,
} from './printed';
import { shorterRows } from './shorter-rows';

/**
 * What the pages of a work show.
 *
 * @throws InputError for a form that the editions chosen do not allow.
 */
export function printedDocument(
  exported: ExportedWork,
  { layout = layoutsFor(exported.editions)[0], paper = 'a4' }: PrintOptions = {},
): PrintedDocument {
  const { work, editions, base, bases, rows, labels } = exported;
  const reason = unfit(layout, editions);
  if (reason) throw new InputError(reason.message, { remedy: reason.remedy });
  const [width, height] = paperMillimetres[paper];
  const first = layout === 'edition' ? editions[0] : null;
  const isMixed = layout === 'columns' || layout === 'interleaved';
  // Notes of several editions on one page are numbered together: each edition has a first one.
  let notes = 0;
  const markOf = (label: string) => (isMixed ? String(++notes) : label);
  const makers = editions.map((edition) => new BlockMaker(edition, markOf));
  return {
    layout,
    // Three columns and more do not fit an upright page.
    paper: { name: paper, width, height, landscape: layout === 'columns' && editions.length > 2 },
    title: first?.title ?? work.title,
    authors: [first?.author ?? work.author].filter((each) => each !== undefined),
    byline: bylineOf(
      {
        author: first?.author ?? work.author,
        translator: first?.translator,
        date: first?.date ?? work.date,
      },
      labels,
    ),
    description: first?.description ?? work.description ?? '',
    editions: editions.map((edition) => printedEdition(edition, labels)),
    colon: labels.colon,
    base: Math.max(0, editions.indexOf(base)),
    legend: isMixed ? printedLegend(bases, labels) : [],
    rows: layout === 'apparatus' || layout === 'edition' ? [] : printedRows(layout, rows, makers),
    texts: textsOf(layout, exported, makers),
  };
}

/** What the marks mean. */
const printedLegend = (bases: readonly string[], labels: ExportLabels): PrintedInline[] =>
  legendOf(bases, labels).map((piece): PrintedInline => {
    if (typeof piece === 'string') return piece;
    if ('siglum' in piece) return { k: 'siglum', text: piece.siglum };
    return piece.mark === 'omission' ? { k: 'omission' } : { k: piece.mark, c: [piece.text] };
  });

function printedEdition(edition: Edition, labels: ExportLabels): PrintedEdition {
  const { siglum, title, language, notice } = edition;
  const { language: lang, region, script } = new Intl.Locale(language).maximize();
  return {
    siglum,
    title,
    lang,
    // The forms of Chinese marks go by the region: those of traditional script by Taiwan's.
    region: script === 'Hant' && region !== 'HK' && region !== 'MO' ? 'TW' : (region ?? null),
    rtl: direction(language) === 'rtl',
    dots: ['Hans', 'Hant', 'Hani', 'Jpan'].includes(script ?? ''),
    indent: firstLineIndent(language),
    about: creditsOf(edition, labels),
    notice: notice ?? null,
  };
}

function printedRows(
  layout: PrintLayout,
  rows: readonly ComparedRow[],
  makers: readonly BlockMaker[],
): PrintedRow[] {
  // Facing pages are to be read, and rows that are longer than a page cannot face each other.
  const shown = layout === 'pages' ? rows.flatMap(shorterRows) : rows;
  return shown
    .map(({ cells }) =>
      cells.map(({ segments }, column) =>
        makers[column].blocks(
          layout === 'pages' ? segments.map((each) => ({ ...each, marks: [] })) : segments,
        ),
      ),
    )
    .filter((row) => row.some((blocks) => blocks.length > 0));
}

function textsOf(
  layout: PrintLayout,
  { work, editions, apparatus }: ExportedWork,
  makers: readonly BlockMaker[],
): PrintedText[] {
  if (layout === 'edition') {
    const blocks = makers[0].blocks(
      editions[0].segments.map((segment) => ({ segment, marks: [] })),
    );
    return [{ title: null, base: 0, blocks }];
  }
  if (layout !== 'apparatus') return [];
  return apparatus.map(({ language, base: siglum, rows }) => {
    const base = editions.findIndex((each) => each.siglum === siglum);
    const edition = editions[base];
    const others = editions.filter(
      (each) => comparedLanguage(each.language) === comparedLanguage(language),
    );
    return {
      title:
        apparatus.length > 1
          ? `${edition.title} (${others.map((each) => each.siglum).join(', ')})`
          : null,
      base,
      blocks: apparatusBlocks(edition, rows, work.apparatus ?? positiveForm),
    };
  });
}
