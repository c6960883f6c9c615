import type { MajorityJudgementRuleSet } from './rule-set.ts';
import type { Contest } from '../contest.ts';
import { tiersOf } from '../greedy/rule.ts';
import { skip, stop, walk } from '../greedy/walk.ts';
import type { Pass } from '../pass.ts';
import { startSpending } from '../spending.ts';
import type { TieBreaker } from '../ties.ts';
import { compareMajorityValues, gradesOf, medianGrade } from './majority-value.ts';

/**
 * Funds projects by their majority value: the grade that a majority holds to be deserved.
 *
 * Source: Balinski, Laraki, "Majority Judgment", MIT Press 2010; docs/spec/counting.md.
 * A ballot that leaves a project unmarked gives it the grade `unmarked` of the rule set; blank ballots grade nothing.
 * Requires: ballots of kind `scores`. Ties: equal majority values, see `walk`.
 * Cost: O(marks) for the grades, then O(m log m) comparisons of O(grades) each.
 */
export function countMajorityJudgement(contest: Contest, ruleSet: MajorityJudgementRuleSet, ties: TieBreaker): Pass {
  const grades = gradesOf(contest, ruleSet.unmarked);
  const claims = contest.instance.projects.flatMap((_, project) => {
    const given = grades[project];
    return contest.barred[project] === undefined && given !== undefined ? [{ project, given }] : [];
  });
  const tiers = tiersOf(
    claims,
    (a, b) => compareMajorityValues(b.given, a.given),
    ({ project, given }) => ({ project, utility: BigInt(medianGrade(given)) }),
  );
  return walk(contest, tiers, {
    ties,
    spending: startSpending(contest),
    misfit: ruleSet.misfit === 'skip' ? skip : stop,
    completion: false,
    from: { run: 0, round: 0 },
  });
}
