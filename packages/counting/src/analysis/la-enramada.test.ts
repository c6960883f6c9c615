import { invariant, type Rational } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { laEnramada, LA_ENRAMADA_RULE_SET } from '../demo/la-enramada-file.ts';
import { readPabulib } from '../formats/parse-pabulib.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { count } from '../rules/count.ts';
import { counterfactuals } from './counterfactuals.ts';
import { headToHead } from './head-to-head.ts';
import { properties } from './properties.ts';
import { greedy } from './small-election.fixture.ts';
import { bothSides } from './switch-recount.fixture.ts';

const read = readPabulib(laEnramada('es'));
invariant(read.ok, 'the demo file is well made');
const { instance, profile, segments } = read.value;
const ids = (projects: readonly number[]) => projects.map((p) => instance.projects[p]?.id).join(' ');
const { minimumSupport, exclusiveGroups, ties } = LA_ENRAMADA_RULE_SET;
const mostVotes: RuleSet = { ...greedy, minimumSupport, exclusiveGroups, ties };
const counted = (ruleSet: RuleSet) => {
  const outcome = count(instance, profile, ruleSet);
  invariant(outcome.ok, 'the demo can be counted');
  return outcome.value;
};
const shares = counted(LA_ENRAMADA_RULE_SET);
const votes = counted(mostVotes);
/** Parts of a thousand, to the nearest. */
const perMille = ({ num, den }: Rational, of: bigint) => Number((2000n * num + den * of) / (2n * den * of));

describe('the outcome of La Enramada by equal shares', () => {
  const found = properties(instance, profile, segments, LA_ENRAMADA_RULE_SET, shares);

  it('keeps its promises', () => {
    expect(ids(shares.winners)).toBe('P01 P23 P09 P12 P22 P16 P21 P17 P11');
    expect(found.withinBudget).toEqual({ holds: true, spent: 117_700n, fromReserve: 0n, left: 2_300n });
    expect(found.exhaustive).toEqual({ holds: true, fits: [] });
    expect(found.priceSystem).toEqual({ holds: true, covers: shares.winners, outside: [], breaches: [] });
    expect(found.ejrPlus).toEqual({ holds: true, voters: 598, violations: [] });
  });

  it('leaves 98 of 598 voters with none of their choices', () => {
    expect(found.voters).toEqual({ marked: 598, withFunded: 500, fundedChoices: [98, 253, 187, 45, 15] });
  });

  it('lets each neighbourhood decide about its share', () => {
    const places = found.bySegment.filter(({ attribute }) => attribute === 'neighbourhood');
    const served = Object.fromEntries(
      places.map((place) => [place.label, Math.round((100 * place.withFunded) / place.marked)]),
    );
    expect(served).toEqual({
      'El Molino': 82,
      'Las Lomas': 85,
      'La Ribera': 82,
      'Puente Viejo': 88,
      'Campo Nuevo': 83,
    });
    const paid = Object.fromEntries(places.map((place) => [place.label, perMille(place.paid, 117_700n)]));
    expect(paid).toEqual({
      'El Molino': 328,
      'Las Lomas': 269,
      'La Ribera': 173,
      'Puente Viejo': 151,
      'Campo Nuevo': 79,
    });
  });

  it('is preferred by 259 voters to the outcome by most votes, by 143 the other way', () => {
    expect(ids(votes.winners)).toBe('P01 P23 P02 P03 P21');
    expect(headToHead(instance, profile, shares.winners, votes.winners)).toEqual({
      byChoices: { first: 259, second: 143, equal: 196 },
      byMoney: { first: 244, second: 220, equal: 134 },
      unserved: { first: 98, second: 193 },
    });
  });

  it('shows the groups that most votes fails', () => {
    const { ejrPlus } = properties(instance, profile, segments, mostVotes, votes);
    expect(ejrPlus.holds).toBe(false);
    expect(ejrPlus.violations.length).toBeGreaterThan(0);
  });
});

describe('what would have changed the outcome of La Enramada', () => {
  const switches = (id: string) => {
    const { cost, ballots } = counterfactuals(
      instance,
      profile,
      LA_ENRAMADA_RULE_SET,
      shares,
      instance.projects.findIndex((project) => project.id === id),
    );
    return { cost, ballots };
  };

  it('tells the roof of the market how far it was', () => {
    expect(switches('P02')).toMatchObject({
      cost: { type: 'switch', funded: 22_645n, notFunded: 22_646n },
      ballots: { type: 'switch', funded: 41, notFunded: 40, claim: 'smallest' },
    });
  });

  it('tells the court how far it was', () => {
    expect(switches('P03')).toMatchObject({
      cost: { type: 'switch', funded: 15_600n, notFunded: 15_601n },
      ballots: { type: 'switch', funded: 38, notFunded: 37, claim: 'smallest' },
    });
  });

  it('tells a project under the minimum support that no cost would have helped', () => {
    expect(switches('P15').cost).toEqual({ type: 'none_in_range', last: 1n, proven: true });
  });

  it.each([
    ['equal shares', LA_ENRAMADA_RULE_SET, shares],
    ['most votes', mostVotes, votes],
  ] as const)('shows both sides of every switch under %s as they recount', (_, ruleSet, outcome) => {
    for (const project of instance.projects.keys()) {
      const found = counterfactuals(instance, profile, ruleSet, outcome, project, { scan: 0 });
      const { cost, ballots, expected } = bothSides(instance, profile, ruleSet, found);
      expect({ project, cost, ballots }).toEqual({ project, ...expected });
    }
  });
});
