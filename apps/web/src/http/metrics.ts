import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { AppEnv } from './router.ts';

/** The figures of the server, for Prometheus. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: MiddlewareHandler<AppEnv>;
  readonly jobFailures: Counter;
  readonly processesWaiting: Gauge;
}

export function makeMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'convite_' });
  const seconds = new Histogram({
    name: 'convite_http_request_seconds',
    help: 'Time to answer, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.2, 0.5, 1, 5, 30],
    registers: [registry],
  });
  return {
    registry,
    jobFailures: new Counter({
      name: 'convite_job_failures_total',
      help: 'Attempts at jobs that ended in an error.',
      registers: [registry],
    }),
    processesWaiting: new Gauge({
      name: 'convite_processes_waiting',
      help: 'Pieces of work that wait for a process.',
      registers: [registry],
    }),
    async requests(c, next) {
      const began = performance.now();
      await next();
      // The route, never the path: an address of a recount names what somebody brought.
      seconds.observe(
        { method: c.req.method, route: routePath(c, -1), status: c.res.status },
        (performance.now() - began) / 1000,
      );
    },
  };
}
