import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../rules/rule-set.ts';
import { ballotFor, changeBallots } from './changed-election.ts';
import {
  equalShares,
  greedy,
  majorityJudgement,
  phragmen,
  type SmallElection,
  smallElection,
} from './small-election.fixture.ts';
import { isFunded, withCost } from './switch-recount.fixture.ts';
import { isMonotoneInBallots, isMonotoneInCost } from './switch-proof.ts';

const byId = { ties: ['project-id' as const] };

/** `1` where project A is funded at the cost 1, 2, 3, … */
const atCosts = ({ instance, profile }: SmallElection, ruleSet: RuleSet): string =>
  Array.from({ length: Number(instance.projects[0]?.cost) }, (_, i) =>
    isFunded(withCost(instance, 0, BigInt(i + 1)), profile, ruleSet, 0) ? '1' : '0',
  ).join('');

/** `1` where project A is funded with 0, 1, 2, … added ballots. */
const withAdded = ({ instance, profile }: SmallElection, ruleSet: RuleSet, most: number): string => {
  const changed = changeBallots(profile, ballotFor(profile, 0));
  return Array.from({ length: most + 1 }, (_, added) =>
    isFunded(instance, changed.add(added), ruleSet, 0) ? '1' : '0',
  ).join('');
};

describe('a lower cost', () => {
  it('may lose under Add1 what a higher one wins', () => {
    const ruleSet: RuleSet = { ...equalShares, ...byId, completion: 'add1' };
    const town = smallElection(
      6,
      [7, 7],
      [
        ['A', 3],
        ['AB', 4],
        ['B', 2],
      ],
    );
    expect(atCosts(town, ruleSet)).toBe('1111010');
    expect(isMonotoneInCost(ruleSet)).toBe(false);
  });

  it('may lose where the order is that of summed cost', () => {
    const ruleSet: RuleSet = { ...greedy, ...byId, order: 'total' };
    const town = smallElection(
      5,
      [6, 3],
      [
        ['A', 3],
        ['B', 4],
      ],
    );
    expect(atCosts(town, ruleSet)).toBe('110110');
    expect(isMonotoneInCost(ruleSet)).toBe(false);
  });

  it.each([
    greedy,
    { ...greedy, utility: 'points', order: 'total' } as const,
    equalShares,
    { ...equalShares, completion: 'greedy' } as const,
    phragmen,
    majorityJudgement,
  ])('is proven not to under $rule', (ruleSet) => {
    expect(isMonotoneInCost(ruleSet)).toBe(true);
  });

  it('is claimed nothing about where another outcome may be preferred as a whole', () => {
    expect(isMonotoneInCost({ ...equalShares, comparison: 'greedy' })).toBe(false);
  });
});

describe('one more ballot for a project', () => {
  it('may lose what fewer win where the minimum support is a share of the ballots', () => {
    const ruleSet: RuleSet = {
      ...greedy,
      ...byId,
      utility: 'cardinality',
      minimumSupport: { votes: 0, shareOfBallots: '1/4', points: 0 },
    };
    // With the fourth, B falls below a quarter of the ballots; C then comes first and leaves too little.
    const town = smallElection(
      10,
      [7, 3, 8],
      [
        ['A', 1],
        ['B', 4],
        ['C', 8],
      ],
    );
    expect(withAdded(town, ruleSet, 7)).toBe('00010011');
    expect(isMonotoneInBallots(ruleSet)).toBe(false);
  });

  it('is proven not to for greedy and Phragmén without such a share, and for no other rule', () => {
    expect([greedy, phragmen].map(isMonotoneInBallots)).toEqual([true, true]);
    expect([equalShares, majorityJudgement].map(isMonotoneInBallots)).toEqual([false, false]);
  });
});

it('asks for a share only where it is more than nothing', () => {
  const minimumSupport = { votes: 5, shareOfBallots: '0/7', points: 3 };
  expect(isMonotoneInBallots({ ...greedy, minimumSupport })).toBe(true);
});
