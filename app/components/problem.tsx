import { useLocale, useTranslations } from 'next-intl';
import type { InputError } from '../../lib/core/errors';
import { refusalIn } from '../i18n/refusals';

/** What is wrong, where, and how to fix it. */
export function Problem({
  title,
  error,
  inline = false,
}: {
  title: string;
  error: InputError;
  inline?: boolean;
}) {
  const Heading = inline ? 'h3' : 'h1';
  return (
    <section
      className={inline ? 'problem' : 'problem problem-page'}
      role={inline ? undefined : 'alert'}
    >
      <Heading>{title}</Heading>
      <ProblemText error={error} />
    </section>
  );
}

/** The problems of a work whose other editions are shown all the same. */
export function Problems({ problems }: { problems: readonly InputError[] }) {
  const t = useTranslations('work');
  if (problems.length === 0) return null;
  return (
    <section className="problem" aria-label={t('problems')}>
      {problems.map((problem) => (
        <ProblemText key={problem.oneLine} error={problem} />
      ))}
    </section>
  );
}

/** The library's own message, in English where it has no other. */
function ProblemText({ error }: { error: InputError }) {
  const t = useTranslations('work');
  const locale = useLocale();
  const said = refusalIn(locale, error.message);
  const remedy = error.remedy && (refusalIn(locale, error.remedy) ?? error.remedy);
  return (
    <p>
      {error.file && (
        <code>
          {error.file}
          {error.line ? t('line', { line: error.line }) : ''}
        </code>
      )}
      {error.file && t('after-place')}
      {said === null ? (
        <span lang="en">{error.message}.</span>
      ) : (
        <span>{t('sentence', { text: said })}</span>
      )}
      {remedy && t('remedy', { remedy })}
    </p>
  );
}
