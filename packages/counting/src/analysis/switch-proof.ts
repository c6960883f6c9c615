import { assertNever } from '@convite/kernel';
import type { RuleSet } from '../rules/rule-set.ts';
import { readShare } from '../rules/amounts.ts';

/**
 * True where it is proven that a project p funded at one cost is funded at every lower one, all else equal.
 *
 * *Same-state argument.* Every rule here makes its decisions one after another, and as long as p is not funded its cost
 * plays no part in what is decided about others. So let p be funded at the cost c in state S. At a lower cost either p is
 * funded in an earlier state, or the same state S is reached; there p's claim is at least as good as at c (its price,
 * load or place is not worse, and `lower-cost` prefers it), it fits where it fitted, and every clause of the rule set
 * lets it in as before: so it is funded in S. With open ties the argument holds for each order of lots.
 *
 * It holds for greedy by utility per cost, or by a total that the cost is no part of (a lower cost moves p forward or
 * leaves it in place; an earlier state holds no less money and bars nothing more; a top-up covers a greater share); for
 * majority judgement; for Phragmén (where p comes first it fits, as it did later at the higher cost with less left);
 * and for equal shares at one endowment (its supporters' money only falls, its price falls with its cost), also when
 * greedy completes it.
 * It does not hold for greedy by summed cost utility (a lower cost moves p back), for Add1 (p bought in one run can end
 * the search) and for the comparison step (the whole outcome can give way to another).
 */
export function isMonotoneInCost(ruleSet: RuleSet): boolean {
  switch (ruleSet.rule) {
    case 'greedy':
      return ruleSet.order === 'per-cost' || ruleSet.utility !== 'cost';
    case 'equal-shares':
      return ruleSet.comparison === 'none' && (ruleSet.completion === 'none' || ruleSet.completion === 'greedy');
    case 'phragmen':
    case 'majority-judgement':
      return true;
    default:
      return assertNever(ruleSet);
  }
}

/**
 * True where it is proven that a project p funded with some added ballots that name it alone is funded with more.
 *
 * It holds for greedy and Phragmén as long as no minimum support is a share of the ballots: then an added ballot touches
 * nothing but p's own place or load, and the same-state argument of `isMonotoneInCost` applies. With such a share other
 * projects can fall below the threshold, and what then moves up in front of p can take its money.
 * It does not hold for equal shares, where one more ballot lowers every endowment, and for majority judgement, where it
 * lowers the grades of all others.
 */
export function isMonotoneInBallots({ rule, minimumSupport }: RuleSet): boolean {
  return (rule === 'greedy' || rule === 'phragmen') && readShare(minimumSupport.shareOfBallots).num === 0n;
}
