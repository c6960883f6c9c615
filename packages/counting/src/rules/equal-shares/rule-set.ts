import { z } from 'zod';
import { everyRule, money, nothingLimited, utility, utilityOf } from '../../model/rule-set-members.ts';
import type { BallotKind } from '../../model/profile.ts';

export const equalSharesRuleSet = z.strictObject({
  ...everyRule,
  rule: z.literal('equal-shares'),
  utility,
  divisor: z.enum(['marked-ballots', 'all-ballots']).describe('votes among which the envelope is divided'),
  completion: z.enum(['none', 'add1', 'add1-greedy', 'greedy']),
  add1Step: money,
  comparison: z
    .enum(['none', 'greedy'])
    .describe('greedy: the outcome that more voters prefer by money of funded choices stands, equal shares if equal'),
});

export type EqualSharesRuleSet = z.infer<typeof equalSharesRuleSet>;

/** Divided among the marked ballots, completed by Add1 in steps of one unit of the currency and then greedily. */
export const defaultEqualShares = (kind: BallotKind): EqualSharesRuleSet => ({
  ...nothingLimited,
  rule: 'equal-shares',
  utility: utilityOf(kind),
  divisor: 'marked-ballots',
  completion: 'add1-greedy',
  add1Step: '1',
  comparison: 'none',
});
