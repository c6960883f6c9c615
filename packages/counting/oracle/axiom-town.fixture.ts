import fc from 'fast-check';
import { plainInstance } from '../src/analysis/plain-instance.fixture.ts';
import type { BallotKind, Counterexample, Poll } from '../src/index.ts';
import type { RuleVariant } from './rule-variants.fixture.ts';

/** A stored town as a poll under a rule. */
export function pollOf(town: Counterexample, { kind, ruleSet }: Pick<RuleVariant, 'kind' | 'ruleSet'>): Poll {
  const instance = plainInstance(
    town.budget,
    town.costs.map((cost, p) => [`project ${p}`, cost]),
  );
  const ballots = town.ballots.map(([weight, choices, points]) => ({ weight, choices, points }));
  return { instance, kind, ballots, ruleSet };
}

/**
 * Towns of up to 4 projects, none free, and up to 18 votes. The rule sets of the axioms have no limits, so that what
 * fails is the rule.
 */
export const towns = (kind: BallotKind): fc.Arbitrary<Counterexample> =>
  fc.array(fc.bigInt({ min: 1n, max: 14n }), { minLength: 1, maxLength: 4, size: 'max' }).chain((costs) => {
    const positions = costs.map((_, p) => p);
    const given = fc.array(fc.integer({ min: kind === 'points' ? 1 : 0, max: 4 }), {
      minLength: costs.length,
      maxLength: costs.length,
      size: 'max',
    });
    const ballot = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.shuffledSubarray(positions), given)
      .map(([weight, choices, points]): Counterexample['ballots'][number] => {
        if (kind === 'ranked') return [weight, choices];
        const ascending = choices.toSorted((a, b) => a - b);
        return kind === 'approval' ? [weight, ascending] : [weight, ascending, ascending.map((p) => points[p] ?? 0)];
      });
    return fc.record({
      budget: fc.bigInt({ min: 1n, max: 24n }),
      costs: fc.constant(costs),
      ballots: fc.array(ballot, { maxLength: 6, size: 'max' }),
    });
  });
