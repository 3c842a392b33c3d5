'use client';

import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';

/** What react-aria's controls say by themselves is in the language of the interface, not the browser's. */
export function ControlsLanguage({ children }: { children: ReactNode }) {
  return <I18nProvider locale={known[useLocale()] ?? 'en-US'}>{children}</I18nProvider>;
}

/** Its catalogues are by region; it would take `zh-Hant` for simplified Chinese. */
const known: Record<string, string> = { en: 'en-US', zh: 'zh-CN', 'zh-Hant': 'zh-TW' };
