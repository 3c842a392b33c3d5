import { type ExportLabels, englishLabels } from '../../lib/formats/labels';
import zh from './export-labels.zh.json';
import traditional from './export-labels.zh-Hant.json';
import { interfaceLanguage, type Locale } from './locales';

// Not among the messages: a build compiles those, and what has places or marks is then not a string.
const catalogues: Record<Locale, Omit<ExportLabels, 'language'>> = {
  en: englishLabels,
  zh,
  'zh-Hant': traditional,
};

/** What files that are downloaded say in words of their own, in the language of the interface. */
export const exportLabels = (locale: Locale): ExportLabels => ({
  ...catalogues[locale],
  language: interfaceLanguage(locale),
});
