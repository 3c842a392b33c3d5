import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ExportFormat, exportFormats, holds } from '../../lib/studies/export-work';
import { PrintButton } from './print-button';

/** The editions shown, with what corresponds, as a file of another tool. */
export function Downloads({
  work,
  editions,
  base,
}: {
  work: string;
  editions: readonly string[];
  base: string;
}) {
  const t = useTranslations('download');
  const chosen = editions.map(encodeURIComponent).join(',');
  const address = (format: ExportFormat) =>
    `/api/works/${work}/export?format=${format}&editions=${chosen}&base=${encodeURIComponent(base)}`;
  const fitting = exportFormats.filter((format) => holds(format, editions.length));
  return (
    <details className="menu outline downloads" name="view-bar">
      <summary className="button" title={t('download')}>
        <Download aria-hidden size={15} /> <span>{t('download')}</span>
      </summary>
      <nav aria-label={t('forms')} className="outline-list">
        <ul>
          <li>
            <PrintButton />
          </li>
          {fitting.map((format) => (
            <li key={format}>
              <a
                href={address(format)}
                download
                data-command="download"
                data-command-name={t('as', { form: t(format) })}
              >
                {t(format)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}
