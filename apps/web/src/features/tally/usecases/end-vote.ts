import { consultationMachine, moved, publishedAlone } from '@convite/domain';
import { err, invariant, ok, type Result } from '@convite/kernel';
import type { Attempt } from '../../../jobs/job-queue.ts';
import { appendAudit } from '../../../persistence/audit.ts';
import { inTransaction, type Tx } from '../../../persistence/database.ts';
import { requestJob } from '../../../persistence/job-outbox.ts';
import { type AppendRefusal, appendToBoard, publishBoard } from '../../ballots/index.ts';
import {
  contestsToEnd,
  consultationsToEnd,
  dropFault,
  type EndedContest,
  type Failure,
  findConsultation,
  holdConsultation,
  insertTally,
  moveContest,
  putFault,
  setConsultationState,
  type TalliedConsultation,
} from '../store.ts';
import { openAnswers } from '../store-answers.ts';
import { type TallyContext, tallyJobNames } from '../tally-context.ts';
import { offerArchive, writeArchive } from './measure-archive.ts';
import { requestCheck } from './request-check.ts';

/** Contests that are gone through side by side: enough that checking threads never wait for the database. */
const atOnce = 8;

/** Asks for what follows the end of a vote, in the transaction that ends it. */
export const requestTally = (tx: Tx, consultation: string): Promise<void> =>
  requestJob(tx, { name: tallyJobNames.end, subject: consultation, priority: 5, queue: `tally:${consultation}` });

/** Asks again for all that a server left: whatever became of its jobs, no vote stays between its end and its tally. */
export async function resumeTallies({ database }: Pick<TallyContext, 'database'>): Promise<void> {
  await inTransaction(database, async (tx) => {
    for (const consultation of await consultationsToEnd(tx)) await requestTally(tx, consultation);
    for (const answer of await openAnswers(tx)) await requestCheck(tx, answer);
  });
}

/**
 * Ends the vote on the board of each contest and publishes its encrypted tally: a job, which goes on where another server
 * left. A contest whose board fails a check is told, and keeps no other from going on.
 */
export async function endVote(
  context: TallyContext,
  consultation: string,
  { signal }: Pick<Attempt, 'signal'>,
): Promise<void> {
  const { database } = context;
  const held = await findConsultation(database, { id: consultation });
  if (held === undefined || (held.status !== 'closed' && held.status !== 'tallying')) return;
  let after: string | undefined;
  for (;;) {
    if (signal.aborted) throw new Error('the server stops; another goes on');
    const contests = await contestsToEnd(database, consultation, after, atOnce);
    if (contests.length === 0) break;
    await Promise.all(contests.map((contest) => endContest(context, held, contest)));
    after = contests.at(-1)?.id;
  }
  await inTransaction(database, (tx) => beginTallying(tx, held, context.now()));
}

/** From here on it is the trustees' turn. */
async function beginTallying(tx: Tx, { id, territory }: TalliedConsultation, now: Date): Promise<void> {
  const status = await holdConsultation(tx, id);
  const next = status === undefined ? undefined : moved(consultationMachine, status, 'tally');
  if (next?.ok !== true) return;
  await setConsultationState(tx, id, next.value);
  await appendAudit(tx, { event: 'tally.begun', subject: id, actor: null, territory, isPublic: true, now });
}

async function endContest(context: TallyContext, held: TalliedConsultation, contest: EndedContest): Promise<void> {
  const ended = await endBallots(context, contest);
  const tallied = ended.ok ? await publishTally(context, held, contest, ended.value) : ended;
  const failure = tallied.ok ? await offer(context, contest.id, tallied.value) : tallied.error;
  if (failure !== undefined) await noteFault(context, contest, failure);
  else await inTransaction(context.database, (tx) => dropFault(tx, contest.id));
}

/** Hands the board to whoever reads it, and to the trustees if they open it. */
async function offer(context: TallyContext, contest: string, { head, isOpen }: Tallied): Promise<Failure | undefined> {
  if (isOpen) return await offerArchive(context, contest, head);
  await publishBoard(context.ballots, contest);
  return undefined;
}

function failureOf(refusal: AppendRefusal): Failure {
  if (refusal.type === 'stopped') return { check: 'board.signed', place: 'board', message: refusal.why };
  const state = refusal.type === 'moved' ? 'another event' : refusal.state;
  return { check: 'chain.order', place: 'board', message: `The board stands at ${state ?? 'nothing'}.` };
}

/** Ends the vote on the board. @returns the last event */
async function endBallots(context: TallyContext, contest: EndedContest): Promise<Result<string, Failure>> {
  const { id, state, head, territory } = contest;
  if (state !== 'voting') return ok(head);
  return await inTransaction(context.database, async (tx) => {
    const appended = await appendToBoard(context.ballots.boards, tx, id, { type: 'EndBallots' });
    if (!appended.ok) return err(failureOf(appended.error));
    await appendAudit(tx, {
      ...{ event: 'tally.ended', subject: id, actor: null, territory, isPublic: true },
      details: { head: appended.value.hash },
      now: context.now(),
    });
    return ok(appended.value.hash);
  });
}

interface Tallied {
  readonly head: string;
  /** Trustees open it; it has ballots enough. */
  readonly isOpen: boolean;
}

/** Adds up the ballots, checks everything on the way, and publishes the tally; or finds that it stands there already. */
async function publishTally(
  context: TallyContext,
  held: TalliedConsultation,
  contest: EndedContest,
  head: string,
): Promise<Result<Tallied, Failure>> {
  const { id, fingerprint, hasWaiver, territory, state } = contest;
  if (state !== 'voting' && state !== 'closed') return ok({ head, isOpen: true });
  const added = await context.work.use(async (place) => {
    const path = await writeArchive(context, place, id);
    return await context.ballots.tallyProofs.perform({ type: 'encrypted_tally', path, fingerprint });
  });
  invariant(added.type === 'encrypted_tally', 'a tally is answered as one');
  if (!added.result.ok) return added.result;
  const { payload, counted, weight, hasMixed } = added.result.value;
  const kind = hasMixed ? 'mixed' : 'homomorphic';
  const isOpen = publishedAlone(kind, counted, hasWaiver);
  return await inTransaction<Result<Tallied, Failure>>(context.database, async (tx) => {
    const event = {
      type: 'EncryptedTally',
      payload: Buffer.from(payload),
      numTallied: counted,
      totalWeight: weight,
    } as const;
    const appended = await appendToBoard(context.ballots.boards, tx, id, event, head);
    if (!appended.ok) return err(failureOf(appended.error));
    const { height, hash } = appended.value;
    await insertTally(tx, {
      contest: id,
      consultation: held.id,
      kind,
      counted,
      weight,
      events: height + 1,
      head: hash,
    });
    if (!isOpen) await moveContest(tx, id, 'closed', 'withhold');
    await appendAudit(tx, {
      ...{ event: isOpen ? 'tally.encrypted' : 'tally.withheld', subject: id, actor: null, territory, isPublic: true },
      details: { head: hash, counted },
      now: context.now(),
    });
    return ok({ head: hash, isOpen });
  });
}

async function noteFault(
  { database, now }: TallyContext,
  { id, territory }: EndedContest,
  failure: Failure,
): Promise<void> {
  await inTransaction(database, async (tx) => {
    await putFault(tx, id, failure, now());
    await appendAudit(tx, {
      ...{ event: 'tally.refused', subject: id, actor: null, territory, isPublic: true },
      details: { check: failure.check, place: failure.place },
      now: now(),
    });
  });
}
