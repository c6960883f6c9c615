import { invariant } from '@convite/kernel';
import { ballotPlace } from './places.ts';
import { type Election, type Suite, withElection } from '../v1/election/election.ts';
import { runningTally } from '../v1/tally/tally.ts';
import { writeTally } from '../v1/tally/read-tally.ts';
import { verifyBallot } from '../v1/ballot/verify-ballot.ts';
import { type CheckTotals, createCheckRecord } from './check-record.ts';

/** A ballot as it stands on the board, with what only the whole board tells about it. */
export interface BoardBallot {
  readonly height: number;
  readonly text: string;
  /** The number in the list of the credential that the text names; undefined when it is not listed. */
  readonly credential: number | undefined;
  /** The weight with which it counts: 0 when a later ballot of the same credential replaces it. */
  readonly weight: bigint;
}

/** What a verifier of ballots has found since it began. */
export interface BallotFindings {
  readonly checks: CheckTotals;
  /** The encrypted tally of the ballots that count, as the format writes it; mixed questions in any order. */
  readonly tally: string;
}

/** Verifies ballots of one election, batch after batch, and adds up those that count. */
export interface BallotVerifier {
  readonly verify: (ballots: readonly BoardBallot[]) => void;
  readonly findings: () => BallotFindings;
}

/**
 * A verifier for the ballots of one election: the work that several processors share.
 *
 * Requires: the election can be read: its form was checked before. @throws InvariantError if not
 */
export function createBallotVerifier(suite: Suite, electionText: string): BallotVerifier {
  const verifier = withElection(suite, electionText, createCheckRecord(), verifierOf);
  invariant(verifier !== undefined, 'ballots are verified for an election that can be read');
  return verifier;
}

function verifierOf<E>(election: Election<E>): BallotVerifier {
  const record = createCheckRecord();
  const tally = runningTally(election);
  return {
    verify(ballots) {
      for (const { height, text, credential, weight } of ballots) {
        const ballot = verifyBallot(election, () => credential, text, ballotPlace(height), record);
        if (ballot !== undefined && weight > 0n) tally.add(ballot, weight);
      }
    },
    findings: () => ({ checks: record.totals(), tally: writeTally(election.group, tally.sums()) }),
  };
}
