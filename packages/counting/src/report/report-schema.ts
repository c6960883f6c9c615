import { z } from 'zod';
import { ruleSetSchema } from '../rules/rule-set.ts';

/**
 * The published form of a count, the same for the command, the API, the database and the pages.
 *
 * Projects are named by id. `money` is an exact decimal text in units of the currency, `fraction` an exact `p/q` or
 * whole text (amounts of money in units of the currency), `count` a whole number below 2^53.
 */
const money = z.string().describe('exact decimal, units of the currency');
const fraction = z.string().describe('exact fraction p/q or whole number; money in units of the currency');
const count = z.int().nonnegative();
const id = z.string().describe('project id');

const lossReason = z.discriminatedUnion('type', [
  z.object({ type: z.literal('unaffordable'), left: fraction, supporters: count }),
  z.object({ type: z.literal('does_not_fit'), left: money }),
  z.object({ type: z.literal('outbid'), by: id.nullable() }),
  z.object({
    type: z.literal('below_threshold'),
    measure: z.enum(['votes', 'points']),
    reached: count,
    required: count,
  }),
  z.object({ type: z.literal('excluded_by'), winner: id }),
  z.object({
    type: z.literal('part_budget_spent'),
    part: z.enum(['category', 'neighbourhood']),
    name: z.string(),
    left: money,
  }),
  z.object({ type: z.literal('enough_winners'), winners: count }),
  z.object({ type: z.literal('no_support') }),
]);

const round = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('purchase'),
    project: id,
    price: fraction.describe('money per unit of utility; a pure number where utility is cost'),
    effective_votes: fraction,
    supporters: count,
    paid_in_full: z.object({ votes: count, each: fraction.nullable(), total: fraction }),
    emptied: z.object({ votes: count, total: fraction }).describe('those who paid all that they had left'),
  }),
  z.object({
    type: z.literal('considered'),
    project: id,
    utility: z.string(),
    votes: count,
    decision: z.enum(['funded', 'funded_from_reserve', 'refused']),
    reason: lossReason.nullable(),
    left: money,
    completion: z.boolean(),
  }),
  z.object({ type: z.literal('load'), project: id, load: fraction.nullable(), supporters: count }),
]);

const project = z.object({
  id,
  name: z.string().nullable(),
  categories: z.array(z.string()),
  neighbourhood: z.string().nullable(),
  cost: money,
  votes: count.describe('summed weight of the ballots that name it, each ballot once'),
  points: z.string().nullable().describe('summed points, for points and scores'),
  official_votes: z.string().nullable().describe('what the file itself says'),
  funded: z.boolean(),
});

const share = z.object({ name: z.string(), funded: count, cost: money });

const properties = z.object({
  within_budget: z.object({
    holds: z.boolean(),
    left: money.describe('of the envelope'),
    from_reserve: money.describe('what a reserve adds for a project that was topped up'),
  }),
  exhaustive: z.object({ holds: z.boolean(), fits: z.array(id).describe('not funded though it would still fit') }),
  price_system: z
    .object({ holds: z.boolean(), covers: z.array(id), outside: z.array(id).describe('funded by completion') })
    .nullable()
    .describe('the payments of the rounds as certificate; null where the rule makes none'),
  ejr_plus_up_to_one: z.object({
    holds: z.boolean().nullable().describe('null where utilities of one project differ between its supporters'),
    violations: z.array(z.object({ project: id, group: count.describe('votes of the group that is failed') })),
  }),
  voters: z.object({
    marked: count,
    with_funded: count.describe('votes with at least one funded project'),
    funded_choices: z.array(count).describe('position k: votes with exactly k funded projects'),
  }),
  by_category: z.array(share),
  by_neighbourhood: z.array(share),
  by_segment: z.array(
    z.object({
      attribute: z.enum(['neighbourhood', 'channel']),
      label: z.string(),
      marked: count,
      blank: count,
      with_funded: count,
      paid: fraction.nullable().describe('what these voters paid in the rounds, or their equal part of each winner'),
    }),
  ),
});

/** One counted outcome: of the rule, or of the rule it is compared with. */
const counted = z.object({
  status: z.enum(['complete', 'lots_required']),
  winners: z.array(id).describe('in order of selection; under lots_required those that win in every case'),
  cost: money,
  rule: ruleSetSchema,
  rule_sha256: z.string(),
  rounds: z.array(round),
  not_funded: z.array(z.object({ id, reason: lossReason })),
  ties: z.array(
    z.object({
      round: count.nullable().describe('null: met at an endowment that Add1 went past'),
      tied: z.array(id),
      decisive: z.boolean().nullable().describe('null: settled by a criterion of the rule set, not followed'),
      settled_by: z.enum(['same_winners', 'lower_cost', 'project_id', 'lots', 'open']),
      chosen: id,
    }),
  ),
  possible: z.array(z.array(id)),
  all_branches_followed: z.boolean(),
  endowment: z
    .object({
      divisor: count,
      start: fraction,
      increments: count,
      reached: fraction,
      stopped: z.enum(['exhaustive', 'next_over_budget', 'not_asked']),
    })
    .nullable(),
  comparison: z
    .object({
      prefer_equal_shares: count,
      prefer_greedy: count,
      equal: count,
      stands: z.enum(['equal-shares', 'greedy']),
    })
    .nullable(),
  arithmetic: z.object({ filtered: count, exact: count }),
  properties,
});

export const countReportSchema = counted.extend({
  schema: z.literal('convite/count/1'),
  input_sha256: z.string(),
  input_bytes: count,
  meta: z.record(z.string(), z.string()).describe('the META section of the file as it stands'),
  warnings: z.array(z.object({ line: count, code: z.string(), message: z.object({ es: z.string(), en: z.string() }) })),
  currency: z.string(),
  decimals: count,
  budget: money,
  ballot_kind: z.enum(['choose-one', 'approval', 'ranked', 'points', 'scores']),
  ballots: z.object({ total: count, blank: count, marks: count, distinct: count }),
  projects: z.array(project).describe('ascending by id'),
  seconds: z.number().describe('processor time of the count, without reading'),
});

export type CountReport = z.infer<typeof countReportSchema>;
export type CountedReport = z.infer<typeof counted>;
export type ReportedRound = z.infer<typeof round>;
export type ReportedLossReason = z.infer<typeof lossReason>;
