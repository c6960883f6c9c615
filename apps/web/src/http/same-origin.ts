import type { AppContext } from './router.ts';

/** Scheme, host and port under which this request reached us, as the browser that sent it sees them. */
export const ownOrigin = (c: AppContext, publicOrigin: string | undefined): string =>
  publicOrigin ?? `http://${c.req.header('Host') ?? ''}`;

/** Whether a request came to this origin, as its `Host` says. */
export const isAt = (c: AppContext, origin: string | undefined): boolean =>
  origin !== undefined && c.req.header('Host') === new URL(origin).host;

const harmless: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that may change something comes from a page of another site, or does not tell where it comes from.
 * Every browser of our time says it with each form and each request of a script, whatever the body is.
 */
export function isForeign(c: AppContext, publicOrigin: string | undefined, ballotOrigin?: string): boolean {
  if (harmless.has(c.req.method)) return false;
  const origin = c.req.header('Origin');
  // A form on a page that tells nobody where people come from says `null`, and so do all pages without an origin.
  return origin === undefined || origin === 'null'
    ? c.req.header('Sec-Fetch-Site') !== 'same-origin'
    : origin !== (isAt(c, ballotOrigin) ? ballotOrigin : ownOrigin(c, publicOrigin));
}
