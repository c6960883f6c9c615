import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { AppEnv } from './router.ts';

const none = ["'none'"];
const self = ["'self'"];

/** What a browser may do with our pages: load styles, pictures and fonts from here, send forms here, nothing else. */
export const safetyHeaders = (behindTls: boolean): MiddlewareHandler<AppEnv> =>
  secureHeaders({
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
