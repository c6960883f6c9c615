import { expect, it } from 'vitest';
import { headToHead } from './head-to-head.ts';
import { smallElection } from './small-election.fixture.ts';

const { instance, profile } = smallElection(
  30,
  [10, 4, 4, 7],
  [
    ['A', 5],
    ['BC', 3],
    ['ABC', 2],
    ['D', 1],
    ['', 4],
  ],
);

it('asks every marked ballot, by number and by money, also those that one outcome leaves empty', () => {
  const comparison = headToHead(instance, profile, [0], [1, 2]);
  expect(comparison).toEqual({
    byChoices: { first: 5, second: 5, equal: 1 },
    byMoney: { first: 7, second: 3, equal: 1 },
    unserved: { first: 4, second: 6 },
  });
});

it('turns round when the outcomes do', () => {
  const { byChoices, byMoney } = headToHead(instance, profile, [1, 2], [0]);
  expect([byChoices, byMoney]).toEqual([
    { first: 5, second: 5, equal: 1 },
    { first: 3, second: 7, equal: 1 },
  ]);
});
