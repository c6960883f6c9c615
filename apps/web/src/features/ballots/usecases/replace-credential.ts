import { credentialMachine, moved } from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import type { Tx } from '../../../persistence/database.ts';
import { credentialStandings } from '../store-board.ts';
import { releaseCredential, voidCredential } from '../store-credentials.ts';
import { lockElection } from '../store-elections.ts';

/** Why a credential is not replaced, or a spare not given out. */
export type ReplaceRefusal =
  | { readonly type: 'no_election' }
  /** After the end of the vote it would be of no use. */
  | { readonly type: 'vote_ended' }
  | { readonly type: 'unknown_credential'; readonly credential: string }
  /** A ballot was cast with it: whoever lost the letter has voted, or somebody did in their place. */
  | { readonly type: 'credential_used' }
  | { readonly type: 'credential_void' }
  /** Not one of the spares, or one that was given out already. */
  | { readonly type: 'no_free_spare'; readonly credential: string };

/** What is done with a spare: it takes the place of a lost credential, or is for somebody who was added to the roll. */
export interface Replacement {
  readonly contest: string;
  /** The public credential of the lost letter; null for an addition. */
  readonly lost: string | null;
  readonly spare: string;
}

/**
 * Gives out a spare credential; the lost one that it replaces casts no more.
 *
 * Takes the lock of the board, so that a ballot cast with the lost letter at the same time stands before, and then nothing
 * is replaced; or comes after, and is refused. The audit line is written by the act of two people that this is part of.
 */
export async function releaseSpare(
  tx: Tx,
  { contest, lost, spare }: Replacement,
  now: Date,
): Promise<Result<undefined, ReplaceRefusal>> {
  const election = await lockElection(tx, contest);
  if (election === undefined) return err({ type: 'no_election' });
  if (election.state !== 'voting') return err({ type: 'vote_ended' });
  const standings = await credentialStandings(tx, contest, lost === null ? [spare] : [lost, spare]);
  if (lost !== null) {
    const old = standings.get(lost);
    if (old === undefined) return err({ type: 'unknown_credential', credential: lost });
    if (!moved(credentialMachine, old.state, 'void').ok) {
      return err({ type: old.state === 'used' ? 'credential_used' : 'credential_void' });
    }
  }
  const free = standings.get(spare);
  if (free === undefined || !moved(credentialMachine, free.state, 'give').ok) {
    return err({ type: 'no_free_spare', credential: spare });
  }
  if (lost !== null) await voidCredential(tx, contest, lost, now);
  await releaseCredential(tx, contest, spare, now);
  return ok(undefined);
}
