import type { Finding } from '@convite/archive';
import { archiveMachine, moved } from '@convite/domain';
import { invariant } from '@convite/kernel';
import { isNoRoom } from '../../../jobs/disk-room.ts';
import type { Attempt } from '../../../jobs/job-queue.ts';
import type { WorkPlace } from '../../../jobs/work-folder.ts';
import { appendAudit } from '../../../persistence/audit.ts';
import { inTransaction } from '../../../persistence/database.ts';
import type { ContestFiles, ResultsTask } from '../archives/tasks.ts';
import type { ResultsContext } from '../results-context.ts';
import { findConsultationById, holdConsultation } from '../store.ts';
import {
  type ArchiveRecord,
  contestStates,
  findArchive,
  noteProgress,
  outcomeTexts,
  publishArchive,
  settleRefused,
  settleVerified,
  type VerifiedArchive,
} from '../store-archives.ts';
import { beginSearches, type NewSwitchSearch } from '../store-switches.ts';
import { type ArchiveMaterial, archiveMaterial, settledStates } from './archive-material.ts';
import { writeContestFiles } from './contest-files.ts';
import { runTask } from './run-task.ts';
import { requestSearch } from './search-switches.ts';
import { tidyArchives } from './tidy-archives.ts';

/** A nation is verified in minutes; this is for one on a slow machine. */
const longestWork = 12 * 3_600_000;
/** Contests between two notes of how far it is. */
const noteEvery = 20;
const outcomesAtOnce = 200;

/** Why an archive was not kept. */
type ArchiveRefusal =
  | { readonly type: 'annulled' }
  | { readonly type: 'not_settled' }
  | { readonly type: 'not_accepted'; readonly findings: readonly Finding[] };

class Refused extends Error {
  readonly refusal: ArchiveRefusal;
  constructor(refusal: ArchiveRefusal) {
    super(refusal.type);
    this.refusal = refusal;
  }
}

/**
 * Makes the archive of a consultation, verifies it as everybody can, and records it: a job, begun anew after a stop.
 *
 * Nothing of it is seen before two people publish it; only where a result is public already, and a contest was annulled
 * since, the new archive takes the place of the old one by itself.
 */
export async function makeConsultationArchive(
  context: ResultsContext,
  id: string,
  { signal, last }: Pick<Attempt, 'signal' | 'last'>,
): Promise<void> {
  const record = await findArchive(context.database, id);
  if (record === undefined || !moved(archiveMachine, record.status, 'verify').ok) return;
  try {
    const { made, later } = await makeAndVerify(context, record, signal);
    await inTransaction(context.database, async (tx) => {
      const held = await holdConsultation(tx, record.consultation);
      invariant(held !== undefined, 'a consultation with an archive is not deleted');
      if (held.status === 'annulled') throw new Refused({ type: 'annulled' });
      if (!(await settleVerified(tx, id, made, context.now()))) return;
      await appendAudit(tx, {
        ...{ event: 'archive.verified', subject: record.consultation, actor: null, territory: held.territory },
        details: { sha256: made.sha256, manifest: made.manifestHash, bytes: made.bytes, stage: record.stage },
        ...{ isPublic: true, now: context.now() },
      });
      for (const key of await beginSearches(tx, record.consultation, later, context.now()))
        await requestSearch(tx, key);
      if (held.status === record.stage) await publishArchive(tx, record);
    });
  } catch (fault) {
    if (isNoRoom(fault)) {
      // Nothing is left of it, and it is begun anew.
      await context.archives.remove(id);
      throw fault;
    }
    if (!(fault instanceof Refused)) {
      if (!last) throw fault;
      await inTransaction(context.database, (tx) => settleRefused(tx, id, { type: 'crashed' }, context.now()));
      throw fault;
    }
    await inTransaction(context.database, (tx) => settleRefused(tx, id, fault.refusal, context.now()));
  }
  await tidyArchives(context);
}

