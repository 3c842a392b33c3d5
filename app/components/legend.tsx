import { useTranslations } from 'next-intl';

/** What the marks mean. */
export function LegendKey({
  base,
  several,
  free = false,
}: {
  base: string;
  several: boolean;
  /** Whether freely worded passages are marked by what they share. */
  free?: boolean;
}) {
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
      {free && (
        <>
          <span>
            {t.rich('form', {
              mark: (text) => <mark className="difference quiet-difference">{text}</mark>,
            })}
          </span>
          <span>
            {t.rich('shared', { mark: (text) => <span className="shared">{text}</span> })}
          </span>
        </>
      )}
    </p>
  );
}
