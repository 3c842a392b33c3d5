import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import { rule, writingMode } from './styles';

/** A row of a table; whether it is kept on one page. */
export interface TableRow {
  cells: ElementContent[][];
  isKept?: boolean;
}

const tableStyle = (name: string, family: string, properties: Record<string, string>): Element =>
  x('style:style', { 'style:name': name, 'style:family': family }, [
    x(`style:${family}-properties`, properties),
  ]);

/** Makes the tables of a text, whose styles are of the text's own. */
export class Tables {
  private readonly styles: Element[] = [];

  /** @param width how wide the text is, in centimetres. @param language by which columns follow. */
  constructor(
    private readonly width: number,
    private readonly language: string,
  ) {}

  /** A table of columns of one width, with a rule below each row. */
  of(columns: number, head: readonly TableRow[], rows: readonly TableRow[]): Element {
    const column = `Column${columns}`;
    if (this.styles.length === 0) this.addCommon();
    if (!this.styles.some(({ attributes }) => attributes['style:name'] === column)) {
      const width = `${(this.width / columns).toFixed(3)}cm`;
      this.styles.push(
        tableStyle(column, 'table-column', {
          'style:column-width': width,
          'style:rel-column-width': '1*',
        }),
      );
    }
    return x('table:table', { 'table:style-name': 'Table' }, [
      x('table:table-column', {
        'table:style-name': column,
        'table:number-columns-repeated': String(columns),
      }),
      ...(head.length > 0 ? [x('table:table-header-rows', head.map(rowElement))] : []),
      ...rows.map(rowElement),
    ]);
  }

  elements(): readonly Element[] {
    return this.styles;
  }

  private addCommon(): void {
    this.styles.push(
      tableStyle('Table', 'table', {
        'style:width': `${this.width}cm`,
        'style:rel-width': '100%',
        'table:align': 'margins',
        'table:border-model': 'collapsing',
        ...writingMode(this.language),
      }),
      tableStyle('Row', 'table-row', { 'fo:keep-together': 'auto' }),
      tableStyle('KeptRow', 'table-row', { 'fo:keep-together': 'always' }),
      tableStyle('Cell', 'table-cell', {
        'fo:border-top': rule,
        'fo:border-bottom': rule,
        'fo:border-left': 'none',
        'fo:border-right': 'none',
        'fo:padding': '0.15cm',
        'fo:padding-left': '0.21cm',
        'fo:padding-right': '0.21cm',
      }),
    );
  }
}

function rowElement({ cells, isKept }: TableRow): Element {
  return x(
    'table:table-row',
    { 'table:style-name': isKept ? 'KeptRow' : 'Row' },
    cells.map((children) =>
      x('table:table-cell', { 'table:style-name': 'Cell', 'office:value-type': 'string' }, [
        x(null, children.length > 0 ? children : [x('text:p')]),
      ]),
    ),
  );
}
