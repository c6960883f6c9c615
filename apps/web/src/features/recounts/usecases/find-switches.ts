import { countReportSchema } from '@convite/counting';
import type { Attempt } from '../../../jobs/job-queue.ts';
import { requestJob } from '../../../persistence/job-outbox.ts';
import { inTransaction } from '../../../persistence/database.ts';
import { jobNames, type RecountsContext } from '../recounts-context.ts';
import { findRecount, readResult } from '../store.ts';
import { withStoredFile } from './stored-file.ts';
import { projectsWithSwitches, putSwitches } from '../store-switches.ts';

const allProjectsTime = 15 * 60_000;
const oneProjectTime = 120_000;

/** Finds, in the background, what would have changed the outcome of each project: first of those not funded. */
export async function findAllSwitches(context: RecountsContext, hash: string, attempt: Attempt): Promise<void> {
  const result = await readResult(context.database, hash);
  if (result === undefined) return;
  const { not_funded, winners } = countReportSchema
    .pick({ not_funded: true, winners: true })
    .parse(JSON.parse(result.report));
  const known = await projectsWithSwitches(context.database, hash);
  const projects = [...not_funded.map(({ id }) => id), ...winners].filter((id) => !known.has(id));
  await find(context, hash, projects, allProjectsTime, attempt);
}

/** The same for one project whose page somebody opened. */
export async function findProjectSwitches(context: RecountsContext, subject: string, attempt: Attempt): Promise<void> {
  const hash = subject.slice(0, 64);
  const project = subject.slice(65);
  if ((await projectsWithSwitches(context.database, hash)).has(project)) return;
  await find(context, hash, [project], oneProjectTime, attempt);
}

/** Puts one project before all others, because somebody wants to read about it. */
export async function askProjectSwitches({ database }: RecountsContext, hash: string, project: string): Promise<void> {
  const subject = `${hash}:${project}`;
  await inTransaction(database, (tx) =>
    requestJob(tx, { name: jobNames.projectSwitches, subject, priority: -1, queue: undefined }),
  );
}

async function find(
  context: RecountsContext,
  hash: string,
  projects: readonly string[],
  milliseconds: number,
  { signal, last }: Attempt,
): Promise<void> {
  const { database, counters, now } = context;
  const recount = await findRecount(database, hash);
  if (recount === undefined || projects.length === 0) return;
  const { ruleSet, changes } = recount;
  let stored = Promise.resolve();
  const run = await withStoredFile(context, recount.fileHash, (file) =>
    counters.run({ type: 'switches', file, ruleSet, changes, projects }, { milliseconds, signal }, (note) => {
      if (note.type !== 'switches') return;
      stored = stored.then(() => putSwitches(database, hash, note.project, note.switches, now()));
    }),
  );
  await stored;
  if (run === undefined || run.ok) return;
  if (run.error === 'stopped' || (run.error === 'crashed' && !last)) throw new Error(`finding switches: ${run.error}`);
  // The page of the one project that was asked for then says that it is not known, instead of waiting for ever.
  const [only, ...others] = projects;
  if (only !== undefined && others.length === 0) await putSwitches(database, hash, only, null, now());
}
