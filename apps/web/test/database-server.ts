import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '../src/persistence/cluster/cluster.ts';

/** A PostgreSQL for tests: by its socket, or by the address of one of its databases. */
export type DatabaseServer = { readonly host: string; readonly user: string } | { readonly address: string };

/** The address of one database on a server. */
export function addressOf(server: DatabaseServer, database: string): string {
  if (!('address' in server)) {
    return `postgresql://${server.user}@/${database}?host=${encodeURIComponent(server.host)}`;
  }
  const address = new URL(server.address);
  address.pathname = `/${database}`;
  return address.href;
}

/** Says something to the server itself, from a database that no test uses. */
export async function administer(server: DatabaseServer, statement: string): Promise<void> {
  const connectionString = 'address' in server ? server.address : addressOf(server, 'postgres');
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export interface OpenServer {
  readonly server: DatabaseServer;
  readonly close: () => Promise<void>;
}

/** The PostgreSQL that `DATABASE_URL` names, in which tests make databases of their own; else one to throw away. */
export async function openServer(): Promise<OpenServer> {
  const address = process.env['DATABASE_URL'] ?? '';
  if (address !== '') return { server: { address }, close: async () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'convite-test-'));
  const started = await startCluster({ folder, durable: false });
  if (!started.ok) throw new Error(`no database for the tests: ${JSON.stringify(started.error)}`);
  const { host, user } = started.value.connection('postgres');
  return {
    server: { host, user },
    close: async () => {
      await started.value.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
