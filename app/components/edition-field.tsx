import { useLocale, useTranslations } from 'next-intl';
import type { Edition } from '../../lib/edition/model';
import { languageName } from './names';
import { SelectField } from './select-field';

/** A list of editions to choose one from, each with its language. */
export function EditionField({
  label,
  name,
  value,
  editions,
}: {
  label: string;
  name: string;
  value: string;
  editions: readonly Pick<Edition, 'siglum' | 'language'>[];
}) {
  const t = useTranslations('editions');
  const locale = useLocale();
  const options = editions.map(
    ({ siglum, language }) =>
      [siglum, t('in-language', { siglum, language: languageName(language, locale) })] as const,
  );
  return <SelectField label={label} name={name} value={value} options={options} />;
}
