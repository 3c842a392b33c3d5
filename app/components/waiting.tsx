import { useTranslations } from 'next-intl';
import { AskAgain } from './ask-again';

/** Between looks at how far the work has come, in seconds. */
const interval = 2;

/** Shown while something long is computed for the first time; the page asks again by itself. */
export function Waiting({
  title,
  share,
  what = 'alignment',
}: {
  title: string;
  share: number;
  what?: 'alignment' | 'index';
}) {
  const t = useTranslations('waiting');
  const editions = useTranslations('editions');
  const percent = Math.round(share * 100);
  return (
    <section className="problem problem-page waiting">
      <AskAgain seconds={interval} />
      <h1>{title}</h1>
      <p>{t(what)}</p>
      {what === 'alignment' && percent === 0 && <p>{t('turn')}</p>}
      <p>
        <progress max={100} value={percent} aria-label={t('progress')} />{' '}
        {editions('percent', { percent })}
      </p>
    </section>
  );
}
