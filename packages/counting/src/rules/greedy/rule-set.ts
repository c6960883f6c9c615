import { z } from 'zod';
import { everyRule, money, nothingLimited, share, utility, utilityOf } from '../../model/rule-set-members.ts';
import type { BallotKind } from '../../model/profile.ts';

export const greedyRuleSet = z.strictObject({
  ...everyRule,
  rule: z.literal('greedy'),
  utility,
  order: z
    .enum(['per-cost', 'total'])
    .describe('by summed utility for each unit of cost, or by summed utility alone as cities do with points and ranks'),
  misfit: z.union([
    z.literal('skip'),
    z.literal('stop'),
    z
      .strictObject({ topUp: share, reserve: money })
      .describe('the first misfit is funded if the envelope covers at least this share of it and the reserve the rest'),
  ]),
});

export type GreedyRuleSet = z.infer<typeof greedyRuleSet>;

/** By utility per cost, skipping what does not fit; nothing limited, no tie settled. */
export const defaultGreedy = (kind: BallotKind): GreedyRuleSet => ({
  ...nothingLimited,
  rule: 'greedy',
  utility: utilityOf(kind),
  order: 'per-cost',
  misfit: 'skip',
});
