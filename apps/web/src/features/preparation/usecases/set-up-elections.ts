import { createCheckRecord, verifyTrustees } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import type { Attempt } from '../../../jobs/job-queue.ts';
import { inTransaction, type Tx } from '../../../persistence/database.ts';
import { setUpElection } from '../../ballots/index.ts';
import type { PreparationContext } from '../preparation-context.ts';
import { findConsultationById, findTrustees, holdPreparation } from '../store.ts';
import {
  type ContestToSetUp,
  dropElections,
  dropElectionsOf,
  findUpload,
  freezeContests,
  moveUpload,
  nextToSetUp,
  noteSetUp,
  type SetUpFault,
} from '../store-uploads.ts';
import { groupOf } from './bring-trustees.ts';
import { type CommonSetup, setupArchive } from './setup-archive.ts';

/** Contests that are set up side by side: enough that checking threads never wait for the database. */
const atOnce = 8;

/**
 * Sets up the elections of a consultation with what the registrar brought: a job, which goes on where another server left.
 *
 * Each is checked as `convite verify --strict` does. If one is refused, all are taken away again: the registrar brings anew.
 */
export async function setUpElections(
  context: PreparationContext,
  consultation: string,
  { signal }: Pick<Attempt, 'signal'>,
): Promise<void> {
  const { database, now } = context;
  const upload = await findUpload(database, consultation);
  if (upload?.status !== 'setting_up') return;
  const isCurrent = async (tx: Tx): Promise<boolean> => {
    await holdPreparation(tx, consultation);
    const now = await findUpload(tx, consultation);
    return now?.status === 'setting_up' && now.id === upload.id;
  };
  const common = await commonSetup(context, consultation);
  for (;;) {
    if (signal.aborted) throw new Error('the server stops; another goes on');
    const contests = await nextToSetUp(database, consultation, atOnce);
    if (contests.length === 0) break;
    const faults = await Promise.all(contests.map((contest) => setUpOne(context, contest, common)));
    const fault = faults.find((one) => one !== undefined);
    const goesOn = await inTransaction(database, async (tx) => {
      if (!(await isCurrent(tx))) {
        // Taken back while these were being checked.
        await dropElectionsOf(
          tx,
          contests.map(({ id }) => id),
        );
        return false;
      }
      if (fault === undefined) {
        await noteSetUp(
          tx,
          consultation,
          contests.map(({ turn }) => turn),
        );
        return true;
      }
      await dropElections(tx, consultation);
      await moveUpload(tx, upload, 'refuse', { fault }, now());
      return false;
    });
    if (!goesOn) return;
  }
  await inTransaction(database, async (tx) => {
    if (!(await isCurrent(tx))) return;
    await freezeContests(tx, consultation);
    await moveUpload(tx, upload, 'finish', null, now());
  });
}

async function commonSetup(context: PreparationContext, consultation: string): Promise<CommonSetup> {
  const { database, suite, now } = context;
  const [found, trustees, group] = await Promise.all([
    findConsultationById(database, consultation),
    findTrustees(database, consultation),
    groupOf(context, consultation),
  ]);
  invariant(found !== undefined && trustees !== undefined && group.ok, 'credentials are taken after the trustees');
  const verified = verifyTrustees(suite.group(group.value), trustees.text, createCheckRecord());
  invariant(verified !== undefined, 'trustees are stored once they passed every check');
  return {
    group: verified.group,
    key: verified.electionKey,
    trustees: trustees.text,
    title: found.title,
    language: found.languages[0] ?? '',
    order: found.order,
    timestamp: Math.floor(now().getTime() / 1000),
  };
}

async function setUpOne(
  { ballots }: PreparationContext,
  contest: ContestToSetUp,
  common: CommonSetup,
): Promise<SetUpFault | undefined> {
  const fault = (check: string, place: string): SetUpFault => ({
    ...{ contest: contest.id, territory: contest.place },
    ...{ check, place },
  });
  const archive = setupArchive(contest, common);
  if (!archive.ok) return fault(archive.error.type, 'place' in archive.error ? archive.error.place : '');
  const { id, spares } = contest;
  const set = await setUpElection(ballots, { contest: id, archive: archive.value, spares, by: null });
  // A contest that was annulled meanwhile needs no election.
  if (set.ok || set.error.type === 'too_late' || set.error.type === 'unknown_contest') return undefined;
  if (set.error.type !== 'archive_refused') return fault(set.error.type, '');
  const [first] = set.error.failures;
  return fault(first?.check ?? set.error.type, first?.place ?? '');
}
