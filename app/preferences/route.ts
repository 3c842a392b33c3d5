import { cookies } from 'next/headers';
import { answer } from '../api/answer';
import { refuseForeign } from '../api/guard';
import { readSetting, settingCookie } from '../components/setting';
import { isLocale, isTheme, localeCookie, themeCookie } from '../i18n/locales';
import { ownPath, seeOther } from '../server/redirect';

const year = 60 * 60 * 24 * 365;

/** Keeps the reader's language, theme and setting of the texts, and goes back to the page they were chosen on. */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    refuseForeign(request);
    const form = await request.formData();
    const jar = await cookies();
    const options = { maxAge: year, sameSite: 'lax', path: '/' } as const;
    const [locale, theme] = [form.get('locale'), form.get('theme')];
    if (isLocale(locale)) jar.set(localeCookie, locale, options);
    if (isTheme(theme)) jar.set(themeCookie, theme, options);
    if (form.has('setting')) {
      jar.set(settingCookie, String(new URLSearchParams(readSetting(form))), options);
    }
    return seeOther(ownPath(form.get('back')));
  });
}
