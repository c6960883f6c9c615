import { csrf } from 'hono/csrf';
import type { MiddlewareHandler } from 'hono';
import type { AppContext, AppEnv } from './router.ts';

/** Scheme, host and port under which this request reached us, as the browser that sent it sees them. */
function ownOrigin(c: AppContext, publicOrigin: string | undefined): string {
  return publicOrigin ?? `http://${c.req.header('Host') ?? ''}`;
}

/** Refuses a form that a page of another site sent, or that does not tell where it comes from. */
export const refuseForeignForms = (publicOrigin: string | undefined): MiddlewareHandler<AppEnv> =>
  csrf({ origin: (origin, c) => origin === ownOrigin(c, publicOrigin) });
