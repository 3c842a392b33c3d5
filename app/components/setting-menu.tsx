import { ALargeSmall } from 'lucide-react';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { readSetting, settingCookie } from './setting';
import { SettingForm } from './setting-form';

/** How the texts are set: size of letters, space between lines, width, face; kept in a cookie. */
export async function SettingMenu() {
  const t = await getTranslations('setting');
  const setting = readSetting((await cookies()).get(settingCookie)?.value);
  return (
    <details className="menu setting-menu" name="view-bar">
      <summary className="button" title={t('title')}>
        <ALargeSmall aria-hidden size={16} /> <span>{t('title')}</span>
      </summary>
      <SettingForm setting={setting} />
    </details>
  );
}
