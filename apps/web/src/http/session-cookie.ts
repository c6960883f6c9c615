import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppContext } from './router.ts';

/**
 * The cookie that holds the token of a staff session: until the browser closes, for this host alone, out of reach of
 * scripts, and sent with no request that another site began.
 */
export interface SessionCookie {
  read(c: AppContext): string | undefined;
  keep(c: AppContext, token: string): void;
  drop(c: AppContext): void;
}

const tokenPattern = /^[\w-]{43}$/u;

/** Behind TLS the browser itself holds the cookie to this host: `__Host-`. */
export function makeSessionCookie(behindTls: boolean): SessionCookie {
  const prefix = behindTls ? { prefix: 'host' as const } : {};
  const name = 'convite-session';
  const options = { httpOnly: true, sameSite: 'Lax', secure: behindTls, path: '/', ...prefix } as const;
  return {
    read(c) {
      const token = behindTls ? getCookie(c, name, 'host') : getCookie(c, name);
      return token !== undefined && tokenPattern.test(token) ? token : undefined;
    },
    keep: (c, token) => setCookie(c, name, token, options),
    drop: (c) => void deleteCookie(c, name, options),
  };
}
