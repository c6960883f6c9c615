import type { Result } from '@convite/kernel';
import { groupBallots } from '../model/group-ballots.ts';
import type { Instance, ProjectIndex } from '../model/instance.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Ballot, BallotKind, Profile } from '../model/profile.ts';
import type { RuleSet } from '../rules/rule-set.ts';

/** Everything a count depends on, with the ballots one by one: what an axiom alters and compares. */
export interface Poll {
  readonly instance: Instance;
  readonly kind: BallotKind;
  readonly ballots: readonly Ballot[];
  readonly ruleSet: RuleSet;
}

/** Any counter under test: the engine's `count`, or another that makes the same promises. */
export type Counter = (instance: Instance, profile: Profile, ruleSet: RuleSet) => Result<Outcome, unknown>;

/** What an axiom says of one poll. `fails` names the alteration and what it did. */
export type AxiomVerdict =
  | { readonly type: 'holds' }
  | { readonly type: 'silent'; readonly because: string }
  | { readonly type: 'fails'; readonly how: string };

export const holds: AxiomVerdict = { type: 'holds' };

export const silent = (because: string): AxiomVerdict => ({ type: 'silent', because });

export const fails = (how: string): AxiomVerdict => ({ type: 'fails', how });

/** The outcome of a poll, or undefined where the counter refuses it or left branches of a tie out. */
export function outcomeOf(poll: Poll, counter: Counter): Outcome | undefined {
  const { profile } = groupBallots(poll.kind, poll.ballots);
  const counted = counter(poll.instance, profile, poll.ruleSet);
  return counted.ok && counted.value.allBranchesFollowed ? counted.value : undefined;
}

/** The sets of winners that lots can still give, one if none are needed: ascending, in an order of their own. */
export function setsOf(outcome: Outcome): readonly (readonly ProjectIndex[])[] {
  const sets = outcome.status === 'complete' ? [outcome.winners] : outcome.possible;
  return sets
    .map((set) => set.toSorted((a, b) => a - b))
    .toSorted((a, b) => {
      const at = a.findIndex((p, i) => p !== b[i]);
      return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
    });
}

/** Says the same sets the same way, so that families compare as texts. */
export const writeSets = (sets: readonly (readonly ProjectIndex[])[]): string =>
  sets.map((set) => `{${set.join(',')}}`).join(' ');

/** Those that win whatever the lots say. */
export const certainWinners = (outcome: Outcome): readonly ProjectIndex[] => outcome.winners.toSorted((a, b) => a - b);
