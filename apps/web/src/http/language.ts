import { getCookie, setCookie } from 'hono/cookie';
import { acceptedLocale, type Locale, parseLocale } from '../i18n/locale.ts';
import { languageField } from '../ui/frame.ts';
import type { AppContext } from './router.ts';

const languageCookie = 'convite-language';

/** The language of an answer: asked for in the address (and then kept), kept from before, or what the browser prefers. */
export function localeOf(c: AppContext, behindTls: boolean): Locale {
  const asked = parseLocale(c.req.query(languageField));
  if (asked !== undefined) {
    const year = 365 * 24 * 60 * 60;
    setCookie(c, languageCookie, asked, {
      httpOnly: true,
      sameSite: 'Lax',
      secure: behindTls,
      path: '/',
      maxAge: year,
    });
    return asked;
  }
  return parseLocale(getCookie(c, languageCookie)) ?? acceptedLocale(c.req.header('Accept-Language'));
}
