import { useTranslations } from 'next-intl';

/** Buttons that enlarge and reduce a drawing or a picture, and show it whole. */
export function ZoomButtons({
  factor,
  zoom,
  reset,
}: {
  /** By how much a press enlarges. */
  factor: number;
  zoom: (factor: number) => void;
  reset: () => void;
}) {
  const t = useTranslations('graph');
  return (
    <div className="pan-zoom-buttons">
      <button type="button" onClick={() => zoom(factor)} aria-label={t('enlarge')}>
        +
      </button>
      <button type="button" onClick={() => zoom(1 / factor)} aria-label={t('reduce')}>
        −
      </button>
      <button type="button" onClick={reset}>
        {t('whole-size')}
      </button>
    </div>
  );
}
