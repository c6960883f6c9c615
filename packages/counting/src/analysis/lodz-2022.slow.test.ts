import { invariant } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { parsePabulib } from '../formats/parse-pabulib.ts';
import { readReference, referenceFiles } from '../formats/reference-files.fixture.ts';
import { defaultRuleSet } from '../rules/read-rule-set.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { count } from '../rules/count.ts';
import { counterfactuals } from './counterfactuals.ts';
import { properties } from './properties.ts';
import { bothSides } from './switch-recount.fixture.ts';

// Without CONVITE_REFERENCE the published city files are not at hand.
describe.skipIf(referenceFiles.length === 0)('Łódź 2022', () => {
  const load = () => {
    const file = parsePabulib(readReference('Poland_Lodz_2022.pb'));
    invariant(file.ok, 'the city file can be read');
    return file.value;
  };

  it.each(['equal-shares', 'greedy'] as const)('has switches with both sides as recounted: %s', (rule) => {
    const { instance, profile } = load();
    const ruleSet: RuleSet = { ...defaultRuleSet(rule, profile.kind), ties: ['project-id'] };
    const outcome = count(instance, profile, ruleSet);
    invariant(outcome.ok, 'the city file can be counted');
    for (const { project } of outcome.value.notFunded.filter((_, i) => i % 4 === 0)) {
      const found = counterfactuals(instance, profile, ruleSet, outcome.value, project, { scan: 0 });
      const { cost, ballots, expected } = bothSides(instance, profile, ruleSet, found);
      expect({ project, cost, ballots }).toEqual({ project, ...expected });
    }
  });

  it('has a price system and EJR+ under equal shares', () => {
    const { instance, profile, segments } = load();
    const ruleSet: RuleSet = { ...defaultRuleSet('equal-shares', profile.kind), ties: ['project-id'] };
    const outcome = count(instance, profile, ruleSet);
    invariant(outcome.ok, 'the city file can be counted');
    const found = properties(instance, profile, segments, ruleSet, outcome.value);
    expect(found.priceSystem).toMatchObject({ holds: true, breaches: [] });
    expect(found.ejrPlus).toMatchObject({ holds: true, violations: [] });
    expect(found.withinBudget.holds && found.exhaustive.holds).toBe(true);
  });
});
