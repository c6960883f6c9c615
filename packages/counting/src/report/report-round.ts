import { assertNever, rational, writeRational } from '@convite/kernel';
import type { LossReason, PurchaseRound, Round } from '../model/outcome.ts';
import type { Profile } from '../model/profile.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { ReportedLossReason, ReportedRound } from './report-schema.ts';
import type { Wording } from './wording.ts';

/**
 * Puts one decision of a count into its published form.
 * Units: the price of cost utilities is money per money, a pure number; of all others, money per unit of utility.
 */
export function reportRound(round: Round, profile: Profile, ruleSet: RuleSet, wording: Wording): ReportedRound {
  switch (round.type) {
    case 'purchase':
      return reportPurchase(round, profile, ruleSet, wording);
    case 'considered':
      return {
        type: 'considered',
        project: wording.id(round.project),
        utility: String(round.utility),
        votes: Number(round.votes),
        decision: round.decision,
        reason: round.reason === undefined ? null : reportLossReason(round.reason, wording),
        left: wording.money(round.left),
        completion: round.completion,
      };
    case 'load':
      return {
        type: 'load',
        project: wording.id(round.project),
        load: round.load === undefined ? null : wording.fraction(round.load),
        supporters: Number(round.supporters),
      };
    default:
      return assertNever(round);
  }
}

/** Sums the payments of the groups by whether they paid the full price or all that they had left. */
function reportPurchase(round: PurchaseRound, profile: Profile, ruleSet: RuleSet, wording: Wording): ReportedRound {
  const isPure = ruleSet.rule === 'equal-shares' && ruleSet.utility === 'cost';
  const { groups, paid, emptied, denominator } = round;
  const sums = { inFull: { votes: 0, total: 0n }, emptied: { votes: 0, total: 0n } };
  const each = new Set<bigint>();
  for (const [i, group] of groups.entries()) {
    const votes = profile.votes[group] ?? 0;
    const amount = paid[i] ?? 0n;
    const sum = emptied[i] === 1 ? sums.emptied : sums.inFull;
    sum.votes += votes;
    sum.total += amount * BigInt(votes);
    if (emptied[i] !== 1) each.add(amount);
  }
  const [one] = each;
  return {
    type: 'purchase',
    project: wording.id(round.project),
    price: isPure ? writeRational(round.price) : wording.fraction(round.price),
    effective_votes: writeRational(round.effectiveVotes),
    supporters: Number(round.supporters),
    paid_in_full: {
      votes: sums.inFull.votes,
      each: one === undefined || each.size > 1 ? null : wording.fraction(rational(one, denominator)),
      total: wording.fraction(rational(sums.inFull.total, denominator)),
    },
    emptied: { votes: sums.emptied.votes, total: wording.fraction(rational(sums.emptied.total, denominator)) },
  };
}

/** Puts the reason of a loss into its published form. */
export function reportLossReason(reason: LossReason, wording: Wording): ReportedLossReason {
  switch (reason.type) {
    case 'unaffordable':
      return {
        type: 'unaffordable',
        left: wording.fraction(reason.left),
        supporters: Number(reason.supporters),
      };
    case 'does_not_fit':
      return { type: 'does_not_fit', left: wording.money(reason.left) };
    case 'outbid':
      return { type: 'outbid', by: reason.by === undefined ? null : wording.id(reason.by) };
    case 'below_threshold':
      return {
        type: 'below_threshold',
        measure: reason.measure,
        reached: Number(reason.reached),
        required: Number(reason.required),
      };
    case 'excluded_by':
      return { type: 'excluded_by', winner: wording.id(reason.winner) };
    case 'part_budget_spent':
      return { type: 'part_budget_spent', part: reason.part, name: reason.name, left: wording.money(reason.left) };
    case 'enough_winners':
    case 'no_support':
      return reason;
    default:
      return assertNever(reason);
  }
}
