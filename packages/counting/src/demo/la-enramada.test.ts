import { invariant, writeRational } from '@convite/kernel';
import { describe, expect, test } from 'vitest';
import { headToHead } from '../analysis/head-to-head.ts';
import { properties } from '../analysis/properties.ts';
import { declaredRuleSet } from '../formats/declared-rule-set.ts';
import { mustRead } from '../formats/small-file.fixture.ts';
import type { Outcome } from '../model/outcome.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { count } from '../rules/count.ts';
import { PROJECTS } from './la-enramada.ts';
import { demoBallots } from './la-enramada-ballots.ts';
import { LA_ENRAMADA_RULE_SET, laEnramada } from './la-enramada-file.ts';

const file = mustRead(laEnramada('es'));
const { instance, profile } = file;

const MOST_VOTES: RuleSet = {
  schema: 'convite/rule-set/1',
  rule: 'greedy',
  utility: 'cost',
  order: 'per-cost',
  misfit: 'skip',
  minimumSupport: LA_ENRAMADA_RULE_SET.minimumSupport,
  exclusiveGroups: LA_ENRAMADA_RULE_SET.exclusiveGroups,
  categoryBudgets: {},
  neighbourhoodBudgets: {},
  maximumWinners: null,
  ties: LA_ENRAMADA_RULE_SET.ties,
};

function counted(ruleSet: RuleSet): Outcome {
  const outcome = count(instance, profile, ruleSet);
  invariant(outcome.ok && outcome.value.status === 'complete', 'the demo is counted without lots');
  return outcome.value;
}

const winners = (outcome: Outcome) => outcome.winners.map((p) => instance.projects[p]?.id).join(' ');

describe('the ballots of La Enramada', () => {
  test('give each project the votes of the demo', () => {
    const votes = PROJECTS.map(({ id }) => demoBallots().filter(({ choices }) => choices.includes(id)).length);
    expect(votes).toEqual([
      183, 142, 117, 57, 47, 38, 80, 77, 105, 49, 40, 90, 56, 60, 23, 71, 43, 66, 63, 37, 49, 91, 150, 33,
    ]);
  });

  test('come from five neighbourhoods and by three channels', () => {
    const tally = (labels: readonly string[]) =>
      Object.fromEntries(
        [...new Set(labels)].map((label) => [label, labels.filter((other) => other === label).length]),
      );
    expect(tally(demoBallots().map(({ neighbourhood }) => neighbourhood))).toEqual({
      MOL: 216,
      LOM: 150,
      RIB: 108,
      PUE: 78,
      CAM: 48,
    });
    expect(tally(demoBallots().map(({ channel }) => channel))).toEqual({ internet: 372, kiosk: 144, paper: 84 });
  });

  test('are 600, two of them blank, with 2.95 marks each', () => {
    expect(profile).toMatchObject({ ballots: 600, blank: 2 });
    const marks = demoBallots().reduce((sum, { choices }) => sum + choices.length, 0);
    expect(Math.round((marks * 100) / 600)).toBe(295);
    expect(Math.max(...demoBallots().map(({ choices }) => choices.length))).toBe(6);
  });

  test('ask for 325,600 where 120,000 are there', () => {
    expect(instance.projects.reduce((sum, { cost }) => sum + cost, 0n)).toBe(325_600n);
    expect(instance.budget).toBe(120_000n);
  });
});

describe('the file of La Enramada', () => {
  test('reads without a warning and carries its rule set', () => {
    expect(file.warnings).toEqual([]);
    expect(declaredRuleSet(file)).toEqual({ ok: true, value: LA_ENRAMADA_RULE_SET });
  });

  test('is the same vote in English', () => {
    const english = mustRead(laEnramada('en'));
    expect(english.profile).toEqual(profile);
    expect(english.instance.projects[0]?.name).toBe('Renovate the central square');
    expect(instance.projects[0]?.name).toBe('Renovar la plaza central');
  });

  test('states the winners that the count finds', () => {
    const official = file.officialSelected.flatMap((selected, p) => (selected === 1 ? [p] : []));
    expect(counted(LA_ENRAMADA_RULE_SET).winners.toSorted((a, b) => a - b)).toEqual(official);
  });
});

