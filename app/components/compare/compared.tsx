import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { Strength } from '../../../lib/collate/shown-marks';
import { basesOf } from '../../../lib/compare/bases';
import type { ComparedTexts } from '../../../lib/compare/compare-texts';
import { DifferenceKeys } from '../difference-keys';
import { faceOf } from '../reading/faces';
import { useRowKeys } from '../reading/row-keys';
import type { Heading } from '../reading/running-head';
import { useSentenceLinks } from '../reading/sentence-links';
import { ComparisonTable } from '../reading/table';
import { MarksChoice } from './marks-choice';

/** Rows that are shown at first: more take a noticeable while to draw. */
const firstRows = 300;

const noHeadings: readonly Heading[] = [];

/** The texts side by side, as a work's page shows them. */
export function Compared({ comparison }: { comparison: ComparedTexts }) {
  const t = useTranslations('compare');
  const { editions, against, rows, similarity } = comparison;
  const [all, setAll] = useState(false);
  const [strength, setStrength] = useState<Strength>('notable');
  const sigla = useMemo(() => editions.map(({ siglum }) => siglum), [editions]);
  useSentenceLinks(sigla);
  useRowKeys();
  const view = useMemo(
    () =>
      ({
        mode: 'columns',
        strength,
        free: 'shared',
        faint: false,
        vertical: false,
        bases: against,
      }) as const,
    [strength, against],
  );
  const compared = against.filter((column) => column !== null);
  const bases = basesOf(sigla, against);
  return (
    <div className="compared">
      {compared.length > 0 && (
        <MarksChoice
          strength={strength}
          onChoose={setStrength}
          base={bases.join(' / ')}
          several={compared.length > bases.length}
        />
      )}
      <ComparisonTable
        headings={noHeadings}
        editions={editions.map(faceOf)}
        bases={bases}
        similarity={similarity}
        columns={editions.map(() => ({}))}
        view={view}
        heights={[1]}
        open={0}
        rows={all ? rows : rows.slice(0, firstRows)}
        source=""
        words=""
        key={all ? 'all' : 'first'}
      />
      {!all && rows.length > firstRows && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {t('all-rows', { count: rows.length })}
        </button>
      )}
      <DifferenceKeys selector=".comparison :is(.difference, .omission)" />
    </div>
  );
}
