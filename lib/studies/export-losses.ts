import type { Edition, EditionMetadata, SegmentKind, Span, Warning } from '../edition/model';
import { Losses } from '../formats/document';
import { referredNotes } from '../formats/footnotes';
import { type ComparedRow, labelledText } from '../formats/prepared';
import type { ExportFormat } from './export-forms';

type Field = keyof EditionMetadata;

/** What a form of tables or units holds of an edition beside its words. */
interface Held {
  labels: boolean;
  fields: readonly Field[];
  /** The kinds of segments that it distinguishes, beside paragraphs. */
  kinds?: readonly SegmentKind[];
}

/** Forms whose places are plain text. The others keep what a text has. */
const plain: Partial<Record<ExportFormat, Held>> = {
  csv: { labels: true, fields: ['siglum'] },
  xlsx: { labels: true, fields: ['siglum', 'language'] },
  tmx: { labels: false, fields: ['siglum', 'language'] },
  intertext: {
    labels: true,
    fields: ['siglum', 'language', 'title'],
    kinds: ['heading', 'item', 'verse', 'footnote'],
  },
  xliff: { labels: false, fields: ['siglum', 'language', 'title'] },
  latex: { labels: false, fields: ['siglum', 'language'] },
};
/** Several editions as Markdown are a table of plain text. */
const markdownTable: Held = { labels: true, fields: ['siglum'] };

const spans: Record<Span['kind'], string> = {
  emphasis: 'emphasis',
  strong: 'strong emphasis',
  editorial: 'marks of what editors have added',
  foreign: 'languages of words',
  link: 'links',
  note: 'places of notes',
  code: 'marks of code',
  deleted: 'marks of deleted words',
  ruby: 'readings over characters',
  page: 'page marks',
};
const kinds: Partial<Record<SegmentKind, string>> = {
  heading: 'headings, which are paragraphs there',
  item: 'items of lists, which are paragraphs there',
  verse: 'lines of verse, which are paragraphs there',
  footnote: 'notes, which are paragraphs there',
  row: 'rows of tables, which are paragraphs there',
};
const reported: readonly Field[] = [
  'title',
  'author',
  'translator',
  'date',
  'source',
  'url',
  'licence',
  'description',
  'category',
  'notice',
];

/** Forms that have each of several editions as a text of its own, in its order. */
const keepOrder: ReadonlySet<ExportFormat> = new Set(['intertext', 'json', 'tei']);

const besideOthers = 'places of passages that have moved, which stand beside their counterparts';
/** Word numbers its notes itself. */
function addNoteLabels({ segments }: Edition, losses: Losses): void {
  [...referredNotes(segments)].forEach((label, k) => {
    if (label !== String(k + 1))
      losses.add('labels of notes, which are numbers there', undefined, label);
  });
}

/** A passage that stands elsewhere in its edition stands beside its counterpart in a table. */
function addMoved(rows: readonly Pick<ComparedRow, 'cells'>[], losses: Losses, what: string): void {
  for (const { moved, segments } of rows.flatMap(({ cells }) => cells)) {
    if (!moved) continue;
    losses.add(what, undefined, segments.map(({ segment }) => labelledText(segment)).join(' '));
  }
}

/**
 * What a form cannot hold of editions, a warning for each kind: their words are in the file in any
 * case. Empty for forms that keep all.
 *
 * @param rows in which the form sets the editions side by side.
 */
export function exportLosses(
  format: ExportFormat,
  editions: readonly Edition[],
  rows: readonly Pick<ComparedRow, 'cells'>[] = [],
): Warning[] {
  const losses = new Losses();
  const held = format === 'markdown' && editions.length > 1 ? markdownTable : plain[format];
  if (!held) {
    for (const edition of format === 'docx' ? editions : []) addNoteLabels(edition, losses);
    if (editions.length > 1 && !keepOrder.has(format)) addMoved(rows, losses, besideOthers);
    return losses.warnings();
  }
  for (const edition of editions) {
    const lost = reported.filter((field) => edition[field] && !held.fields.includes(field));
    for (const field of lost) {
      losses.add('what is known of the editions', undefined, `${field}: ${edition[field]}`);
    }
    for (const [page, address] of Object.entries(edition.images ?? {})) {
      losses.add('pictures of pages', undefined, `${page}: ${address}`);
    }
    if (!held.fields.includes('language')) {
      losses.add('languages of the editions', undefined, edition.language);
    }
    for (const segment of edition.segments) {
      const kind = kinds[segment.kind];
      if (kind && !held.kinds?.includes(segment.kind)) losses.add(kind);
      if (segment.label && !held.labels) {
        losses.add('numbers of paragraphs', undefined, segment.label);
      }
      for (const { kind, target = '' } of segment.spans) {
        losses.add(spans[kind], undefined, /^(ruby|page|link)$/.test(kind) ? target : '');
      }
    }
  }
  addMoved(
    rows,
    losses,
    keepOrder.has(format) ? 'links of passages that have moved' : besideOthers,
  );
  return losses.warnings();
}
