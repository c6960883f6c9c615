import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { err, ok, type Result } from '@convite/kernel';
import type { Router } from './router.ts';
import { type ArrivalLimits, boundBody, usualArrival } from './slow-bodies.ts';

/** The open door of the site. */
export interface Listening {
  readonly address: string;
  /** Takes no more requests, lets those under way finish for a moment, then cuts them. */
  close(): Promise<void>;
}

export interface PortRefusal {
  readonly type: 'port_in_use' | 'port_forbidden' | 'host_unknown';
  readonly host: string;
  readonly port: number;
}

const patience = 800;

/** Listens on the port; `0` takes any free one. */
export async function listen(
  router: Router,
  host: string,
  port: number,
  arrival: ArrivalLimits = usualArrival,
): Promise<Result<Listening, PortRefusal>> {
  const headersTimeout = arrival.headMilliseconds;
  const serverOptions = {
    headersTimeout,
    connectionsCheckingInterval: headersTimeout / 4,
    // Bodies are bounded below, each as it may take.
    requestTimeout: 0,
  };
  return await new Promise((resolve, reject) => {
    const server = serve({ fetch: router.app.fetch, hostname: host, port, serverOptions }, (info) => {
      const name = info.family === 'IPv6' ? `[${info.address}]` : info.address;
      resolve(ok({ address: `http://${name}:${info.port}`, close: () => close(server) }));
    });
    if (isHttpServer(server)) server.on('request', (request) => boundBody(request, arrival));
    server.on('error', (error: NodeJS.ErrnoException) => {
      const type = refusals[error.code ?? ''];
      if (type === undefined) reject(error);
      else resolve(err({ type, host, port }));
    });
  });
}

const refusals: Readonly<Record<string, PortRefusal['type'] | undefined>> = {
  EADDRINUSE: 'port_in_use',
  EACCES: 'port_forbidden',
  EADDRNOTAVAIL: 'host_unknown',
  ENOTFOUND: 'host_unknown',
};

async function close(server: ReturnType<typeof serve>): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    if (isHttpServer(server)) {
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), patience).unref();
    }
  });
}

const isHttpServer = (server: object): server is Server => 'closeAllConnections' in server;
