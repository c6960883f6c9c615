import type { Finding } from '@convite/archive';
import { contestMachine, statesBefore } from '@convite/domain';
import { invariant } from '@convite/kernel';
import type { Attempt } from '../../../jobs/job-queue.ts';
import type { WorkPlace } from '../../../jobs/work-folder.ts';
import { appendAudit } from '../../../persistence/audit.ts';
import { inTransaction, type Tx } from '../../../persistence/database.ts';
import type { CountAnswer, CountOne } from '../archives/tasks.ts';
import type { ResultsContext } from '../results-context.ts';
import { type CountedConsultation, findConsultationById, holdConsultation } from '../store.ts';
import {
  type CountRefused,
  dropRequests,
  holdCounted,
  moveTo,
  type NewOutcome,
  nextToCount,
  putOutcomes,
  refuseRequest,
  type StoredContest,
} from '../store-counts.ts';
import { allEnded } from './all-ended.ts';
import { writeContestFiles } from './contest-files.ts';
import { requestArchive, settlingOf } from './request-archive.ts';
import { runTask } from './run-task.ts';

/** Contests of one process: enough that its start costs little, few enough that much is not lost with it. */
const contestsOfProcess = 64;
const longestCount = 30 * 60_000;

/**
 * Counts the contests of a consultation that wait for it: a job, which goes on where another server left.
 *
 * Each archive is verified with every check and counted under the frozen rule in a process; what cannot be counted is noted
 * with the check that it fails, and holds nobody up.
 */
export async function countContests(
  context: ResultsContext,
  consultation: string,
  { signal }: Pick<Attempt, 'signal'>,
): Promise<void> {
  const found = await findConsultationById(context.database, consultation);
  if (found === undefined) return;
  await countWaiting(context, found, signal);
  // The last count is the moment from which a result can be made.
  await inTransaction(context.database, async (tx) => {
    const held = await holdConsultation(tx, consultation);
    const { contests, settled } = await settlingOf(tx, consultation);
    // Annulled meanwhile, it has none.
    if (settled === contests && held?.status === 'tallying') {
      await requestArchive(tx, context, consultation, 'provisional');
    }
  });
}

async function countWaiting(context: ResultsContext, found: CountedConsultation, signal: AbortSignal): Promise<void> {
  let after: string | null = null;
  for (;;) {
    if (signal.aborted) throw new Error('the server stops; another goes on');
    const most = contestsOfProcess * context.atOnce;
    const contests = await nextToCount(context.database, found.id, after, most);
    const last = contests.at(-1);
    if (last === undefined) break;
    after = last.contest.id;
    const each = Math.ceil(contests.length / context.atOnce);
    const batches = Array.from({ length: context.atOnce }, (_, i) => contests.slice(i * each, (i + 1) * each));
    await allEnded(batches.map((batch) => countBatch(context, found, batch, signal)));
  }
}

async function countBatch(
  context: ResultsContext,
  consultation: CountedConsultation,
  contests: readonly StoredContest[],
  signal: AbortSignal,
): Promise<void> {
  if (contests.length === 0) return;
  const answers = await context.work.use((place) => countedIn(context, place, consultation, contests, signal));
  const byId = new Map(contests.map((one) => [one.contest.id, one]));
  await inTransaction(context.database, (tx) => settle(tx, answers, byId, context.now()));
}

async function countedIn(
  context: ResultsContext,
  place: WorkPlace,
  consultation: CountedConsultation,
  contests: readonly StoredContest[],
  signal: AbortSignal,
  isLastTry = false,
): Promise<readonly CountAnswer[]> {
  const { currency, decimals, seed, order } = consultation;
  const written = await writeContestFiles(
    context,
    place,
    contests.map(({ contest }) => contest.id),
  );
  const files = contests.map(({ contest, rule }, i): CountOne => {
    const archive = written[i]?.archive;
    invariant(archive !== undefined, 'a contest that was tallied has an election');
    return { contest, rule, archive, side: written[i]?.side };
  });
  const task = { type: 'count', contests: files, currency, decimals, seed, order } as const;
  const done = await runTask(context.processes, task, { milliseconds: longestCount, signal });
  if (done.ok) return done.value.contests;
  if (done.error === 'stopped') throw new Error('the server stops; another goes on');
  // One contest that takes a process down is told apart from those beside it, and from a process that came to grief once.
  if (!isLastTry) {
    const each = await allEnded(
      contests.map((one) => context.work.use((own) => countedIn(context, own, consultation, [one], signal, true))),
    );
    return each.flat();
  }
  return contests.map(({ contest }) => ({ contest: contest.id, type: 'refused', findings: [] }));
}

async function settle(
  tx: Tx,
  answers: readonly CountAnswer[],
  contests: ReadonlyMap<string, StoredContest>,
  now: Date,
): Promise<void> {
  const headOf = (contest: string): string => contests.get(contest)?.head ?? '';
  const held = await holdCounted(
    tx,
    answers.map(({ contest }) => ({ contest, head: headOf(contest) })),
  );
  const counted = answers.filter((answer) => answer.type === 'counted').filter(({ contest }) => held.has(contest));
  const outcomes: readonly NewOutcome[] = counted.map(({ contest, outcome, lots }) => {
    return { contest, outcome, lots, head: headOf(contest) };
  });
  await putOutcomes(tx, outcomes, now);
  const idsOf = (status: 'complete' | 'lots_required'): readonly string[] =>
    counted.filter((answer) => answer.status === status).map(({ contest }) => contest);
  const { tallied, lots_required: waiting } = contestMachine.moves;
  invariant(tallied.count !== undefined && waiting.count === tallied.count, 'both are counted to the same state');
  await moveTo(tx, idsOf('complete'), statesBefore('count'), tallied.count);
  if (tallied.require_lots !== undefined) {
    await moveTo(tx, idsOf('lots_required'), statesBefore('require_lots'), tallied.require_lots);
  }
  for (const { contest, status } of counted) {
    await appendAudit(tx, {
      ...{ event: 'contest.counted', subject: contest, actor: null, isPublic: false, now },
      territory: contests.get(contest)?.territory ?? null,
      details: { status },
    });
  }
  for (const answer of answers) {
    if (answer.type === 'refused' && held.has(answer.contest)) {
      await refuseRequest(tx, answer.contest, refusalOf(answer.findings));
    }
  }
  const refused = new Set(answers.flatMap(({ type, contest }) => (type === 'refused' ? [contest] : [])));
  await dropRequests(
    tx,
    answers.map(({ contest }) => contest).filter((contest) => !held.has(contest) || !refused.has(contest)),
  );
}

/** The first thing that was wrong; without one the process itself came to an end. */
function refusalOf(findings: readonly Finding[]): CountRefused {
  const [first] = findings;
  if (first === undefined) return { check: 'process', place: '', says: '' };
  return { check: first.check, place: first.place, says: `${first.reason} ${first.detail}`.trim() };
}
