import type { Instance, ProjectIndex } from '../model/instance.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Ballot, Profile } from '../model/profile.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { minorUnits } from '../rules/amounts.ts';
import type { Contest } from '../rules/contest.ts';
import { changeBallots, withCost } from './changed-election.ts';
import { guessBallots, guessCost } from './first-guess.ts';
import { isMonotoneInBallots, isMonotoneInCost } from './switch-proof.ts';

/** One quantity that can be changed by whole units, everything else equal, towards what turns the outcome. */
export interface ElectionChange<T> {
  /** The quantity after a change of so many units. */
  readonly valueAt: (change: bigint) => T;
  readonly electionAt: (change: bigint) => { readonly instance: Instance; readonly profile: Profile };
  /** The largest change that makes sense; none if not positive. */
  readonly range: bigint;
  readonly guess: bigint;
  /** Proven: whatever a change turns, every larger one turns. */
  readonly monotone: boolean;
  /** A change that turns nothing may be proven to refute all smaller ones by `neverBought`. */
  readonly isRefutable: boolean;
}

/** What a change starts from. */
export interface Start {
  readonly contest: Contest;
  readonly outcome: Outcome;
  readonly project: ProjectIndex;
  readonly isFunded: boolean;
}

/** The cost: lower down to one minor unit for a project not funded, else higher up to what nothing could pay. */
export function costChange({ contest, outcome, project, isFunded }: Start): ElectionChange<bigint> {
  const { instance, profile, ruleSet } = contest;
  const cost = instance.projects[project]?.cost ?? 0n;
  const valueAt = (change: bigint) => (isFunded ? cost + change : cost - change);
  return {
    valueAt,
    electionAt: (change) => ({ instance: withCost(instance, project, valueAt(change)), profile }),
    range: isFunded ? mostMoney(instance, ruleSet) + 1n - cost : cost - 1n,
    guess: isFunded ? cost / 8n : cost - guessCost(contest, outcome, project),
    // A project without cost stands elsewhere than its neighbours in the order: the argument begins at one minor unit.
    monotone: cost > 0n && isMonotoneInCost(ruleSet),
    isRefutable: !isFunded && ruleSet.rule === 'equal-shares' && ruleSet.comparison === 'none',
  };
}

/** Equal ballots: more, up to as many as were cast, for a project not funded, else fewer, down to none. */
export function ballotChange({ contest, outcome, project, isFunded }: Start, ballot: Ballot): ElectionChange<number> {
  const { instance, profile, ruleSet } = contest;
  const changed = changeBallots(profile, ballot);
  const valueAt = (change: bigint) => Number(isFunded ? -change : change);
  return {
    valueAt,
    electionAt: (change) => ({ instance, profile: changed.add(valueAt(change)) }),
    range: BigInt(isFunded ? changed.present : profile.ballots),
    guess: isFunded ? BigInt(changed.present) : guessBallots(contest, outcome, project, ballot),
    monotone: isMonotoneInBallots(ruleSet),
    isRefutable: false,
  };
}

/** The highest cost that any project can have and be funded. */
function mostMoney({ budget, decimals }: Instance, ruleSet: RuleSet): bigint {
  if (ruleSet.rule !== 'greedy' || typeof ruleSet.misfit === 'string') return budget;
  return budget + (minorUnits(ruleSet.misfit.reserve, decimals) ?? 0n);
}
