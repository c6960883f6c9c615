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
  /** What the browser keeps from signing in before: it opens nothing, and only spares the person others' attempts. */
  device(c: AppContext): string | undefined;
  keepDevice(c: AppContext, device: string): void;
}

const tokenPattern = /^[\w-]{43}$/u;
const devicePattern = /^[\w-]{22}\.[\w-]{43}$/u;
const year = 365 * 24 * 60 * 60;

/** Behind TLS the browser itself holds the cookie to this host: `__Host-`. */
export function makeSessionCookie(behindTls: boolean): SessionCookie {
  const prefix = behindTls ? { prefix: 'host' as const } : {};
  const [name, deviceName] = ['convite-session', 'convite-device'];
  const options = { httpOnly: true, sameSite: 'Lax', secure: behindTls, path: '/', ...prefix } as const;
  const read = (c: AppContext, of: string, pattern: RegExp): string | undefined => {
    const value = behindTls ? getCookie(c, of, 'host') : getCookie(c, of);
    return value !== undefined && pattern.test(value) ? value : undefined;
  };
  return {
    read: (c) => read(c, name, tokenPattern),
    keep: (c, token) => setCookie(c, name, token, options),
    drop: (c) => void deleteCookie(c, name, options),
    device: (c) => read(c, deviceName, devicePattern),
    keepDevice: (c, device) => setCookie(c, deviceName, device, { ...options, maxAge: year }),
  };
}
