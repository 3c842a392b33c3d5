import { cookies } from 'next/headers';
import { refuseForeign } from '../api/guard';
import { isLocale, isTheme, localeCookie, themeCookie } from '../i18n/locales';

const year = 60 * 60 * 24 * 365;

/** Keeps the reader's language and theme, and goes back to the page they were chosen on. */
export async function POST(request: Request): Promise<Response> {
  const refused = refuseForeign(request);
  if (refused) return refused;
  const form = await request.formData();
  const jar = await cookies();
  const options = { maxAge: year, sameSite: 'lax', path: '/' } as const;
  const [locale, theme] = [form.get('locale'), form.get('theme')];
  if (isLocale(locale)) jar.set(localeCookie, locale, options);
  if (isTheme(theme)) jar.set(themeCookie, theme, options);
  const back = String(form.get('back') ?? '/');
  // Only to a page of ours: a path, and not one that a browser reads as another host.
  const location = /^\/(?![/\\])/.test(back) ? back : '/';
  return new Response(null, { status: 303, headers: { location } });
}
