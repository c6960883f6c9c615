import { z } from 'zod';
import type { BallotKind } from './profile.ts';

/**
 * What every rule set has, and the forms in which rule sets write amounts.
 *
 * Money stands as a decimal text in units of the currency (`"1500"`, `"0.50"`), shares as a fraction text (`"1/20"`),
 * so that no number is ever a floating point one.
 */
export const money = z
  .string()
  .regex(/^\d{1,18}(\.\d{1,6})?$/u)
  .describe('units of the currency, decimal text');
export const share = z
  .string()
  .regex(/^\d{1,9}\/[1-9]\d{0,8}$/u)
  .describe('fraction');
/** Names of projects and parts. What is no Unicode has no canonical text, so no hash. */
const name = z.string().refine((text) => text.isWellFormed(), 'must be well-formed Unicode');
const partBudgets = z.record(name, money);

/** Applied in order until one of the tied is left; what is still equal then needs lots. */
const tieCriterion = z.union([
  z.literal('lower-cost'),
  z.literal('project-id').describe('ascending by Unicode code point'),
  z.strictObject({ lots: z.array(name).min(1).describe('project ids in the order drawn, first drawn first') }),
]);

export const everyRule = {
  schema: z.literal('convite/rule-set/1'),
  minimumSupport: z
    .strictObject({ votes: z.int().nonnegative(), shareOfBallots: share, points: z.int().nonnegative() })
    .describe(
      'a project with fewer votes, or fewer points (rank points for ranked ballots), takes no part; 0 for none',
    ),
  exclusiveGroups: z.array(z.array(name).min(2)).describe('at most one project of each group is funded'),
  categoryBudgets: partBudgets.describe('at most so much for the projects of a category'),
  neighbourhoodBudgets: partBudgets.describe('at most so much for the projects of a neighbourhood'),
  maximumWinners: z.union([z.int().positive(), z.null()]),
  ties: z.array(tieCriterion),
};

export const utility = z.enum(['cost', 'cardinality', 'points', 'borda', 'rank-points']);

export type Utility = z.infer<typeof utility>;
export type TieCriterion = z.infer<typeof tieCriterion>;

/** The members of every rule set where nothing is limited and no tie settled. */
export const nothingLimited = {
  schema: 'convite/rule-set/1' as const,
  minimumSupport: { votes: 0, shareOfBallots: '0/1', points: 0 },
  exclusiveGroups: [],
  categoryBudgets: {},
  neighbourhoodBudgets: {},
  maximumWinners: null,
  ties: [],
};

/** What a bare rule name means by utility: `cost` for choose-one and approval, `points`, and `borda` for ranked. */
export const utilityOf = (kind: BallotKind): Utility =>
  kind === 'ranked' ? 'borda' : kind === 'points' || kind === 'scores' ? 'points' : 'cost';
