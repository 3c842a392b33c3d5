import type { ExportLabels } from '../../lib/formats/labels';
import en from '../messages/en.json';
import zh from '../messages/zh.json';
import traditional from '../messages/zh-Hant.json';
import { interfaceLanguage, type Locale } from './locales';

const catalogues: Record<Locale, { export: Omit<ExportLabels, 'language'> }> = {
  en,
  zh,
  'zh-Hant': traditional,
};

/** What files that are downloaded say in words of their own, in the language of the interface. */
export const exportLabels = (locale: Locale): ExportLabels => ({
  ...catalogues[locale].export,
  language: interfaceLanguage(locale),
});
