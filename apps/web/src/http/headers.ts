import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { AppContext, AppEnv } from './router.ts';

const none = ["'none'"];
const self = ["'self'"];

declare module 'hono' {
  interface ContextVariableMap {
    /** Headers by which a route replaces those of the whole site. */
    ownHeaders: Readonly<Record<string, string>> | undefined;
  }
}

/** What a browser may do with our pages: load styles, pictures and fonts from here, send forms here, nothing else. */
export function safetyHeaders(behindTls: boolean): MiddlewareHandler<AppEnv> {
  const ofSite = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: none,
      styleSrc: self,
      imgSrc: self,
      fontSrc: self,
      formAction: self,
      baseUri: none,
      frameAncestors: none,
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    xXssProtection: false,
    xDownloadOptions: false,
    strictTransportSecurity: behindTls ? 'max-age=31536000; includeSubDomains' : false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], browsingTopics: [] },
  });
  return async (c, next) => {
    await ofSite(c, next);
    for (const [name, value] of Object.entries(c.get('ownHeaders') ?? {})) c.res.headers.set(name, value);
  };
}

/** Replaces headers of the site in the answer to this request: for pages that need a policy of their own. */
export const useOwnHeaders = (c: AppContext, headers: Readonly<Record<string, string>>): void => {
  c.set('ownHeaders', headers);
};

/** For pages with one program of ours: it may run, talk to nobody, and write no markup. */
export const withProgram: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self'`,
    `font-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ].join('; '),
  'Cache-Control': 'no-store',
};
