import type { Brand } from '@convite/kernel';
import type { Ciphertext } from '../../primitives/group.ts';
import type { Election } from '../election/election.ts';

/** The encrypted answer to one question, its proofs checked. */
export type VerifiedAnswer =
  | { readonly kind: 'homomorphic'; readonly choices: readonly Ciphertext[] }
  | { readonly kind: 'mixed'; readonly ciphertext: Ciphertext };

/** What is known of a verified ballot. */
export interface BallotContents<E> {
  readonly identity: Election<E>['identity'];
  /** The number of its credential in the published list. */
  readonly credential: number;
  /** SHA-256 of the ballot's text in base64: how its voter finds it. */
  readonly tracker: string;
  readonly answers: readonly VerifiedAnswer[];
}

/**
 * A ballot of the election `E` that passed every check that can be made on it alone.
 *
 * Only `verifyBallot` makes one. That it stands once on the board, and is its credential's last, is the board's matter.
 */
export type VerifiedBallot<E> = Brand<BallotContents<E>, 'VerifiedBallot'>;
