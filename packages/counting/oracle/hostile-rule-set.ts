import fc from 'fast-check';
import type { RuleSet } from '../src/index.ts';
import type { Election } from './election.ts';
import { cases } from './town-arbitrary.ts';

/** JSON that somebody sends as a rule set, and an election to count by it where it is one. */
export interface HostileRuleSet {
  readonly election: Election;
  readonly value: unknown;
}

interface Damage {
  /** Where the damage is, as a share of all places. */
  readonly at: number;
  /** `likeness` puts a value of the same type, which is more often accepted. */
  readonly how: 'likeness' | 'replace' | 'remove' | 'add';
  readonly by: unknown;
  /** Which likeness. */
  readonly which: number;
}

const LOOKS_RIGHT = [
  '',
  '0',
  '1',
  '-1',
  '0.50',
  '00012',
  '0.0000001',
  '999999999999999999',
  '1e3',
  '1/0',
  '0/1',
  '7/2',
  '1/2 ',
  'lower-cost',
  'project-id',
  'points',
  'rank-points',
  'borda',
  'cardinality',
  'add1',
  'greedy',
  'constructor',
  0,
  -0,
  1,
  -1,
  0.5,
  2 ** 53 - 1,
  2 ** 53,
  null,
  true,
  [],
  {},
  ['10'],
  ['10', '2'],
  ['10', '10'],
  [['10', '2']],
  { lots: [] },
  { lots: ['2', '2', '10'] },
  { parks: '3', streets: '0' },
  { constructor: '3' },
  JSON.parse('{"__proto__":"3"}'),
  { '\ud800': '3' },
  ['10', '\udfff'],
  { topUp: '1/1', reserve: '0' },
] as const;

const damages: fc.Arbitrary<Damage> = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  how: fc.constantFrom<Damage['how'][]>('likeness', 'likeness', 'likeness', 'replace', 'remove', 'add'),
  by: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<unknown>(...LOOKS_RIGHT) },
    { weight: 1, arbitrary: fc.jsonValue() },
  ),
  which: fc.nat({ max: LOOKS_RIGHT.length }),
});

/** The number of values inside, itself included. */
function places(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, inner) => sum + places(inner), 1);
}

/** The value with the `at`-th place inside it (0: the whole) damaged. */
function damaged(value: unknown, at: number, damage: Damage): unknown {
  const { how, by, which } = damage;
  if (at === 0) {
    if (how === 'likeness') {
      const alike = LOOKS_RIGHT.filter((other) => typeof other === typeof value);
      return alike.length === 0 ? value : alike[which % alike.length];
    }
    if (how !== 'add' || typeof value !== 'object' || value === null) return by;
    return Array.isArray(value) ? [...value, by] : { ...value, more: by };
  }
  if (typeof value !== 'object' || value === null) return value;
  let before = 1;
  const members = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    const own = at - before;
    before += places(inner);
    if (own < 0 || own >= places(inner)) return [[name, inner]];
    return own === 0 && how === 'remove' ? [] : [[name, damaged(inner, own, damage)]];
  });
  return Array.isArray(value) ? members.map(([, inner]) => inner) : Object.fromEntries(members);
}

/** Rule sets with up to three places changed, and elections that those before the damage go with. */
export const hostileRuleSets = (rule: RuleSet['rule']): fc.Arbitrary<HostileRuleSet> =>
  fc.tuple(cases(rule), fc.array(damages, { maxLength: 3 })).map(([{ election, ruleSet }, done]) => ({
    election,
    value: done.reduce<unknown>(
      (value, one) => damaged(value, Math.floor(one.at * places(value)), one),
      JSON.parse(JSON.stringify(ruleSet)),
    ),
  }));