async function makeAndVerify(
  context: ResultsContext,
  { id, consultation, stage }: ArchiveRecord,
  signal: AbortSignal,
): Promise<{ readonly made: VerifiedArchive; readonly later: readonly NewSwitchSearch[] }> {
  const found = await findConsultationById(context.database, consultation);
  invariant(found !== undefined, 'a consultation with an archive is not deleted');
  if (found.status === 'annulled') throw new Refused({ type: 'annulled' });
  const states = await contestStates(context.database, consultation);
  if ([...states.keys()].some((state) => !settledStates.some((settled) => settled === state))) {
    throw new Refused({ type: 'not_settled' });
  }
  const material = await archiveMaterial(context.database, found, stage);
  await context.archives.begin(id);
  const paths = context.archives.pathsOf(id);
  const run = async <T extends ResultsTask>(task: T, onDone: (done: number) => void = () => undefined) => {
    const limits = { milliseconds: longestWork, signal };
    const done = await runTask(context.processes, task, limits, (note) => onDone(note.done));
    if (!done.ok) throw new Error(`a process that made an archive ${done.error}`);
    return done.value;
  };
  return await context.work.use(async (place) => {
    const { contests: rows, rules, rowsHash, consultation: about, lots, order, territories } = material;
    const contests = await contestFiles(context, place, rows, signal);
    const made = await run({
      ...{ type: 'make', contests, rules, consultation: about, lots, order, territories, out: paths.archive },
    });
    const shares = Array.from({ length: context.atOnce }, (_, share) => share);
    const done = shares.map(() => 0);
    const tell = (share: number, count: number): void => {
      done[share] = count;
      const all = done.reduce((sum, one) => sum + one, 0);
      if (all % noteEvery !== 0) return;
      // How far it is may go untold for once: where the database is away, the job itself meets that.
      void noteProgress(context.database, id, { done: all, contests: rows.length }).catch(() => undefined);
    };
    await noteProgress(context.database, id, { done: 0, contests: rows.length });
    const reports = shares.map((share) => place.path(`reports-${share}`));
    const { mostSearchWork } = context;
    const verified = await Promise.all(
      shares.map((share) =>
        run(
          {
            ...{ type: 'verify', path: paths.archive, share, of: shares.length, mostSearchWork },
            reports: reports[share] ?? '',
          },
          (count) => tell(share, count),
        ),
      ),
    );
    const [first] = verified;
    const findings = verified.flatMap((share) => share.findings);
    if (first?.manifestHash === undefined || verified.some(({ answer }) => answer !== 'accepted')) {
      throw new Refused({ type: 'not_accepted', findings: findings.slice(0, 20) });
    }
    const { indexHash } = await run({
      ...{ type: 'index', path: paths.archive, made: { bytes: made.bytes, sha256: made.sha256 }, reports },
      ...{ outReports: paths.reports, outIndex: paths.index, outProtocol: paths.protocol },
      territories: verified.map((share) => share.territories),
    });
    await noteProgress(context.database, id, { done: rows.length, contests: rows.length });
    const { bytes, sha256 } = made;
    return {
      made: { rowsHash, bytes, sha256, manifestHash: first.manifestHash, indexHash },
      later: verified.flatMap((share) => share.later),
    };
  });
}

/** Writes what each contest brings into the archive. */
async function contestFiles(
  context: ResultsContext,
  place: WorkPlace,
  rows: ArchiveMaterial['contests'],
  signal: AbortSignal,
): Promise<readonly ContestFiles[]> {
  const files: ContestFiles[] = [];
  for (let at = 0; at < rows.length; at += outcomesAtOnce) {
    if (signal.aborted) throw new Error('the server stops; another goes on');
    const part = rows.slice(at, at + outcomesAtOnce);
    const ids = part.map(({ contest }) => contest.id);
    const texts = await outcomeTexts(context.database, ids);
    const written = await writeContestFiles(context, place, ids);
    for (const [i, { contest, outcomeHash }] of part.entries()) {
      const text = outcomeHash === null ? undefined : texts.get(contest.id);
      const write = async (name: string, bytes: Uint8Array | null | undefined): Promise<string | undefined> => {
        if (bytes === null || bytes === undefined) return undefined;
        await place.append(name, bytes);
        return place.path(name);
      };
      files.push({
        ...{ contest, archive: written[i]?.archive, side: written[i]?.side },
        outcome: await write(`${contest.id}.outcome`, text?.outcome),
        lots: await write(`${contest.id}.lots`, text?.lots),
      });
    }
  }
  return files;
}
