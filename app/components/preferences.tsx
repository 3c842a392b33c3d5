import { cookies } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { isTheme, locales, themeCookie, themes } from '../i18n/locales';
import { BackField } from './back-field';

/** Language and theme of the interface: a plain form, kept in cookies. */
export async function Preferences() {
  const t = await getTranslations('site');
  const locale = await getLocale();
  const chosen = (await cookies()).get(themeCookie)?.value;
  return (
    <form method="post" action="/preferences" className="preferences" aria-label={t('preferences')}>
      <BackField />
      <label>
        {t('language')}{' '}
        <select name="locale" defaultValue={locale}>
          {Object.entries(locales).map(([tag, name]) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('theme')}{' '}
        <select name="theme" defaultValue={isTheme(chosen) ? chosen : 'auto'}>
          {themes.map((theme) => (
            <option key={theme} value={theme}>
              {t(`theme-${theme}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button">
        {t('apply')}
      </button>
    </form>
  );
}
