import { type BallotKind, defaultRuleSet, type RuleSet } from '@convite/counting';

/** Another rule under the same limits: minimum, exclusive groups, parts of the envelope, number of winners, ties. */
export function otherRule(ruleSet: RuleSet, rule: RuleSet['rule'], kind: BallotKind): RuleSet {
  const { minimumSupport, exclusiveGroups, categoryBudgets, neighbourhoodBudgets, maximumWinners, ties } = ruleSet;
  return {
    ...defaultRuleSet(rule, kind),
    ...{ minimumSupport, exclusiveGroups, categoryBudgets, neighbourhoodBudgets, maximumWinners, ties },
  };
}
