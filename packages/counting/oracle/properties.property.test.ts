import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, groupBallots, properties } from '../src/index.ts';
import { cases } from './town-arbitrary.ts';

describe.each(['greedy', 'equal-shares', 'phragmen', 'majority-judgement'] as const)('%s', (rule) => {
  it('keeps what it promises in every small town', () => {
    fc.assert(
      fc.property(cases(rule), ({ election: { instance, kind, ballots }, ruleSet }) => {
        const { profile } = groupBallots(kind, ballots);
        const outcome = count(instance, profile, ruleSet);
        if (!outcome.ok) throw new Error(outcome.error.type);
        fc.pre(outcome.value.status === 'complete');
        const { withinBudget, exhaustive, priceSystem, ejrPlus, voters } = properties(
          instance,
          profile,
          [],
          ruleSet,
          outcome.value,
        );
        expect(withinBudget.holds).toBe(true);
        expect(withinBudget.spent).toBe(outcome.value.cost);
        expect(voters.fundedChoices.reduce((sum, votes) => sum + votes, 0)).toBe(profile.ballots - profile.blank);
        expect(priceSystem?.breaches ?? []).toEqual([]);
        expect(priceSystem === undefined).toBe(outcome.value.endowment === undefined);
        const walksToTheEnd =
          (ruleSet.rule === 'greedy' || ruleSet.rule === 'majority-judgement') && ruleSet.misfit === 'skip';
        if (walksToTheEnd || (ruleSet.rule === 'equal-shares' && ruleSet.completion.endsWith('greedy'))) {
          expect(exhaustive).toEqual({ holds: true, fits: [] });
        }
        const isLimited =
          ruleSet.exclusiveGroups.length > 0 ||
          ruleSet.maximumWinners !== null ||
          Object.keys({ ...ruleSet.categoryBudgets, ...ruleSet.neighbourhoodBudgets }).length > 0;
        if (ruleSet.rule === 'equal-shares' && ruleSet.comparison === 'none' && !isLimited) {
          expect(ejrPlus.violations).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
