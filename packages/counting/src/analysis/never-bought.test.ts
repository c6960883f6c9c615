import { invariant } from '@convite/kernel';
import { expect, it } from 'vitest';
import type { EqualSharesRuleSet } from '../rules/equal-shares/rule-set.ts';
import { count } from '../rules/count.ts';
import { neverBought } from './never-bought.ts';
import { equalShares, type SmallElection, smallElection } from './small-election.fixture.ts';
import { withCost } from './switch-recount.fixture.ts';

const add1: EqualSharesRuleSet = { ...equalShares, completion: 'add1', ties: ['project-id'] };

/** What is refuted at the costs 1, 2, 3, … of project A: `r`; where it is funded: `f`; else a dot. */
const atCosts = ({ instance, profile }: SmallElection, ruleSet: EqualSharesRuleSet): string =>
  Array.from({ length: Number(instance.projects[0]?.cost) }, (_, i) => {
    const changed = withCost(instance, 0, BigInt(i + 1));
    const outcome = count(changed, profile, ruleSet);
    invariant(outcome.ok, 'the town can be counted');
    if (outcome.value.winners.includes(0)) return 'f';
    return neverBought(changed, profile, ruleSet, outcome.value, 0) ? 'r' : '.';
  }).join('');

it('does not refute a cost below one that wins', () => {
  const town = smallElection(
    6,
    [7, 7],
    [
      ['A', 3],
      ['AB', 4],
      ['B', 2],
    ],
  );
  expect(atCosts(town, add1)).toBe('ffff.fr');
});

it('refutes where no run buys the project, the run over budget included', () => {
  const town = smallElection(
    100,
    [60, 70, 30],
    [
      ['A', 2],
      ['BC', 8],
    ],
  );
  // At 25 and 26 only the run over budget, which does not stand, buys A.
  expect(atCosts(town, add1)).toBe(`${'f'.repeat(24)}..${'r'.repeat(34)}`);
});

it('refutes nothing where an open tie was met on the way', () => {
  const town = smallElection(
    10,
    [9, 5, 5],
    [
      ['A', 1],
      ['BC', 9],
    ],
  );
  expect(atCosts(town, add1)).toContain('r');
  expect(atCosts(town, { ...add1, ties: [] })).not.toContain('r');
});
