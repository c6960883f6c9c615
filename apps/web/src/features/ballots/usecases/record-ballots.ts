import type { Sha256Hex, SoundBallot } from '@convite/crypto';
import { credentialMachine, moved } from '@convite/domain';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { inTransaction, type Tx } from '../../../persistence/database.ts';
import type { BallotsContext } from '../ballots-context.ts';
import {
  type BallotRow,
  type CredentialStanding,
  credentialStandings,
  insertBallots,
  insertEvents,
  moveHead,
  type NewBoardEvent,
  standingBallots,
} from '../store-board.ts';
import { burnAdmissions, type BurntAdmission, usedAdmissions } from '../store-admissions.ts';
import { type ContestStanding, contestStanding, lockElection } from '../store-elections.ts';
import { headOf, nextEvent } from './append-event.ts';
import { whyStopped } from './why-stopped.ts';

/** A ballot whose proofs hold, on its way to the board. */
export interface CheckedBallot extends SoundBallot {
  readonly text: string;
  /** Hash of the one-time admission that it is cast with, where the consultation asks for one. */
  readonly admission?: string | undefined;
}

/** Where a ballot stands on the board. */
export interface RecordedBallot {
  readonly height: number;
  readonly hash: Sha256Hex;
  /** The text of its event. */
  readonly event: string;
  /** False where the same ballot had been recorded before. */
  readonly isNew: boolean;
}

/** Why a ballot whose proofs hold is not recorded. */
export type CastRefusal =
  | { readonly type: 'unknown_contest' }
  | { readonly type: 'not_open_yet'; readonly opensAt: Date }
  | { readonly type: 'closed' }
  | { readonly type: 'unknown_credential' }
  /** It was replaced, or is a spare that nobody was given. */
  | { readonly type: 'void_credential' }
  | { readonly type: 'too_many_ballots'; readonly most: number }
  /** The one-time admission was cast with another letter. */
  | { readonly type: 'admission_used' }
  /** The database holds less than was signed, or something else. */
  | { readonly type: 'board_stopped' };

export type CastOutcome = Result<RecordedBallot, CastRefusal>;

/** Ballots that one credential may cast: far more than anybody changes their mind, and a bound on what fills the disk. */
const mostRevisions = 1000;

/**
 * Records ballots of one contest in one short transaction, in the order given.
 *
 * Whether the vote is open, and the credential good, is read again under the lock of the election's row; the unique
 * constraints of the tables hold whatever this function does. A ballot that stands on the board already is answered with
 * its place, also after the end of the vote.
 */
export async function recordBallots(
  { database, boards, now }: Pick<BallotsContext, 'boards' | 'database' | 'now'>,
  contest: string,
  ballots: readonly CheckedBallot[],
): Promise<readonly CastOutcome[]> {
  return await inTransaction(database, async (tx) => {
    const election = await lockElection(tx, contest);
    if (election === undefined) return ballots.map(() => err({ type: 'unknown_contest' }));
    if ((await whyStopped(boards, tx, contest, election)) !== undefined) {
      return ballots.map(() => err({ type: 'board_stopped' }));
    }
    const standing = await contestStanding(tx, contest);
    const closed = standing === undefined ? undefined : whyNotOpen(standing, now());
    const credentials = await credentialStandings(tx, contest, [...new Set(ballots.map((each) => each.credential))]);
    const before = await standingBallots(tx, contest, [...new Set(ballots.map(({ tracker }) => tracker))]);
    const recorded = new Map([...before].map(([tracker, row]) => [tracker, { ...row, event: row.event.toString() }]));
    const admissions = ballots.flatMap(({ admission }) => admission ?? []);
    const used = new Map((await usedAdmissions(tx, contest, admissions)).map((one) => [one.admission, one.credential]));
    const burnt: BurntAdmission[] = [];
    const revisions = new Map<string, number>();
    const events: NewBoardEvent[] = [];
    const rows: BallotRow[] = [];
    let [head, voters] = [headOf(election), election.voters];
    const outcomes = ballots.map((ballot): CastOutcome => {
      const { credential, tracker, admission } = ballot;
      const known = recorded.get(tracker);
      if (known !== undefined) return ok({ ...known, isNew: false });
      if (closed !== undefined) return err(closed);
      const lastRevision = revisions.get(credential);
      const refusal = whyNotThis(credentials.get(credential), lastRevision);
      if (typeof refusal !== 'number') return err(refusal);
      const owner = admission === undefined ? undefined : used.get(admission);
      if (owner !== undefined && owner !== credential) return err({ type: 'admission_used' });
      const next = nextEvent(head, { type: 'Ballot', payload: Buffer.from(ballot.text) });
      if (next === undefined) return err({ type: 'closed' });
      const event = next.event.records.at(-1);
      invariant(event !== undefined, 'an event has itself among its records');
      const { height } = next.event;
      ({ head } = next);
      if (admission !== undefined && owner === undefined) {
        used.set(admission, credential);
        burnt.push({ admission, credential });
      }
      events.push(next.event);
      rows.push({ credential, tracker, height, revision: refusal + 1 });
      revisions.set(credential, refusal + 1);
      if (refusal === 0) voters += 1;
      const place = { tracker, height, hash: next.hash, event: Buffer.from(event.content).toString() };
      recorded.set(tracker, place);
      return ok({ ...place, isNew: true });
    });
    if (events.length > 0) {
      await insertEvents(tx, contest, events);
      await insertBallots(tx, contest, rows);
      await burnAdmissions(tx, contest, burnt);
      await moveHead(tx, contest, head, { ballots: election.ballots + rows.length, voters });
      await recordCast(tx, contest, rows.length, now());
    }
    return outcomes;
  });
}

/** Why no new ballot is taken now; undefined while the vote is open. */
export function whyNotOpen(
  { contest, consultation, opensAt, closesAt }: ContestStanding,
  now: Date,
): CastRefusal | undefined {
  const isBefore = contest === 'draft' || contest === 'ready' || contest === 'frozen';
  if (isBefore || consultation === 'draft' || consultation === 'frozen' || now < opensAt) {
    return { type: 'not_open_yet', opensAt };
  }
  return contest === 'open' && consultation === 'open' && now < closesAt ? undefined : { type: 'closed' };
}

/** The number of ballots that the credential has cast, or why it may cast none. */
function whyNotThis(credential: CredentialStanding | undefined, inThisBatch: number | undefined): CastRefusal | number {
  if (credential === undefined) return { type: 'unknown_credential' };
  if (!moved(credentialMachine, credential.state, 'cast').ok) return { type: 'void_credential' };
  const cast = inThisBatch ?? credential.lastRevision;
  return cast >= mostRevisions ? { type: 'too_many_ballots', most: mostRevisions } : cast;
}

/** Says that ballots came, to the minute: neither whose, nor which, nor exactly when. */
async function recordCast(tx: Tx, contest: string, ballots: number, now: Date): Promise<void> {
  await appendAudit(tx, {
    event: 'ballots.recorded',
    subject: contest,
    actor: null,
    territory: null,
    details: { ballots },
    isPublic: false,
    now: new Date(Math.floor(now.getTime() / 60_000) * 60_000),
  });
}
