import { useTranslations } from 'next-intl';
import { AskAgain } from './ask-again';

/** Between looks at how far the work has come, in seconds. */
const interval = 2;

/** Shown while a long work is aligned for the first time; the page asks again by itself. */
export function Waiting({ title, share }: { title: string; share: number }) {
  const t = useTranslations('work');
  const editions = useTranslations('editions');
  const percent = Math.round(share * 100);
  return (
    <section className="problem problem-page waiting">
      <AskAgain seconds={interval} />
      <h1>{title}</h1>
      <p>{t('waiting')}</p>
      <p>
        <progress max={100} value={percent} aria-label={t('alignment')} />{' '}
        {editions('percent', { percent })}
      </p>
    </section>
  );
}
