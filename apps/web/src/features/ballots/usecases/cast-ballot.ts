import { type CheckFailure, writeReceipt } from '@convite/crypto';
import { credentialMachine, moved } from '@convite/domain';
import { err, invariant, ok, type Result } from '@convite/kernel';
import type { BallotsContext } from '../ballots-context.ts';
import { credentialStandings, standingBallots } from '../store-board.ts';
import { contestStanding, electionText } from '../store-elections.ts';
import { needsSecondFactor } from '../store-admissions.ts';
import type { Admission, Place } from './admission.ts';
import { readAdmission } from './admission-text.ts';
import { hashOf } from './append-event.ts';
import type { CastLines } from './cast-lines.ts';
import { claimedCredential } from './claimed-credential.ts';
import type { ElectionTexts, KnownElection } from './election-texts.ts';
import type { Publishing } from './publishing.ts';
import { type CastRefusal, type RecordedBallot, whyNotOpen } from './record-ballots.ts';

/** What casting works with. */
export interface Casting {
  readonly context: BallotsContext;
  readonly elections: ElectionTexts;
  readonly admission: Admission;
  readonly lines: CastLines;
  readonly publishing: Publishing;
}

/** A ballot that stands on the board, and what its voter keeps. */
export interface CastBallot {
  readonly receipt: string;
  readonly tracker: string;
  readonly height: number;
  readonly isNew: boolean;
}

/** Why there is no receipt. */
export type CastProblem =
  | CastRefusal
  | { readonly type: 'admission_needed' }
  | { readonly type: 'refused_ballot'; readonly failures: readonly CheckFailure[] }
  | ({ readonly type: 'waiting' } & Place);

/**
 * Casts a ballot: its proofs are checked with nothing locked, then it is recorded, then the board is published with it;
 * only then there is a receipt.
 *
 * The same text again is the same ballot: it gets the same receipt, byte for byte, however often and whenever it comes.
 */
export async function castBallot(
  casting: Casting,
  contest: string,
  text: string,
  admissionText?: string,
): Promise<Result<CastBallot, CastProblem>> {
  const { admission, context } = casting;
  const tracker = hashOf(text);
  const place = admission.enter(tracker, context.now());
  if (place !== 'inside') return err({ type: 'waiting', ...place });
  try {
    return await castInside(casting, contest, { text, tracker, admissionText });
  } finally {
    admission.leave(tracker, context.now());
  }
}

interface Sent {
  readonly text: string;
  readonly tracker: string;
  readonly admissionText: string | undefined;
}

async function castInside(
  casting: Casting,
  contest: string,
  { text, tracker, admissionText }: Sent,
): Promise<Result<CastBallot, CastProblem>> {
  const { context, elections, lines } = casting;
  const election = await elections.of(contest);
  if (election === undefined) return err({ type: 'unknown_contest' });
  const early = await lookEarly(context, contest, tracker, claimedCredential(text));
  if (early.type === 'known') return await receiptOf(casting, contest, election.fingerprint, early.ballot, tracker);
  if (early.type === 'refused') return err(early.refusal);
  const admission = readAdmission(context.secondFactor, contest, admissionText ?? '');
  if (election.needsAdmission && admission === undefined) return err({ type: 'admission_needed' });
  const answer = await context.proofs.perform({ type: 'ballot', electionText: election.text, text });
  invariant(answer.type === 'ballot', 'a ballot is answered as one');
  if (!answer.result.ok) return err({ type: 'refused_ballot', failures: answer.result.error });
  const recorded = await lines.record(contest, {
    ...answer.result.value,
    text,
    admission: election.needsAdmission ? admission : undefined,
  });
  if (!recorded.ok) return recorded;
  return await receiptOf(casting, contest, election.fingerprint, recorded.value, tracker);
}

type EarlyLook =
  | { readonly type: 'known'; readonly ballot: RecordedBallot }
  | { readonly type: 'refused'; readonly refusal: CastRefusal }
  | { readonly type: 'new' };

/**
 * What can be said before the proofs are looked at, which take time: that nobody can make the server work for nothing.
 * All of it is asked again under the lock.
 */
async function lookEarly(
  { database, now }: BallotsContext,
  contest: string,
  tracker: string,
  credential: string | undefined,
): Promise<EarlyLook> {
  const known = (await standingBallots(database, contest, [tracker])).get(tracker);
  if (known !== undefined) {
    return { type: 'known', ballot: { ...known, event: known.event.toString(), isNew: false } };
  }
  const standing = await contestStanding(database, contest);
  const refusal = standing === undefined ? undefined : whyNotOpen(standing, now());
  if (refusal !== undefined) return { type: 'refused', refusal };
  // A ballot that is not in its one form is refused for that by the checks.
  if (credential === undefined) return { type: 'new' };
  const found = (await credentialStandings(database, contest, [credential])).get(credential);
  if (found === undefined) return { type: 'refused', refusal: { type: 'unknown_credential' } };
  return moved(credentialMachine, found.state, 'cast').ok
    ? { type: 'new' }
    : { type: 'refused', refusal: { type: 'void_credential' } };
}

/** Waits until the signed head holds the ballot, and writes its receipt. */
async function receiptOf(
  { context: { boards }, publishing }: Casting,
  contest: string,
  fingerprint: string,
  { height, hash, event, isNew }: RecordedBallot,
  tracker: string,
): Promise<Result<CastBallot, CastProblem>> {
  const published = await publishing.publish(contest);
  if (!published.ok || published.value.size <= height) return err({ type: 'board_stopped' });
  const head = boards.sign({ contest, size: height + 1, hash });
  const receipt = writeReceipt({ convite_receipt: 1, election: fingerprint, tracker, event, head });
  return ok({ receipt, tracker, height, isNew });
}

/** Reads the election of a contest, and whether it is fixed: from the opening on nothing of it changes. */
export async function readElection(
  { database }: BallotsContext,
  contest: string,
): Promise<{ readonly election: KnownElection; readonly isFixed: boolean } | undefined> {
  const text = await electionText(database, contest);
  const standing = await contestStanding(database, contest);
  if (text === undefined || standing === undefined) return undefined;
  const isFixed = !['draft', 'ready', 'frozen'].includes(standing.contest);
  const needsAdmission = await needsSecondFactor(database, contest);
  return { election: { text, fingerprint: hashOf(text), needsAdmission }, isFixed };
}
