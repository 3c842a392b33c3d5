'use client';

import { useTranslations } from 'next-intl';
import { offeredEncodings } from '../../../lib/formats/text/offered-encodings';

/** The encoding in which a file is read: found out, or another where its letters came out wrong. */
export function EncodingChoice({
  chosen,
  onChoose,
}: {
  chosen: string;
  onChoose: (encoding: string) => void;
}) {
  const t = useTranslations('import');
  return (
    <p>
      <label>
        {t('encoding')}{' '}
        <select value={chosen} onChange={({ target }) => onChoose(target.value)}>
          <option value="">{t('encoding-found')}</option>
          {offeredEncodings.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
    </p>
  );
}
