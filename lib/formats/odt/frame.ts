import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import type { Edition, Work } from '../../edition/model';
import { bylineOf, creditsOf } from '../known';
import type { ExportLabels } from '../labels';
import { legendOf } from '../legend';
import { xmlText } from '../prepared';
import { aboutHeadStyle, aboutStyle, frameStyles, namedStyles, namespaces } from './styles';
import { markStyles } from './write-inline';

/** A4, in centimetres. Source: ISO 216. */
const [shorter, longer] = [21, 29.7];
const margin = 2;

export type Orientation = 'portrait' | 'landscape';

/** How wide a text is on its page, in centimetres. */
export const textWidth = (orientation: Orientation): number =>
  (orientation === 'portrait' ? shorter : longer) - 2 * margin;

const line = (style: string, children: ElementContent[]): Element =>
  x('text:p', { 'text:style-name': style }, children);
const words = (text: string): ElementContent => ({ type: 'text', value: xmlText(text) });
const styled = (style: string, text: string): Element =>
  x('text:span', { 'text:style-name': style }, xmlText(text));

interface Frame {
  title: string;
  editions: readonly Edition[];
  /** Of the document. */
  language: string;
  orientation: Orientation;
}

/**
 * The part `styles.xml`: the styles, and what stands around a text on each page: its title above, the
 * notices of editions and the page number below.
 */
export function stylesPart({ title, editions, language, orientation }: Frame): Element {
  const [width, height] = orientation === 'portrait' ? [shorter, longer] : [longer, shorter];
  const notices = editions.flatMap(({ siglum, notice }) =>
    notice
      ? [line(frameStyles.footer, [words(editions.length > 1 ? `${siglum}: ${notice}` : notice)])]
      : [],
  );
  const apart = (side: string) => [
    x('style:header-footer-properties', {
      'fo:min-height': '0.8cm',
      [`fo:margin-${side}`]: '0.4cm',
    }),
  ];
  return x('office:document-styles', namespaces, [
    x('office:font-face-decls', [
      x('style:font-face', {
        'style:name': 'monospace',
        'svg:font-family': 'monospace',
        'style:font-family-generic': 'modern',
        'style:font-pitch': 'fixed',
      }),
    ]),
    namedStyles(language),
    x('office:automatic-styles', [
      x('style:page-layout', { 'style:name': 'Page' }, [
        x('style:page-layout-properties', {
          'fo:page-width': `${width}cm`,
          'fo:page-height': `${height}cm`,
          'style:print-orientation': orientation,
          'fo:margin': `${margin}cm`,
        }),
        x('style:header-style', apart('bottom')),
        x('style:footer-style', apart('top')),
      ]),
    ]),
    x('office:master-styles', [
      x('style:master-page', { 'style:name': 'Standard', 'style:page-layout-name': 'Page' }, [
        x('style:header', [line(frameStyles.header, [words(title)])]),
        x('style:footer', [
          ...notices,
          line(frameStyles.number, [x('text:page-number', { 'text:select-page': 'current' }, '1')]),
        ]),
      ]),
    ]),
  ]);
}

/** Who wrote a work when, what it is, and what the marks of a comparison mean. */
export function openingLines(
  work: Work,
  bases: readonly string[],
  labels: ExportLabels,
): Element[] {
  const legend = legendOf(bases, labels).map((piece): ElementContent => {
    if (typeof piece === 'string') return words(piece);
    return 'siglum' in piece
      ? styled('Strong', piece.siglum)
      : styled(markStyles[piece.mark], piece.text);
  });
  return [
    ...[bylineOf(work, labels), work.description].flatMap((text) =>
      text ? [line(aboutStyle, [words(text)])] : [],
    ),
    ...(legend.length > 0 ? [line(aboutStyle, legend)] : []),
  ];
}

/** What is known of each edition, at the end. */
export function aboutEditions(editions: readonly Edition[], labels: ExportLabels): Element[] {
  return editions.flatMap((edition) => [
    line(aboutHeadStyle, [words(edition.siglum + labels.colon + edition.title)]),
    line(aboutStyle, [
      words(
        creditsOf(edition, labels)
          .map(([term, value]) => term + labels.colon + value)
          .join(' · '),
      ),
    ]),
  ]);
}
