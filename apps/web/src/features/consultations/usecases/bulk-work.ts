import { bulkWorkMachine, moved } from '@convite/domain';
import { assertNever, err, invariant, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { inTransaction, type Tx } from '../../../persistence/database.ts';
import { requestJob } from '../../../persistence/job-outbox.ts';
import { type ConsultationsContext, jobNames } from '../consultations-context.ts';
import type { RoomQuery } from '../pages/views.ts';
import { removeContests, signWaivers } from '../store-contests.ts';
import { approveOptions } from '../store-options.ts';
import { roomContests } from '../store-room.ts';
import { templatesOf } from '../store-templates.ts';
import {
  advanceWork,
  findWork,
  holdWork,
  nextOfWork,
  putWork,
  type WorkKind,
  type WorkRecord,
} from '../store-works.ts';
import { holdConsultation } from '../store.ts';
import { inDraft, type NotDraft } from './hold-draft.ts';
import type { Scope } from './find-scope.ts';
import { filterOf } from './show-room.ts';

/** Each work under the act that allows it. */
export const workActs = {
  approve_options: 'option.review',
  sign_waivers: 'contest.write',
  remove_contests: 'contest.write',
} as const satisfies Record<WorkKind, string>;

/** Contests that one transaction goes through: few enough that nobody waits for it. */
const atOnce = 500;

export type WorkRefusal = NotDraft | { readonly type: 'no_contests' | 'preview_is_old' };

/**
 * Asks for a work on every contest that a filter means, as a job with progress.
 *
 * @param set which contests the page was about, as it told them; if they are others now, be they as many, nothing is
 *   asked for.
 */
export const askForWork = (
  context: ConsultationsContext,
  consultation: string,
  {
    work,
    query,
    scope,
    set,
  }: { readonly work: WorkKind; readonly query: RoomQuery; readonly scope: Scope; readonly set: string },
  by: string,
): Promise<Result<string, WorkRefusal>> =>
  inDraft<string, WorkRefusal>(context, consultation, async (tx) => {
    const templates = await templatesOf(tx, consultation);
    const { contests, set: now } = await roomContests(tx, consultation, templates, filterOf(query, scope));
    if (contests.length === 0) return err({ type: 'no_contests' });
    if (now !== set) return err({ type: 'preview_is_old' });
    const id = context.newId();
    await putWork(tx, {
      ...{ id, consultation_id: consultation, work, contests, asked_by: by },
      asked_at: context.now(),
    });
    await requestJob(tx, { name: jobNames.bulk, subject: id, priority: 0, queue: `consultation-${consultation}` });
    return ok(id);
  });

/** Goes through the contests of a work, piece by piece; one that was cut off goes on where it stopped. */
export async function performWork(
  { database, now }: Pick<ConsultationsContext, 'database' | 'now'>,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const isOver = await inTransaction(database, async (tx) => {
      const asked = await findWork(tx, id);
      if (asked === undefined) return true;
      // In the same order as everyone who changes a consultation: it first, then what belongs to it.
      const consultation = await holdConsultation(tx, asked.consultation);
      invariant(consultation !== undefined, 'the work goes with its consultation');
      const work = await holdWork(tx, id);
      invariant(work !== undefined, 'what belongs to a consultation that is held stays');
      const contests = await nextOfWork(tx, id, atOnce);
      const isLast = work.done + contests.length === work.contests;
      const next = moved(bulkWorkMachine, work.state, isLast ? 'finish' : 'advance');
      if (!next.ok) return true;
      const changed = consultation.status === 'draft' ? await perform(tx, work, contests, now()) : 0;
      await advanceWork(tx, id, contests.length, changed, now());
      await appendAudit(tx, {
        ...{ event: workActs[work.work], subject: work.consultation, actor: work.askedBy, isPublic: false },
        territory: consultation.territory,
        details: { work: work.work, bulk: id, contests, changed },
        now: now(),
      });
      return next.value === 'finished';
    });
    if (isOver) return;
  }
}

async function perform(
  tx: Tx,
  work: Pick<WorkRecord, 'consultation' | 'work' | 'askedBy'>,
  contests: readonly string[],
  now: Date,
): Promise<number> {
  switch (work.work) {
    case 'approve_options':
      return await approveOptions(tx, work.consultation, contests, work.askedBy, now);
    case 'sign_waivers':
      return await signWaivers(tx, work.consultation, contests, now);
    case 'remove_contests':
      return await removeContests(tx, work.consultation, contests);
    default:
      return assertNever(work.work);
  }
}

/** A work of this consultation, and how far it is. */
export async function showWork(
  { database }: ConsultationsContext,
  consultation: string,
  id: string,
): Promise<WorkRecord | undefined> {
  const work = await findWork(database, id);
  return work?.consultation === consultation ? work : undefined;
}

/** The same for one contest alone, at once. */
export const workOn = (
  context: ConsultationsContext,
  consultation: string,
  contest: string,
  work: WorkKind,
  by: string,
): Promise<Result<number, NotDraft>> =>
  inDraft<number, NotDraft>(context, consultation, async (tx, { territory }) => {
    const now = context.now();
    const changed = await perform(tx, { consultation, work, askedBy: by }, [contest], now);
    await appendAudit(tx, {
      ...{ event: workActs[work], subject: contest, actor: by, territory, isPublic: false },
      details: { work, changed },
      now,
    });
    return ok(changed);
  });
