import type { Metrics } from './metrics.ts';
import type { Router } from './router.ts';

/** What a watchman asks: whether the site and its database answer, and the figures. */
export function healthRoutes(router: Router, askDatabase: () => Promise<void>, { registry }: Metrics): void {
  router.route({ method: 'GET', path: '/healthz', access: 'public' }, async (c) => {
    c.header('Cache-Control', 'no-store');
    try {
      await askDatabase();
      return c.json({ status: 'ok', database: 'ok' });
    } catch {
      return c.json({ status: 'failing', database: 'unreachable' }, 503);
    }
  });
  router.route({ method: 'GET', path: '/metrics', access: 'public' }, async (c) =>
    c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' }),
  );
  router.route({ method: 'GET', path: '/robots.txt', access: 'public' }, (c) =>
    c.text('User-agent: *\nDisallow: /recounts/\nDisallow: /api/\n'),
  );
}
