import { invariant } from '@convite/kernel';
import type { Instance } from '../model/instance.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Profile } from '../model/profile.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Segment } from '../model/segments.ts';
import { prepareContest, refuseContest } from '../rules/contest.ts';
import { ejrPlusUpToOne } from './ejr-plus.ts';
import { moneyByPart } from './money-by-part.ts';
import { moneyBySegment } from './money-by-segment.ts';
import type { OutcomeProperties } from './outcome-properties.ts';
import { paymentsOf, priceSystem, purchasesOf } from './price-system.ts';
import { fundedChoicesByGroup, servedVoters } from './served-voters.ts';
import { exhaustiveness, withinBudget } from './within-budget.ts';

/**
 * Checks an outcome against the ballots: what it promises and whom it serves.
 *
 * Nothing is believed that can be recomputed: costs, support, limits and money are taken from the instance, the
 * ballots and the rule set, payments from the rounds.
 * Requires: `outcome` is a count of `profile` over `instance` under `ruleSet`.
 * Under `lots_required` everything is said of the certain winners alone, and there is no price system and no EJR+.
 * Exactness: no rounding anywhere.
 * Cost: O(marks + payments + groups · log groups).
 * @throws InvariantError when the rule set does not belong to the instance.
 */
export function properties(
  instance: Instance,
  profile: Profile,
  segments: readonly Segment[],
  ruleSet: RuleSet,
  outcome: Outcome,
): OutcomeProperties {
  invariant(refuseContest(instance, ruleSet) === undefined, 'an outcome has a rule set that its instance admits');
  const contest = prepareContest(instance, profile, ruleSet);
  const { winners } = outcome;
  const budget = withinBudget(contest, outcome);
  const fundedChoices = fundedChoicesByGroup(contest, winners);

  const start = outcome.status === 'complete' ? outcome.endowment?.reached : undefined;
  const payments = start === undefined ? undefined : paymentsOf(profile.groups, purchasesOf(outcome), start);
  const prices =
    start === undefined || payments === undefined ? undefined : priceSystem(contest, outcome, payments, start);
  return {
    withinBudget: budget,
    exhaustive: exhaustiveness(contest, outcome, budget.left),
    priceSystem: prices,
    ejrPlus: ejrPlusUpToOne(contest, outcome),
    voters: servedVoters(profile, fundedChoices),
    byCategory: moneyByPart(instance, winners, ({ categories }) => categories),
    byNeighbourhood: moneyByPart(instance, winners, ({ neighbourhood }) =>
      neighbourhood === undefined ? [] : [neighbourhood],
    ),
    bySegment: moneyBySegment(contest, segments, fundedChoices, payments, prices?.outside ?? winners),
  };
}
