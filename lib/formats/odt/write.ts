import { strToU8, zipSync } from 'fflate';
import type { Element, ElementContent } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { cellsOf } from '../../edition/cells';
import type { Edition, Segment } from '../../edition/model';
import { comparedNotes } from '../compared-notes';
import { listNumber } from '../docx/blocks';
import { linkTargets } from '../docx/links';
import { footnotesOf, type Note } from '../footnotes';
import { type Addresses, type ShownSegment, segmentContent } from '../html/segment';
import { knownOf } from '../known';
import { headOfColumn } from '../parallel';
import { type ExportedWork, isShort, xmlText } from '../prepared';
import { aboutEditions, openingLines, stylesPart, textWidth } from './frame';
import { LanguageStyles, looseNoteStyle, namespaces, runningStyle } from './styles';
import { Tables } from './table';
import { inlineOdt, type Referred } from './write-inline';

const mediaType = 'application/vnd.oasis.opendocument.text';

/**
 * An OpenDocument text: one edition as a text with its notes, several as a table side by side whose
 * differences are styles of characters.
 * Source: OpenDocument 1.3, parts 2 and 3 (OASIS).
 */
export function workOdt(exported: ExportedWork): Uint8Array {
  const { work, editions } = exported;
  const [first] = editions;
  if (editions.length > 1) {
    // Three columns and more do not fit an upright page.
    const orientation = editions.length > 2 ? 'landscape' : 'portrait';
    return pack({
      ...comparisonContent(exported, textWidth(orientation)),
      styles: stylesPart({ title: work.title, editions, language: 'en', orientation }),
      meta: metaPart(work.title, null, work.author),
    });
  }
  const { title, language } = first;
  const text = new OdtText(first);
  return pack({
    blocks: text.blocks(),
    own: [...text.tables.elements()],
    styles: stylesPart({ title, editions, language, orientation: 'portrait' }),
    meta: metaPart(title, first),
  });
}

/** Editions side by side, each in its language. */
function comparisonContent(
  { work, editions, rows, bases, labels }: ExportedWork,
  width: number,
): Pick<Parts, 'blocks' | 'own'> {
  const languages = new LanguageStyles();
  const tables = new Tables(width, 'en');
  const { notes, marksOf, rows: shownRows } = comparedNotes(editions, rows);
  const content = (shown: ShownSegment, column: number) => {
    const addresses: Addresses = {
      note: (label) => (notes[column].has(label) ? `#${label}` : null),
      segment: () => null,
    };
    return inlineOdt(segmentContent(shown, addresses), { note: (label) => noteOf(label, column) });
  };
  const noteOf = (label: string, column: number): ReturnType<Referred['note']> => {
    const note = notes[column].get(label);
    if (!note) return null;
    // One edition's 1 is not another's: notes are numbered through the document.
    const { number, placed, segments } = note;
    note.placed = true;
    const style = languages.of('Footnote', editions[column].language);
    return {
      number,
      label: String(number),
      blocks: placed
        ? null
        : segments.map((segment) =>
            x(
              'text:p',
              { 'text:style-name': style },
              content({ segment, marks: marksOf(segment) }, column),
            ),
          ),
    };
  };
  const head = editions.map((edition) => [
    x('text:p', [x('text:span', { 'text:style-name': 'Strong' }, xmlText(headOfColumn(edition)))]),
    x(
      'text:p',
      { 'text:style-name': languages.of('Standard', edition.language) },
      xmlText(edition.title),
    ),
  ]);
  const table = tables.of(
    editions.length,
    [{ cells: head, isKept: true }],
    shownRows.map((row) => ({
      isKept: isShort(row),
      cells: row.cells.map(({ segments }, column) => {
        const styleOf = (style: string) => languages.of(style, editions[column].language);
        return segments.map((shown) =>
          blockOdt(
            shown,
            content({ ...shown, segment: withLabel(shown.segment) }, column),
            styleOf,
          ),
        );
      }),
    })),
  );
  return {
    blocks: [
      x('text:p', { 'text:style-name': 'Title' }, xmlText(work.title)),
      ...openingLines(work, bases, labels),
      table,
      ...aboutEditions(editions, labels),
    ],
    own: [...languages.elements(), ...tables.elements()],
  };
}

/** The text of one edition. */
class OdtText {
  private readonly notes: ReadonlyMap<string, Note>;
  private readonly targets: ReadonlySet<string>;
  /** How many notes stand in the text. */
  private placed = 0;
  readonly tables: Tables;

  constructor(private readonly edition: Edition) {
    this.targets = linkTargets(edition);
    this.tables = new Tables(textWidth('portrait'), edition.language);
    this.notes = footnotesOf(edition);
  }

  blocks(): ElementContent[] {
    const texts = this.edition.segments.filter(({ kind }) => kind !== 'footnote');
    const blocks: ElementContent[] = [];
    for (let at = 0; at < texts.length; at++) {
      if (texts[at].kind !== 'row') {
        const styleOf = texts[at].kind === 'paragraph' ? () => runningStyle : undefined;
        blocks.push(blockOdt({ segment: texts[at], marks: [] }, this.content(texts[at]), styleOf));
        continue;
      }
      let end = at;
      while (texts[end + 1]?.kind === 'row') end++;
      blocks.push(this.table(texts.slice(at, end + 1)));
      at = end;
    }
    return [...blocks, ...this.notesWithoutPlace()];
  }

