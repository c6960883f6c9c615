import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { prepareJobs } from '../src/jobs/job-queue.ts';
import { makePool } from '../src/persistence/pool.ts';
import { bundleServer } from '../scripts/bundle.mjs';
import { migrate } from '../src/persistence/migrate.ts';
import { addressOf, administer, openServer } from './database-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The PostgreSQL of this run, and the database that every test file gets a fresh copy of. */
    readonly testDatabases: { readonly server: string; readonly template: string };
    /** The bundled program of counting processes. */
    readonly countingProgram: string;
    /** The bundled program of reading processes. */
    readonly readingProgram: string;
    /** The bundled program of the pages where staff sign in. */
    readonly passkeyProgram: string;
    /** Folder of the bundled programs of the voting page. */
    readonly boothPrograms: string;
    /** The page of trustees. */
    readonly trusteePage: string;
    /** The page of registrars. */
    readonly registrarPage: string;
    /** The bundled program of threads that check proofs. */
    readonly proofProgram: string;
    readonly peopleProgram: string;
    /** The bundled program of processes that count contests and verify archives. */
    readonly resultsProgram: string;
  }
}

/** Opens a PostgreSQL for the run, makes one database in its newest form to copy, and bundles what processes run. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { server, close } = await openServer();
  const template = `convite_template_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${template}`);
  const connectionString = addressOf(server, template);
  const pool = makePool({ connectionString }, (error) => process.emitWarning(error));
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
    trusteePage,
    registrarPage,
  } = await bundleServer('web-test');
  project.provide('countingProgram', countingProgram.href);
  project.provide('readingProgram', readingProgram.href);
  project.provide('passkeyProgram', passkeyProgram.href);
  project.provide('boothPrograms', boothPrograms.href);
  project.provide('trusteePage', trusteePage.href);
  project.provide('registrarPage', registrarPage.href);
  project.provide('proofProgram', proofProgram.href);
  project.provide('peopleProgram', peopleProgram.href);
  project.provide('resultsProgram', resultsProgram.href);
  project.provide('testDatabases', { server, template });
  return async () => {
    await administer(server, `drop database ${template}`);
    await close();
  };
}
