import type { BallotKind, RuleSet, Utility } from '../src/index.ts';
import { nothingLimited } from '../src/model/rule-set-members.ts';

/** A rule with all its options but limits, and the ballots that it is tried on. */
export interface RuleVariant {
  readonly kind: BallotKind;
  readonly ruleSet: RuleSet;
}

const BALLOTS: readonly (readonly [Utility, BallotKind])[] = [
  ['cost', 'approval'],
  ['cardinality', 'approval'],
  ['points', 'points'],
  ['borda', 'ranked'],
  ['rank-points', 'ranked'],
];

const MISFITS = ['skip', 'stop', { topUp: '1/2', reserve: '3' }] as const;

const greedy: readonly RuleVariant[] = BALLOTS.flatMap(([utility, kind]) =>
  (['per-cost', 'total'] as const).flatMap((order) =>
    MISFITS.map((misfit): RuleVariant => ({
      kind,
      ruleSet: { ...nothingLimited, rule: 'greedy', utility, order, misfit },
    })),
  ),
);

const shares = { ...nothingLimited, rule: 'equal-shares', divisor: 'marked-ballots', add1Step: '1' } as const;

const equalShares: readonly RuleVariant[] = BALLOTS.flatMap(([utility, kind]) => [
  ...(['none', 'add1', 'greedy', 'add1-greedy'] as const).map((completion): RuleVariant => ({
    kind,
    ruleSet: { ...shares, utility, completion, comparison: 'none' },
  })),
  {
    kind,
    ruleSet: { ...shares, utility, completion: 'add1-greedy', comparison: 'greedy' },
  },
  {
    kind,
    ruleSet: { ...shares, utility, completion: 'add1-greedy', comparison: 'none', divisor: 'all-ballots' },
  },
]);

const judgement: readonly RuleVariant[] = (['skip', 'stop'] as const).map((misfit) => ({
  kind: 'scores',
  ruleSet: { ...nothingLimited, rule: 'majority-judgement', misfit, unmarked: 0 },
}));

export const everyVariant: readonly RuleVariant[] = [
  ...greedy,
  ...equalShares,
  { kind: 'approval', ruleSet: { ...nothingLimited, rule: 'phragmen' } },
  ...judgement,
];
