import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Edition } from '../../lib/edition/model';
import { layoutsFor } from '../../lib/formats/pdf/layouts-for';
import type { PrintLayout } from '../../lib/formats/pdf/printed';
import {
  type ExportFormat,
  exportFormats,
  type Form,
  forms,
  holds,
} from '../../lib/studies/export-forms';
import { PrintButton } from './print-button';

/** The editions shown, with what corresponds, as a file of another tool. */
export function Downloads({
  work,
  editions,
  base,
}: {
  work: string;
  editions: readonly Edition[];
  base: string;
}) {
  const t = useTranslations('download');
  const chosen = editions.map(({ siglum }) => encodeURIComponent(siglum)).join(',');
  const address = (format: ExportFormat) =>
    `/api/works/${work}/export?format=${format}&editions=${chosen}&base=${encodeURIComponent(base)}`;
  const layouts = layoutsFor(editions);
  const files = exportFormats
    .filter((format) => holds(format, editions.length))
    .flatMap((format) => {
      const { layouts: own = [] }: Form = forms[format];
      const as = (layout: PrintLayout) => ({
        name: t(format === 'pdf' ? 'pdf-as' : 'docx-as', { layout: t(`layouts.${layout}`) }),
        href: `${address(format)}&layout=${layout}`,
      });
      // What is set on pages can be set in several ways.
      if (format === 'pdf' && layouts.length > 1) return layouts.map(as);
      const hasApparatus = own.includes('apparatus') && layouts.includes('apparatus');
      if (own[0] === 'apparatus' && !hasApparatus) return [];
      const plain = { name: t(format), href: address(format) };
      return format === 'docx' && hasApparatus ? [plain, as('apparatus')] : [plain];
    });
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
          {files.map(({ name, href }) => (
            <li key={name}>
              <a
                href={href}
                download
                data-command="download"
                data-command-name={t('as', { form: name })}
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}
