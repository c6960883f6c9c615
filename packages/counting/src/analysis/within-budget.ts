import { invariant } from '@convite/kernel';
import type { Outcome } from '../model/outcome.ts';
import { minorUnits } from '../rules/amounts.ts';
import type { Contest } from '../rules/contest.ts';
import { startSpending } from '../rules/spending.ts';
import type { Exhaustiveness, WithinBudget } from './outcome-properties.ts';

/**
 * Checks that the envelope pays for the winners, and the reserve for no more than the rule set gives it.
 *
 * Only a project that was topped up may reach into the reserve; then the envelope is spent to the last minor unit.
 */
export function withinBudget({ instance, ruleSet }: Contest, outcome: Outcome): WithinBudget {
  const spent = outcome.winners.reduce((sum, winner) => sum + (instance.projects[winner]?.cost ?? 0n), 0n);
  const toppedUp = outcome.rounds.some(
    (round) => round.type === 'considered' && round.decision === 'funded_from_reserve',
  );
  const fromReserve = toppedUp && spent > instance.budget ? spent - instance.budget : 0n;
  const left = instance.budget - (spent - fromReserve);
  return { holds: left >= 0n && fromReserve <= reserveOf(ruleSet, instance.decimals), spent, fromReserve, left };
}

function reserveOf(ruleSet: Contest['ruleSet'], decimals: number): bigint {
  if (ruleSet.rule !== 'greedy' || typeof ruleSet.misfit === 'string') return 0n;
  const reserve = minorUnits(ruleSet.misfit.reserve, decimals);
  invariant(reserve !== undefined, 'the count refused a reserve finer than a minor unit');
  return reserve;
}

/**
 * Finds the projects that could still be funded: eligible, open (docs/spec/counting.md, C.2) and covered by the money
 * left. Supported or not: a project that nobody names fits like any other.
 */
export function exhaustiveness(contest: Contest, { winners }: Outcome, left: bigint): Exhaustiveness {
  const spending = startSpending(contest, winners);
  const fits = [...contest.instance.projects.entries()]
    .filter(([p, { cost }]) => !spending.isFunded(p) && spending.bars(p) === undefined && cost <= left)
    .map(([p]) => p);
  return { holds: fits.length === 0, fits };
}
