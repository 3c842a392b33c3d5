import { useTranslations } from 'next-intl';
import type { ComponentType, ReactNode } from 'react';
import type { Collation } from '../../../lib/collate/collation';
import { type VariantGraph, variantGraph } from '../../../lib/collate/graph';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import { direction } from '../../../lib/edition/model';
import { layoutGraph } from './graph-layout';

/** What a drawing stands in; its height is in pixels. */
export type DrawingFrame = ComponentType<{ label: string; height: number; children: ReactNode }>;

/** The variant graph of a place: each witness is a path; what they share is one node. */
export function GraphView({
  row,
  collation,
  lang,
  frame: Frame,
}: {
  row: number;
  collation: Collation;
  lang: string;
  frame: DrawingFrame;
}) {
  const t = useTranslations('collation');
  const graph = variantGraph(collation);
  const { width, height, nodes, edges } = layoutGraph(graph, collation.witnesses, direction(lang));
  const sigla = (witnesses: readonly number[]) =>
    witnesses.map((w) => collation.witnesses[w]).join(' ');
  return (
    <>
      <Frame label={t('graph-of', { row })} height={height}>
        <svg
          className="variant-graph"
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          role="img"
          aria-labelledby={`graph-title-${row}`}
        >
          <title id={`graph-title-${row}`}>{t('graph-title', { row })}</title>
          {edges.map(({ key, path, witnesses, label }) => (
            <g key={key} className="edge">
              <path d={path} />
              <text x={label.x} y={label.y}>
                {sigla(witnesses)}
              </text>
            </g>
          ))}
          {nodes.map(({ id, x, y, width: w, height: h, lines, witnesses }) => (
            <g
              key={id}
              className={
                witnesses.length === collation.witnesses.length ? 'node shared' : 'node variant'
              }
            >
              <rect x={x - w / 2} y={y - h / 2} width={w} height={h} rx={lines[0] ? 5 : h / 2} />
              {lines.map((line, k) => (
                <text
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines never change places.
                  key={k}
                  lang={lang}
                  direction={direction(lang)}
                  x={x}
                  y={y + (k - (lines.length - 1) / 2) * 20}
                >
                  {line}
                </text>
              ))}
            </g>
          ))}
        </svg>
      </Frame>
      <GraphInWords graph={graph} sigla={sigla} lang={lang} count={collation.witnesses.length} />
    </>
  );
}

/** The same for those who cannot see it. */
function GraphInWords({
  graph: { nodes },
  sigla,
  lang,
  count,
}: {
  graph: VariantGraph;
  sigla: (witnesses: readonly number[]) => string;
  lang: string;
  count: number;
}) {
  const t = useTranslations('collation');
  return (
    <details className="in-words">
      <summary>{t('in-words')}</summary>
      <ol>
        {nodes
          .filter(({ text }) => text !== '')
          .map(({ id, text, witnesses }) => (
            <li key={id}>
              <span {...languageAttributes(lang)}>{text}</span>{' '}
              <span className="sigla">
                {witnesses.length === count ? t('all') : sigla(witnesses)}
              </span>
            </li>
          ))}
      </ol>
    </details>
  );
}
