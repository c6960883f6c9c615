import { invariant } from '@convite/kernel';
import type { ProjectIndex } from '../../model/instance.ts';
import type { GreedyRuleSet } from './rule-set.ts';
import type { Utility } from '../../model/rule-set-members.ts';
import { minorUnits, readShare } from '../amounts.ts';
import type { Contest } from '../contest.ts';
import type { Pass } from '../pass.ts';
import { startSpending } from '../spending.ts';
import type { TieBreaker } from '../ties.ts';
import { utilitiesOf } from '../utility.ts';
import { type Misfit, skip, stop, type Tier, walk } from './walk.ts';

/**
 * Funds projects by utility per unit of money, the rule of most cities in all its forms.
 *
 * With cost utilities the order is that by votes. Source: docs/spec/counting.md.
 * Requires: the ballots hold the utility (`isUtilityOf`).
 * Exactness: fractions are compared by cross-multiplication. Ties: see `walk`.
 * Cost: O(m log m) comparisons for m projects, after O(marks) for the utilities.
 */
export function countGreedy(contest: Contest, ruleSet: GreedyRuleSet, ties: TieBreaker): Pass {
  const { misfit } = ruleSet;
  return walk(contest, greedyTiers(contest, ruleSet.utility, ruleSet.order), {
    ties,
    spending: startSpending(contest),
    misfit: misfit === 'skip' ? skip : misfit === 'stop' ? stop : topUp(contest, misfit),
    completion: false,
    from: { run: 0, round: 0 },
  });
}

/**
 * The first misfit is funded when the envelope covers at least the share of its cost and the reserve the rest; the
 * walk ends there either way.
 */
function topUp(contest: Contest, { topUp: shareText, reserve }: { topUp: string; reserve: string }): Misfit {
  const share = readShare(shareText);
  const money = minorUnits(reserve, contest.instance.decimals);
  invariant(money !== undefined, 'refuseContest found every amount in whole minor units');
  return (cost, left) => (left * share.den >= cost * share.num && cost - left <= money ? 'fund_from_reserve' : 'stop');
}

/**
 * The candidates by utility per cost, or by utility alone, highest first, equal ones together.
 * Per cost, a project without cost stands before all others if anyone gains from it, else with those that nobody gains from.
 */
export function greedyTiers(contest: Contest, utility: Utility, order: GreedyRuleSet['order']): readonly Tier[] {
  const { factor, marked } = utilitiesOf(contest, utility);
  const claims = contest.instance.projects.flatMap(({ cost }, project) => {
    if (contest.barred[project] !== undefined) return [];
    const total = (factor[project] ?? 0n) * (marked[project] ?? 0n);
    if (order === 'total') return [{ project, total, num: total, den: 1n }];
    const free = cost === 0n;
    return [{ project, total, num: free && total > 0n ? 1n : total, den: free && total === 0n ? 1n : cost }];
  });
  type Claim = (typeof claims)[number];
  const compare = (a: Claim, b: Claim) => {
    const difference = b.num * a.den - a.num * b.den;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  };
  return tiersOf(claims, compare, ({ project, total }) => ({ project, utility: total }));
}

/** Sorts claims and puts equal ones into one tier, ascending by project. Requires: `compare` is a total preorder. */
export function tiersOf<C extends { readonly project: ProjectIndex }>(
  claims: readonly C[],
  compare: (a: C, b: C) => number,
  standing: (claim: C) => Tier[number],
): readonly Tier[] {
  const tiers: C[][] = [];
  for (const claim of claims.toSorted((a, b) => compare(a, b) || a.project - b.project)) {
    const last = tiers.at(-1);
    if (last?.[0] !== undefined && compare(last[0], claim) === 0) last.push(claim);
    else tiers.push([claim]);
  }
  return tiers.map((tier) => tier.map(standing));
}
