import { z } from 'zod';

/**
 * The whole rule of a count as data: what is hashed, frozen before the vote and published with the result.
 *
 * Money stands as a decimal text in units of the currency (`"1500"`, `"0.50"`), shares as a fraction text (`"1/20"`),
 * so that no number is ever a floating point one. Every member is always present: a default is a choice, written out.
 */
const money = z
  .string()
  .regex(/^\d{1,18}(\.\d{1,6})?$/u)
  .describe('units of the currency, decimal text');
const share = z
  .string()
  .regex(/^\d{1,9}\/[1-9]\d{0,8}$/u)
  .describe('fraction');
const partBudgets = z.record(z.string(), money);

/** Applied in order until one of the tied is left; what is still equal then needs lots. */
const tieCriterion = z.union([
  z.literal('lower-cost'),
  z.literal('project-id').describe('ascending by Unicode code point'),
  z.strictObject({ lots: z.array(z.string()).min(1).describe('project ids in the order drawn, first drawn first') }),
]);

const everyRule = {
  schema: z.literal('convite/rule-set/1'),
  minimumSupport: z
    .strictObject({ votes: z.int().nonnegative(), shareOfBallots: share, points: z.int().nonnegative() })
    .describe(
      'a project with fewer votes, or fewer points (rank points for ranked ballots), takes no part; 0 for none',
    ),
  exclusiveGroups: z.array(z.array(z.string()).min(2)).describe('at most one project of each group is funded'),
  categoryBudgets: partBudgets.describe('at most so much for the projects of a category'),
  neighbourhoodBudgets: partBudgets.describe('at most so much for the projects of a neighbourhood'),
  maximumWinners: z.union([z.int().positive(), z.null()]),
  ties: z.array(tieCriterion),
};

const utility = z.enum(['cost', 'cardinality', 'points', 'borda', 'rank-points']);

const greedy = z.strictObject({
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

const equalShares = z.strictObject({
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

const phragmen = z.strictObject({ ...everyRule, rule: z.literal('phragmen') });

const majorityJudgement = z.strictObject({
  ...everyRule,
  rule: z.literal('majority-judgement'),
  misfit: z.enum(['skip', 'stop']),
  unmarked: z.int().nonnegative().describe('grade of a project that a ballot leaves unmarked'),
});

export const ruleSetSchema = z.discriminatedUnion('rule', [greedy, equalShares, phragmen, majorityJudgement]);

export type RuleSet = z.infer<typeof ruleSetSchema>;
export type GreedyRuleSet = z.infer<typeof greedy>;
export type EqualSharesRuleSet = z.infer<typeof equalShares>;
export type PhragmenRuleSet = z.infer<typeof phragmen>;
export type MajorityJudgementRuleSet = z.infer<typeof majorityJudgement>;
export type Utility = z.infer<typeof utility>;
export type TieCriterion = z.infer<typeof tieCriterion>;
