import {
  consultationMachine,
  type ContestState,
  extended,
  type ExtensionRefusal,
  statesBefore,
  withdrawn,
  type WithdrawalRefusal,
} from '@convite/domain';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { inRefusableTransaction, type Tx } from '../../../persistence/database.ts';
import { proposeAct, type ProposalRefusal } from '../../accounts/index.ts';
import type { ConsultationsContext } from '../consultations-context.ts';
import { type ConsultationRecord, holdConsultation, setCalendar } from '../store.ts';
import { type ContestRecord, findContest, moveContests } from '../store-contests.ts';
import { optionsOf, withdrawOption } from '../store-options.ts';
import type { LanguageMap } from '../stored-forms.ts';
import { requestClosing } from './request-closing.ts';

/** What may still change once rules are frozen: each proposed by one, agreed on by another, with a reason for everyone. */

/** The consultation as both people see it. */
interface OfConsultation {
  readonly slug: string;
  readonly title: LanguageMap;
}

export interface ExtensionBody extends OfConsultation {
  readonly from: number;
  readonly to: number;
  readonly zone: string;
}

export interface WithdrawalBody extends OfConsultation {
  readonly consultation: string;
  readonly place: string;
  readonly number: number;
  readonly option: string;
}

export interface AnnulmentBody extends OfConsultation {
  readonly consultation: string;
  readonly place: string;
}

export type AnnulmentRefusal = { readonly type: 'not_now'; readonly contest: ContestState };
export type LaterRefusal = ExtensionRefusal | WithdrawalRefusal | AnnulmentRefusal | { readonly type: 'changed' };

interface Proposer {
  readonly by: string;
  readonly reason: string;
}

export const proposeExtension = (
  { database, newId, now }: ConsultationsContext,
  consultation: string,
  to: number,
  { by, reason }: Proposer,
): Promise<Result<string, ExtensionRefusal | ProposalRefusal>> =>
  inRefusableTransaction<string, ExtensionRefusal | ProposalRefusal>(database, async (tx) => {
    const held = await holdAgreed(tx, consultation);
    const { id, territory, slug, title, zone, calendar, status } = held;
    const at = now();
    const window = extended(calendar, to, status, at.getTime());
    if (!window.ok) return window;
    const body: ExtensionBody = { slug, title, from: calendar.voting.closesAt, to, zone };
    return await proposeAct(tx, { id: newId(), act: 'vote.extend', territory, subject: id, body, reason, by, now: at });
  });

/** Moves the end of the vote later, for everyone. */
export async function extendVote(
  tx: Tx,
  consultation: string,
  { from, to }: ExtensionBody,
  now: Date,
): Promise<Result<Readonly<Record<string, unknown>>, LaterRefusal>> {
  const { calendar, zone, status } = await holdAgreed(tx, consultation);
  if (calendar.voting.closesAt !== from) return err({ type: 'changed' });
  const window = extended(calendar, to, status, now.getTime());
  if (!window.ok) return window;
  await setCalendar(tx, consultation, { ...calendar, voting: window.value }, zone);
  if (status === 'open') await requestClosing(tx, consultation, to, now);
  return ok({ from: new Date(from).toISOString(), to: new Date(to).toISOString() });
}

export const proposeWithdrawal = (
  { database, newId, now }: ConsultationsContext,
  consultation: string,
  contest: string,
  number: number,
  { by, reason }: Proposer,
): Promise<Result<string, WithdrawalRefusal | ProposalRefusal>> =>
  inRefusableTransaction<string, WithdrawalRefusal | ProposalRefusal>(database, async (tx) => {
    const held = await holdAgreed(tx, consultation);
    const { status, territory, voiced } = await contestOf(tx, held, contest);
    const options = await optionsOf(tx, contest);
    const left = withdrawn(options, number, held.status, status);
    if (!left.ok) return left;
    const option = options.find((one) => one.number === number)?.title ?? '';
    const body: WithdrawalBody = { ...voiced, number, option };
    return await proposeAct(tx, {
      ...{ id: newId(), act: 'option.withdraw', territory, subject: contest, body, reason, by },
      now: now(),
    });
  });

/** Withdraws an option: its number stays empty, ballots that name it count for nothing there. */
export async function withdraw(
  tx: Tx,
  contest: string,
  { consultation, number, option }: WithdrawalBody,
  now: Date,
): Promise<Result<Readonly<Record<string, unknown>>, LaterRefusal>> {
  const held = await holdAgreed(tx, consultation);
  const { status } = await contestOf(tx, held, contest);
  const left = withdrawn(await optionsOf(tx, contest), number, held.status, status);
  if (!left.ok) return left;
  await withdrawOption(tx, contest, number, now);
  return ok({ number, option });
}

export const proposeAnnulment = (
  { database, newId, now }: ConsultationsContext,
  consultation: string,
  contest: string,
  { by, reason }: Proposer,
): Promise<Result<string, AnnulmentRefusal | ProposalRefusal>> =>
  inRefusableTransaction<string, AnnulmentRefusal | ProposalRefusal>(database, async (tx) => {
    const held = await holdAgreed(tx, consultation);
    const { status, territory, voiced } = await contestOf(tx, held, contest);
    if (!mayEnd(held, status)) return err({ type: 'not_now', contest: status });
    const body: AnnulmentBody = voiced;
    return await proposeAct(tx, {
      ...{ id: newId(), act: 'contest.annul', territory, subject: contest, body, reason, by },
      now: now(),
    });
  });

/** Annuls a contest: it ends without a result. */
export async function annul(
  tx: Tx,
  contest: string,
  { consultation, place }: AnnulmentBody,
): Promise<Result<Readonly<Record<string, unknown>>, LaterRefusal>> {
  const held = await holdAgreed(tx, consultation);
  const { status } = await contestOf(tx, held, contest);
  if (!mayEnd(held, status)) return err({ type: 'not_now', contest: status });
  await moveContests(tx, consultation, [contest], 'annul');
  return ok({ place });
}

/** A contest of a consultation that is over or still a draft is not annulled: there it is removed, or stands. */
const mayEnd = (consultation: ConsultationRecord, contest: ContestState): boolean =>
  contestsMayEnd(consultation) && statesBefore('annul').includes(contest);

/** Whether contests of a consultation can be annulled at all now. */
export const contestsMayEnd = ({ status }: Pick<ConsultationRecord, 'status'>): boolean =>
  status !== 'draft' && consultationMachine.moves[status].annul !== undefined;

/** The consultation of an act, held until the transaction ends. */
export async function holdAgreed(tx: Tx, consultation: string): Promise<ConsultationRecord> {
  const held = await holdConsultation(tx, consultation);
  invariant(held !== undefined, 'a consultation is never deleted once something was proposed about it');
  return held;
}

async function contestOf(
  tx: Tx,
  { id, slug, title }: ConsultationRecord,
  contest: string,
): Promise<{
  readonly status: ContestRecord['status'];
  readonly territory: string;
  readonly voiced: AnnulmentBody;
}> {
  const found = await findContest(tx, id, contest);
  invariant(found !== undefined, 'the gate let in to a contest of this consultation, and frozen ones stay');
  const { status, territory } = found;
  return {
    status,
    territory: territory.id,
    voiced: { slug, title, consultation: id, place: `${territory.name} (${territory.code})` },
  };
}
