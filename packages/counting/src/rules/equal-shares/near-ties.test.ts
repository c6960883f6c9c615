import { compareRationals } from '@convite/kernel';
import { describe, expect, test } from 'vitest';
import { equalShares, smallElection } from '../../analysis/small-election.fixture.ts';
import { groupBallots } from '../../model/group-ballots.ts';
import { makeInstance, projectId } from '../../model/instance.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Ballot } from '../../model/profile.ts';
import type { EqualSharesRuleSet } from './rule-set.ts';
import { count } from '../count.ts';

/** An approval election with costs of any size. */
function bigElection(budget: bigint, costs: readonly bigint[], ballots: readonly Ballot[]) {
  const instance = makeInstance({
    budget,
    currency: 'XTS',
    decimals: 0,
    projects: costs.map((cost, p) => ({
      id: projectId(`P${p}`),
      cost,
      name: undefined,
      categories: [],
      neighbourhood: undefined,
    })),
  });
  if (!instance.ok) throw new Error(instance.error.type);
  return { instance: instance.value, profile: groupBallots('approval', ballots).profile };
}

const naming = (choices: readonly number[], weight: number): Ballot => ({ choices, points: undefined, weight });

function outcomeOf(election: ReturnType<typeof bigElection>, ruleSet: EqualSharesRuleSet): Outcome {
  const outcome = count(election.instance, election.profile, ruleSet);
  if (!outcome.ok) throw new Error(outcome.error.type);
  return outcome.value;
}

const plain: EqualSharesRuleSet = { ...equalShares, utility: 'cardinality', completion: 'none' };

describe('equal shares where prices nearly meet', () => {
  test('tells prices apart that differ by less than 10^-15 of themselves', () => {
    const near = 4_000_000_000_000_000n;
    const election = bigElection(4n * near, [near + 1n, near], [naming([0], 3), naming([1], 3)]);
    const { rounds, arithmetic } = outcomeOf(election, plain);
    expect(rounds.map(({ project }) => project)).toEqual([1, 0]);
    const [first, second] = rounds.flatMap((round) => (round.type === 'purchase' ? [round.price] : []));
    expect(first && second && compareRationals(first, second)).toBe(-1);
    expect(arithmetic.exact).toBe(0);
  });

  test.each([40, 60, 90])('asks exact fractions where prices differ by one part in 10^%i', (digits) => {
    const near = 10n ** BigInt(digits);
    for (const [costs, order] of [
      [
        [near + 1n, near],
        [1, 0],
      ],
      [
        [near, near + 1n],
        [0, 1],
      ],
    ] as const) {
      const election = bigElection(4n * near, costs, [naming([0], 3), naming([1], 3)]);
      const { rounds, arithmetic } = outcomeOf(election, plain);
      expect(rounds.map(({ project }) => project)).toEqual(order);
      expect(arithmetic.exact).toBeGreaterThan(0);
    }
  });

  test('buys a project whose supporters hold exactly its cost, and not one unit more', () => {
    // 105 shares of 155000/105 each: a sum of doubles falls short of the cost.
    const supporters = [naming([0], 105)];
    const exactly = outcomeOf(bigElection(155_000n, [155_000n], supporters), plain);
    expect(exactly.winners).toEqual([0]);
    expect(exactly.arithmetic.exact).toBeGreaterThan(0);
    expect(outcomeOf(bigElection(155_000n, [155_001n], supporters), plain).winners).toEqual([]);
  });

  test('sees that prices are equal after money was spent in thirds and sevenths', () => {
    // A is paid in sevenths and B in thirds of units; C and D then ask the same of two times the same supporters.
    const { instance, profile } = smallElection(
      1000,
      [10, 10, 60, 60],
      [
        ['AC', 7],
        ['BD', 7],
        ['C', 2],
        ['D', 2],
      ],
    );
    const outcome = count(instance, profile, { ...plain, ties: [] });
    if (!outcome.ok) throw new Error(outcome.error.type);
    const prices = outcome.value.rounds.flatMap((round) => (round.type === 'purchase' ? [round.price] : []));
    expect(prices).toHaveLength(4);
    const [, , third, fourth] = prices;
    expect(third && fourth && compareRationals(third, fourth)).toBe(0);
    expect(outcome.value.status).toBe('complete');
    expect(outcome.value.arithmetic.exact).toBeGreaterThan(0);
  });
});
