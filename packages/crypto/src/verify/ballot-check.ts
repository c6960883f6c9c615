import { err, invariant, ok, type Result } from '@convite/kernel';
import { type Election, type Suite, withElection } from '../v1/election/election.ts';
import { hashOfText } from '../v1/election/fingerprint.ts';
import { verifyBallot } from '../v1/ballot/verify-ballot.ts';
import { ballotWire } from '../v1/wire/ballot-wire.ts';
import { Misread, readText } from '../v1/wire/codec.ts';
import { type CheckFailure, createCheckRecord } from './check-record.ts';

/** What a board must know of a ballot whose proofs hold. */
export interface SoundBallot {
  /** The public credential that it names and is signed with. */
  readonly credential: string;
  readonly tracker: string;
}

/** Checks ballots of one election one by one; a refusal names every check that fails. */
export type BallotCheck = (text: string) => Result<SoundBallot, readonly CheckFailure[]>;

/**
 * A check of single ballots before they enter a board: all that `verifyBallot` asks but what only the board knows.
 *
 * Checks: ballot.form to ballot.knowledge, except ballot.credential and ballot.unique: whether the credential is listed,
 *   and the ballot new, is for the caller to ask where both are stored.
 * Requires: the election can be read: its form was checked before. @throws InvariantError if not
 */
export function createBallotCheck(suite: Suite, electionText: string): BallotCheck {
  const check = withElection(suite, electionText, createCheckRecord(), checkOf);
  invariant(check !== undefined, 'ballots are checked for an election that can be read');
  return check;
}

function checkOf<E>(election: Election<E>): BallotCheck {
  return (text) => {
    const record = createCheckRecord();
    // Any number will do for the credential: the list of the election is with the caller.
    const ballot = verifyBallot(election, () => 0, text, 'ballot', record);
    if (ballot === undefined) return err(record.totals().failures);
    return ok({ credential: credentialOf(text), tracker: hashOfText(election.sha256, text) });
  };
}

function credentialOf(text: string): string {
  const wire = readText(ballotWire, text);
  invariant(!(wire instanceof Misread), 'a verified ballot can be read');
  return wire.credential;
}
