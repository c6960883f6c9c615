import fc from 'fast-check';
import { expect, test } from 'vitest';
import { equalShares, smallElection } from '../../analysis/small-election.fixture.ts';
import { prepareContest } from '../contest.ts';
import { count } from '../count.ts';
import type { TieBreaker } from '../ties.ts';
import { purchase } from './purchases.ts';
import { steadyFor } from './steady.ts';
import { equalSharesTerms } from './terms.ts';

const byId: TieBreaker = { choose: (tied) => tied[0] ?? -1, first: (tied) => tied[0] ?? -1 };

const ballot = fc
  .tuple(fc.subarray(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'], { minLength: 1 }), fc.integer({ min: 1, max: 5 }))
  .map(([choices, votes]): [string, number] => [choices.join(''), votes]);

const town = fc.record({
  costs: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 8, maxLength: 8 }),
  ballots: fc.array(ballot, { minLength: 2, maxLength: 16 }),
  budget: fc.integer({ min: 500, max: 6000 }),
  exclusiveGroups: fc.constantFrom<string[][]>([], [['A', 'B']], [['C', 'D', 'E']]),
  utility: fc.constantFrom('cost' as const, 'cardinality' as const),
});

test('inside the stretch that is called steady, every endowment buys the same projects in the same order', () => {
  let stretches = 0;
  fc.assert(
    fc.property(
      town,
      fc.double({ min: 1, max: 3, noNaN: true }),
      ({ costs, ballots, budget, exclusiveGroups, utility }, raise) => {
        const { instance, profile } = smallElection(
          budget,
          costs.map((cost) => cost * 1009),
          ballots,
        );
        const ruleSet = { ...equalShares, exclusiveGroups, utility };
        const terms = equalSharesTerms(prepareContest(instance, profile, ruleSet), ruleSet);
        if (terms === undefined || terms.candidates.length === 0) return;
        const endowment = BigInt(Math.floor(budget * raise * 400));
        const purchases = purchase(terms, endowment, byId, 0);
        const { bars, isFunded } = purchases.spending;
        if (terms.candidates.every((p) => isFunded(p) || bars(p) !== undefined)) return;
        const steady = steadyFor(terms, purchases);
        if (steady < 2) return;
        stretches++;
        const whole = BigInt(Math.ceil(steady)) - 1n;
        for (const share of [1n, 3n, 5n, 7n, 8n]) {
          const further = purchase(terms, endowment + (whole * share) / 8n, byId, 0);
          expect(further.bought).toEqual(purchases.bought);
        }
      },
    ),
    { numRuns: 3000, seed: 20261121 },
  );
  expect(stretches).toBeGreaterThan(1000);
});

test('Add1 in steps of a thousandth finds what it finds where every step is walked', () => {
  const ruleSet = { ...equalShares, completion: 'add1' as const, ties: ['project-id' as const] };
  fc.assert(
    fc.property(town, ({ costs, ballots, budget }) => {
      const { instance, profile } = smallElection(budget, costs, ballots);
      const contest = prepareContest(instance, profile, ruleSet);
      const terms = equalSharesTerms(contest, ruleSet);
      const counted = count(instance, profile, ruleSet);
      if (terms === undefined || !counted.ok) throw new Error('the election cannot be counted');
      let winners: readonly number[] = [];
      let increments = -1;
      for (;;) {
        const run = purchase(terms, terms.endowment + BigInt(increments + 1) * terms.divisor, byId, 0);
        if (run.spending.spent > instance.budget) break;
        winners = run.bought;
        increments++;
        const left = instance.budget - run.spending.spent;
        const open = terms.candidates.filter((p) => !run.bought.includes(p));
        if (!open.some((p) => (instance.projects[p]?.cost ?? 0n) <= left)) break;
      }
      expect(counted.value.winners).toEqual(winners);
      expect(counted.value.endowment?.increments).toBe(increments);
    }),
    { numRuns: 300, seed: 7 },
  );
});
