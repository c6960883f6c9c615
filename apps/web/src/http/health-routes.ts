import type { Metrics } from './metrics.ts';
import type { Router } from './router.ts';

/** How the server is, each part in one word. */
export interface Health {
  readonly database: 'ok' | 'unreachable';
  /** `low`: little is free; `full`: something could not be written a moment ago. */
  readonly disk: 'ok' | 'low' | 'full';
  /** `stopped`: into some board nothing is taken, for the database is behind what was signed. */
  readonly boards: 'ok' | 'stopped';
  /** `late`: one waits for longer than it should, such as a letter to somebody who votes. */
  readonly jobs: 'ok' | 'late' | 'unknown';
}

/** `failing`: somebody cannot vote now; `troubled`: somebody soon will not, or waits. */
const statusOf = ({ database, disk, boards, jobs }: Health): 'ok' | 'troubled' | 'failing' => {
  if (database !== 'ok' || disk === 'full' || boards !== 'ok') return 'failing';
  return disk === 'ok' && jobs === 'ok' ? 'ok' : 'troubled';
};

/** What a watchman asks: whether the site and what it stands on are well, and the figures. */
export function healthRoutes(router: Router, look: () => Promise<Health>, { registry }: Metrics): void {
  router.route({ method: 'GET', path: '/healthz', access: 'public' }, async (c) => {
    c.header('Cache-Control', 'no-store');
    const health = await look();
    const status = statusOf(health);
    return c.json({ status, ...health }, status === 'failing' ? 503 : 200);
  });
  router.route({ method: 'GET', path: '/metrics', access: 'public' }, async (c) =>
    c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' }),
  );
  router.route({ method: 'GET', path: '/robots.txt', access: 'public' }, (c) =>
    c.text('User-agent: *\nDisallow: /recounts/\nDisallow: /api/\n'),
  );
}
