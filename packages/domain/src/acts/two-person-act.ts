import { err, ok, type Result } from '@convite/kernel';
import { type Act, type Grant, mayAct } from '../access/acts.ts';
import { moved, type StateMachine } from '../state-machine.ts';

/** The life of an act that needs two people; docs/states/two-person-act.md draws it. */
export type ActState = 'proposed' | 'carried_out' | 'declined' | 'withdrawn';

/** `agree` and `decline` are for another person than the one who proposed, `withdraw` for nobody but that one. */
export type ActMove = 'agree' | 'decline' | 'withdraw';

export const actMachine: StateMachine<ActState, ActMove> = {
  first: 'proposed',
  moves: {
    proposed: { agree: 'carried_out', decline: 'declined', withdraw: 'withdrawn' },
    carried_out: {},
    declined: {},
    withdrawn: {},
  },
};

/** An act as it stands when somebody decides on it. */
export interface ActBeforeDecision {
  readonly act: Act;
  readonly state: ActState;
  readonly proposedBy: string;
  /** What the proposer may now: rights may have ended since. */
  readonly proposerGrants: readonly Grant[];
  /** Ids of its territory and of all above; empty for the whole installation. */
  readonly path: readonly string[];
}

export type DecisionRefusal =
  | { readonly type: 'already_decided'; readonly state: ActState }
  | { readonly type: 'not_allowed' }
  | { readonly type: 'same_person' }
  | { readonly type: 'not_the_proposer' }
  | { readonly type: 'proposer_lost_role' };

/** What becomes of an act when a person decides so, or why that person may not. */
export function decideAct(
  { act, state, proposedBy, proposerGrants, path }: ActBeforeDecision,
  move: ActMove,
  person: { readonly account: string; readonly grants: readonly Grant[] },
): Result<ActState, DecisionRefusal> {
  const next = moved(actMachine, state, move);
  if (!next.ok) return err({ type: 'already_decided', state });
  const isProposer = person.account === proposedBy;
  if (move === 'withdraw') return isProposer ? next : err({ type: 'not_the_proposer' });
  if (!mayAct(person.grants, act, path)) return err({ type: 'not_allowed' });
  if (isProposer) return err({ type: 'same_person' });
  if (move === 'agree' && !mayAct(proposerGrants, act, path)) return err({ type: 'proposer_lost_role' });
  return ok(next.value);
}