describe('the count of La Enramada', () => {
  test.each([
    [
      'equal shares',
      LA_ENRAMADA_RULE_SET,
      'P01 P23 P09 P12 P22 P16 P21 P17 P11',
      117_700n,
      98,
      1.37,
      [82, 85, 82, 88, 83],
    ],
    ['most votes', MOST_VOTES, 'P01 P23 P02 P03 P21', 118_200n, 193, 1.07, [90, 49, 55, 55, 75]],
    [
      'equal shares, utility 1',
      { ...LA_ENRAMADA_RULE_SET, utility: 'cardinality' },
      'P20 P17 P22 P21 P11 P23 P10 P06 P14 P16 P04 P12 P19 P07',
      116_800n,
      95,
      1.54,
      [73, 88, 86, 96, 100],
    ],
  ] as const)('by %s', (_, ruleSet, ids, cost, unserved, mean, served) => {
    const outcome = counted(ruleSet);
    expect(winners(outcome)).toBe(ids);
    expect(outcome.cost).toBe(cost);
    const { voters, bySegment } = properties(instance, profile, file.segments, ruleSet, outcome);
    expect(voters.marked).toBe(598);
    expect(voters.marked - voters.withFunded).toBe(unserved);
    const choices = voters.fundedChoices.reduce((sum, votes, k) => sum + votes * k, 0);
    expect(Math.round((choices * 100) / 598) / 100).toBe(mean);
    const percent = ['El Molino', 'Las Lomas', 'La Ribera', 'Puente Viejo', 'Campo Nuevo'].map((name) => {
      const segment = bySegment.find(({ label }) => label === name);
      return Math.round(((segment?.withFunded ?? 0) * 100) / (segment?.marked ?? 1));
    });
    expect(percent).toEqual(served);
  });

  test('reaches 273.67 u a voter after 73 steps from 200.67', () => {
    const { endowment } = counted(LA_ENRAMADA_RULE_SET);
    invariant(endowment !== undefined, 'equal shares endow');
    expect(endowment.increments).toBe(73);
    expect(writeRational(endowment.start)).toBe('60000/299');
    expect(writeRational(endowment.reached)).toBe('81827/299');
  });

  test('buys with 183.0, 130.4, 82.8, 70.3, 55.8, 35.0, 21.9, 16.5 and 14.5 effective votes', () => {
    const tenths = counted(LA_ENRAMADA_RULE_SET).rounds.flatMap((round) => {
      if (round.type !== 'purchase') return [];
      const { num, den } = round.effectiveVotes;
      return [Number((num * 20n + den) / (den * 2n))];
    });
    expect(tenths).toEqual([1830, 1304, 828, 703, 558, 350, 219, 165, 145]);
  });

  test('would spend 67,300 without Add1, and fail the square', () => {
    const outcome = counted({ ...LA_ENRAMADA_RULE_SET, completion: 'none' });
    expect(outcome.cost).toBe(67_300n);
    expect(winners(outcome)).not.toContain('P01');
  });

  test('would give P20 and drop P11 with blank ballots in the divisor, P16 by completion', () => {
    const outcome = counted({ ...LA_ENRAMADA_RULE_SET, divisor: 'all-ballots' });
    expect(winners(outcome)).toContain('P20');
    expect(winners(outcome)).not.toContain('P11');
    const completed = outcome.rounds.filter((round) => round.type === 'considered' && round.decision === 'funded');
    expect(completed.map(({ project }) => instance.projects[project]?.id)).toEqual(['P16']);
  });

  test('leaves 6,000 when most votes stop at the first misfit', () => {
    expect(instance.budget - counted({ ...MOST_VOTES, misfit: 'stop' }).cost).toBe(6_000n);
  });

  test('needs the lower cost to settle the last place under most votes', () => {
    const tied = count(instance, profile, { ...MOST_VOTES, ties: [] });
    expect(tied.ok && tied.value.ties[0]?.tied.map((p) => instance.projects[p]?.id)).toEqual(['P10', 'P21']);
  });

  test('is preferred to most votes by 259 against 143, by money by 244 against 220', () => {
    const shares = counted(LA_ENRAMADA_RULE_SET);
    const { byChoices, byMoney } = headToHead(instance, profile, shares.winners, counted(MOST_VOTES).winners);
    expect(byChoices).toEqual({ first: 259, second: 143, equal: 196 });
    expect([byMoney.first, byMoney.second]).toEqual([244, 220]);
  });

  test('lets each neighbourhood pay about its share', () => {
    const outcome = counted(LA_ENRAMADA_RULE_SET);
    const { bySegment } = properties(instance, profile, file.segments, LA_ENRAMADA_RULE_SET, outcome);
    const perMille = ['El Molino', 'Las Lomas', 'La Ribera', 'Puente Viejo', 'Campo Nuevo'].map((name) => {
      const paid = bySegment.find(({ label }) => label === name)?.paid ?? { num: 0n, den: 1n };
      return Number((paid.num * 2_000n + paid.den * outcome.cost) / (paid.den * outcome.cost * 2n));
    });
    expect(perMille).toEqual([328, 269, 173, 151, 79]);
  });
});
