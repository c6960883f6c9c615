import { describe, expect, it } from 'vitest';
import { count, groupBallots, type RuleSet } from '../src/index.ts';
import { type Election, projectAt } from './election.ts';
import { recount } from './oracle.ts';
import { nothingLimited } from '../src/model/rule-set-members.ts';
import { smallTown } from './small-town.fixture.ts';

/** Ids of the sets of winners, one set if the count is complete; the counter that speaks first. */
const engine = (election: Election, ruleSet: RuleSet): readonly string[] => {
  const { profile } = groupBallots(election.kind, election.ballots);
  const counted = count(election.instance, profile, ruleSet);
  if (!counted.ok) throw new Error(counted.error.type);
  const { status, winners, possible } = counted.value;
  return status === 'complete' ? [words(election, winners)] : possible.map((set) => words(election, set)).toSorted();
};

const second = (election: Election, ruleSet: RuleSet): readonly string[] => {
  const { status, winners, possible } = recount(election, ruleSet);
  return status === 'complete' ? [words(election, winners)] : possible.map((set) => words(election, set)).toSorted();
};

const words = (election: Election, projects: readonly number[]): string =>
  projects.map((p) => String(projectAt(election, p).id)).join(' ');

describe.each([
  ['the engine', engine],
  ['the second counter', second],
])('%s', (_, winners) => {
  it('orders by summed utility alone where the rule set says so: votes times cost', () => {
    const town = smallTown(2n, { bench: 1n, school: 2n }, ['2x bench school']);
    const ruleSet = { ...nothingLimited, rule: 'greedy', utility: 'cost', misfit: 'skip' } as const;
    expect(winners(town, { ...ruleSet, order: 'total' })).toEqual(['school']);
    expect(winners(town, { ...ruleSet, order: 'per-cost' })).toEqual(['bench', 'school']);
  });

  it('lets a draw among some of the tied rule out only those drawn later', () => {
    const town = smallTown(3n, { bench: 3n, library: 3n, school: 3n }, []);
    const ruleSet = { ...nothingLimited, rule: 'greedy', utility: 'cost', order: 'per-cost', misfit: 'skip' } as const;
    expect(winners(town, { ...ruleSet, ties: [{ lots: ['school', 'bench'] }] })).toEqual(['library', 'school']);
  });

  it('loads the supporters of the one that was chosen, not of another of the tied', () => {
    // bench: 3 of 3 votes; road: 5 of 5; both at load 1. After road all hold 1: bench 2, school (6 + 1 + 1) / 4 = 2.
    const town = smallTown(14n, { bench: 3n, road: 5n, school: 6n }, [
      'road school',
      'road',
      'road school bench',
      '2x road bench',
      '2x school',
    ]);
    const ties = [{ lots: ['road', 'school', 'bench'] }];
    expect(winners(town, { ...nothingLimited, rule: 'phragmen', ties })).toEqual(['road school bench']);
  });
});
