import { writeMoney } from '@convite/kernel';
import fc from 'fast-check';
import type { Ballot, BallotKind, Instance, RuleSet, Utility } from '../src/index.ts';
import { makeInstance, projectId } from '../src/index.ts';
import type { Election } from './election.ts';

/** An election of a small town and a rule set to count it by. */
export interface Case {
  readonly election: Election;
  readonly ruleSet: RuleSet;
}

// Ids whose order by code point is not that of their numbers, nor that of UTF-16 units.
const IDS = ['10', '2', 'P1', '\uFFFD', '\u{1F333}', '01'] as const;
const THEMES = ['parks', 'streets'] as const;
const PLACES = ['La Vega', 'El Valle'] as const;

// Prices that differ by less than doubles can tell apart, as long as the budget is one of these.
const HUGE = 10n ** 17n;

const share = fc.constantFrom('0/1', '1/5', '1/4', '1/2', '2/3');

const partBudgets = (names: readonly string[], { budget, decimals }: Instance): fc.Arbitrary<Record<string, string>> =>
  fc
    .record({
      parts: fc.oneof(
        { weight: 3, arbitrary: fc.constant<string[]>([]) },
        { weight: 1, arbitrary: fc.subarray([...names], { minLength: 1 }) },
      ),
      limit: fc.bigInt({ min: 0n, max: budget }),
    })
    .map(({ parts, limit }) => Object.fromEntries(parts.map((part) => [part, writeMoney(limit, decimals)])));

/** Few prices, so that ties are frequent; some projects free, some dearer than the budget. */
const instances: fc.Arbitrary<Instance> = fc
  .record({
    decimals: fc.constantFrom(0, 2),
    scale: fc.constantFrom(1n, 1n, 1n, HUGE),
    budget: fc.integer({ min: 0, max: 30 }),
    projects: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(...IDS),
        surplus: fc.constantFrom(0n, 0n, 1n, -1n),
        cost: fc.oneof(
          { weight: 6, arbitrary: fc.constantFrom(2, 3, 4, 5, 6, 10) },
          { weight: 2, arbitrary: fc.integer({ min: 1, max: 40 }) },
          { weight: 1, arbitrary: fc.constant(0) },
        ),
        categories: fc.subarray([...THEMES]),
        neighbourhood: fc.option(fc.constantFrom(...PLACES), { nil: undefined }),
      }),
      { minLength: 1, maxLength: IDS.length, selector: ({ id }) => id, size: 'max' },
    ),
  })
  .map(({ decimals, scale, budget, projects }) => {
    const made = makeInstance({
      budget: BigInt(budget) * scale,
      currency: 'VES',
      decimals,
      projects: projects.map(({ id, cost, surplus, categories, neighbourhood }) => ({
        id: projectId(id),
        cost: BigInt(cost) * scale + (scale === 1n || cost === 0 ? 0n : surplus),
        name: undefined,
        categories,
        neighbourhood,
      })),
    });
    if (!made.ok) throw new Error(made.error.type);
    return made.value;
  });

const scaleOf = ({ budget }: Instance): bigint => (budget < HUGE ? 1n : HUGE);

function ballots(kind: BallotKind, projects: number): fc.Arbitrary<readonly Ballot[]> {
  const positions = Array.from({ length: projects }, (_, p) => p);
  const choices = fc.shuffledSubarray(positions, { maxLength: kind === 'choose-one' ? 1 : projects });
  const given = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: projects, maxLength: projects, size: 'max' });
  const withPoints = kind === 'points' || kind === 'scores';
  return fc.array(
    fc
      .record({ choices, given, weight: fc.constantFrom(1, 1, 1, 2, 3) })
      .map(({ choices: named, given: numbers, weight }) => ({
        choices: named,
        points: withPoints ? named.map((_, i) => numbers[i] ?? 0) : undefined,
        weight,
      })),
    { maxLength: 12, size: 'max' },
  );
}

function utilitiesFor(kind: BallotKind): readonly Utility[] {
  if (kind === 'ranked') return ['borda', 'rank-points', 'cost', 'cardinality'];
  return kind === 'points' || kind === 'scores' ? ['points', 'cost', 'cardinality'] : ['cost', 'cardinality'];
}

