import {
  type ClosingProblem,
  closingProblem,
  consultationMachine,
  contestNeeds,
  mayChangeStations,
  moved,
  type OpeningProblem,
  openingProblems,
} from '@convite/domain';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { type Database, inRefusableTransaction, inTransaction, type Tx } from '../../../persistence/database.ts';
import { proposeAct, type ProposalRefusal, waitingAct } from '../../accounts/index.ts';
import { unsafeSettings } from '../../ballots/index.ts';
import { requestTally } from '../../tally/index.ts';
import { trusteesReady } from '../../trustees/index.ts';
import type { ConsultationsContext } from '../consultations-context.ts';
import type { OpeningView } from '../pages/views.ts';
import { type ConsultationRecord, holdConsultation, isRollFrozen, setCalendar, setStatus } from '../store.ts';
import { countVoters, livingContests, moveContests, votersAreStale } from '../store-contests.ts';
import { needsOfContests } from '../store-room.ts';
import { asksMailCode } from '../store-factor.ts';
import { stationsOf } from '../store-stations.ts';
import { templatesOf } from '../store-templates.ts';
import type { LanguageMap } from '../stored-forms.ts';
import { mayAnnul } from './annul-consultation.ts';
import { mayDrawOrder } from './draw-order.ts';
import { requestClosing } from './request-closing.ts';
import { headOf } from './show-consultation.ts';

/** What two people open or close. */
export interface VoteBody {
  readonly slug: string;
  readonly title: LanguageMap;
  readonly contests: number;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly zone: string;
}

export type OpeningRefusal =
  | { readonly type: 'missing'; readonly problems: readonly OpeningProblem[] }
  | { readonly type: 'changed' };
export type ClosingRefusal = ClosingProblem;

/** Which settings of the database would lose ballots; handed in, for a test runs on one that is quick and forgetful. */
type AskUnsafe = (db: Database | Tx) => Promise<readonly { readonly name: string }[]>;

async function look(
  db: Database | Tx,
  consultation: ConsultationRecord,
  now: Date,
  { askUnsafe, hasMailer }: { readonly askUnsafe: AskUnsafe; readonly hasMailer: boolean },
): Promise<{ readonly problems: readonly OpeningProblem[]; readonly body: VoteBody }> {
  const { id, slug, title, status, calendar, zone } = consultation;
  const needs = await needsOfContests(db, id, await templatesOf(db, id));
  const contests = (await livingContests(db, id)).length;
  const unsafe = await askUnsafe(db);
  const problems = openingProblems({
    ...{ state: status, calendar, now: now.getTime(), contests },
    needs: contestNeeds.map((need) => ({ need, contests: needs.get(need) ?? 0 })),
    isRollFrozen: await isRollFrozen(db, id),
    trustees: await trusteesReady(db, id),
    unsafeSettings: unsafe.map(({ name }) => name),
    lacksMailer: !hasMailer && (await asksMailCode(db, id)),
  });
  const { opensAt, closesAt } = calendar.voting;
  return { problems, body: { slug, title, contests, opensAt, closesAt, zone } };
}

/** What is missing before the vote can be opened or closed, for its page. */
export async function openingView(
  { database, now, hasMailer }: ConsultationsContext,
  consultation: ConsultationRecord,
  language: string,
): Promise<OpeningView> {
  const at = now();
  const { id } = consultation;
  if (await votersAreStale(database, id)) await inTransaction(database, (tx) => countVoters(tx, id));
  const { problems, body } = await look(database, consultation, at, { askUnsafe: unsafeSettings, hasMailer });
  const closing = whyNotClose(consultation, at);
  const head = headOf(consultation, language);
  const act = consultation.status === 'frozen' ? 'vote.open' : 'vote.close';
  const waiting = (await waitingAct({ database }, act, id)) ?? null;
  const lacksStations = mayChangeStations(consultation.status) && (await stationsOf(database, id)).length === 0;
  const waitingAnnulment = (await waitingAct({ database }, 'consultation.annul', id)) ?? null;
  const lacksOrder = await mayDrawOrder(database, consultation);
  const may = { mayClose: closing === undefined, mayAnnul: mayAnnul(consultation.status) };
  return { head, problems, contests: body.contests, lacksStations, lacksOrder, ...may, waiting, waitingAnnulment };
}

