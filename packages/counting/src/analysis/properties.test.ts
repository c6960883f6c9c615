import { rational } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import type { Endowment, GreedyRound, PurchaseRound } from '../model/outcome.ts';
import type { Segment } from '../model/segments.ts';
import { properties } from './properties.ts';
import { equalShares, greedy, handMade, majorityJudgement, smallElection } from './small-election.fixture.ts';

const considered: GreedyRound = {
  type: 'considered',
  project: 0,
  utility: 0n,
  votes: 0n,
  decision: 'funded',
  reason: undefined,
  left: 0n,
  completion: false,
};

describe('within budget', () => {
  const { instance, profile } = smallElection(10, [6, 5], [['AB', 2]]);

  it('refuses winners that cost more than the envelope', () => {
    const { withinBudget } = properties(instance, profile, [], greedy, handMade('AB'));
    expect(withinBudget).toEqual({ holds: false, spent: 11n, fromReserve: 0n, left: -1n });
  });

  it('lets a topped-up winner reach into the reserve, no further than it goes', () => {
    const rounds = [considered, { ...considered, project: 1, decision: 'funded_from_reserve' as const }];
    const withReserve = (reserve: string) => ({ ...greedy, misfit: { topUp: '1/2', reserve } });
    const check = (reserve: string) =>
      properties(instance, profile, [], withReserve(reserve), handMade('AB', { rounds })).withinBudget;
    expect(check('1')).toEqual({ holds: true, spent: 11n, fromReserve: 1n, left: 0n });
    expect(check('0').holds).toBe(false);
  });
});

describe('exhaustive', () => {
  const { instance, profile } = smallElection(
    10,
    [6, 4, 4, 5],
    [
      ['AB', 2],
      ['D', 1],
    ],
  );

  it('names what would still fit, supported or not', () => {
    expect(properties(instance, profile, [], greedy, handMade('A')).exhaustive).toEqual({ holds: false, fits: [1, 2] });
    expect(properties(instance, profile, [], greedy, handMade('AB')).exhaustive).toEqual({ holds: true, fits: [] });
  });

  it('leaves out what another clause of the rule set refuses', () => {
    const fits = (clauses: object) =>
      properties(instance, profile, [], { ...greedy, ...clauses }, handMade('A')).exhaustive.fits;
    expect(fits({ exclusiveGroups: [['A', 'B']] })).toEqual([2]);
    expect(fits({ minimumSupport: { votes: 1, shareOfBallots: '0/1', points: 0 } })).toEqual([1]);
    expect(fits({ maximumWinners: 1 })).toEqual([]);
  });
});

