import type { Outcome } from '../model/outcome.ts';
import type { Utility } from '../model/rule-set-members.ts';
import type { Contest } from '../rules/contest.ts';
import { isUtilityOf, utilitiesOf } from '../rules/utility.ts';
import type { EjrPlus, FailedGroup } from './outcome-properties.ts';
import { supportersOf } from './served-voters.ts';

/**
 * Checks extended justified representation "plus" up to one project, in polynomial time.
 *
 * An eligible project p outside W with 0 < c(p) ≤ B is a violation if, with its supporters in ascending order of their
 * utility u_i(W) from the winners, for some s each of the first s has u_i(W) + u(p) ≤ u(p) · s · B / (n · c(p)).
 * Source: docs/spec/counting.md, C.9; after Brill and Peters, "Robust and Verifiable Proportionality Axioms for
 *   Multiwinner Voting", EC 2023. Equal shares without limits guarantees it.
 * Symbols: B budget, n votes among which it counts as divided: the rule's divisor, marked ballots where it has none.
 * Utilities: those of the rule; cost where the rule has none (Phragmén); the grades for majority judgement. Where the
 *   supporters of such a project differ in their utility for it the definition does not apply; then `holds` is
 *   undefined unless another project shows a violation.
 * Exactness: compares doubles first and decides on `bigint` whatever is closer than one part in 10⁹.
 * Cost: O(marks + groups · log groups).
 */
export function ejrPlusUpToOne(contest: Contest, outcome: Outcome): EjrPlus {
  const { instance, profile } = contest;
  const voters = votersOf(contest);
  if (outcome.status === 'lots_required') return { holds: undefined, voters, violations: [] };
  const utility = utilityOf(contest);
  if (utility === undefined) return { holds: undefined, voters, violations: [] };

  const { factor, marks } = utilitiesOf(contest, utility);
  const satisfaction = Array.from({ length: profile.groups }, () => 0n);
  for (const winner of outcome.winners) {
    const from = contest.start[winner] ?? 0;
    const unit = factor[winner] ?? 0n;
    for (const [i, group] of supportersOf(contest, winner).entries()) {
      const gain = marks === undefined ? unit : unit * BigInt(marks[from + i] ?? 0);
      satisfaction[group] = (satisfaction[group] ?? 0n) + gain;
    }
  }

  const rank = ranksOf(satisfaction);
  const funded = new Set(outcome.winners);
  const violations: FailedGroup[] = [];
  let undecided = false;
  for (const [p, { cost }] of instance.projects.entries()) {
    if (funded.has(p) || cost === 0n || cost > instance.budget || contest.barred[p] !== undefined) continue;
    const supporters = supportersOf(contest, p);
    const mark = commonMark(marks, contest.start[p] ?? 0, supporters.length);
    if (mark === undefined) undecided = true;
    else if (mark > 0) {
      const gain = (factor[p] ?? 0n) * BigInt(mark);
      const votes = failedVotes(contest, supporters, rank, satisfaction, gain, cost, voters);
      if (votes > 0) violations.push({ project: p, votes });
    }
  }
  return { holds: violations.length > 0 ? false : undecided ? undefined : true, voters, violations };
}

function votersOf({ ruleSet, profile, marked }: Contest): number {
  return ruleSet.rule === 'equal-shares' && ruleSet.divisor === 'all-ballots' ? profile.ballots : marked;
}

function utilityOf(contest: Contest): Utility | undefined {
  const { ruleSet } = contest;
  const utility =
    ruleSet.rule === 'phragmen' ? 'cost' : ruleSet.rule === 'majority-judgement' ? 'points' : ruleSet.utility;
  return isUtilityOf(utility, contest) ? utility : undefined;
}

/** The mark that all of `length` entries from `from` have, 0 for no entry; undefined where they differ. */
function commonMark(marks: Float64Array | undefined, from: number, length: number): number | undefined {
  if (length === 0) return 0;
  if (marks === undefined) return 1;
  const first = marks[from];
  for (let i = from; i < from + length; i++) if (marks[i] !== first) return undefined;
  return first;
}

/** Each group's place in the ascending order of satisfaction; equal ones in any order. */
function ranksOf(satisfaction: readonly bigint[]): Uint32Array {
  const values = [...new Set(satisfaction)].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const place = new Map(values.map((value, i) => [value, i]));
  return Uint32Array.from(satisfaction, (value) => place.get(value) ?? 0);
}

/** The most s (votes, least served first) for which the inequality holds; 0 for none. */
function failedVotes(
  contest: Contest,
  supporters: Uint32Array,
  rank: Uint32Array,
  satisfaction: readonly bigint[],
  gain: bigint,
  cost: bigint,
  voters: number,
): number {
  const { votes } = contest.profile;
  const { budget } = contest.instance;
  const order = [...supporters].sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0));
  const perVote = (Number(gain) * Number(budget)) / (voters * Number(cost));
  let s = 0;
  let failed = 0;
  for (const group of order) {
    s += votes[group] ?? 0;
    const has = (satisfaction[group] ?? 0n) + gain;
    if (Number(has) > perVote * s * (1 + 1e-9)) continue;
    if (has * BigInt(voters) * cost <= gain * BigInt(s) * budget) failed = s;
  }
  return failed;
}
