import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import { sendProblem } from './api-problem.ts';
import { safetyHeaders } from './headers.ts';
import { localeOf } from './language.ts';
import type { Metrics } from './metrics.ts';
import { type AppContext, type AppEnv, type Gate, makeRouter, type Router } from './router.ts';
import { isForeign } from './same-origin.ts';
import { isTooLarge } from './small-body.ts';
import { browserKeyOf, visitorOf } from './visitor.ts';

export interface Site {
  readonly publicOrigin: string | undefined;
  /** Scheme, host and port of the voting page, where it has an origin of its own. */
  readonly ballotOrigin?: string | undefined;
  readonly trustProxy: boolean;
  readonly visitorKey: Uint8Array;
  readonly now: () => Date;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** Pages for what no route answers. */
export interface ErrorPages {
  notFound(c: AppContext): Response | Promise<Response>;
  badRequest(c: AppContext): Response | Promise<Response>;
  foreignForm(c: AppContext): Response | Promise<Response>;
  failed(c: AppContext, incident: string): Response | Promise<Response>;
}

export const isBehindTls = ({ publicOrigin }: Pick<Site, 'publicOrigin'>): boolean =>
  publicOrigin?.startsWith('https:') === true;

/** The gate that every request passes, and the router behind it. */
export function makeWebApp(site: Site, pages: ErrorPages, gate: Gate, incident: () => string): Router {
  const app = new OpenAPIHono<AppEnv>({
    // A question to the API that does not have its form.
    defaultHook: (result, c) =>
      result.success
        ? undefined
        : sendProblem(c, 400, 'bad_request', 'The request does not have the form that is described.', {
            detail: result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
          }),
  });
  const behindTls = isBehindTls(site);
  app.use(site.metrics.requests);
  app.use(safetyHeaders(behindTls));
  app.use(async (c, next) => {
    c.header('X-Robots-Tag', 'noindex, nofollow');
    c.set('locale', localeOf(c, behindTls));
    c.set('visitor', () => visitorOf(c, site.visitorKey, site.now(), site.trustProxy));
    c.set('browserKey', browserKeyOf(c));
    await next();
  });
  app.use(async (c, next) => {
    // The API knows no cookies, so nobody can act through another's browser there.
    if (!isApi(c) && isForeign(c, site.publicOrigin, site.ballotOrigin)) return pages.foreignForm(c);
    return next();
  });
  app.use(async (c, next) => {
    // No page has such an address, and the database holds no such text.
    if (!c.req.url.includes('%00')) return next();
    return isApi(c) ? sendProblem(c, 400, 'bad_request', 'The address cannot be read.') : pages.badRequest(c);
  });
  app.notFound((c) =>
    isApi(c) ? sendProblem(c, 404, 'not_found', 'There is nothing at this address.') : pages.notFound(c),
  );
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500) {
      if (!isApi(c)) return pages.badRequest(c);
      return error.status === 415
        ? sendProblem(c, 415, 'wrong_type', 'The body is not of the type that is described.')
        : sendProblem(c, 400, 'bad_request', 'The request cannot be read.');
    }
    if (isTooLarge(error)) return c.text('This form is too large.', 413);
    const number = incident();
    // The route, never the path: some addresses are secrets.
    site.logger.error({ err: error, incident: number, route: routePath(c, -1) }, 'a request failed');
    return isApi(c)
      ? sendProblem(c, 500, 'fault', 'Something failed on our side.', { detail: `incident ${number}` })
      : pages.failed(c, number);
  });
  return makeRouter(app, gate);
}

const isApi = (c: AppContext): boolean => c.req.path.startsWith('/api/');