describe('price system', () => {
  // Three votes hold 4 each. A (6) is bought by groups A and AB at 3 each; then AB has 1 and B has 4.
  const { instance, profile } = smallElection(
    12,
    [6, 6],
    [
      ['A', 1],
      ['AB', 1],
      ['B', 1],
    ],
  );
  const endowment: Endowment = {
    divisor: 3n,
    start: rational(4n),
    increments: 0,
    reached: rational(4n),
    stopped: 'not_asked',
  };
  const purchase: PurchaseRound = {
    type: 'purchase',
    project: 0,
    price: rational(1n, 2n),
    effectiveVotes: rational(2n),
    supporters: 2n,
    groups: Uint32Array.of(0, 1),
    paid: [6n, 6n],
    denominator: 2n,
    emptied: Uint8Array.of(0, 0),
  };
  const check = (round: PurchaseRound, winners = 'A', reached = 4n) =>
    properties(
      instance,
      profile,
      [],
      equalShares,
      handMade(winners, { rounds: [round], endowment: { ...endowment, reached: rational(reached) } }),
    ).priceSystem;

  it('accepts payments that are right', () => {
    expect(check(purchase)).toEqual({ holds: true, covers: [0], outside: [], breaches: [] });
  });

  it('puts the winners of completion outside', () => {
    expect(check(purchase, 'AB')).toMatchObject({ holds: true, covers: [0], outside: [1] });
  });

  it.each([
    ['payments that miss the cost', { paid: [6n, 5n] }, [{ type: 'payments_differ_from_cost', project: 0 }]],
    [
      'a payer who does not support',
      { groups: Uint32Array.of(0, 2) },
      [{ type: 'paid_without_support', project: 0, group: 2 }],
    ],
    [
      'a negative payment',
      { paid: [14n, -2n], denominator: 2n },
      [
        { type: 'negative_payment', project: 0, group: 1 },
        { type: 'overspent', group: 0 },
        { type: 'supporters_could_still_pay', project: 1, left: rational(18n, 2n) },
      ],
    ],
    [
      'a vote that pays more than it holds',
      { paid: [9n, 3n] },
      [
        { type: 'overspent', group: 0 },
        { type: 'supporters_could_still_pay', project: 1, left: rational(13n, 2n) },
      ],
    ],
  ])('finds %s', (_, members, breaches) => {
    expect(check({ ...purchase, ...members })).toMatchObject({ holds: false, breaches });
  });

  it('finds supporters who hold more than the cost of what they did not get', () => {
    expect(check(purchase, 'A', 5n)).toMatchObject({
      holds: false,
      breaches: [{ type: 'supporters_could_still_pay', project: 1, left: rational(14n, 2n) }],
    });
  });

  it('accepts supporters who hold exactly the cost', () => {
    const exact = smallElection(
      12,
      [6, 5],
      [
        ['A', 1],
        ['AB', 1],
        ['B', 1],
      ],
    );
    const outcome = handMade('A', { rounds: [purchase], endowment });
    expect(properties(exact.instance, exact.profile, [], equalShares, outcome).priceSystem?.holds).toBe(true);
  });

  it('asks nothing of those to whom a project brings nothing', () => {
    const ranked = smallElection(12, [6, 1], [['AB', 3]], 'ranked');
    const outcome = handMade('A', {
      rounds: [{ ...purchase, groups: Uint32Array.of(0), paid: [4n] }],
      endowment,
    });
    const breaches = (utility: 'borda' | 'rank-points') =>
      properties(ranked.instance, ranked.profile, [], { ...equalShares, utility }, outcome).priceSystem?.breaches;
    expect(breaches('borda')).toEqual([]);
    expect(breaches('rank-points')).toMatchObject([{ type: 'supporters_could_still_pay', project: 1 }]);
  });

  it('finds a purchase of what did not win', () => {
    expect(check(purchase, '')?.breaches).toEqual([{ type: 'not_a_winner', project: 0 }]);
  });

  it('is not claimed for a rule that charges nobody', () => {
    expect(properties(instance, profile, [], greedy, handMade('A')).priceSystem).toBeUndefined();
  });
});

