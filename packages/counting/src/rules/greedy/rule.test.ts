import { describe, expect, test } from 'vitest';
import { greedy, smallElection } from '../../analysis/small-election.fixture.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { GreedyRuleSet } from './rule-set.ts';
import { count } from '../count.ts';

const ballots = [
  ['A', 5],
  ['B', 4],
  ['C', 3],
  ['D', 2],
] as const;

function outcomeOf(budget: number, costs: readonly number[], changes: Partial<GreedyRuleSet>): Outcome {
  const { instance, profile } = smallElection(budget, costs, ballots);
  const outcome = count(instance, profile, { ...greedy, ...changes });
  if (!outcome.ok) throw new Error(outcome.error.type);
  return outcome.value;
}

describe('greedy', () => {
  test('skips what does not fit and goes on', () => {
    const outcome = outcomeOf(10, [6, 5, 4, 1], {});
    expect(outcome.winners).toEqual([0, 2]);
    expect(outcome.notFunded).toEqual([
      { project: 1, reason: { type: 'does_not_fit', left: 4n } },
      { project: 3, reason: { type: 'does_not_fit', left: 0n } },
    ]);
  });

  test('stops at the first misfit and says of what would still fit that it was outbid', () => {
    const outcome = outcomeOf(10, [6, 5, 4, 1], { misfit: 'stop' });
    expect(outcome.winners).toEqual([0]);
    expect(outcome.notFunded.map(({ reason }) => reason)).toEqual([
      { type: 'does_not_fit', left: 4n },
      { type: 'outbid', by: 1 },
      { type: 'outbid', by: 1 },
    ]);
  });

  test('tops the first misfit up from the reserve if the envelope covers its share, then ends', () => {
    const topped = outcomeOf(10, [6, 5, 4, 1], { misfit: { topUp: '4/5', reserve: '1' } });
    expect(topped.winners).toEqual([0, 1]);
    expect(topped.cost).toBe(11n);
    expect(topped.rounds[1]).toMatchObject({ decision: 'funded_from_reserve', left: 0n });
    expect(outcomeOf(10, [6, 5, 4, 1], { misfit: { topUp: '5/6', reserve: '1' } }).winners).toEqual([0]);
    expect(outcomeOf(10, [6, 5, 4, 1], { misfit: { topUp: '4/5', reserve: '0' } }).winners).toEqual([0]);
  });

  test('keeps out what has too little support, by number or by share of marked ballots rounded up', () => {
    const byNumber = outcomeOf(20, [6, 5, 4, 1], { minimumSupport: { votes: 4, shareOfBallots: '0/1', points: 0 } });
    expect(byNumber.winners).toEqual([0, 1]);
    expect(byNumber.notFunded[1]?.reason).toEqual({
      type: 'below_threshold',
      measure: 'votes',
      reached: 2n,
      required: 4n,
    });
    // A fifth of 14 ballots is 2.8, so 3 votes are enough and 2 are not.
    const byShare = outcomeOf(20, [6, 5, 4, 1], { minimumSupport: { votes: 0, shareOfBallots: '1/5', points: 0 } });
    expect(byShare.winners).toEqual([0, 1, 2]);
  });

  test('funds one of an exclusive group, and no more winners than allowed', () => {
    const exclusive = outcomeOf(20, [6, 5, 4, 1], { exclusiveGroups: [['A', 'B', 'D']] });
    expect(exclusive.winners).toEqual([0, 2]);
    expect(exclusive.notFunded.map(({ reason }) => reason)).toEqual([
      { type: 'excluded_by', winner: 0 },
      { type: 'excluded_by', winner: 0 },
    ]);
    const two = outcomeOf(20, [6, 5, 4, 1], { maximumWinners: 2 });
    expect(two.winners).toEqual([0, 1]);
    expect(two.notFunded[0]?.reason).toEqual({ type: 'enough_winners', winners: 2 });
  });

  test('puts a project without cost before all others if it gains anyone something, and by cost after them', () => {
    expect(outcomeOf(10, [6, 4, 0, 1], { utility: 'cardinality' }).winners[0]).toBe(2);
    expect(outcomeOf(10, [6, 4, 0, 1], {}).winners).toEqual([0, 1, 2]);
  });

  test('refuses a rule set that names a project which is not there', () => {
    const { instance, profile } = smallElection(10, [6, 5, 4, 1], ballots);
    expect(count(instance, profile, { ...greedy, exclusiveGroups: [['A', 'Z']] })).toEqual({
      ok: false,
      error: { type: 'unknown_project', id: 'Z', where: 'exclusiveGroups' },
    });
  });
});
