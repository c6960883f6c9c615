import { gcd, invariant, type Rational, rational } from '@convite/kernel';
import type { ProjectIndex } from '../model/instance.ts';
import type { Outcome, PurchaseRound } from '../model/outcome.ts';
import type { Contest } from '../rules/contest.ts';
import { startSpending } from '../rules/spending.ts';
import { utilitiesOf } from '../rules/utility.ts';
import type { PriceBreach, PriceSystem } from './outcome-properties.ts';
import { supportersOf } from './served-voters.ts';

/** What one vote of each group paid in all purchases: `total[g] / denominator`, minor units. */
export interface Payments {
  readonly total: readonly bigint[];
  readonly denominator: bigint;
}

/**
 * Adds up what the purchases charged to one vote of each group, over one common denominator.
 * Cost: O(payments) operations on numbers as long as that denominator.
 */
export function paymentsOf(groups: number, purchases: readonly PurchaseRound[], start: Rational): Payments {
  const denominator = purchases.reduce((common, round) => leastCommonMultiple(common, round.denominator), start.den);
  const total = Array.from({ length: groups }, () => 0n);
  for (const { groups: payers, paid, denominator: own } of purchases) {
    const scale = denominator / own;
    let lastPaid = 0n;
    let lastScaled = 0n;
    for (const [i, group] of payers.entries()) {
      const amount = paid[i] ?? 0n;
      if (amount !== lastPaid) {
        lastPaid = amount;
        lastScaled = amount * scale;
      }
      total[group] = (total[group] ?? 0n) + lastScaled;
    }
  }
  return { total, denominator };
}

export const purchasesOf = (outcome: Outcome): readonly PurchaseRound[] =>
  outcome.rounds.filter((round) => round.type === 'purchase');

/**
 * Checks the payments of the rounds as a price system: a certificate that anyone can add up.
 *
 * Five conditions: no payment is negative; the payments for a project sum exactly to its cost; only its supporters pay;
 * no vote pays more than its endowment; and no project that the limits would still let in has supporters who gain from
 * it and together hold more than its cost.
 * Source: Peters and Skowron, "Proportionality and the Limits of Welfarism", EC 2020 (priceability), for votes with
 *   the endowment that the count reached. Winners bought by completion stand outside.
 * Exactness: money on `bigint`; a double sum decides the last condition where it is below the cost by more than one
 *   part in 10⁹.
 */
export function priceSystem(contest: Contest, outcome: Outcome, payments: Payments, start: Rational): PriceSystem {
  const purchases = purchasesOf(outcome);
  const covers = purchases.map(({ project }) => project);
  const bought = new Set(covers);
  const winners = new Set(outcome.winners);
  const breaches: PriceBreach[] = [
    ...covers.filter((p) => !winners.has(p)).map((project): PriceBreach => ({ type: 'not_a_winner', project })),
    ...purchases.flatMap((round) => brokenPayments(contest, round)),
    ...overspent(payments, start),
    ...stillAffordable(contest, covers, payments, start),
  ];
  const outside = outcome.winners.filter((winner) => !bought.has(winner));
  return { holds: breaches.length === 0, covers, outside, breaches };
}

function brokenPayments(contest: Contest, { project, groups, paid, denominator }: PurchaseRound): PriceBreach[] {
  const breaches: PriceBreach[] = [];
  const supporters = supportersOf(contest, project);
  let at = 0;
  let sum = 0n;
  for (const [i, group] of groups.entries()) {
    while ((supporters[at] ?? Infinity) < group) at++;
    if (supporters[at] !== group) breaches.push({ type: 'paid_without_support', project, group });
    const amount = paid[i] ?? 0n;
    if (amount < 0n) breaches.push({ type: 'negative_payment', project, group });
    sum += amount * BigInt(contest.profile.votes[group] ?? 0);
  }
  const cost = contest.instance.projects[project]?.cost ?? 0n;
  if (sum !== cost * denominator) breaches.push({ type: 'payments_differ_from_cost', project });
  return breaches;
}

function overspent({ total, denominator }: Payments, start: Rational): PriceBreach[] {
  const endowment = start.num * (denominator / start.den);
  return [...total.entries()]
    .filter(([, paid]) => paid > endowment)
    .map(([group]): PriceBreach => ({ type: 'overspent', group }));
}

/** Projects that the limits would still let in, with supporters who hold more than the cost after all purchases. */
function stillAffordable(
  contest: Contest,
  covers: readonly ProjectIndex[],
  { total, denominator }: Payments,
  start: Rational,
): PriceBreach[] {
  const { profile, instance } = contest;
  const endowment = start.num * (denominator / start.den);
  const shift = BigInt(Math.max(0, denominator.toString(16).length * 4 - 64));
  const unit = Number(denominator >> shift);
  const left = Float64Array.from(total, (paid) => Number((endowment - paid) >> shift) / unit);
  const spending = startSpending(contest, covers);
  const marks =
    contest.ruleSet.rule === 'equal-shares' ? utilitiesOf(contest, contest.ruleSet.utility).marks : undefined;
  const breaches: PriceBreach[] = [];
  for (const [project, { cost }] of instance.projects.entries()) {
    if (spending.isFunded(project) || cost === 0n || spending.bars(project) !== undefined) continue;
    const from = contest.start[project] ?? 0;
    // Under Borda the last of a ballot brings it nothing, so it would not pay for it.
    const payers = supportersOf(contest, project).filter((_, i) => marks === undefined || (marks[from + i] ?? 0) > 0);
    let about = 0;
    for (const group of payers) about += (profile.votes[group] ?? 0) * (left[group] ?? 0);
    if (about < Number(cost) * (1 - 1e-9)) continue;
    let exact = 0n;
    for (const group of payers) exact += BigInt(profile.votes[group] ?? 0) * (endowment - (total[group] ?? 0n));
    if (exact > cost * denominator) {
      breaches.push({ type: 'supporters_could_still_pay', project, left: rational(exact, denominator) });
    }
  }
  return breaches;
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  invariant(a > 0n && b > 0n, 'denominators are positive');
  return (a / gcd(a, b)) * b;
}
