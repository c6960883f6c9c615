import type { TieCriterion } from '../model/rule-set-members.ts';
import type { RuleSet } from './rule-set.ts';

/** The rule set as it stands when some projects take no part: it stops naming them in its groups and lots. */
export function withoutProjects<Rule extends RuleSet>(ruleSet: Rule, withdrawn: ReadonlySet<string>): Rule {
  const staying = (ids: readonly string[]): string[] => ids.filter((id) => !withdrawn.has(id));
  return {
    ...ruleSet,
    exclusiveGroups: ruleSet.exclusiveGroups.map(staying).filter((group) => group.length > 1),
    ties: ruleSet.ties
      .map((criterion): TieCriterion => (typeof criterion === 'string' ? criterion : { lots: staying(criterion.lots) }))
      .filter((criterion) => typeof criterion === 'string' || criterion.lots.length > 0),
  };
}
