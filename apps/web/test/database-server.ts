import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '../src/persistence/cluster/cluster.ts';

/** The address of another database on the server of this one. */
export function addressOf(server: string, database: string): string {
  const address = new URL(server);
  address.pathname = `/${database}`;
  return address.href;
}

/** Says something to the server itself, from a database that no test uses. */
export async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export interface OpenServer {
  /** The address of a database that no test uses. */
  readonly server: string;
  readonly close: () => Promise<void>;
}

/** The PostgreSQL that `DATABASE_URL` names, in which tests make databases of their own; else one to throw away. */
export async function openServer(): Promise<OpenServer> {
  const address = process.env['DATABASE_URL'] ?? '';
  if (address !== '') return { server: address, close: async () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'convite-test-'));
  const started = await startCluster({ folder, durable: false });
  if (!started.ok) throw new Error(`no database for the tests: ${JSON.stringify(started.error)}`);
  const { host, port, user, database } = started.value.connection('postgres');
  return {
    // With a host of its own an address means a socket, wherever it says that it is.
    server: `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}&sslmode=disable`,
    close: async () => {
      await started.value.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
