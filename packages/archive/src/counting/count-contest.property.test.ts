import { defaultRuleSet, groupBallots, type RuleSet } from '@convite/counting';
import { portableSha256 } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countContest } from './count-contest.ts';
import { instanceOfContest, standingRule } from './instance-of-contest.ts';
import type { OpenedBallots } from './open-ballots.ts';
import { paperOf, without } from './small-paper.fixture.ts';

const perCost = defaultRuleSet('greedy', 'approval');
invariant(perCost.rule === 'greedy', 'the default of a rule is that rule');
const most: RuleSet = { ...perCost, order: 'total', utility: 'cardinality', maximumWinners: 1 };
const equalShares = defaultRuleSet('equal-shares', 'approval');
const paper = paperOf(5, { envelope: '250' });

function counted(choices: readonly (readonly number[])[], rule: RuleSet, seed: string | undefined) {
  const instance = instanceOfContest(paper, rule, { currency: 'VES', decimals: 2 });
  invariant(instance.ok, 'the paper has an envelope');
  const ballots = choices.map((chosen) => ({ choices: chosen, points: undefined, weight: 1 }));
  const opened: OpenedBallots = { profile: groupBallots('approval', ballots).profile, opened: 'ballots', spoilt: 0 };
  const basis = seed === undefined ? undefined : { seed, fingerprint: 'A'.repeat(43), round: 1 };
  const result = countContest(instance.value, opened, rule, basis, portableSha256.sha256);
  invariant(result.ok, 'the rule goes with approvals');
  return result.value;
}

const ballots = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }), {
  minLength: 1,
  maxLength: 8,
});

