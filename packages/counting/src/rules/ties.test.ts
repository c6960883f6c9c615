import { describe, expect, test } from 'vitest';
import { equalShares, greedy, smallElection } from '../analysis/small-election.fixture.ts';
import type { Outcome } from '../model/outcome.ts';
import type { RuleSet } from './rule-set.ts';
import { count } from './count.ts';

function outcomeOf(
  budget: number,
  costs: readonly number[],
  ballots: readonly (readonly [string, number])[],
  ruleSet: RuleSet,
): Outcome {
  const { instance, profile } = smallElection(budget, costs, ballots);
  const outcome = count(instance, profile, ruleSet);
  if (!outcome.ok) throw new Error(outcome.error.type);
  return outcome.value;
}

const equalVotes = [
  ['A', 2],
  ['B', 2],
  ['C', 2],
] as const;

describe('ties', () => {
  test('are no ties where all the tied that fit do so together', () => {
    const outcome = outcomeOf(10, [4, 4, 40], equalVotes, greedy);
    expect(outcome.status).toBe('complete');
    expect(outcome.winners).toEqual([0, 1]);
    expect(outcome.ties).toEqual([]);
  });

  test('need lots where the choice changes the winners, and every possible set is listed', () => {
    const outcome = outcomeOf(10, [6, 4, 5], equalVotes, greedy);
    expect(outcome.status).toBe('lots_required');
    expect(outcome.possible).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(outcome.winners).toEqual([1]);
    expect(outcome.cost).toBe(4n);
    expect(outcome.notFunded).toEqual([]);
    expect(outcome.ties[0]).toMatchObject({ round: 0, tied: [0, 1, 2], decisive: true, settledBy: 'open' });
  });

  test('are settled by the criteria of the rule set in their order', () => {
    const cheapest = outcomeOf(10, [6, 4, 5], equalVotes, { ...greedy, ties: ['lower-cost'] });
    expect([cheapest.status, cheapest.winners]).toEqual(['complete', [1, 2]]);
    const byId = outcomeOf(10, [6, 4, 5], equalVotes, { ...greedy, ties: ['project-id'] });
    expect(byId.winners).toEqual([0, 1]);
    const drawn = outcomeOf(10, [6, 4, 5], equalVotes, { ...greedy, ties: [{ lots: ['C', 'A', 'B'] }] });
    expect(drawn.winners).toEqual([2, 1]);
    expect(drawn.ties[0]).toMatchObject({ settledBy: 'lots', chosen: 2, decisive: undefined });
  });

  test('stay open between the first drawn and those that were not in the draw', () => {
    const outcome = outcomeOf(6, [6, 6, 6], equalVotes, { ...greedy, ties: [{ lots: ['B', 'A'] }] });
    expect(outcome.status).toBe('lots_required');
    expect(outcome.possible).toEqual([[1], [2]]);
    expect(outcome.ties[0]?.tied).toEqual([1, 2]);
  });

  test('keep one order of lots through the whole count', () => {
    // A and B tie for the first place and, if C were before them, would tie again: A before B once is A before B always.
    const outcome = outcomeOf(
      9,
      [6, 6, 3],
      [
        ['A', 2],
        ['B', 2],
        ['C', 1],
      ],
      greedy,
    );
    expect(outcome.possible).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  test('are told from the others where more than 64 branches would have to be followed', () => {
    const costs = Array.from({ length: 9 }, () => 2);
    const ballots = costs.map((_, p): [string, number] => [String.fromCharCode(65 + p), 1]);
    const outcome = outcomeOf(9, costs, ballots, greedy);
    expect(outcome.allBranchesFollowed).toBe(false);
    expect(outcome.status).toBe('lots_required');
    expect(outcome.ties.every(({ decisive }) => decisive === true)).toBe(true);
  });

  test('between projects without a common supporter cost equal shares nothing', () => {
    const outcome = outcomeOf(12, [4, 4, 4], equalVotes, { ...equalShares, completion: 'none' });
    expect(outcome.status).toBe('complete');
    expect(outcome.winners).toEqual([0, 1, 2]);
    expect(outcome.ties).toEqual([]);
  });

  test('between projects with the same supporters are decisive under equal shares', () => {
    const outcome = outcomeOf(10, [6, 6], [['AB', 3]], { ...equalShares, completion: 'none' });
    expect(outcome.possible).toEqual([[0], [1]]);
  });
});
