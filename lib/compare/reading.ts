import { LRUCache } from 'lru-cache';
import type { LaidRow } from '../align/layout';
import type { DifferenceKind } from '../collate/kinds';
import { contentHash } from '../core/hash';
import { type Pending, pending, ready } from '../core/pending';
import { processWide } from '../core/process-wide';
import { within } from '../core/promises';
import { type Edition, languageFamily, type Segment, type Work } from '../edition/model';
import { divide, type OutlineEntry, type Section } from '../edition/sections';
import { segmentIndex } from '../edition/segments';
import type { Cell, ComparedRow, ComparedSegment } from '../formats/prepared';
import { pronunciationsIn } from '../works/pronunciations';
import { compareRows } from './compare-rows';
import { findPlace } from './find-place';
import { type Layout, layOutSoon } from './layout';
import type { Summary } from './marked-rows';
import { outlineOf } from './outline';
import { type RubyReading, rubyOf } from './ruby-of';
import type { RubyScript } from './ruby-scripts';
import { summaryOf } from './summary';

/** What a reader asked to see of the editions chosen. */
export interface ReadingRequest {
  /** Bases of the languages shown; see `comparedWith`. */
  bases?: readonly Edition[];
  ignore: readonly DifferenceKind[];
  /** Only places that differ. */
  only: boolean;
  /** Number of a section, from 1. */
  page: number;
  /** A place in it instead: a row's number, or a segment as `siglum.id`. */
  at?: string;
  /** A place as people name it, which comes before both; see `findPlace`. */
  ref?: string;
  /** Readings of Chinese characters. */
  ruby: RubyScript | 'off';
}

/** A segment as it is read: compared, and with what stands beside the text. */
export interface ReadSegment extends ComparedSegment {
  /** Readings of its Chinese characters, in the script that was asked for. */
  readings?: RubyReading[];
  /** The footnotes its text refers to, by their labels. */
  footnotes?: Record<string, { id: string; text: string }>;
}

export interface ReadCell extends Cell {
  segments: ReadSegment[];
}

export interface ReadRow extends ComparedRow {
  cells: ReadCell[];
}

/** A work laid out in sections, one of them open. */
export interface OpenSection {
  layout: Layout;
  /** The rows there are to read: all, or those that differ. */
  kept: LaidRow[];
  sections: Section[];
  /** Index of the open section. */
  open: number;
  /** The number of the row that was asked for by its name; null where there is no such place. */
  found?: number | null;
  /** Headings, by index among `kept`. */
  outline: OutlineEntry[];
  /** Null while a long work is being compared for the first time. */
  summary: Summary | null;
}

export interface Reading extends OpenSection {
  /** The open section's. */
  rows: ReadRow[];
}

/** How long the figures of a long work are waited for, in milliseconds. */
const summaryTimeoutMs = 100;

/** Opens the section of a work that a reader asked for, its rows compared; see `openSection`. */
export async function openReading(
  work: Work,
  editions: readonly Edition[],
  base: Edition,
  request: ReadingRequest,
  timeoutMs: number,
): Promise<Pending<Reading>> {
  const found = await openSection(work, editions, base, request, timeoutMs);
  if (found.state === 'pending') return found;
  const section = found.value;
  const { from, to } = section.sections[section.open] ?? { from: 0, to: 0 };
  const rows = readRows(work, section.layout, section.kept.slice(from, to), request);
  return ready({ ...section, rows });
}

/**
 * Finds the section of a work that a reader asked for.
 *
 * @param timeoutMs milliseconds after which the share of the alignment that is done, 0 to 1, is
 *   returned instead.
 */
export async function openSection(
  work: Work,
  editions: readonly Edition[],
  base: Edition,
  request: Omit<ReadingRequest, 'ruby'>,
  timeoutMs: number,
): Promise<Pending<OpenSection>> {
  const laidOut = await layOutSoon(work, editions, base, timeoutMs, request.bases);
  if (laidOut.state === 'pending') return laidOut;
  const layout = laidOut.value;
  const figures = summaryOf(work, layout, request.ignore);
  const summary = await within(figures, request.only ? timeoutMs : summaryTimeoutMs);
  if (request.only && !summary) return pending(1);
  // A fault in what goes on behind the page is reported at the next request.
  figures.catch(() => {});
  const kept =
    request.only && summary
      ? layout.rows.filter((_, k) => summary.variance[k] === null || summary.variance[k] > 0)
      : layout.rows;
  const outline = outlineOf(editions, base, kept);
  const sections = divide(kept.length, outline);
  const { row, found } = rowAsked(layout, kept, outline, request);
  const asked =
    row >= 0 ? sections.findIndex(({ from, to }) => row >= from && row < to) : request.page - 1;
  const open = Math.max(0, Math.min(asked, sections.length - 1));
  return ready({
    layout,
    kept,
    sections,
    open,
    outline,
    summary,
    ...(found === undefined ? {} : { found }),
  });
}

/**
 * The row that an address asks for, by its name or else by its place.
 *
 * @param kept the rows there are to read.
 * @param outline their headings.
 * @returns its index among them, -1 for none; and where a name was given, the number of its row, null
 *   where there is no such place.
 */
