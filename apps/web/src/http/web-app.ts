import { OpenAPIHono } from '@hono/zod-openapi';
import type { Logger } from 'pino';
import { safetyHeaders } from './headers.ts';
import { localeOf } from './language.ts';
import type { Metrics } from './metrics.ts';
import { type AppContext, type AppEnv, makeRouter, type Router } from './router.ts';
import { refuseForeignForms } from './same-origin.ts';
import { browserKeyOf, visitorOf } from './visitor.ts';

export interface Site {
  readonly publicOrigin: string | undefined;
  readonly trustProxy: boolean;
  readonly visitorKey: Uint8Array;
  readonly now: () => Date;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** Pages for what no route answers. */
export interface ErrorPages {
  notFound(c: AppContext): Response | Promise<Response>;
  foreignForm(c: AppContext): Response | Promise<Response>;
  failed(c: AppContext, incident: string): Response | Promise<Response>;
}

export const isBehindTls = ({ publicOrigin }: Pick<Site, 'publicOrigin'>): boolean =>
  publicOrigin?.startsWith('https:') === true;

/** The gate that every request passes, and the router behind it. */
export function makeWebApp(site: Site, pages: ErrorPages, incident: () => string): Router {
  const app = new OpenAPIHono<AppEnv>();
  const behindTls = isBehindTls(site);
  const foreign = refuseForeignForms(site.publicOrigin);
  app.use(site.metrics.requests);
  app.use(safetyHeaders(behindTls));
  app.use(async (c, next) => {
    c.header('X-Robots-Tag', 'noindex, nofollow');
    c.set('locale', localeOf(c, behindTls));
    c.set('visitor', visitorOf(c, site.visitorKey, site.now(), site.trustProxy));
    c.set('browserKey', browserKeyOf(c));
    await next();
  });
  app.use(async (c, next) => {
    // The API knows no cookies, so nobody can act through another's browser there.
    if (c.req.path.startsWith('/api/')) return next();
    return foreign(c, next);
  });
  app.notFound((c) => pages.notFound(c));
  app.onError((error, c) => {
    if ('status' in error && error.status === 403) return pages.foreignForm(c);
    const number = incident();
    site.logger.error({ error, incident: number, path: c.req.path }, 'a request failed');
    return pages.failed(c, number);
  });
  return makeRouter(app);
}