describe('EJR+ up to one project', () => {
  // Budget 100, 10 votes. Group B: 4 votes deserve 40.
  const election = smallElection(
    100,
    [60, 40, 100],
    [
      ['A', 6],
      ['B', 4],
    ],
  );

  it('shows the group that is failed', () => {
    const { ejrPlus } = properties(election.instance, election.profile, [], greedy, handMade('A'));
    expect(ejrPlus).toEqual({ holds: false, voters: 10, violations: [{ project: 1, votes: 4 }] });
  });

  it('holds one minor unit beyond the share of the group', () => {
    const dearer = smallElection(
      100,
      [60, 41],
      [
        ['A', 6],
        ['B', 4],
      ],
    );
    expect(properties(dearer.instance, dearer.profile, [], greedy, handMade('A')).ejrPlus).toMatchObject({
      holds: true,
    });
  });

  it('counts what the least served already have', () => {
    const mixed = smallElection(
      100,
      [10, 30],
      [
        ['A', 6],
        ['AB', 2],
        ['B', 2],
      ],
    );
    const { ejrPlus } = properties(mixed.instance, mixed.profile, [], greedy, handMade('A'));
    // The first two need 30 ≤ 20, the fourth 10 + 30 ≤ 40: only all four together are failed.
    expect(ejrPlus.violations).toEqual([{ project: 1, votes: 4 }]);
  });

  it('divides among all ballots where the rule does', () => {
    const blank = smallElection(
      100,
      [60, 40],
      [
        ['A', 6],
        ['B', 4],
        ['', 1],
      ],
    );
    const rule = { ...equalShares, divisor: 'all-ballots' } as const;
    expect(properties(blank.instance, blank.profile, [], rule, handMade('A')).ejrPlus).toMatchObject({
      holds: true,
      voters: 11,
    });
  });

  it('counts choices instead of money under that utility', () => {
    // A cost 10 each way: by number, B's 4 votes deserve 4 such projects.
    const cheap = smallElection(
      100,
      [60, 10, 30],
      [
        ['A', 6],
        ['BC', 4],
      ],
    );
    const ejr = (utility: 'cost' | 'cardinality') =>
      properties(cheap.instance, cheap.profile, [], { ...greedy, utility }, handMade('AB')).ejrPlus.violations;
    expect(ejr('cost')).toEqual([{ project: 2, votes: 4 }]);
    // 1 + 1 ≤ 1 · 4 · 100 / (10 · 30) = 4/3 fails.
    expect(ejr('cardinality')).toEqual([]);
  });

  it('is undecided where supporters of one project differ in their utility', () => {
    const ranked = smallElection(
      100,
      [60, 40],
      [
        ['AB', 6],
        ['B', 2],
        ['BA', 2],
      ],
      'ranked',
    );
    const rule = { ...greedy, utility: 'rank-points' } as const;
    expect(properties(ranked.instance, ranked.profile, [], rule, handMade('A')).ejrPlus.holds).toBeUndefined();
    expect(
      properties(ranked.instance, ranked.profile, [], majorityJudgement, handMade('A')).ejrPlus.holds,
    ).toBeUndefined();
  });
});

describe('voters and money', () => {
  const { instance, profile } = smallElection(
    12,
    [6, 6, 6],
    [
      ['A', 2],
      ['AB', 3],
      ['C', 4],
      ['', 5],
    ],
  );

  it('counts votes by their funded choices, blank ones apart', () => {
    const { voters } = properties(instance, profile, [], greedy, handMade('AB'));
    expect(voters).toEqual({ marked: 9, withFunded: 5, fundedChoices: [4, 2, 3] });
  });

  it('adds up money by category and place, empty ones included', () => {
    const named = {
      ...instance,
      projects: instance.projects.map((project, p) => ({
        ...project,
        categories: p === 0 ? ['water', 'health'] : ['water'],
        neighbourhood: p === 2 ? 'North' : undefined,
      })),
    };
    const { byCategory, byNeighbourhood } = properties(named, profile, [], greedy, handMade('AB'));
    expect(byCategory).toEqual([
      { name: 'health', funded: 1, cost: 6n },
      { name: 'water', funded: 2, cost: 12n },
    ]);
    expect(byNeighbourhood).toEqual([{ name: 'North', funded: 0, cost: 0n }]);
  });

  it('divides the cost of each winner equally among its supporters, by segment', () => {
    const segment: Segment = {
      attribute: 'channel',
      labels: ['internet', 'paper'],
      group: Uint32Array.of(0, 1, 1, 2),
      label: Uint32Array.of(0, 0, 1, 1),
      votes: Float64Array.of(2, 1, 2, 4),
      blank: Float64Array.of(5, 0),
    };
    const { bySegment } = properties(instance, profile, [segment], greedy, handMade('AB'));
    // A: 6 among 5 votes, 3 by internet; B: 6 among 3 votes, 1 by internet.
    expect(bySegment).toEqual([
      { attribute: 'channel', label: 'internet', marked: 3, blank: 5, withFunded: 3, paid: rational(28n, 5n) },
      { attribute: 'channel', label: 'paper', marked: 6, blank: 0, withFunded: 2, paid: rational(32n, 5n) },
    ]);
  });
});
