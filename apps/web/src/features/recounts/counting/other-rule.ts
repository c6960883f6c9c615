import { type BallotKind, defaultRuleSet, type RuleSet, type TieCriterion } from '@convite/counting';

/** Another rule under the same limits: minimum, exclusive groups, parts of the envelope, number of winners, ties. */
export function otherRule(ruleSet: RuleSet, rule: RuleSet['rule'], kind: BallotKind): RuleSet {
  const { minimumSupport, exclusiveGroups, categoryBudgets, neighbourhoodBudgets, maximumWinners, ties } = ruleSet;
  return {
    ...defaultRuleSet(rule, kind),
    ...{ minimumSupport, exclusiveGroups, categoryBudgets, neighbourhoodBudgets, maximumWinners, ties },
  };
}

/** The rule set as it stands when some projects take no part: it stops naming them. */
export function withoutProjects(ruleSet: RuleSet, withdrawn: readonly string[]): RuleSet {
  const stays = (id: string): boolean => !withdrawn.includes(id);
  return {
    ...ruleSet,
    exclusiveGroups: ruleSet.exclusiveGroups.map((group) => group.filter(stays)).filter((group) => group.length > 1),
    ties: ruleSet.ties.flatMap((criterion): readonly TieCriterion[] => {
      if (typeof criterion === 'string') return [criterion];
      const lots = criterion.lots.filter(stays);
      return lots.length === 0 ? [] : [{ lots }];
    }),
  };
}