  private content(segment: Segment): ElementContent[] {
    const addresses: Addresses = {
      note: (label) => (this.notes.has(label) ? `#${label}` : null),
      segment: (id) => (this.targets.has(id) ? `#${id}` : null),
    };
    const number = listNumber(segment);
    const shown = number === null ? segment : { ...segment, label: undefined };
    const content = inlineOdt(
      segmentContent({ segment: shown, marks: [] }, addresses),
      this.referred,
    );
    return this.targets.has(segment.id)
      ? [x('text:bookmark', { 'text:name': segment.id }), ...content]
      : content;
  }

  private readonly referred: Referred = {
    note: (label) => {
      const note = this.notes.get(label);
      if (!note) return null;
      // A note stands where it is first referred to.
      if (note.placed) return { number: note.number, blocks: null };
      note.placed = true;
      note.number = ++this.placed;
      return {
        number: note.number,
        blocks: note.segments.map((segment) =>
          x('text:p', { 'text:style-name': 'Footnote' }, this.content(segment)),
        ),
      };
    },
  };

  /** Notes to which nothing refers are paragraphs at the end, known by their style. */
  private notesWithoutPlace(): ElementContent[] {
    return [...this.notes.values()].flatMap((note) => {
      if (note.placed) return [];
      note.placed = true;
      return note.segments.map((segment) =>
        blockOdt({ segment, marks: [] }, this.content(withLabel(segment))),
      );
    });
  }

  private table(rows: readonly Segment[]): Element {
    const cells = rows.map((row) => cellsOf(row).map((cell) => ({ ...row, ...cell })));
    const width = Math.max(...cells.map(({ length }) => length));
    const own = cells.map((row) => ({
      cells: Array.from({ length: width }, (_, k) => {
        const content = row[k] ? this.content({ ...row[k], label: undefined }) : [];
        return [x('text:p', content)];
      }),
    }));
    return this.tables.of(width, [], own);
  }
}

const blockStyles: Partial<Record<Segment['kind'], string>> = {
  verse: 'Verse',
  footnote: looseNoteStyle,
};

/** A note that stands among the text says its label there. */
const withLabel = (segment: Segment): Segment =>
  segment.kind === 'footnote' ? { ...segment, kind: 'paragraph' } : segment;

/** A segment as a block of its kind. @param styleOf what its paragraph's style is called here. */
function blockOdt(
  { segment }: ShownSegment,
  content: ElementContent[],
  styleOf = (style: string) => style,
): Element {
  const { kind, level = 1 } = segment;
  if (kind === 'heading') {
    const depth = String(Math.min(6, Math.max(1, level)));
    const style = styleOf(`Heading_20_${depth}`);
    return x('text:h', { 'text:style-name': style, 'text:outline-level': depth }, content);
  }
  const style = styleOf(blockStyles[kind] ?? 'Standard');
  const paragraph = x('text:p', { 'text:style-name': style }, content);
  if (kind !== 'item') return paragraph;
  const number = listNumber(segment);
  const list = number === null ? 'Bullets' : 'Numbered';
  const start = number === null ? {} : { 'text:start-value': String(number) };
  return x('text:list', { 'text:style-name': list }, [x('text:list-item', start, [paragraph])]);
}

function metaPart(title: string, edition: Edition | null, author?: string): Element {
  const { language, description } = edition ?? {};
  const creator = edition?.author ?? author;
  return x('office:document-meta', namespaces, [
    x('office:meta', [
      x('meta:generator', 'Variorum'),
      x('dc:title', xmlText(title)),
      ...(creator ? [x('dc:creator', xmlText(creator))] : []),
      ...(language ? [x('dc:language', language)] : []),
      ...(description ? [x('dc:description', xmlText(description))] : []),
      ...(edition ? knownOf(edition) : []).map(([name, value]) =>
        x('meta:user-defined', { 'meta:name': name }, xmlText(value)),
      ),
    ]),
  ]);
}

interface Parts {
  blocks: ElementContent[];
  /** The text's own styles. */
  own: Element[];
  styles: Element;
  meta: Element;
}

function pack({ blocks, own, styles, meta }: Parts): Uint8Array {
  const parts = ['content.xml', 'styles.xml', 'meta.xml'];
  const entry = (path: string, type: string) =>
    x('manifest:file-entry', { 'manifest:full-path': path, 'manifest:media-type': type });
  const manifest = x(
    'manifest:manifest',
    {
      'xmlns:manifest': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0',
      'manifest:version': '1.3',
    },
    [entry('/', mediaType), ...parts.map((part) => entry(part, 'text/xml'))],
  );
  const content = x('office:document-content', namespaces, [
    x('office:automatic-styles', own),
    x('office:body', [x('office:text', [x(null, blocks)])]),
  ]);
  return zipSync({
    // First and not compressed, so that a reader may know the format by the first bytes.
    mimetype: [strToU8(mediaType), { level: 0 }],
    'content.xml': xml(content),
    'styles.xml': xml(styles),
    'meta.xml': xml(meta),
    'META-INF/manifest.xml': xml(manifest),
  });
}

function xml(tree: Element): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree)}`);
}