describe('a contest counted with a public seed', () => {
  it.each([
    ['greedy', most],
    ['equal shares', equalShares],
  ])('is always decided, within what was possible without: %s', (_, rule) => {
    fc.assert(
      fc.property(ballots, fc.integer({ min: 1, max: 1000 }), (choices, seed) => {
        const plain = counted(choices, rule, undefined).outcome;
        const { outcome, lots } = counted(choices, rule, `dado ${seed}`);
        expect(outcome.status).toBe('complete');
        expect(lots === undefined).toBe(plain.status === 'complete');
        if (plain.status === 'complete' || !plain.allBranchesFollowed) return;
        expect(plain.possible).toContainEqual(outcome.winners.toSorted((a, b) => a - b));
        expect(lots?.tied.length).toBeGreaterThan(0);
      }),
    );
  });

  it('may be won by each of the tied', () => {
    const winners = Array.from(
      { length: 60 },
      (_, i) => counted([[0], [1], [2]], most, `dado ${i}`).outcome.winners[0],
    );
    expect([...new Set(winners)].toSorted((a = 0, b = 0) => a - b)).toEqual([0, 1, 2]);
  });

  it('is won by the one of the tied that is drawn first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const { outcome, lots } = counted([[0], [1], [3]], most, `dado ${seed}`);
        const first = lots?.drawn.find(({ option }) => [1, 2, 4].includes(option))?.option ?? 0;
        expect(outcome.winners).toEqual([first - 1]);
      }),
    );
  });

  it('asks lots last: what the rule settles otherwise stays so', () => {
    const cheapest: RuleSet = { ...most, ties: ['lower-cost'] };
    expect(counted([[2], [4]], cheapest, 'dado 1')).toMatchObject({ outcome: { winners: [2] }, lots: undefined });
    const first: RuleSet = { ...most, maximumWinners: 2, ties: [{ lots: ['5', '4'] }] };
    for (const seed of ['dado 1', 'dado 2', 'dado 3', 'dado 4']) {
      const { outcome, lots } = counted([[0], [3], [4]], first, seed);
      expect(lots).toBeDefined();
      expect(outcome.winners.includes(3) && !outcome.winners.includes(4)).toBe(false);
    }
  });

  it('stays undecided without one', () => {
    expect(counted([[0], [1]], most, undefined)).toMatchObject({
      outcome: { status: 'lots_required' },
      lots: undefined,
    });
  });

  it('draws all options that stand, and says which were tied', () => {
    const { lots } = counted([[0], [2]], most, 'dado 1');
    expect(lots?.tied).toEqual([[1, 3]]);
    expect(lots?.drawn.map(({ option }) => option).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('a rule that names options', () => {
  const groups: RuleSet = {
    ...most,
    maximumWinners: null,
    exclusiveGroups: [
      ['1', '2'],
      ['3', '4', '5'],
    ],
  };
  const whole = paperOf(5, { envelope: '1000' });
  const winnersOf = (withdrawn: readonly number[]): readonly string[] => {
    const left = without(whole, withdrawn);
    const instance = instanceOfContest(left, groups, { currency: 'VES', decimals: 2 });
    invariant(instance.ok, 'the paper has an envelope');
    const { projects } = instance.value;
    const all = groupBallots('approval', [{ choices: [...projects.keys()], points: undefined, weight: 1 }]);
    const opened: OpenedBallots = { profile: all.profile, opened: 'ballots', spoilt: 0 };
    const basis = { seed: 'dado 1', fingerprint: 'A'.repeat(43), round: 1 };
    const result = countContest(instance.value, opened, standingRule(groups, left), basis, portableSha256.sha256);
    invariant(result.ok, 'a rule names only options that stand');
    return result.value.outcome.winners.map((position) => String(projects[position]?.id)).toSorted();
  };

  it('is applied to those that stand once one of them is withdrawn', () => {
    expect(winnersOf([])).toHaveLength(2);
    expect(winnersOf([2])).toContain('1');
    expect(winnersOf([2])).toHaveLength(2);
    expect(winnersOf([3])).toHaveLength(2);
    expect(winnersOf([3, 4])).toContain('5');
    expect(winnersOf([1, 2, 3, 4])).toEqual(['5']);
  });
});

describe('the instance of a contest', () => {
  it('limits what a theme or a place may spend, and counts options where no money is divided', () => {
    const some = paperOf(4, { envelope: '1000' });
    const placed = {
      ...some,
      options: some.options.map((option, i) => ({
        ...option,
        theme: i < 2 ? 'agua' : '',
        place: i === 3 ? 'El Cerro' : '',
      })),
    };
    const limited: RuleSet = {
      ...most,
      ...{ maximumWinners: 4, categoryBudgets: { agua: '1' }, neighbourhoodBudgets: { 'El Cerro': '0' } },
    };
    const winnersUnder = (paperOfMoney: typeof placed): readonly number[] => {
      const instance = instanceOfContest(paperOfMoney, limited, { currency: 'VES', decimals: 0 });
      invariant(instance.ok, 'the rule says how many win');
      const ballots = [
        { choices: [0, 1, 2, 3], points: undefined, weight: 2 },
        { choices: [1, 2], points: undefined, weight: 1 },
      ];
      const opened: OpenedBallots = {
        profile: groupBallots('approval', ballots).profile,
        opened: 'ballots',
        spoilt: 0,
      };
      const result = countContest(instance.value, opened, limited, undefined, portableSha256.sha256);
      invariant(result.ok, 'the rule goes with approvals');
      return result.value.outcome.winners.map((position) => position + 1).toSorted((a, b) => a - b);
    };
    // With money both of the theme cost more than there is for it; without, one of them may win.
    expect(winnersUnder(placed)).toEqual([3]);
    expect(winnersUnder({ ...placed, envelope: null })).toEqual([2, 3]);
  });

  it('has the options that stand, by number, with money in minor units', () => {
    const instance = instanceOfContest(without(paper, [2, 4]), perCost, { currency: 'VES', decimals: 2 });
    expect(instance).toMatchObject({ ok: true, value: { budget: 250n, decimals: 2 } });
    expect(instance.ok && instance.value.projects.map(({ id, cost }) => [id, cost])).toEqual([
      ['1', 100n],
      ['3', 102n],
      ['5', 104n],
    ]);
  });

  it('lets as many win as the rule says where no money is divided', () => {
    const free = paperOf(4, { envelope: null });
    const costless = { ...free, options: free.options.map((option) => ({ ...option, cost: null })) };
    const two: RuleSet = { ...equalShares, maximumWinners: 2 };
    expect(instanceOfContest(costless, two, { currency: 'VES', decimals: 2 })).toMatchObject({
      ok: true,
      value: { budget: 2n, decimals: 0 },
    });
    expect(instanceOfContest(costless, equalShares, { currency: 'VES', decimals: 2 })).toEqual({
      ok: false,
      error: 'neither_envelope_nor_winners',
    });
  });
});
