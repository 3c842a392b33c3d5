import { strToU8, zipSync } from 'fflate';
import type { Element, ElementContent } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { cellsOf } from '../../edition/cells';
import type { Edition, Segment } from '../../edition/model';
import { listNumber } from '../docx/blocks';
import { linkTargets } from '../docx/links';
import { type Addresses, type ShownSegment, segmentContent } from '../html/segment';
import { knownOf } from '../known';
import { type ExportedWork, xmlText } from '../prepared';
import { namespaces, stylesPart } from './styles';
import { inlineOdt, type Referred } from './write-inline';

const mediaType = 'application/vnd.oasis.opendocument.text';

/**
 * An OpenDocument text: one edition as a text with its notes, several as a table side by side whose
 * differences are styles of characters.
 * Source: OpenDocument 1.3, parts 2 and 3 (OASIS).
 */
export function workOdt({ work, editions, rows, base }: ExportedWork): Uint8Array {
  const [first] = editions;
  if (editions.length === 1) {
    return pack(new OdtText(first).blocks(), metaPart(first.title, first), first.language);
  }
  const nowhere = { note: () => null };
  const cell = (children: ElementContent[]) =>
    x('table:table-cell', { 'office:value-type': 'string' }, [
      x(null, children.length > 0 ? children : [x('text:p')]),
    ]);
  const head = editions.map(({ siglum, language, title }) =>
    cell([
      x('text:p', [
        x('text:span', { 'text:style-name': 'Strong' }, xmlText(`${siglum} (${language})`)),
      ]),
      x('text:p', xmlText(title)),
    ]),
  );
  const table = x('table:table', { 'table:name': 'Editions' }, [
    x('table:table-column', { 'table:number-columns-repeated': String(editions.length) }),
    x('table:table-header-rows', [x('table:table-row', head)]),
    ...rows.map(({ cells }) =>
      x(
        'table:table-row',
        cells.map(({ segments }) =>
          cell(segments.map((shown) => blockOdt(shown, inlineOdt(segmentContent(shown), nowhere)))),
        ),
      ),
    ),
  ]);
  const title = x('text:p', { 'text:style-name': 'Title' }, xmlText(work.title));
  return pack([title, table], metaPart(work.title, null, work.author), base.language);
}

/** The text of one edition. */
class OdtText {
  private readonly notes = new Map<string, Segment[]>();
  private readonly targets: ReadonlySet<string>;
  /** Numbers of the notes that stand in the text. */
  private readonly placed = new Map<string, number>();

  constructor(private readonly edition: Edition) {
    this.targets = linkTargets(edition);
    let last: Segment[] | undefined;
    for (const segment of edition.segments) {
      if (segment.kind !== 'footnote') continue;
      // Paragraphs of a note after its first have no label.
      if (segment.label !== undefined || !last) {
        last = [];
        this.notes.set(segment.label ?? '', last);
      }
      last.push(segment);
    }
  }

  blocks(): ElementContent[] {
    const texts = this.edition.segments.filter(({ kind }) => kind !== 'footnote');
    const blocks: ElementContent[] = [];
    for (let at = 0; at < texts.length; at++) {
      if (texts[at].kind !== 'row') {
        blocks.push(blockOdt({ segment: texts[at], marks: [] }, this.content(texts[at])));
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
      const segments = this.notes.get(label);
      if (!segments) return null;
      // A note stands where it is first referred to.
      const placed = this.placed.get(label);
      if (placed) return { number: placed, blocks: null };
      const number = this.placed.size + 1;
      this.placed.set(label, number);
      return { number, blocks: segments.map((segment) => x('text:p', this.content(segment))) };
    },
  };

  /** Notes to which nothing refers are paragraphs at the end. */
  private notesWithoutPlace(): ElementContent[] {
    return [...this.notes].flatMap(([label, segments]) =>
      this.placed.has(label)
        ? []
        : segments.map((segment) => {
            const text = { ...segment, kind: 'paragraph' as const };
            return blockOdt({ segment: text, marks: [] }, this.content(text));
          }),
    );
  }

  private table(rows: readonly Segment[]): Element {
    const cells = rows.map((row) => cellsOf(row).map((cell) => ({ ...row, ...cell })));
    const width = Math.max(...cells.map(({ length }) => length));
    return x('table:table', [
      x('table:table-column', { 'table:number-columns-repeated': String(width) }),
      ...cells.map((own) =>
        x(
          'table:table-row',
          Array.from({ length: width }, (_, k) => {
            const content = own[k] ? this.content({ ...own[k], label: undefined }) : [];
            return x('table:table-cell', { 'office:value-type': 'string' }, [x('text:p', content)]);
          }),
        ),
      ),
    ]);
  }
}

/** A segment as a block of its kind. */
function blockOdt({ segment }: ShownSegment, content: ElementContent[]): Element {
  const { kind, level = 1 } = segment;
  if (kind === 'heading') {
    const depth = String(Math.min(6, Math.max(1, level)));
    const style = { 'text:style-name': `Heading_20_${depth}`, 'text:outline-level': depth };
    return x('text:h', style, content);
  }
  if (kind === 'item') {
    const number = listNumber(segment);
    const style = number === null ? 'Bullets' : 'Numbered';
    const start = number === null ? {} : { 'text:start-value': String(number) };
    return x('text:list', { 'text:style-name': style }, [
      x('text:list-item', start, [x('text:p', content)]),
    ]);
  }
  return x('text:p', kind === 'verse' ? { 'text:style-name': 'Verse' } : {}, content);
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

function pack(blocks: ElementContent[], meta: Element, language: string): Uint8Array {
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
    x('office:body', [x('office:text', [x(null, blocks)])]),
  ]);
  return zipSync({
    // First and not compressed, so that a reader may know the format by the first bytes.
    mimetype: [strToU8(mediaType), { level: 0 }],
    'content.xml': xml(content),
    'styles.xml': xml(stylesPart(language)),
    'meta.xml': xml(meta),
    'META-INF/manifest.xml': xml(manifest),
  });
}

function xml(tree: Element): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree)}`);
}