/** Proposes to open the vote, so that a second guarantor may agree. */
export const proposeOpening = (
  { database, newId, now, hasMailer }: ConsultationsContext,
  consultation: string,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<Result<string, OpeningRefusal | ProposalRefusal>> =>
  inRefusableTransaction<string, OpeningRefusal | ProposalRefusal>(database, async (tx) => {
    const held = await hold(tx, consultation);
    const at = now();
    await countVoters(tx, held.id);
    const { problems, body } = await look(tx, held, at, { askUnsafe: unsafeSettings, hasMailer });
    if (problems.length > 0) return err({ type: 'missing', problems });
    const { id, territory } = held;
    return await proposeAct(tx, { id: newId(), act: 'vote.open', territory, subject: id, body, reason, by, now: at });
  });

/** Opens the vote in every contest that is not annulled; one that lacks anything keeps all from being opened. */
export async function openVote(
  tx: Tx,
  consultation: string,
  body: VoteBody,
  now: Date,
  askUnsafe: AskUnsafe = unsafeSettings,
): Promise<Result<Readonly<Record<string, unknown>>, OpeningRefusal>> {
  const held = await hold(tx, consultation);
  await countVoters(tx, held.id);
  // Whether letters can be sent was looked at when it was proposed.
  const { problems, body: standing } = await look(tx, held, now, { askUnsafe, hasMailer: true });
  if (problems.length > 0) return err({ type: 'missing', problems });
  if (body.contests !== standing.contests || body.closesAt !== standing.closesAt) return err({ type: 'changed' });
  const contests = await livingContests(tx, consultation);
  // Nothing is missing in any of them: that is what makes a contest ready, and its election what freezes it.
  for (const move of ['prepare', 'freeze', 'open'] as const) await moveContests(tx, consultation, contests, move);
  const next = moved(consultationMachine, held.status, 'open');
  invariant(next.ok, 'what is missing tells of the state too');
  await setStatus(tx, consultation, next.value);
  await requestClosing(tx, consultation, standing.closesAt, now);
  return ok({ contests: contests.length, closes: new Date(standing.closesAt).toISOString() });
}

/** Proposes to close a vote whose time is over. */
export const proposeClosing = (
  { database, newId, now }: ConsultationsContext,
  consultation: string,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<Result<string, ClosingRefusal | ProposalRefusal>> =>
  inRefusableTransaction<string, ClosingRefusal | ProposalRefusal>(database, async (tx) => {
    const held = await hold(tx, consultation);
    const at = now();
    const problem = whyNotClose(held, at);
    if (problem !== undefined) return err(problem);
    const { id, territory, slug, title, zone, calendar } = held;
    const contests = (await livingContests(tx, id)).length;
    const body: VoteBody = { slug, title, contests, ...calendar.voting, zone };
    return await proposeAct(tx, { id: newId(), act: 'vote.close', territory, subject: id, body, reason, by, now: at });
  });

/** Closes the vote in every contest, and asks for its tally. */
export async function closeVote(
  tx: Tx,
  consultation: string,
  now: Date,
): Promise<Result<Readonly<Record<string, unknown>>, ClosingRefusal>> {
  const held = await hold(tx, consultation);
  const problem = whyNotClose(held, now);
  if (problem !== undefined) return err(problem);
  const contests = await livingContests(tx, consultation);
  const closed = await moveContests(tx, consultation, contests, 'close');
  const next = moved(consultationMachine, held.status, 'close');
  invariant(next.ok, 'an open vote can be closed');
  await setStatus(tx, consultation, next.value);
  const { calendar, zone } = held;
  const { opensAt, closesAt } = calendar.voting;
  // In a demo, before its time: the calendar tells when the vote ended.
  if (now.getTime() < closesAt) {
    await setCalendar(tx, consultation, { ...calendar, voting: { opensAt, closesAt: now.getTime() } }, zone);
  }
  await requestTally(tx, consultation);
  return ok({ contests: closed });
}

const whyNotClose = ({ status, calendar, isDemo }: ConsultationRecord, now: Date): ClosingProblem | undefined =>
  closingProblem({ state: status, calendar, isDemo }, now.getTime());

async function hold(tx: Tx, consultation: string): Promise<ConsultationRecord> {
  const held = await holdConsultation(tx, consultation);
  invariant(held !== undefined, 'a consultation is never deleted once its rules are frozen');
  return held;
}