export function rowAsked(
  layout: Layout,
  kept: LaidRow[],
  outline: readonly OutlineEntry[],
  { ref, at }: Pick<ReadingRequest, 'ref' | 'at'>,
): { row: number; found?: number | null } {
  const { editions, base } = layout;
  const named = ref === undefined ? -1 : findPlace({ editions, base, rows: kept, outline }, ref);
  const row = named >= 0 || at === undefined ? named : rowAt(layout, kept, at);
  return ref === undefined ? { row } : { row, found: kept[named]?.number ?? null };
}

/** The index among the rows kept of a place, or of the nearest after it; -1 for none. */
export function rowAt(layout: Layout, kept: readonly LaidRow[], at: string): number {
  const cut = at.lastIndexOf('.');
  let number = Number(at);
  if (!Number.isInteger(number)) {
    const shown = layout.editions.findIndex(({ siglum }) => siglum === at.slice(0, cut));
    const edition = layout.editions[shown];
    const segment = edition && segmentIndex(edition).get(at.slice(cut + 1));
    if (segment === undefined) return -1;
    number = layout.rowOf[shown][segment] + 1;
  }
  return kept.findIndex((row) => row.number >= number);
}

/** Rows as they were read, by what was asked. What many read is compared once. */
const rowsRead = processWide(
  'rows read',
  () => new LRUCache<LaidRow, Map<string, ReadRow>>({ max: 4000 }),
);

/** The rows of a stretch, compared, with readings and footnotes. */
export function readRows(
  work: Work,
  layout: Layout,
  rows: readonly LaidRow[],
  request: Pick<ReadingRequest, 'ignore' | 'ruby'>,
): ReadRow[] {
  // A row is of one layout, and that of one state of the texts, names and corrections.
  const pronounced =
    request.ruby !== 'off'
      ? contentHash(JSON.stringify(work.pronunciations ?? []), 'revision')
      : '';
  const asked = `${request.ruby}:${pronounced}:${layout.against}:${[...request.ignore].sort()}`;
  const missing = rows.filter((row) => !rowsRead.get(row)?.has(asked));
  const anew = missing.length > 0 ? compareAnew(work, layout, missing, request) : [];
  const found = new Map(
    anew.map((read, k) => {
      const row = missing[k];
      const known = rowsRead.get(row) ?? new Map<string, ReadRow>();
      rowsRead.set(row, known.set(asked, read));
      return [row, read];
    }),
  );
  return rows.map((row) => found.get(row) ?? (rowsRead.get(row)?.get(asked) as ReadRow));
}

function compareAnew(
  work: Work,
  layout: Layout,
  rows: readonly LaidRow[],
  { ignore, ruby }: Pick<ReadingRequest, 'ignore' | 'ruby'>,
): ReadRow[] {
  const footnotes = layout.editions.map(footnotesOf);
  const rubyIn = layout.editions.map(({ siglum, language }) => {
    if (ruby === 'off' || languageFamily(language) !== 'zh') return null;
    const own = pronunciationsIn(work, siglum);
    return (segment: Segment) => rubyOf(segment, own, ruby);
  });
  return compareRows(layout, rows, work.names, ignore).map((row) => ({
    ...row,
    cells: row.cells.map((cell, shown) => ({
      ...cell,
      segments: cell.segments.map((compared): ReadSegment => {
        // Where it stands in its file is nothing to the reader.
        const { position: _, ...segment } = compared.segment;
        const readings = rubyIn[shown]?.(compared.segment);
        const notes = segment.spans.flatMap(({ kind, target = '' }) => {
          const note = kind === 'note' ? footnotes[shown].get(target) : undefined;
          return note ? [[target, { id: note.id, text: note.text }] as const] : [];
        });
        return {
          ...compared,
          segment,
          ...(readings ? { readings } : {}),
          ...(notes.length > 0 ? { footnotes: Object.fromEntries(notes) } : {}),
        };
      }),
    })),
  }));
}

const footnotesKnown = new WeakMap<Edition, Map<string, Segment>>();

function footnotesOf(edition: Edition): Map<string, Segment> {
  let found = footnotesKnown.get(edition);
  if (!found) {
    found = new Map(
      edition.segments.flatMap((segment) =>
        segment.kind === 'footnote' && segment.label ? [[segment.label, segment]] : [],
      ),
    );
    footnotesKnown.set(edition, found);
  }
  return found;
}

/** How much each of at most `most` equal stretches of the rows differs, for a map of the work. */
export function profile(
  kept: readonly LaidRow[],
  summary: Summary | null,
  most: number,
): { number: number; last: number; variance: number | null }[] {
  if (!summary) return [];
  const size = Math.max(1, Math.ceil(kept.length / most));
  const places: { number: number; last: number; variance: number | null }[] = [];
  for (let from = 0; from < kept.length; from += size) {
    const rows = kept.slice(from, from + size);
    const known = rows
      .map(({ number }) => summary.variance[number - 1])
      .filter((value) => value !== null);
    places.push({
      number: rows[0].number,
      last: rows[rows.length - 1].number,
      variance: known.length === 0 ? null : known.reduce((x, y) => x + y, 0) / known.length,
    });
  }
  return places;
}
