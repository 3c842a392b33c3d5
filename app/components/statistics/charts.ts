import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { DifferenceKind } from '../../../lib/collate/kinds';
import type { TreeNode } from '../../../lib/collate/tree';
import type { EditionCounts, LanguageGroup } from '../../../lib/studies/figures';

/** Drawn on the server, in a document of its own: the page needs no script to show them. */
const { document } = parseHTML('<html><body></body></html>');

/** Room for the label under the figures of an axis. */
const marginBottom = 44;
const style = { background: 'none', fontFamily: 'var(--sans)', fontSize: '13px' };
const accent = 'var(--accent)';

function draw(options: Plot.PlotOptions): string {
  const drawing = Plot.plot({ document, style, marginBottom, ...options });
  // What is drawn is described by the figure's label and the table beneath it.
  drawing.setAttribute('aria-hidden', 'true');
  // Its styles are in ours: a page carries none of its own, so that none can be slipped in.
  for (const own of drawing.querySelectorAll('style')) own.remove();
  return drawing.outerHTML;
}

const marginFor = (names: readonly string[]) => 24 + 7.5 * Math.max(...names.map(widthOf));

/** In letters; a character of Chinese is as wide as two. */
const widthOf = (name: string) =>
  [...name].reduce((sum, each) => sum + (/\p{Script=Han}/u.test(each) ? 2 : 1), 0);

/** What the drawings say, in the language of the interface. */
export interface ChartWords {
  distance: string;
  letters: string;
  times: string;
  percent: (share: number) => string;
  kind: (kind: DifferenceKind) => string;
}

export function similarityChart({ sigla, similarity }: LanguageGroup, words: ChartWords): string {
  const cells = similarity.flatMap((row, i) =>
    row.map((value, j) => ({ x: sigla[j], y: sigla[i], value, same: i === j })),
  );
  const margin = marginFor(sigla);
  return draw({
    width: margin + 90 * sigla.length + 30,
    height: 40 + 44 * sigla.length,
    marginBottom: 4,
    marginLeft: margin,
    marginTop: 34,
    x: { domain: sigla, axis: 'top', label: null, tickSize: 0 },
    y: { domain: sigla, label: null, tickSize: 0 },
    marks: [
      Plot.cell(cells, {
        x: 'x',
        y: 'y',
        inset: 1,
        fill: (cell: { value: number }) =>
          `color-mix(in srgb, var(--replace-line) ${Math.round(cell.value * 55)}%, var(--paper-raised))`,
      }),
      Plot.text(cells, {
        x: 'x',
        y: 'y',
        text: (cell: { value: number; same: boolean }) =>
          cell.same ? '—' : words.percent(cell.value),
        fill: 'var(--ink)',
      }),
    ],
  });
}

export function treeChart(tree: TreeNode, sigla: readonly string[], words: ChartWords): string {
  const leaves: { x: number; y: number; name: string }[] = [];
  const lines: { x1: number; y1: number; x2: number; y2: number }[] = [];
  const place = (node: TreeNode, before: number): { x: number; y: number } => {
    const x = before + node.length;
    if (node.witness !== undefined) {
      const leaf = { x, y: leaves.length, name: sigla[node.witness] };
      leaves.push(leaf);
      return leaf;
    }
    const below = node.children.map((child) => place(child, x));
    const y = below.reduce((sum, each) => sum + each.y, 0) / below.length;
    for (const each of below) {
      lines.push(
        { x1: x, y1: y, x2: x, y2: each.y },
        { x1: x, y1: each.y, x2: each.x, y2: each.y },
      );
    }
    return { x, y };
  };
  place(tree, 0);
  const farthest = Math.max(...leaves.map(({ x }) => x), 0.01);
  return draw({
    width: 560,
    height: 76 + 34 * leaves.length,
    marginRight: marginFor(sigla) + 20,
    marginLeft: 12,
    x: {
      domain: [0, farthest],
      label: words.distance,
      labelOffset: 38,
      ticks: 4,
    },
    y: { axis: null, domain: [leaves.length - 0.5, -0.5] },
    marks: [
      Plot.link(lines, { x1: 'x1', y1: 'y1', x2: 'x2', y2: 'y2', stroke: 'var(--ink)' }),
      Plot.dot(leaves, { x: 'x', y: 'y', fill: accent, r: 3.5 }),
      Plot.text(leaves, {
        x: 'x',
        y: 'y',
        text: 'name',
        dx: 10,
        textAnchor: 'start',
        fill: accent,
        fontWeight: 600,
      }),
    ],
  });
}

export function kindsChart({ kinds }: LanguageGroup, words: ChartWords): string {
  const bars = kinds.flatMap(({ siglum, counts }) =>
    Object.entries(counts).map(([kind, count]) => ({
      siglum,
      kind: words.kind(kind as DifferenceKind),
      count,
    })),
  );
  const names = [...new Set(bars.map(({ kind }) => kind))];
  return draw({
    width: 620,
    marginLeft: marginFor(names),
    marginRight: marginFor(kinds.map(({ siglum }) => siglum)),
    x: { label: words.times, labelOffset: 38, grid: true },
    y: { label: null, domain: names },
    fy: { label: null },
    marks: [
      Plot.barX(bars, {
        x: 'count',
        y: 'kind',
        fy: 'siglum',
        fill: 'var(--replace-line)',
        insetTop: 2,
        insetBottom: 2,
      }),
      Plot.text(bars, {
        x: 'count',
        y: 'kind',
        fy: 'siglum',
        text: 'count',
        dx: 6,
        textAnchor: 'start',
        fill: 'var(--ink)',
      }),
    ],
  });
}

export function lengthChart(editions: readonly EditionCounts[], words: ChartWords): string {
  const sigla = editions.map(({ siglum }) => siglum);
  return draw({
    width: 620,
    height: 74 + 28 * editions.length,
    marginLeft: marginFor(sigla),
    marginRight: 40,
    x: { label: words.letters, labelOffset: 38, grid: true, nice: true },
    y: { label: null, domain: sigla },
    marks: [
      Plot.barX(editions, {
        x: 'lengthRatio',
        y: 'siglum',
        fill: 'var(--insert-line)',
        insetTop: 3,
        insetBottom: 3,
      }),
      Plot.text(editions, {
        x: 'lengthRatio',
        y: 'siglum',
        text: ({ lengthRatio }: EditionCounts) => lengthRatio.toFixed(2),
        dx: 6,
        textAnchor: 'start',
        fill: 'var(--ink)',
      }),
      Plot.ruleX([1], { stroke: 'var(--ink-quiet)', strokeDasharray: '3 3' }),
    ],
  });
}