function ruleSets(rule: RuleSet['rule'], kind: BallotKind, instance: Instance): fc.Arbitrary<RuleSet> {
  const ids = instance.projects.map(({ id }): string => id);
  const money = (minorUnits: bigint): string => writeMoney(minorUnits, instance.decimals);
  const knowsPoints = kind !== 'approval' && kind !== 'choose-one';
  const criterion = fc.oneof(
    fc.constant('lower-cost' as const),
    fc.constant('project-id' as const),
    fc.shuffledSubarray(ids, { minLength: 1 }).map((lots) => ({ lots })),
  );
  const everyRule = {
    schema: fc.constant('convite/rule-set/1' as const),
    minimumSupport: fc.oneof(
      { weight: 5, arbitrary: fc.constant({ votes: 0, shareOfBallots: '0/1', points: 0 }) },
      {
        weight: 1,
        arbitrary: fc.record({
          votes: fc.integer({ min: 0, max: 3 }),
          shareOfBallots: share,
          points: knowsPoints ? fc.integer({ min: 0, max: 3 }) : fc.constant(0),
        }),
      },
    ),
    exclusiveGroups: fc.oneof(
      { weight: 3, arbitrary: fc.constant<string[][]>([]) },
      {
        weight: ids.length > 1 ? 1 : 0,
        arbitrary: fc.array(fc.subarray(ids, { minLength: Math.min(2, ids.length) }), { minLength: 1, maxLength: 2 }),
      },
    ),
    categoryBudgets: partBudgets(THEMES, instance),
    neighbourhoodBudgets: partBudgets(PLACES, instance),
    maximumWinners: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null, freq: 5 }),
    ties: fc.array(criterion, { maxLength: 2 }),
  };
  const utility = fc.constantFrom(...utilitiesFor(kind));
  switch (rule) {
    case 'greedy':
      return fc.record({
        ...everyRule,
        rule: fc.constant(rule),
        utility,
        order: fc.constantFrom('per-cost' as const, 'total' as const),
        misfit: fc.oneof(
          fc.constant('skip' as const),
          fc.constant('stop' as const),
          fc.record({
            topUp: share,
            reserve: fc.bigInt({ min: 0n, max: 10n }).map((units) => money(units * scaleOf(instance))),
          }),
        ),
      });
    case 'equal-shares':
      return fc.record({
        ...everyRule,
        rule: fc.constant(rule),
        utility,
        divisor: fc.constantFrom('marked-ballots' as const, 'all-ballots' as const),
        completion: fc.constantFrom('none' as const, 'add1' as const, 'add1-greedy' as const, 'greedy' as const),
        add1Step: fc.constantFrom(1n, 1n, 2n, 5n).map((units) => money(units * scaleOf(instance))),
        comparison: fc.constantFrom('none' as const, 'none' as const, 'greedy' as const),
      });
    case 'phragmen':
      return fc.record({ ...everyRule, rule: fc.constant(rule) });
    case 'majority-judgement':
      return fc.record({
        ...everyRule,
        rule: fc.constant(rule),
        misfit: fc.constantFrom('skip' as const, 'stop' as const),
        unmarked: fc.integer({ min: 0, max: 2 }),
      });
  }
}

const kindsFor = (rule: RuleSet['rule']): readonly BallotKind[] =>
  rule === 'majority-judgement' ? ['scores'] : ['approval', 'approval', 'choose-one', 'ranked', 'points', 'scores'];

/** Elections of up to 6 projects and 21 votes with every option of the rule; ties are as frequent as not. */
export const cases = (rule: RuleSet['rule']): fc.Arbitrary<Case> =>
  fc
    .record({ instance: instances, kind: fc.constantFrom(...kindsFor(rule)) })
    .chain(({ instance, kind }) =>
      fc
        .record({ cast: ballots(kind, instance.projects.length), ruleSet: ruleSets(rule, kind, instance) })
        .map(({ cast, ruleSet }) => ({ election: { instance, kind, ballots: cast }, ruleSet })),
    );
