import { assertNever, err, invariant, ok, type Result } from '@convite/kernel';
import type { Instance } from '../model/instance.ts';
import type { NotFunded, Outcome } from '../model/outcome.ts';
import type { Profile } from '../model/profile.ts';
import type { RuleSet } from './rule-set.ts';
import type { Utility } from '../model/rule-set-members.ts';
import { minorUnits } from './amounts.ts';
import { type Contest, type ContestRefusal, pointsOf, prepareContest, refuseContest } from './contest.ts';
import { countEqualShares } from './equal-shares/rule.ts';
import { countGreedy } from './greedy/rule.ts';
import { countMajorityJudgement } from './majority-judgement/rule.ts';
import type { Pass } from './pass.ts';
import { countPhragmen } from './phragmen/rule.ts';
import { type Branch, followBranches, judgeTies, type TieBreaker } from './ties.ts';
import { isUtilityOf } from './utility.ts';

export type CountRefusal =
  | ContestRefusal
  | { readonly type: 'utility_needs'; readonly utility: Utility; readonly needs: 'points' | 'ranks' }
  | { readonly type: 'rule_needs_scores' }
  | { readonly type: 'minimum_needs_points' }
  | { readonly type: 'step_not_positive' };

/**
 * Applies a rule set to the ballots.
 *
 * The answer is exact and the same whatever the order of projects and ballots in the file; see docs/spec/counting.md.
 * Ties: those that the rule set does not settle are followed in every order of lots, up to 64 branches; the outcome is
 *   `lots_required` where these end in different sets of winners, or where there are more.
 *
 * @returns ok with the outcome; err where the rule set does not go with the instance or the ballots.
 */
export function count(instance: Instance, profile: Profile, ruleSet: RuleSet): Result<Outcome, CountRefusal> {
  const refusal = refuseCount(instance, profile, ruleSet);
  if (refusal !== undefined) return err(refusal);
  const contest = prepareContest(instance, profile, ruleSet);
  const { branches, complete } = followBranches(
    instance,
    ruleSet.ties,
    (ties) => pass(contest, ruleSet, ties),
    ({ winners }) => winners,
  );
  return ok(outcomeOf(contest, branches, complete));
}

function refuseCount(instance: Instance, profile: Profile, ruleSet: RuleSet): CountRefusal | undefined {
  const contestRefusal = refuseContest(instance, ruleSet);
  if (contestRefusal !== undefined) return contestRefusal;
  if (ruleSet.minimumSupport.points > 0 && pointsOf(profile.kind) === undefined)
    return { type: 'minimum_needs_points' };
  if (ruleSet.rule === 'majority-judgement')
    return profile.kind === 'scores' ? undefined : { type: 'rule_needs_scores' };
  if (ruleSet.rule === 'phragmen') return undefined;
  const { utility } = ruleSet;
  if (!isUtilityOf(utility, { profile })) {
    return { type: 'utility_needs', utility, needs: utility === 'points' ? 'points' : 'ranks' };
  }
  const zeroStep = ruleSet.rule === 'equal-shares' && minorUnits(ruleSet.add1Step, instance.decimals) === 0n;
  return zeroStep ? { type: 'step_not_positive' } : undefined;
}

function pass(contest: Contest, ruleSet: RuleSet, ties: TieBreaker): Pass {
  switch (ruleSet.rule) {
    case 'greedy':
      return countGreedy(contest, ruleSet, ties);
    case 'equal-shares':
      return countEqualShares(contest, ruleSet, ties);
    case 'phragmen':
      return countPhragmen(contest, ties);
    case 'majority-judgement':
      return countMajorityJudgement(contest, ruleSet, ties);
    default:
      return assertNever(ruleSet);
  }
}

function outcomeOf(contest: Contest, branches: readonly Branch<Pass>[], complete: boolean): Outcome {
  const [reported] = branches;
  invariant(reported !== undefined, 'there is at least one branch');
  const { result } = reported;
  const sets = new Map(branches.map(({ key, result: { winners } }) => [key, winners.toSorted((a, b) => a - b)]));
  const possible = [...sets.values()].toSorted((a, b) => compareSets(a, b));
  const isComplete = complete && possible.length === 1;
  const winners = isComplete
    ? result.winners
    : (possible[0] ?? []).filter((p) => possible.every((set) => set.includes(p)));
  const inSome = new Set(possible.flat());
  const notFunded: NotFunded[] = contest.instance.projects.flatMap((_, project) => {
    if (isComplete ? result.winners.includes(project) : inSome.has(project)) return [];
    const reason = contest.barred[project] ?? result.losses.get(project);
    invariant(reason !== undefined, 'a rule gives a reason for every candidate that it does not fund');
    return [{ project, reason }];
  });
  return {
    status: isComplete ? 'complete' : 'lots_required',
    winners,
    cost: winners.reduce((sum, p) => sum + (contest.instance.projects[p]?.cost ?? 0n), 0n),
    rounds: result.rounds,
    notFunded,
    ties: judgeTies(branches, complete, result.run),
    possible: isComplete ? [] : possible,
    allBranchesFollowed: complete,
    endowment: result.endowment,
    comparison: result.comparison,
    arithmetic: {
      filtered: branches.reduce((sum, branch) => sum + branch.result.filtered, 0),
      exact: branches.reduce((sum, branch) => sum + branch.result.exact, 0),
    },
  };
}

/** Sets in ascending order of their first difference. */
function compareSets(a: readonly number[], b: readonly number[]): number {
  for (const [i, x] of a.entries()) {
    const y = b[i];
    if (y === undefined) return 1;
    if (x !== y) return x - y;
  }
  return a.length - b.length;
}
