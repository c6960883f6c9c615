import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { prepareJobs } from '../src/jobs/job-queue.ts';
import { ensureDatabase, startCluster } from '../src/persistence/cluster/cluster.ts';
import { makePool } from '../src/persistence/pool.ts';
import { bundleServer } from '../scripts/bundle.mjs';
import { migrate } from '../src/persistence/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** How to reach the throw-away PostgreSQL of this run. */
    readonly testCluster: { readonly host: string; readonly user: string };
    /** The bundled program of counting processes. */
    readonly countingProgram: string;
    /** The bundled program of reading processes. */
    readonly readingProgram: string;
    /** The bundled program of the pages where staff sign in. */
    readonly passkeyProgram: string;
    /** Folder of the bundled programs of the voting page. */
    readonly boothPrograms: string;
    /** The bundled program of threads that check proofs. */
    readonly proofProgram: string;
    readonly peopleProgram: string;
    /** The bundled program of processes that count contests and verify archives. */
    readonly resultsProgram: string;
  }
}

/** The database that every test file gets a fresh copy of. */
export const templateDatabase = 'convite_template';

/** Starts a throw-away PostgreSQL for the run, with one database in its newest form to copy, and bundles what processes run. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'convite-test-'));
  const started = await startCluster({ folder, durable: false });
  if (!started.ok) throw new Error(`no database for the tests: ${JSON.stringify(started.error)}`);
  const cluster = started.value;
  await ensureDatabase(cluster, templateDatabase);
  const pool = makePool(cluster.connection(templateDatabase), (error) => process.emitWarning(error));
  await migrate(pool, fileURLToPath(new URL('../migrations', import.meta.url)));
  await prepareJobs(pool);
  await pool.end();
  const {
    countingProgram,
    readingProgram,
    proofProgram,
    peopleProgram,
    resultsProgram,
    passkeyProgram,
    boothPrograms,
  } = await bundleServer('web-test');
  project.provide('countingProgram', countingProgram.href);
  project.provide('readingProgram', readingProgram.href);
  project.provide('passkeyProgram', passkeyProgram.href);
  project.provide('boothPrograms', boothPrograms.href);
  project.provide('proofProgram', proofProgram.href);
  project.provide('peopleProgram', peopleProgram.href);
  project.provide('resultsProgram', resultsProgram.href);
  const { host, user } = cluster.connection(templateDatabase);
  project.provide('testCluster', { host, user });
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
