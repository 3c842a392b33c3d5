import { useTranslations } from 'next-intl';

/** What the marks mean: open where there is room, folded away where there is little. */
export function Legend(props: { base: string; several: boolean }) {
  const t = useTranslations('legend');
  return (
    <>
      <div className="legend-open">
        <Key {...props} />
      </div>
      <details className="legend-folded">
        <summary className="quiet">{t('fold')}</summary>
        <Key {...props} />
      </details>
    </>
  );
}

function Key({ base, several }: { base: string; several: boolean }) {
  const t = useTranslations('legend');
  return (
    <p className="legend">
      <span className="visually-hidden">{t('key')} </span>
      <span>
        {t.rich('insert', { base, mark: (text) => <ins className="difference">{text}</ins> })}
      </span>
      <span>
        {t.rich('replace', { base, mark: (text) => <mark className="difference">{text}</mark> })}
      </span>
      <span>
        {t.rich(several ? 'delete-some' : 'delete-one', {
          base,
          mark: (text) => <del className="difference">{text}</del>,
        })}
      </span>
      <span>
        {t.rich('omission', { mark: (text) => <span className="omission">{text}</span> })}
      </span>
      <span>
        {t.rich('moved', {
          mark: (text) => <span className="difference kind-transposition">{text}</span>,
        })}
      </span>
    </p>
  );
}
